package diff

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// A single move, and growth by more than the paragraph's own length, in texts of every language.
func TestAlignTexts(t *testing.T) {
	for name, paragraphs := range goldTexts(t) {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(59, uint64(len(paragraphs))))
			for range 200 {
				checkOneMove(t, r, paragraphs)
			}
			for i, p := range paragraphs {
				checkGrowth(t, paragraphs, i, grown(r, p, 1.5))
			}
		})
	}
}

// checkGrowth puts grown in the place of paragraph i, and expects every paragraph where it was.
func checkGrowth(t *testing.T, a []string, i int, grown string) {
	t.Helper()
	b := slices.Clone(a)
	b[i] = grown
	for _, m := range Align(a, b) {
		if len(m.A) != 1 || len(m.B) != 1 || m.A[0] != m.B[0] || m.Moved {
			t.Errorf("%q grew to %q: match %v", a[i], grown, m)
		}
	}
}

// grown adds to a text the given share of invented words, somewhere inside.
func grown(r *rand.Rand, text string, share float64) string {
	words := testWords(text)
	at, n := r.IntN(len(words)), int(share*float64(len(words)))+1
	added := make([]string, n)
	for k := range added {
		added[k] = testWord(r, text)
	}
	return joinTestWords(slices.Insert(words, at, added...), text)
}

// isHanText reports whether a text is written without spaces.
func isHanText(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

func testWords(text string) []string {
	if isHanText(text) {
		return strings.Split(text, "")
	}
	return strings.Fields(text)
}

func joinTestWords(words []string, text string) string {
	if isHanText(text) {
		return strings.Join(words, "")
	}
	return strings.Join(words, " ")
}

// testWord invents a word in the script of a text.
func testWord(r *rand.Rand, text string) string {
	if isHanText(text) {
		return string(rune(0x5000 + r.IntN(400)))
	}
	return fmt.Sprintf("w%d", r.IntN(400))
}

// goldTexts reads the paragraphs of the texts read by hand, without the short ones, by file.
func goldTexts(t *testing.T) map[string][]string {
	t.Helper()
	shared := os.Getenv("MUTATIS_SHARED")
	if shared == "" {
		t.Skip("MUTATIS_SHARED names no folder with texts")
	}
	files, _ := filepath.Glob(filepath.Join(shared, "gold", "*.gold.json"))
	out := map[string][]string{}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		type paragraph struct{ Text string }
		var gold struct{ Preambular, Operative []paragraph }
		if err := json.Unmarshal(raw, &gold); err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, p := range append(gold.Preambular, gold.Operative...) {
			if len(testWords(p.Text)) > 6 {
				texts = append(texts, p.Text)
			}
		}
		if len(texts) > 5 {
			out[strings.TrimSuffix(filepath.Base(f), ".gold.json")] = texts
		}
	}
	if len(out) == 0 {
		t.Fatal("no text under gold has enough paragraphs")
	}
	return out
}
