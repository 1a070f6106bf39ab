package typeset

import (
	"fmt"
	"testing"
)

// Whatever place of a text is pointed at, Hit finds it again.
func TestHitFindsWhatRectsShow(t *testing.T) {
	for lang, text := range samples {
		p := shapeText(text, lang)
		b := p.Break(220)
		for i := range p.Text() {
			for _, r := range b.Rects(i, i+1) {
				got := b.Hit(r.X+r.Width*0.5, r.Y+r.Height/2)
				if got != i && got != i+1 {
					t.Errorf("%s: the middle of code point %d (%q) is taken for %d", lang, i, p.Text()[i], got)
				}
			}
		}
	}
}

func TestHitOutside(t *testing.T) {
	p := shapeText(samples["en"], "en")
	b := p.Break(220)
	if got := b.Hit(-50, -50); got != 0 {
		t.Errorf("above: %d", got)
	}
	if got := b.Hit(5000, b.Height+50); got != len(p.Text()) {
		t.Errorf("below: %d", got)
	}
	if got := b.Hit(5000, b.Lines[0].Height/2); got != b.Lines[0].End {
		t.Errorf("right of the first line: %d, its end is %d", got, b.Lines[0].End)
	}
	empty := shapeText("", "en").Break(100)
	if got := empty.Hit(10, 10); got != 0 {
		t.Errorf("empty: %d", got)
	}
}

func TestRects(t *testing.T) {
	number := []rune(samples["ar"])
	start := 0
	for number[start] != '4' {
		start++
	}
	for _, c := range []struct {
		name, lang string
		width      float32
		start, end int
		want       int // rectangles
	}{
		{"a word", "en", 1000, 0, 9, 1},
		{"over a line's end", "en", 220, 0, 40, 2},
		{"nothing", "en", 1000, 5, 5, 0},
		{"a number in Arabic", "ar", 2000, start, start + 6, 1},
		{"words around a number in Arabic", "ar", 2000, start - 3, start + 3, 2}, // the first half of 45/158 stands apart
		{"all", "zh", 2000, 0, 1000, 1},
	} {
		p := shapeText(samples[c.lang], c.lang)
		if got := p.Break(c.width).Rects(c.start, c.end); len(got) != c.want {
			t.Errorf("%s: %v, want %d rectangles", c.name, got, c.want)
		}
	}
}

func TestWordAt(t *testing.T) {
	for _, c := range []struct {
		text string
		at   int
		want string
	}{
		{"Recalling its resolution", 3, "Recalling"},
		{"Recalling its resolution", 9, " "},
		{"прав трудящихся-мигрантов и", 8, "трудящихся-мигрантов"},
		{"see A/RES/45/158, by which", 12, "A/RES/45/158"},
		{"وإذ تشير إلى", 5, "تشير"},
		{"l’Assemblée générale", 4, "l’Assemblée"},
		{"end.", 3, "."},
		{"end", 99, "end"},
	} {
		p := Shape([]Span{{Text: c.text}}, Setting{Size: 14})
		start, end := p.WordAt(c.at)
		if got := string(p.Text()[start:end]); got != c.want {
			t.Errorf("%q at %d: got %q, want %q", c.text, c.at, got, c.want)
		}
	}
}

func TestDecorations(t *testing.T) {
	spans := []Span{
		{Text: "kept "}, {Text: "inserted ", Style: Underline}, {Text: "deleted", Style: Strike},
		{Text: " and "}, {Text: "moved", Style: DoubleUnderline},
	}
	b := Shape(spans, Setting{Size: 14}).Break(1000)
	var got []string
	for _, d := range b.Decorations() {
		where := "below"
		if d.Y < b.Lines[0].Baseline {
			where = "above"
		}
		got = append(got, fmt.Sprint(d.Span, d.Kind, " ", where))
	}
	want := "[1 8 below 2 32 above 4 16 below 4 16 below]"
	if fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func FuzzShape(f *testing.F) {
	for lang, text := range samples {
		f.Add(text, lang == "ar", float32(200))
	}
	f.Add("a\u202eb\u0301\n\t\u2067ש\u2069 \U0001F1FA\U0001F1F3", true, float32(10))
	f.Fuzz(func(t *testing.T, text string, rightToLeft bool, width float32) {
		p := Shape([]Span{{Text: text}, {Text: text, Style: Bold | Strike}}, Setting{Size: 12, RightToLeft: rightToLeft})
		b := p.Break(width)
		at := 0
		for _, l := range b.Lines {
			if l.Start != at {
				t.Fatalf("a line begins at %d, the one before ends at %d", l.Start, at)
			}
			at = l.End
			for _, g := range l.Glyphs {
				if g.Start < l.Start || g.End > l.End || g.Start >= g.End && g.Start != l.End {
					t.Fatalf("glyph %+v in line %d–%d", g, l.Start, l.End)
				}
			}
		}
		if at != len(p.Text()) {
			t.Fatalf("the lines end at %d of %d", at, len(p.Text()))
		}
		for i := range p.Text() {
			b.Rects(i, i+2)
		}
		if hit := b.Hit(width/2, b.Height/2); hit < 0 || hit > len(p.Text()) {
			t.Fatalf("hit %d", hit)
		}
		b.Decorations()
	})
}
