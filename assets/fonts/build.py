"""Makes the font files of this folder from Debian's packages fonts-noto-core and fonts-noto-cjk.

    apt-get download fonts-noto-core fonts-noto-cjk && for p in *.deb; do dpkg -x $p noto; done
    python3 build.py noto          (needs fontTools; made with 4.38)

Every font is cut to the characters a resolution can use, without hints. Chinese is turned from cubic to quadratic
outlines (at most 1/1000 em off), so that all fonts go the same way into a PDF. The sans holds Latin, Greek, Cyrillic,
Arabic and, in the regular weight, Chinese: a stock widget has one font only and must show the title of any text. Marks
that are wide in Chinese and narrow elsewhere are reached by the feature fwid.
"""
import glob
import os
import sys
import tempfile

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.merge import Merger, Options as MergeOptions
from fontTools.otlLib.builder import buildLookup, buildSingleSubstSubtable
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import otTables

LATIN = """20-7E A0-24F 259 2B0-2FF 300-36F 370-3FF 400-52F 1E00-1EFF 2000-206F 2070-209F 20A0-20BF 2100-214F
2150-218F 2190-21FF 2200-22FF 25A0-25FF 2DE0-2DFF A640-A69F FB00-FB06 FEFF FFFD"""
MATH = "2190-21FF 2200-22FF 2300-230B 25A0-25FF 27F5-27FF 2A7D 2A7E"
SYMBOLS = "25A0-25FF 2600-27BF"
# Beyond GB 2312: Chinese punctuation, full-width forms, circled and bracketed numbers, and forms met in real texts.
CHINESE = "3000-303F FE30-FE6F FF00-FFEF 2460-2473 3220-3229"
RARE = "⼀⼈〇镕堃喆玥珺璟翀曌沄琎晞昇喬裏囯濛侖"
WIDE = "‘’“”…—―‖·‰"
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


def chinese(root, taken):
    """Noto Sans SC without what the Latin font has; the wide forms of WIDE stay, unmapped, as wide2014 and so on."""
    codes = set(gb2312()) | set(characters(CHINESE)) | set(map(ord, RARE))
    font = TTFont(find(root, "NotoSansCJK-Regular.ttc"), fontNumber=2)
    quadratic(cut(font, sorted((codes - taken) | set(map(ord, WIDE))), []))
    mapped = font.getBestCmap()
    names = {mapped[ord(c)]: "wide%04X" % ord(c) for c in WIDE}
    order = [names.get(n, n) for n in font.getGlyphOrder()]
    glyf, hmtx = font["glyf"], font["hmtx"]
    glyf.glyphs = {names.get(n, n): g for n, g in glyf.glyphs.items()}
    hmtx.metrics = {names.get(n, n): m for n, m in hmtx.metrics.items()}
    glyf.glyphOrder = order
    font["cmap"].tables = [t for t in font["cmap"].tables if t.format in (4, 12)]
    for table in font["cmap"].tables:
        table.cmap = {code: names.get(n, n) for code, n in table.cmap.items() if code not in taken}
    for table in ("GSUB", "GPOS", "GDEF", "BASE"):
        if table in font:
            del font[table]
    font.setGlyphOrder(order)
    post = font["post"]
    post.formatType, post.extraNames, post.mapping, post.glyphOrder = 2.0, [], {}, order
    return font


def add_wide(font):
    """Lets the feature fwid turn the marks of WIDE into their Chinese forms."""
    mapped, table = font.getBestCmap(), font["GSUB"].table
    wide = {mapped[ord(c)]: "wide%04X" % ord(c) for c in WIDE}
    table.LookupList.Lookup.append(buildLookup([buildSingleSubstSubtable(wide)]))
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    record, feature = otTables.FeatureRecord(), otTables.Feature()
    feature.FeatureParams, feature.LookupListIndex, feature.LookupCount = None, [table.LookupList.LookupCount - 1], 1
    record.FeatureTag, record.Feature = "fwid", feature
    table.FeatureList.FeatureRecord.append(record)
    table.FeatureList.FeatureCount = len(table.FeatureList.FeatureRecord)
    for script in table.ScriptList.ScriptRecord:
        systems = [script.Script.DefaultLangSys] + [r.LangSys for r in script.Script.LangSysRecord]
        for system in filter(None, systems):
            system.FeatureIndex.append(table.FeatureList.FeatureCount - 1)
            system.FeatureCount = len(system.FeatureIndex)


def merged(root, weight, out):
    """The sans of all scripts."""
    latin = cut(TTFont(find(root, f"NotoSans-{weight}.ttf")), list(characters(LATIN)), FEATURES)
    taken = set(latin.getBestCmap())
    arabic = TTFont(find(root, f"NotoNaskhArabic-{weight}.ttf"))
    cut(arabic, sorted(set(arabic.getBestCmap()) - taken), ["*"])
    parts = [latin, arabic] + ([chinese(root, taken)] if weight == "Regular" else [])
    with tempfile.TemporaryDirectory() as folder:
        files = [os.path.join(folder, f"{i}.ttf") for i in range(len(parts))]
        for part, file in zip(parts, files):
            part.save(file)
        font = Merger(options=MergeOptions(drop_tables=["vmtx", "vhea"])).merge(files)
    if weight == "Regular":
        add_wide(font)
    # The lines of stock widgets are as high as the font says: high enough for Arabic tails, no higher.
    for table, up, down in (("hhea", "ascent", "descent"), ("OS/2", "sTypoAscender", "sTypoDescender")):
        setattr(font[table], up, 1040)
        setattr(font[table], down, -370)
    font["hhea"].lineGap = font["OS/2"].sTypoLineGap = 0
    font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = 1040, 370
    font["post"].formatType = 3.0
    font.save(out)


def main(root):
    here = os.path.dirname(os.path.abspath(__file__))
    plans = [(f"NotoSerif-{s}", LATIN, FEATURES) for s in ("Regular", "Bold", "Italic", "BoldItalic")]
    plans += [("NotoSansMath-Regular", MATH, []), ("NotoSansSymbols2-Regular", SYMBOLS, [])]
    for name, ranges, features in plans:
        font = TTFont(find(root, name + ".ttf"))
        cut(font, list(characters(ranges)), features).save(os.path.join(here, name + ".ttf"))
    for weight in ("Regular", "Bold"):
        merged(root, weight, os.path.join(here, f"NotoSansWorld-{weight}.ttf"))


if __name__ == "__main__":
    main(sys.argv[1])
