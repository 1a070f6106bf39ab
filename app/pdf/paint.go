package pdf

import (
	"fmt"
	"io"
	"math"
	"strings"
	"time"
	"unicode"

	"mutatis/app/typeset"
)

// about is what a document says of itself.
type about struct {
	title, language string
	rightToLeft     bool
	now             time.Time
}

// writePages writes laid-out pages as a PDF.
func writePages(w io.Writer, pages []typeset.Page, a about) error {
	f := newFile()
	root, tree, resources := f.reserve(), f.reserve(), f.reserve()
	fonts := &fontSet{byFont: map[*typeset.Font]*embedded{}}
	kids := make([]string, len(pages))
	refs := make([]reference, len(pages))
	for i, page := range pages {
		contents := f.stream("", paint(page, fonts))
		refs[i] = f.add(fmt.Sprintf("<</Type/Page/Parent %s/MediaBox[0 0 %s %s]/Resources %s/Contents %s>>",
			tree, number(page.Width), number(page.Height), resources, contents))
		kids[i] = refs[i].String()
	}
	f.put(resources, "<</Font<<"+fonts.write(f)+">>>>")
	f.put(tree, fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), len(pages)))
	f.put(root, catalog(f, tree, pages, refs, a))
	return f.writeTo(w, root, f.add(information(a)))
}

// fewPages need no outline beside them.
const fewPages = 4

func catalog(f *file, tree reference, pages []typeset.Page, refs []reference, a about) string {
	entries := fmt.Sprintf("/Type/Catalog/Pages %s/ViewerPreferences<</DisplayDocTitle true", tree)
	if a.rightToLeft {
		entries += "/Direction/R2L"
	}
	entries += ">>"
	if a.language != "" {
		entries += "/Lang(" + plainName(a.language) + ")"
	}
	if outline := writeOutline(f, pages, refs); outline != 0 {
		entries += fmt.Sprintf("/Outlines %s", outline)
		if len(pages) > fewPages {
			entries += "/PageMode/UseOutlines"
		}
	}
	return "<<" + entries + ">>"
}

func information(a about) string {
	entries := "/Title" + textString(a.title) + "/Producer(Mutatis)/Creator(Mutatis)"
	if !a.now.IsZero() {
		date := a.now.UTC().Format("20060102150405")
		entries += fmt.Sprintf("/CreationDate(D:%sZ)/ModDate(D:%sZ)", date, date)
	}
	return "<<" + entries + ">>"
}

// fontSet holds the fonts of a document in the order in which they are first used.
type fontSet struct {
	byFont map[*typeset.Font]*embedded
	order  []*embedded
}

func (s *fontSet) of(f *typeset.Font) *embedded {
	e, ok := s.byFont[f]
	if !ok {
		e = embed(f, fmt.Sprintf("F%d", len(s.order)+1))
		s.byFont[f] = e
		s.order = append(s.order, e)
	}
	return e
}

func (s *fontSet) write(f *file) string {
	var entries strings.Builder
	for i, e := range s.order {
		fmt.Fprintf(&entries, "/%s %s", e.name, e.write(f, i))
	}
	return entries.String()
}

// paint draws a page: rules, then texts, then what is drawn along texts.
func paint(page typeset.Page, fonts *fontSet) []byte {
	p := &painter{page: page, fonts: fonts}
	for _, r := range page.Rules {
		p.rectangle(r.X, r.Y, r.Width, r.Height, r.Ink)
	}
	p.print("BT\n")
	for _, text := range page.Texts {
		for _, line := range text.Lines {
			p.line(text, line)
		}
	}
	p.flush()
	p.thicken(false, 0)
	p.print("ET\n")
	for _, text := range page.Texts {
		p.decorate(text)
	}
	return p.out
}

type painter struct {
	page  typeset.Page
	fonts *fontSet
	out   []byte
	ink   typeset.Ink
	thick bool
	run   run
}

// A run is clusters of one font, size and ink along a baseline.
type run struct {
	font    *embedded
	size    float32
	ink     typeset.Ink
	x, y    float32
	pen     float32 // where the reader's pen stands after what was shown
	array   []byte
	inGroup bool // of CIDs within < >
}

func (p *painter) print(format string, args ...any) { p.out = fmt.Appendf(p.out, format, args...) }

func (p *painter) rectangle(x, y, width, height float32, ink typeset.Ink) {
	p.setInk(ink)
	p.print("%s %s %s %s re f\n", number(x), number(p.page.Height-y-height), number(width), number(height))
}

func (p *painter) setInk(ink typeset.Ink) {
	if p.ink == ink {
		return
	}
	p.ink = ink
	part := func(v uint8) string { return number(float32(v) / 255) }
	p.print("%s %s %s rg\n", part(ink.R), part(ink.G), part(ink.B))
}

