package akn

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"mutatis/app/resolution"
)

var update = flag.Bool("update", false, "write the goldens in testdata anew")

// foreignFiles are files as other programs write them, in our own words.
func foreignFiles(t testing.TB) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.xml")
	if err != nil || len(paths) < 6 {
		t.Fatalf("%d files, %v", len(paths), err)
	}
	files := map[string][]byte{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[strings.TrimSuffix(filepath.Base(path), ".xml")] = data
	}
	return files
}

// TestForeign reads files of other programs. What is expected stands in testdata, to be read by people.
func TestForeign(t *testing.T) {
	for name, data := range foreignFiles(t) {
		t.Run(name, func(t *testing.T) {
			got := readout(mustRead(t, data))
			golden := filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs: look at it with -update and git diff\n%s", golden, got)
			}
		})
	}
}

// readout is everything that was recognised, in a form for people. Openings are in italics, written _so_.
func readout(doc *Document) string {
	d := doc.Draft
	var b strings.Builder
	h := d.Header
	for _, field := range [][2]string{
		{"symbol", d.Symbol}, {"number", d.Number}, {"language", string(d.Language)}, {"stage", string(d.Stage)}, {"date", d.Date}, {"organization", h.Organization},
		{"printed symbol", h.Symbol}, {"distribution", h.Distribution}, {"distributed", h.Date}, {"session", h.Session}, {"committee", h.Committee},
		{"agenda item", h.AgendaItem}, {"adoption", h.Adoption}, {"basis", h.Basis}, {"sponsors", h.Sponsors}, {"other", strings.Join(h.Other, " / ")},
		{"meeting", d.Closing.Meeting}, {"closing date", d.Closing.Date}, {"vote", d.Closing.Vote},
	} {
		if field[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", field[0], field[1])
		}
	}
	for _, p := range d.Paragraphs {
		opening := string([]rune(p.Text)[:p.Opening])
		if opening != "" {
			opening = " _" + opening + "_"
		}
		fmt.Fprintf(&b, "%s%s|%s|%s%s\n", strings.Repeat("  ", p.Level), p.Kind, p.Number, withCalls(p), opening)
	}
	for _, n := range d.Footnotes {
		fmt.Fprintf(&b, "[^%s] %s\n", n.Number, n.Text)
	}
	for _, l := range d.LeftOut {
		fmt.Fprintf(&b, "left out: %s\n", l)
	}
	for _, p := range doc.Problems {
		fmt.Fprintf(&b, "problem at %d: %s\n", p.Paragraph, p.Message)
	}
	return b.String()
}

func withCalls(p resolution.Paragraph) string {
	runes := []rune(p.Text)
	text, at := "", 0
	for _, n := range p.Notes {
		text += string(runes[at:n.Offset]) + "[^" + n.Number + "]"
		at = n.Offset
	}
	return text + string(runes[at:])
}

// everyWord lists the words that a file holds beside its names.
func everyWord(t testing.TB, data []byte) []string {
	root, err := parse(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(*node)
	walk = func(n *node) {
		b.WriteString(n.text + " ")
		for _, k := range n.kids {
			if !dropped[k.name] {
				walk(k)
			}
		}
	}
	walk(root)
	return strings.FieldsFunc(b.String(), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) })
}

// lost are the words of a file that are nowhere in what was read of it.
func lost(t testing.TB, data []byte, doc *Document) []string {
	draft, err := resolution.MarshalRead(doc.Draft, nil)
	if err != nil {
		t.Fatal(err)
	}
	var missing []string
	for _, word := range everyWord(t, data) {
		if !strings.Contains(string(draft), word) {
			missing = append(missing, word)
		}
	}
	return missing
}

func TestNoWordIsLost(t *testing.T) {
	for name, data := range foreignFiles(t) {
		if missing := lost(t, data, mustRead(t, data)); len(missing) > 0 {
			t.Errorf("%s: lost are %q", name, missing)
		}
	}
}
