package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRealSeries follows every paragraph of real series: each paragraph of each body is one cell of one row, its history
// passes through it, and where its words come from adds up to its words.
func TestRealSeries(t *testing.T) {
	root := os.Getenv("MUTATIS_SHARED")
	if root == "" {
		t.Skip("MUTATIS_SHARED names no folder with real texts")
	}
	for _, name := range []string{"cuba-embargo", "iaea-report", "migrant-workers-convention"} {
		t.Run(name, func(t *testing.T) {
			l, err := newApp(t).livesOfFolder(t, filepath.Join(root, "texts", name))
			must(t, err)
			checkPicture(t, l)
		})
	}
}

// livesOfFolder imports the texts of a folder as one series and follows its paragraphs.
func (a *App) livesOfFolder(t *testing.T, folder string) (*Lives, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	must(t, err)
	var last Text
	for _, file := range files {
		if strings.Contains(file, "pdftotext") {
			continue // another extraction of a text that is there
		}
		i, err := ReadFile(file)
		must(t, err)
		must(t, a.Propose(i))
		i.Place.Series = last.Series
		last, _, err = a.Add(i)
		must(t, err)
	}
	if last.ID == 0 {
		t.Skipf("%s holds no texts", folder)
	}
	s, err := a.Stored(last.ID)
	must(t, err)
	return a.Lives(s)
}

func checkPicture(t *testing.T, l *Lives) {
	t.Helper()
	p := l.Picture()
	drawn := make([]map[int]bool, len(p.Texts))
	for n := range drawn {
		drawn[n] = map[int]bool{}
	}
	for _, r := range p.Rows {
		for n, c := range r.Cells {
			if c.There() {
				if drawn[n][c.Index] {
					t.Errorf("%s: paragraph %d is drawn twice", p.Texts[n].Name(), c.Index)
				}
				drawn[n][c.Index] = true
				if n == r.First || n == r.Last {
					checkHistory(t, l, n, c.Index)
				}
			}
			if (c.Event == FirstSeen || c.Event == SplitUp && n == r.First) != (n == r.First) {
				t.Errorf("%s of %s: %s in column %d, first in %d", r.Label, p.Texts[r.Last].Name(), c.Event, n, r.First)
			}
		}
	}
	for n, s := range l.Texts {
		for i, paragraph := range s.Draft.Paragraphs {
			if drawn[n][i] == aroundBody[paragraph.Kind] {
				t.Errorf("%s: paragraph %d (%s) is drawn: %v", s.Text.Name(), i, paragraph.Kind, drawn[n][i])
			}
		}
	}
}

func checkHistory(t *testing.T, l *Lives, text, paragraph int) {
	t.Helper()
	h, err := l.History(l.Texts[text].Text.ID, paragraph)
	must(t, err)
	there, words := false, ""
	for _, s := range h.Steps {
		there = there || s.Text.ID == h.Text.ID && s.Index == paragraph
	}
	for _, b := range h.Births {
		words += b.Words
	}
	if !there || words != l.Texts[text].Draft.Paragraphs[paragraph].Text {
		t.Errorf("%s, paragraph %d: its history passes through it: %v; its words are told as %q", h.Text.Name(), paragraph, there, words)
	}
}
