package widgets

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// ink is the colour of letters, ground what lies behind them; "" for none.
type colours struct{ ink, ground fyne.ThemeColorName }

var markColours = map[resolution.Mark]colours{
	resolution.Inserted: {ColorInserted, ColorInsertedGround},
	resolution.Deleted:  {ColorDeleted, ColorDeletedGround},
	resolution.Moved:    {ColorMoved, ColorMovedGround},
}

func (t *Text) coloursOf(run int) colours {
	r := t.runs[run]
	if c, marked := markColours[r.Mark]; marked {
		return c
	}
	if c, marked := originColours[r.Mark]; marked {
		return c
	}
	if r.Link != "" {
		return colours{ink: ColorLink}
	}
	if t.look.Color != "" {
		return colours{ink: t.look.Color}
	}
	return colours{ink: ColorInk}
}

// paint draws a broken text: grounds first, then lines below letters, letters, and strikes over them.
func (t *Text) paint(b *brush, block typeset.Block, chosen Hit) {
	t.paintGrounds(b, block)
	for _, h := range t.look.Hits {
		name := ColorHit
		if h.Current {
			name = ColorHitCurrent
		}
		fillAll(b, block.Rects(h.Start, h.End), colorNamed(name))
	}
	fillAll(b, block.Rects(chosen.Start, chosen.End), colorNamed(ColorSelected))
	decorations := block.Decorations()
	t.paintRules(b, decorations, false)
	t.paintLinks(b, block)
	t.paintOrigins(b, block)
	t.paintLetters(b, block)
	t.paintRules(b, decorations, true)
}

func (t *Text) paintGrounds(b *brush, block typeset.Block) {
	for i := range t.runs {
		if ground := t.coloursOf(i).ground; ground != "" {
			fillAll(b, block.Rects(block.Paragraph.SpanRange(i)), colorNamed(ground))
		}
	}
}

// fillAll leaves a hair between the grounds of lines that follow one another.
func fillAll(b *brush, rects []typeset.Rect, c color.Color) {
	for _, r := range rects {
		r.Y += groundGap
		r.Height -= 2 * groundGap
		b.fill(r, c)
	}
}

const groundGap = 0.75

func (t *Text) paintRules(b *brush, decorations []typeset.Decoration, strikes bool) {
	for _, d := range decorations {
		if (d.Kind == typeset.Strike) == strikes {
			b.rule(d.Rect, colorNamed(t.coloursOf(d.Span).ink))
		}
	}
}

// paintLinks draws a dotted line under words that can be followed, where no mark of a change stands already.
func (t *Text) paintLinks(b *brush, block typeset.Block) {
	size := t.setting().Size
	for i, r := range t.runs {
		if r.Link == "" || r.Mark != resolution.Kept {
			continue
		}
		start, end := block.Paragraph.SpanRange(i)
		for _, l := range block.Lines {
			for _, part := range l.Rects(start, end) {
				b.dots(typeset.Rect{X: part.X, Y: l.Baseline + size*0.16, Width: part.Width, Height: size * 0.06}, colorNamed(ColorLink))
			}
		}
	}
}

func (t *Text) paintLetters(b *brush, block typeset.Block) {
	sources := make([]*image.Uniform, len(t.runs))
	for i := range block.Lines {
		glyphs := block.Lines[i].Glyphs
		for j := range glyphs {
			g := &glyphs[j]
			if sources[g.Span] == nil {
				sources[g.Span] = image.NewUniform(colorNamed(t.coloursOf(g.Span).ink))
			}
			b.glyph(g, 0, 0, sources[g.Span])
		}
	}
}
