package typeset

import (
	"sync"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// Raised letters are smaller, and their baseline is higher by a part of the size of the text around them.
const (
	raisedSize = 0.66
	raisedRise = 0.34
)

// Shape turns spans into a paragraph. It is safe for concurrent use; the work itself is done one text at a time.
func Shape(spans []Span, s Setting) *Paragraph {
	p := &Paragraph{setting: s, spans: append([]Span(nil), spans...)}
	for _, span := range spans {
		p.text = append(p.text, []rune(span.Text)...)
		p.ends = append(p.ends, len(p.text))
	}
	runs := p.runs()
	p.clusters = make([]cluster, 0, len(p.text))
	engine.Lock()
	for _, r := range runs {
		p.shapeRun(r)
	}
	engine.Unlock()
	p.markBreaks()
	p.minWidth = p.widestPart()
	return p
}

// The shaper keeps what it learned about each font, so there is one, and one caller at a time.
var engine struct {
	sync.Mutex
	shaper shaping.HarfbuzzShaper
}

func (p *Paragraph) shapeRun(r run) {
	if r.missing {
		p.shapeMissing(r)
		return
	}
	first := len(p.clusters)
	out := engine.shaper.ShapeNoExtents(p.input(r))
	store := make([]placed, 0, len(out.Glyphs))
	for i := 0; i < len(out.Glyphs); {
		n := max(out.Glyphs[i].GlyphsCount(), 1)
		p.clusters = append(p.clusters, p.clusterOf(r, out.Glyphs[i:min(i+n, len(out.Glyphs))], &store))
		i += n
	}
	if r.level%2 == 1 {
		reverse(p.clusters[first:])
	}
	p.cover(r, first)
}

// cover gives the characters for which the shaper made no glyph, such as marks of direction, to the cluster before
// them: every code point of the text is in one cluster.
func (p *Paragraph) cover(r run, first int) {
	if len(p.clusters) == first {
		p.clusters = append(p.clusters, cluster{size: p.setting.Size, font: r.font, span: r.span, level: r.level})
	}
	made := p.clusters[first:]
	made[0].start = r.start
	for i := range made {
		made[i].end = r.end
		if i+1 < len(made) {
			made[i].end = made[i+1].start
		}
	}
}

// The shaper rounds sizes to whole units, so a run is shaped at one em of the font and scaled afterwards.
func (p *Paragraph) input(r run) shaping.Input {
	in := shaping.Input{
		Text: p.text, RunStart: r.start, RunEnd: r.end,
		Face: r.font.Face, Size: fixed.I(int(r.font.UnitsPerEm())),
		Script: r.script, Language: p.language(), Direction: di.DirectionLTR,
	}
	if r.level%2 == 1 {
		in.Direction = di.DirectionRTL
	}
	if p.setting.Language == "zh" {
		in.FontFeatures = wideMarks
	}
	return in
}

// wideMarks makes quotation marks, dashes and dots as wide as a Chinese character.
var wideMarks = []shaping.FontFeature{{Tag: opentype.MustNewTag("fwid"), Value: 1}}

func (p *Paragraph) language() language.Language {
	if p.setting.Language == "" {
		return language.NewLanguage("en")
	}
	return language.NewLanguage(p.setting.Language)
}

// clusterOf makes one cluster of a run; its glyphs lie in the store that the run shares.
func (p *Paragraph) clusterOf(r run, glyphs []shaping.Glyph, store *[]placed) cluster {
	size, rise := p.sizeOf(r.span)
	first := p.text[glyphs[0].TextIndex()]
	c := cluster{
		start: glyphs[0].TextIndex(), end: glyphs[0].TextIndex() + glyphs[0].RunesCount(),
		size: size, font: r.font, span: r.span, level: r.level,
		space: isSpace(first), wide: isWide(first),
	}
	drawn := size * r.font.Scale
	unit := drawn / r.font.UnitsPerEm() / 64
	from := len(*store)
	for _, g := range glyphs {
		*store = append(*store, placed{
			id: uint32(g.GlyphID), dx: float32(g.XOffset) * unit, dy: float32(g.YOffset)*unit + rise,
			advance: float32(g.Advance) * unit, size: drawn, font: r.font,
		})
		c.advance += float32(g.Advance) * unit
	}
	c.glyphs = (*store)[from:len(*store):len(*store)]
	c.fixWidth(first)
	return c
}

// fixWidth gives control characters the width they have on paper.
func (c *cluster) fixWidth(first rune) {
	switch {
	case first == '\t':
		c.setAdvance(2 * c.size)
	case first < ' ' || first == '\u2028' || first == '\u2029' || first == '\u0085':
		c.setAdvance(0)
		c.glyphs = nil
	}
}

func (c *cluster) setAdvance(width float32) {
	c.advance = width
	for i := range c.glyphs {
		c.glyphs[i].advance = 0
	}
	if len(c.glyphs) > 0 {
		c.glyphs[0].advance = width
	}
}

// sizeOf is the size of a span's letters and how high its baseline stands above the line's.
func (p *Paragraph) sizeOf(span int) (size, rise float32) {
	size = p.setting.Size
	if p.spans[span].Style&Raised != 0 {
		return size * raisedSize, size * raisedRise
	}
	return size, 0
}

func reverse(clusters []cluster) {
	for i, j := 0, len(clusters)-1; i < j; i, j = i+1, j-1 {
		clusters[i], clusters[j] = clusters[j], clusters[i]
	}
}
