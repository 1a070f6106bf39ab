"""Makes the font files of this folder from Debian's packages fonts-noto-core and fonts-noto-cjk.

    apt-get download fonts-noto-core fonts-noto-cjk && for p in *.deb; do dpkg -x $p noto; done
    python3 build.py noto          (needs fontTools; made with 4.38)

Every font is cut to the characters a resolution can use, without hints. The Chinese one is also turned from cubic
to quadratic outlines (at most 1/1000 em off), so that all fonts go the same way into a PDF.
"""
import glob
import os
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

LATIN = """20-7E A0-24F 259 2B0-2FF 300-36F 370-3FF 400-52F 1E00-1EFF 2000-206F 2070-209F 20A0-20BF 2100-214F
2150-218F 2190-21FF 2200-22FF 25A0-25FF 2DE0-2DFF A640-A69F FB00-FB06 FEFF FFFD"""
MATH = "2190-21FF 2200-22FF 2300-230B 25A0-25FF 27F5-27FF 2A7D 2A7E"
SYMBOLS = "25A0-25FF 2600-27BF"
# Beyond GB 2312: Chinese punctuation, full-width forms, circled and bracketed numbers, and forms met in real texts.
CHINESE = "3000-303F FE30-FE6F FF00-FFEF 2460-2473 3220-3229"
RARE = "⼀⼈〇镕堃喆玥珺璟翀曌沄琎晞昇喬裏囯濛侖"
FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "calt", "rlig"]


def characters(ranges):
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def gb2312():
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                yield ord(bytes([high, low]).decode("gb2312"))
            except UnicodeDecodeError:
                pass
    yield from range(0x20, 0x7F)


def cut(font, codes, features):
    options = subset.Options(hinting=False, layout_features=features, name_IDs=["*"], desubroutinize=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    return font


def quadratic(font, tolerance=1.0):
    order, drawn = font.getGlyphOrder(), font.getGlyphSet()
    glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, {}
    for name in order:
        pen = TTGlyphPen(drawn)
        drawn[name].draw(Cu2QuPen(pen, tolerance, reverse_direction=True))
        glyf.glyphs[name] = pen.glyph()
        glyf.glyphs[name].recalcBounds(glyf)
    font["loca"], font["glyf"] = newTable("loca"), glyf
    for name in order:
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyf.glyphs[name], "xMin", 0))
    maxp, post = font["maxp"], font["post"]
    maxp.tableVersion = 0x00010000
    for field in ("maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
                  "maxSizeOfInstructions maxComponentElements maxPoints maxContours maxCompositePoints "
                  "maxCompositeContours maxComponentDepth").split():
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    maxp.recalc(font)
    post.formatType, post.extraNames, post.mapping, post.glyphOrder = 3.0, [], {}, order
    for table in ("CFF ", "VORG", "vhea", "vmtx"):
        if table in font:
            del font[table]
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\x00\x01\x00\x00"
    return font


def find(root, name):
    return glob.glob(os.path.join(root, "**", name), recursive=True)[0]


def main(root):
    here = os.path.dirname(os.path.abspath(__file__))
    plans = [(f"NotoSerif-{s}", LATIN, FEATURES) for s in ("Regular", "Bold", "Italic", "BoldItalic")]
    plans += [(f"NotoSans-{s}", LATIN, FEATURES) for s in ("Regular", "Bold")]
    plans += [("NotoSansMath-Regular", MATH, []), ("NotoSansSymbols2-Regular", SYMBOLS, [])]
    for name, ranges, features in plans:
        font = TTFont(find(root, name + ".ttf"))
        cut(font, list(characters(ranges)), features).save(os.path.join(here, name + ".ttf"))
    chinese = set(gb2312()) | set(characters(CHINESE)) | set(map(ord, RARE))
    font = TTFont(find(root, "NotoSansCJK-Regular.ttc"), fontNumber=2)
    quadratic(cut(font, sorted(chinese), [])).save(os.path.join(here, "NotoSansSC-Regular.ttf"))


if __name__ == "__main__":
    main(sys.argv[1])
