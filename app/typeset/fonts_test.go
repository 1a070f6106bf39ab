package typeset

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"mutatis/assets"
)

func TestFontsAreSmall(t *testing.T) {
	const most, total = 4 << 20, 6 << 20
	sum := int64(0)
	files, err := fs.Glob(assets.Fonts, "fonts/*.ttf")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fonts: %v", err)
	}
	for _, name := range files {
		info, err := fs.Stat(assets.Fonts, name)
		if err != nil {
			t.Fatal(err)
		}
		sum += info.Size()
		if info.Size() > most {
			t.Errorf("%s has %d bytes, more than %d", name, info.Size(), most)
		}
	}
	if sum > total {
		t.Errorf("the fonts have %d bytes, more than %d", sum, total)
	}
}

func TestFontForCharacter(t *testing.T) {
	for _, c := range []struct {
		character rune
		style     Style
		language  string
		want      string
	}{
		{'A', 0, "en", "NotoSerif-Regular"},
		{'я', Italic, "ru", "NotoSerif-Italic"},
		{'é', Bold | Italic, "fr", "NotoSerif-BoldItalic"},
		{'1', Sans | Bold, "ru", "NotoSansWorld-Bold"},
		{'و', Italic, "ar", "NotoNaskhArabic-Regular"},
		{'و', Bold, "ar", "NotoNaskhArabic-Bold"},
		{'4', 0, "ar", "NotoSerif-Regular"},
		{'،', 0, "ar", "NotoNaskhArabic-Regular"},
		{'决', 0, "zh", "NotoSansWorld-Regular"},
		{'决', Bold, "zh", "NotoSansWorld-Regular-Bold"},
		{'“', 0, "zh", "NotoSansWorld-Regular"},
		{'“', 0, "en", "NotoSerif-Regular"},
		{'4', 0, "zh", "NotoSansWorld-Regular"},
		{'决', 0, "en", "NotoSansWorld-Regular"},
		{'و', Sans, "ru", "NotoNaskhArabic-Regular"},
		{'→', 0, "en", "NotoSansMath-Regular"},
		{'✓', 0, "en", "NotoSansSymbols2-Regular"},
	} {
		got, found := fontFor(c.character, c.style, c.language)
		if !found || got.Name != c.want {
			t.Errorf("%c in %q: got %s (found %v), want %s", c.character, c.language, got.Name, found, c.want)
		}
	}
}

// Quotation marks are wide in Chinese and narrow elsewhere, dashes of two join.
func TestWideMarks(t *testing.T) {
	for _, c := range []struct {
		language string
		want     float32
	}{{"zh", 20}, {"en", 9}} {
		p := Shape([]Span{{Text: "“保护”——"}}, Setting{Size: 20, Language: c.language})
		if got := p.clusters[0].advance; got < c.want*0.95 || got > c.want*1.05 {
			t.Errorf("%s: the quotation mark is %v wide, want %v", c.language, got, c.want)
		}
	}
}

// Every character of the real texts has a glyph in a bundled font.
func TestEveryCharacterOfRealTexts(t *testing.T) {
	root := os.Getenv("MUTATIS_SHARED")
	if root == "" {
		t.Skip("MUTATIS_SHARED is not set")
	}
	seen, read := map[rune]bool{}, 0
	err := filepath.WalkDir(filepath.Join(root, "texts"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".txt") {
			return err
		}
		read++
		text, err := os.ReadFile(path)
		for _, r := range string(text) {
			if !seen[r] && !unicode.IsControl(r) && !bundledHas(r) {
				t.Errorf("%s: no bundled font has %U %q", path, r, r)
			}
			seen[r] = true
		}
		return err
	})
	if err != nil || read == 0 {
		t.Fatalf("read %d texts: %v", read, err)
	}
	t.Logf("%d characters in %d texts", len(seen), read)
}

func bundledHas(r rune) bool {
	for _, f := range documentOrder {
		if has(f.font(0), r) {
			return true
		}
	}
	return invisible(r)
}

func TestMissingCharacterIsVisible(t *testing.T) {
	const adlam = "a \U0010FFFD b" // a private character: no font has it
	WaitForSystemFonts()
	p := Shape([]Span{{Text: adlam}}, Setting{Size: 14})
	if string(p.Missing()) != "\U0010FFFD" {
		t.Fatalf("missing: %q", string(p.Missing()))
	}
	b := p.Break(500)
	digits := 0
	for _, g := range b.Lines[0].Glyphs {
		if g.Start == 2 {
			digits++
		}
	}
	if digits != len("U+10FFFD") {
		t.Errorf("%d glyphs stand for the character", digits)
	}
	if frame := b.Decorations(); len(frame) != 4 {
		t.Errorf("the frame has %d sides", len(frame))
	}
	if rects := b.Rects(2, 3); len(rects) != 1 || rects[0].Width < 20 {
		t.Errorf("it covers %v", rects)
	}
}
