package pdf

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"mutatis/app/resolution"
	"mutatis/assets"
)

// TestPrintedTextsReadBack prints the texts of the sample library and those of testdata, and reads them back out of
// the pages: the same draft, whatever the paper.
func TestPrintedTextsReadBack(t *testing.T) {
	for _, s := range assets.SampleTexts() {
		d, _ := resolution.ReadText(s.Text)
		readBack(t, s.File, d, Options{Now: time.Unix(1.76e9, 0)})
		readBack(t, s.File+" on letter paper, labelled", d, Options{Paper: Letter, Label: "Sample", Hash: "3f9a 77c1", Now: time.Unix(1.76e9, 0)})
	}
	for _, l := range languages {
		d := readDraft(t, l)
		d.Paragraphs[0].Number = d.Number
		inAnnex(d.Paragraphs)
		readBack(t, l+".draft", d, Options{Now: time.Unix(1.76e9, 0)})
	}
}

// inAnnex gives the paragraphs of an annex the kinds a reader gives them.
func inAnnex(paragraphs []resolution.Paragraph) {
	annexed := false
	for i := range paragraphs {
		p := &paragraphs[i]
		annexed = annexed || p.Kind == resolution.Annex
		switch {
		case annexed && (p.Kind == resolution.Operative || p.Kind == resolution.Unknown):
			p.Kind = resolution.Annex
		case p.Kind == resolution.Heading && p.Number != "":
			p.Kind = resolution.Part
		}
	}
}

func readBack(t *testing.T, name string, d resolution.Draft, o Options) {
	t.Helper()
	t.Run(name, func(t *testing.T) {
		var b bytes.Buffer
		if err := Write(&b, d, o); err != nil {
			t.Fatal(err)
		}
		r, err := Read(context.Background(), b.Bytes(), ReadOptions{})
		if err != nil {
			t.Fatal(err)
		}
		want, got := outlineOf(d), outlineOf(r.Draft)
		if strings.HasSuffix(name, ".draft") { // its labels skip some, so that no reader can tell their level
			want, got = withoutLevels(want), withoutLevels(got)
		}
		for i := range max(len(want), len(got)) {
			if a, b := lineAt(want, i), lineAt(got, i); a != b {
				t.Errorf("printed %s\nread    %s", a, b)
			}
		}
		if folder := os.Getenv("MUTATIS_PAGES"); t.Failed() && folder != "" {
			if err := os.WriteFile(filepath.Join(folder, filepath.Base(name)+".pdf"), b.Bytes(), 0o600); err != nil {
				t.Error(err)
			}
		}
	})
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "nothing"
}

var level = regexp.MustCompile(`^(subparagraph "[^"]*") \d`)

func withoutLevels(lines []string) []string {
	for i := range lines {
		lines[i] = level.ReplaceAllString(lines[i], "$1")
	}
	return lines
}

// outlineOf is a draft line by line.
func outlineOf(d resolution.Draft) []string {
	h := d.Header
	lines := []string{
		fmt.Sprintf("symbol %s number %s language %s", d.Symbol, d.Number, d.Language),
		fmt.Sprintf("session %q agenda %q", h.Session, h.AgendaItem),
		fmt.Sprintf("adoption %q basis %q sponsors %q", h.Adoption, h.Basis, h.Sponsors),
	}
	for _, p := range d.Paragraphs {
		lines = append(lines, fmt.Sprintf("%s %q %d %v %s", p.Kind, strings.TrimSuffix(p.Number, "."), p.Level, p.Notes, p.Text))
	}
	for _, f := range d.Footnotes {
		lines = append(lines, "note "+f.Number+" "+f.Text)
	}
	return lines
}
