package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/resolution"
)

// pair is a row of two paragraphs beside each other, as a comparison shows them.
type pair struct {
	widget.BaseWidget
	older, newer *Paragraph
}

func newPair(s *Selection) *pair {
	p := &pair{older: NewParagraph(s), newer: NewParagraph(s)}
	p.ExtendBaseWidget(p)
	return p
}

func (p *pair) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewGridWithColumns(2, p.older, p.newer))
}

func (p *pair) HeightFor(width float32) float32 {
	return max(p.older.HeightFor((width-4)/2), p.newer.HeightFor((width-4)/2)) + 10
}

// longText is a paragraph of about eighty words with changes in it.
func longText(i int) *Text {
	runs := []resolution.Run{{Text: fmt.Sprintf("%d. ", i+1), Style: resolution.Numeral}}
	for range 3 {
		runs = append(runs, redlines[resolution.English][1:]...)
	}
	return NewText(runs, Look{Language: resolution.English})
}

func longTexts(rows int) [][2]*Text {
	texts := make([][2]*Text, rows)
	for i := range texts {
		texts[i] = [2]*Text{longText(i), longText(i)}
	}
	return texts
}

// longList is a list of texts side by side in a window of a usual size.
func longList(texts [][2]*Text) (*VirtualList, software.WindowlessCanvas) {
	selection := &Selection{}
	l := NewVirtualList(
		func() Row { return newPair(selection) },
		func(i int, r Row) {
			r.(*pair).older.SetText(texts[i][0])
			r.(*pair).newer.SetText(texts[i][1])
		},
		func(i int, width float32) float32 { return texts[i][0].Estimate((width-4)/2) + 10 },
	)
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(l)
	c.Resize(fyne.NewSize(1000, 800))
	l.SetCount(len(texts))
	return l, c
}

// BenchmarkFirstPaint is from a list without rows to pixels: shaping, breaking and painting what is in view.
func BenchmarkFirstPaint(b *testing.B) {
	for _, rows := range []int{1000, 10000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			withTheme(b, Light)
			texts := longTexts(rows)
			for b.Loop() {
				for _, t := range texts[:20] {
					t[0].release()
					t[1].release()
				}
				_, c := longList(texts)
				c.Capture()
			}
		})
	}
}

// BenchmarkScroll is one notch of the wheel and the picture after it, through rows never seen before.
func BenchmarkScroll(b *testing.B) {
	for _, rows := range []int{1000, 10000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			withTheme(b, Light)
			l, c := longList(longTexts(rows))
			c.Capture()
			for b.Loop() {
				l.scrollBy(40)
				c.Capture()
			}
			b.ReportMetric(float64(len(l.rows)+len(l.pool)), "rows-made")
		})
	}
}

// BenchmarkLayout is what scrolling, jumping and another width cost without painting.
func BenchmarkLayout(b *testing.B) {
	for _, rows := range []int{1000, 10000} {
		withTheme(b, Light)
		l, c := longList(longTexts(rows))
		b.Run(fmt.Sprintf("scroll/%d", rows), func(b *testing.B) {
			for b.Loop() {
				l.scrollBy(40)
			}
		})
		b.Run(fmt.Sprintf("jump/%d", rows), func(b *testing.B) {
			row := 0
			for b.Loop() {
				row = (row + 7919) % rows
				l.ScrollTo(row)
			}
		})
		b.Run(fmt.Sprintf("width/%d", rows), func(b *testing.B) {
			width := float32(1000)
			for b.Loop() {
				width = 1700 - width
				c.Resize(fyne.NewSize(width, 800))
			}
		})
	}
}

// BenchmarkPaint is one paragraph of eighty words onto pixels, shaped and broken already.
func BenchmarkPaint(b *testing.B) {
	for _, scale := range []float32{1, 2} {
		b.Run(fmt.Sprint(scale), func(b *testing.B) {
			withTheme(b, Light)
			text := longText(0)
			block := text.broken(480)
			for b.Loop() {
				text.paint(newBrush(int(480*scale), int(block.Height*scale), scale), block, Hit{})
			}
		})
	}
}
