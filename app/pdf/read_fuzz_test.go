package pdf

import (
	"strings"
	"testing"
)

// FuzzRebuild makes texts of glyphs that stand anywhere. None of their letters is lost or doubled.
func FuzzRebuild(f *testing.F) {
	f.Add(pack(glyphsOf("(أ) الأمم المتحدة 45/158", true)), uint8(1))
	f.Add(pack(glyphsOf("1. Решает встретиться¹ в 2005 году,", false)), uint8(2))
	f.Fuzz(func(t *testing.T, packed []byte, pages uint8) {
		if len(packed) > 40_000 {
			return
		}
		n := int(pages%4) + 1
		var sheets []sheet
		for i := range n {
			part := packed[i*len(packed)/n/packedGlyph*packedGlyph : (i+1)*len(packed)/n/packedGlyph*packedGlyph]
			sheets = append(sheets, sheet{Right: 595, Top: 842, Packed: part, Rules: []ruling{{60, 700, 500, 701}, {60, 100, 160, 100.5}}})
		}
		b := newRebuilder(answer{Sheets: sheets, Faces: []face{{Name: "Roman"}, {Name: "Bold", Bold: true}}}, ReadOptions{})
		r, err := b.reading(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if off := lettersOff(sheets, r.Draft); off != "" && !strings.Contains(off, "ـ") {
			t.Errorf("%s\nin %+v", off, r.Draft)
		}
		if lines := linesOfSource(r.Source); len(lines) != len(r.Lines) {
			t.Errorf("%d lines have %d places", len(lines), len(r.Lines))
		}
	})
}

// glyphsOf sets a line of text, one glyph a character.
func glyphsOf(text string, fromRight bool) []glyph {
	var glyphs []glyph
	x := float32(100)
	step := float32(6)
	if fromRight {
		x, step = 500, -6
	}
	for _, r := range text {
		glyphs = append(glyphs, glyph{Rune: r, X: x, Y: 600, Left: x, Right: x + 6, Size: 11})
		x += step
	}
	return glyphs
}