// line shows the clusters of a line.
func (p *painter) line(text typeset.Text, line typeset.Line) {
	words := text.Paragraph.Text()
	spans := text.Paragraph.Spans()
	for i := 0; i < len(line.Glyphs); {
		first := line.Glyphs[i]
		end := i + 1
		for end < len(line.Glyphs) && together(first, line.Glyphs[end]) {
			end++
		}
		ink := p.page.Ink(spans[first.Span].Tag)
		for _, d := range drawings(line.Glyphs[i:end], words) {
			p.show(d, text.X, text.Y, ink)
		}
		i = end
	}
}

func together(a, b typeset.Glyph) bool {
	return a.Start == b.Start && a.End == b.End && a.Font == b.Font && a.Span == b.Span
}

// drawings says how a cluster is drawn. Where it has a glyph for each of its characters, a letter and its vowel signs,
// each is drawn alone on the letter's baseline, the letter first, as readers expect; else all as one. Controls are not
// drawn. A hyphen that was added at a line's end is a soft one, so that a reader takes it out again.
func drawings(glyphs []typeset.Glyph, words []rune) []drawing {
	first := glyphs[0]
	if first.Start == first.End {
		return []drawing{{glyphs, first.X, first.Y, "\u00ad"}}
	}
	text := words[first.Start:first.End]
	if len(text) == len(glyphs) {
		return drawnApart(glyphs, text)
	}
	if visible := visible(text); visible != "" {
		return []drawing{{glyphs, first.X, first.Y, visible}}
	}
	return nil
}

func drawnApart(glyphs []typeset.Glyph, text []rune) []drawing {
	last := len(text) - 1
	base := glyphs[0]
	if base.RightToLeft {
		base = glyphs[last]
	}
	var each []drawing
	for i := range glyphs {
		k := i
		if base.RightToLeft {
			k = last - i
		}
		if visible(text[k:k+1]) != "" {
			each = append(each, drawing{glyphs[i : i+1], glyphs[i].X, base.Y, string(text[k])})
		}
	}
	return each
}

// visible leaves out the controls of a text.
func visible(text []rune) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r) {
			return -1
		}
		return r
	}, string(text))
}

// show draws what stands at x and y more than its own place.
func (p *painter) show(d drawing, x, y float32, ink typeset.Ink) {
	first := d.glyphs[0]
	font := p.fonts.of(first.Font)
	cid := font.cid(d)
	x, y = x+d.x, p.page.Height-y-d.y
	r := &p.run
	if r.font != font || r.size != first.Size || r.ink != ink || math.Abs(float64(r.y-y)) > 0.001 || x < r.pen-first.Size {
		p.flush()
		*r = run{font: font, size: first.Size, ink: ink, x: x, y: y, pen: x, array: r.array[:0]}
	}
	r.moveTo(x)
	if !r.inGroup {
		r.array, r.inGroup = append(r.array, '<'), true
	}
	r.array = fmt.Appendf(r.array, "%04X", cid)
	r.pen += float32(font.shapes[cid].width) * r.size / 1000
}

// moveTo brings the reader's pen to x.
func (r *run) moveTo(x float32) {
	move := math.Round(float64((x - r.pen) * 1000 / r.size))
	if move == 0 {
		return
	}
	if r.inGroup {
		r.array, r.inGroup = append(r.array, '>'), false
	}
	r.array = fmt.Appendf(r.array, "%.0f", -move)
	r.pen += float32(move) * r.size / 1000
}

// flush shows the run that was collected.
func (p *painter) flush() {
	r := &p.run
	if len(r.array) == 0 {
		return
	}
	p.setInk(r.ink)
	p.thicken(r.font.font.Bolder, r.size)
	if r.inGroup {
		r.array = append(r.array, '>')
	}
	p.print("/%s %s Tf 1 0 0 1 %s %s Tm [%s]TJ\n", r.font.name, precise(r.size), number(r.x), number(r.y), r.array)
	*r = run{array: r.array[:0]}
}

// thicken strokes the outlines of a font that has no bold file of its own.
func (p *painter) thicken(on bool, size float32) {
	switch {
	case on:
		part := func(v uint8) string { return number(float32(v) / 255) }
		p.print("2 Tr %s w %s %s %s RG\n", number(size*typeset.BolderBy), part(p.ink.R), part(p.ink.G), part(p.ink.B))
	case p.thick:
		p.print("0 Tr\n")
	}
	p.thick = on
}

func (p *painter) decorate(text typeset.Text) {
	for _, d := range text.Decorations() {
		ink := p.page.Ink(text.Paragraph.Spans()[d.Span].Tag)
		p.rectangle(text.X+d.X, text.Y+d.Y, d.Width, d.Height, ink)
	}
}
