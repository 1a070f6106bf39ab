package widgets

import (
	"fyne.io/fyne/v2"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// Marks of the window alone: where words come from. No file is written with them.
const (
	OnlyFirst  resolution.Mark = 64 + iota // only the first of two bases has the words: dotted
	OnlySecond                             // only the second has them: dashed
	born0                                  // the words are as old as the paragraph
	born1
	born2
	born3
	born4
	born5
)

// bornMarks are the marks of words by their age, the oldest first.
var bornMarks = []resolution.Mark{born0, born1, born2, born3, born4, born5}

// BornMark is the mark of words that are the n-th youngest of so many ages, n counted from 0 for the oldest.
func BornMark(n, of int) resolution.Mark {
	last := len(bornMarks) - 1
	if of > len(bornMarks) {
		return bornMarks[(n*last+(of-1)/2)/(of-1)] // more ages than shades: neighbours share one
	}
	if n > 0 { // the youngest is always the darkest
		n += len(bornMarks) - of
	}
	return bornMarks[min(max(n, 0), last)]
}

// The grounds of words by their age, and of those that one base alone has.
const (
	colorBorn1 fyne.ThemeColorName = "born-1"
	colorBorn2 fyne.ThemeColorName = "born-2"
	colorBorn3 fyne.ThemeColorName = "born-3"
	colorBorn4 fyne.ThemeColorName = "born-4"
	colorBorn5 fyne.ThemeColorName = "born-5"
	// ColorRibbon is that of a paragraph in the picture of a series, as long as it is there.
	ColorRibbon       fyne.ThemeColorName = "ribbon"
	colorFirst        fyne.ThemeColorName = "first"
	colorFirstGround  fyne.ThemeColorName = "first-ground"
	colorSecond       fyne.ThemeColorName = "second"
	colorSecondGround fyne.ThemeColorName = "second-ground"
)

var originColours = map[resolution.Mark]colours{
	OnlyFirst: {colorFirst, colorFirstGround}, OnlySecond: {colorSecond, colorSecondGround},
	born0: {ColorInk, ""}, born1: {ColorInk, colorBorn1}, born2: {ColorInk, colorBorn2}, born3: {ColorInk, colorBorn3},
	born4: {ColorInk, colorBorn4}, born5: {ColorInk, colorBorn5},
}

var originPalette = map[fyne.ThemeColorName]tint{
	colorBorn1: {0xf0f3e2, 0x2b3226}, colorBorn2: {0xe6ecc9, 0x333d28}, colorBorn3: {0xd9e4ab, 0x3d4a29},
	colorBorn4: {0xcadb8c, 0x48592a}, colorBorn5: {0xb9d16c, 0x55692b},
	ColorRibbon: {0xc4ccd6, 0x4a5462},
	colorFirst:  {0x1f4f99, 0x9dc4ff}, colorFirstGround: {0xe0ecfb, 0x17325c},
	colorSecond: {0x7a3d8f, 0xdcb2ec}, colorSecondGround: {0xf3e6f8, 0x3f2450},
}

// paintOrigins draws dots under words that the first base alone has, dashes under those of the second.
func (t *Text) paintOrigins(b *brush, block typeset.Block) {
	size := t.setting().Size
	for i, r := range t.runs {
		if r.Mark != OnlyFirst && r.Mark != OnlySecond {
			continue
		}
		dash, gap, ink := size*.11, size*.11, colorFirst
		if r.Mark == OnlySecond {
			dash, gap, ink = size*.45, size*.22, colorSecond
		}
		start, end := block.Paragraph.SpanRange(i)
		for _, l := range block.Lines {
			for _, part := range l.Rects(start, end) {
				for x := part.X; x+dash <= part.X+part.Width+.5; x += dash + gap {
					b.rule(typeset.Rect{X: x, Y: l.Baseline + size*.14, Width: dash, Height: size * .1}, colorNamed(ink))
				}
			}
		}
	}
}
