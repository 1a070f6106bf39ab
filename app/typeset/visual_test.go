package typeset

import (
	"strings"
	"testing"
)

// seen reads a line from left to right, letters of right-to-left words turned round: what an eye meets.
func seen(p *Paragraph, l Line) string {
	var out strings.Builder
	for _, c := range l.pieces {
		part := append([]rune(nil), p.text[c.start:c.end]...)
		if c.rightToLeft {
			for i, j := 0, len(part)-1; i < j; i, j = i+1, j-1 {
				part[i], part[j] = part[j], part[i]
			}
		}
		out.WriteString(string(part))
	}
	return out.String()
}

func turned(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

// Numbers, symbols and brackets in right-to-left lines, and right-to-left words in left-to-right ones.
func TestVisualOrder(t *testing.T) {
	const resolution, of, arabic = "قرارها", "المؤرخ", "عربي"
	for _, c := range []struct {
		name        string
		rightToLeft bool
		text, want  string
	}{
		{"number", true, resolution + " 45/158 " + of, turned(of) + " 45/158 " + turned(resolution)},
		{"symbol in brackets", true, resolution + " (A/RES/45/158) " + of, turned(of) + " )A/RES/45/158( " + turned(resolution)},
		{"space at the end", true, resolution + " ", " " + turned(resolution)},
		{"left to right", false, "the word " + arabic + " means", "the word " + turned(arabic) + " means"},
		{"number after a foreign word", false, "the " + arabic + " 45 words", "the 45 " + turned(arabic) + " words"},
		{"number between foreign words", false, "a " + arabic + " 45 " + of + " b", "a " + turned(of) + " 45 " + turned(arabic) + " b"},
	} {
		p := Shape([]Span{{Text: c.text}}, Setting{Size: 14, RightToLeft: c.rightToLeft, Language: "ar"})
		if got := seen(p, p.Break(1000).Lines[0]); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// A bracket of a right-to-left run is drawn mirrored: the glyph of the opening one is that of ")".
func TestBracketsAreMirrored(t *testing.T) {
	p := Shape([]Span{{Text: "(قرار)"}}, Setting{Size: 14, RightToLeft: true, Language: "ar"})
	glyphs := p.Break(500).Lines[0].Glyphs
	left, _ := glyphs[0].Font.Glyph('(')
	if got := glyphs[0]; got.ID != left || got.Start != 5 {
		t.Errorf("leftmost glyph is %d of code point %d, want %d of 5", got.ID, got.Start, left)
	}
}

// Letters join across spans: a word of which half was inserted keeps its forms.
func TestArabicJoinsAcrossSpans(t *testing.T) {
	whole := Shape([]Span{{Text: "قرارها"}}, Setting{Size: 14, RightToLeft: true, Language: "ar"}).Break(500)
	parted := Shape([]Span{{Text: "قرا"}, {Text: "رها", Style: Underline}}, Setting{Size: 14, RightToLeft: true, Language: "ar"}).Break(500)
	for i, g := range whole.Lines[0].Glyphs {
		if got := parted.Lines[0].Glyphs[i]; got.ID != g.ID {
			t.Errorf("glyph %d is %d, in one span %d", i, got.ID, g.ID)
		}
	}
}

func TestRaisedIsSmallerAndHigher(t *testing.T) {
	b := Shape([]Span{{Text: "Rights"}, {Text: "1", Style: Raised}, {Text: " and"}}, Setting{Size: 20}).Break(500)
	for _, g := range b.Lines[0].Glyphs {
		if raised := g.Span == 1; raised != (g.Y < b.Lines[0].Baseline) || raised != (g.Size < 20) {
			t.Errorf("span %d stands at %v with size %v", g.Span, g.Y, g.Size)
		}
	}
}

// A note call never begins a line.
func TestNoteCallStaysWithItsWord(t *testing.T) {
	p := Shape([]Span{{Text: "人权"}, {Text: "1", Style: Raised}, {Text: "和"}}, Setting{Size: 14, Language: "zh"})
	if got := p.opportunities(); got != "人|权1|和" {
		t.Errorf("got %q", got)
	}
}
