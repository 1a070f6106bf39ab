package docx

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// gold is what a person found in a text.
type gold struct {
	Symbol     string
	Preambular []goldParagraph
	Operative  []goldParagraph
	Footnotes  []resolution.Footnote
}

type goldParagraph struct {
	Number, Label, Text string
	Marked              string `json:"text_marked"`
	Sub                 []goldParagraph
}

// flat lists paragraphs with their subparagraphs, calls in their places.
func (p goldParagraph) flat(kind string) []string {
	marked := p.Marked
	if marked == "" {
		marked = p.Text
	}
	number := strings.TrimSpace(strings.Trim(p.Number, ".- "))
	if p.Label != "" {
		kind, number = "subparagraph", p.Label
	}
	lines := []string{kind + "|" + number + "|" + marked}
	for _, s := range p.Sub {
		lines = append(lines, s.flat("subparagraph")...)
	}
	return lines
}

// TestGold reads Word files that a person has read before.
func TestGold(t *testing.T) {
	folder := os.Getenv("MUTATIS_SHARED")
	files, _ := filepath.Glob(filepath.Join(folder, "gold", "*.docx"))
	if folder == "" || len(files) == 0 {
		t.Skip("MUTATIS_SHARED names no folder with texts to compare with")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(strings.TrimSuffix(file, ".docx") + ".gold.json")
			if err != nil {
				t.Fatal(err)
			}
			var g gold
			if err := json.Unmarshal(text, &g); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d := mustRead(t, data, Accepted)
			var want, got []string
			for _, p := range g.Preambular {
				want = append(want, p.flat("preambular")...)
			}
			for _, p := range g.Operative {
				want = append(want, p.flat("operative")...)
			}
			for _, p := range d.Draft.Paragraphs {
				if p.Kind == resolution.Preambular || p.Kind == resolution.Operative || p.Kind == resolution.Subparagraph {
					got = append(got, string(p.Kind)+"|"+p.Number+"|"+withCalls(p))
				}
			}
			for _, n := range g.Footnotes {
				want = append(want, n.Number+" "+n.Text)
			}
			for _, n := range d.Draft.Footnotes {
				got = append(got, n.Number+" "+n.Text)
			}
			slices.Sort(got) // the preambles of parts stand together there
			slices.Sort(want)
			compare(t, blanks.Replace(strings.Join(got, "\n")), blanks.Replace(strings.Join(want, "\n")))
			if d.Draft.Symbol != g.Symbol {
				t.Errorf("symbol %q, want %q", d.Draft.Symbol, g.Symbol)
			}
		})
	}
}

var blanks = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2011", "-")
