package pdf

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"mutatis/app/typeset"
)

// An embedded font holds nothing but what a document draws, and for every drawing the text it stands for. A cluster of
// several glyphs (a letter and its marks) is drawn as one, so that whoever reads the file back finds exactly the words
// that were written, whatever the shaper made of them.
type embedded struct {
	font   *typeset.Font
	name   string // in the resources of pages
	drawn  map[string]int
	shapes []shape
	texts  []string
	box    [4]int
}

func embed(f *typeset.Font, name string) *embedded {
	e := &embedded{font: f, name: name, drawn: map[string]int{}}
	p := newPen(0)
	e.shapes, e.texts = []shape{{charstring: p.end()}}, []string{""}
	return e
}

// A drawing is glyphs that are drawn as one from a point on the baseline, and the text they stand for.
type drawing struct {
	glyphs []typeset.Glyph
	x, y   float32
	text   string
}

// apart is how far a glyph stands from where its drawing begins, in thousandths of an em, upwards.
func (d drawing) apart(g typeset.Glyph) (dx, dy float64) {
	em := 1000 / float64(d.glyphs[0].Size)
	return float64(g.X-d.x) * em, float64(d.y-g.Y) * em
}

// cid is the number under which a drawing is kept.
func (e *embedded) cid(d drawing) int {
	key := d.key()
	if cid, ok := e.drawn[key]; ok {
		return cid
	}
	cid := len(e.shapes)
	e.drawn[key] = cid
	e.shapes = append(e.shapes, e.draw(d))
	e.texts = append(e.texts, d.text)
	return cid
}

func (d drawing) key() string {
	b := make([]byte, 0, 16)
	for _, g := range d.glyphs {
		dx, dy := d.apart(g)
		b = binary.AppendUvarint(b, uint64(g.ID))
		b = binary.AppendVarint(b, int64(math.Round(dx)))
		b = binary.AppendVarint(b, int64(math.Round(dy)))
	}
	return string(b) + "\x00" + d.text
}

func (e *embedded) draw(d drawing) shape {
	unit := 1000 / float64(e.font.UnitsPerEm())
	width := 0.0
	for _, g := range d.glyphs {
		width += float64(e.font.Advance(g.ID)) * unit
	}
	if first, _ := utf8.DecodeRuneInString(d.text); unicode.Is(unicode.Mn, first) {
		width = 0 // a sign over a letter, whatever room the font gives it
	}
	p := newPen(int(math.Round(width)))
	for _, g := range d.glyphs {
		p.dx, p.dy = d.apart(g)
		p.scale = unit * float64(g.Size/d.glyphs[0].Size)
		p.draw(e.font.Outline(g.ID))
	}
	if p.inked {
		e.box = [4]int{min(e.box[0], p.box[0]), min(e.box[1], p.box[1]), max(e.box[2], p.box[2]), max(e.box[3], p.box[3])}
	}
	return shape{p.end(), int(math.Round(width))}
}

// write adds the font's objects to the file; number makes its name unlike that of any other subset.
func (e *embedded) write(f *file, number int) reference {
	name := subsetTag(number) + "+" + plainName(e.font.Name)
	program := f.stream("/Subtype/CIDFontType0C", compactFont(name, e.shapes, e.box))
	var widths strings.Builder
	for _, s := range e.shapes[1:] {
		fmt.Fprintf(&widths, "%d ", s.width)
	}
	descriptor := f.add(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle %d"+
		"/Ascent %.0f/Descent %.0f/CapHeight 700/StemV 80/FontFile3 %s>>", name, e.box[0], e.box[1], e.box[2], e.box[3],
		e.slant(), 1000*e.font.Ascent(), -1000*e.font.Descent(), program))
	descendant := f.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType0/BaseFont/%s"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %s/DW 0/W[1[%s]]>>",
		name, descriptor, widths.String()))
	texts := f.stream("", []byte(e.toUnicode()))
	return f.add(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s-Identity-H/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>",
		name, descendant, texts))
}

func (e *embedded) slant() int {
	if strings.Contains(e.font.Name, "Italic") {
		return -12
	}
	return 0
}

// plainName leaves of a font's name what a PDF name may hold without escapes.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' {
			return -1
		}
		return r
	}, name)
}

// subsetTag is the six capitals before the name of a font that is not whole.
func subsetTag(number int) string {
	tag := []byte("AAAAAA")
	for i := len(tag) - 1; number > 0; i-- {
		tag[i] += byte(number % 26)
		number /= 26
	}
	return string(tag)
}

// toUnicode maps every CID to its text.
func (e *embedded) toUnicode() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) " +
		"/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for from := 1; from < len(e.texts); from += 100 {
		to := min(from+100, len(e.texts))
		fmt.Fprintf(&b, "%d beginbfchar\n", to-from)
		for cid := from; cid < to; cid++ {
			fmt.Fprintf(&b, "<%04X> <%s>\n", cid, hexUTF16(e.texts[cid]))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.String()
}
