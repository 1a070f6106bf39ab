package resolution

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestTraps reads the texts of testdata/traps, each of which lays one trap for a reader. Below the line of equals signs
// stands what must come out: fields of the head as "name: value", notes and problems, and every paragraph of the body as
// its kind, its number and its text, of which the middle may be left out: "op 1 Welcomes …;".
func TestTraps(t *testing.T) {
	files, err := filepath.Glob("testdata/traps/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in testdata/traps: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text, want, ok := strings.Cut(string(data), "\n=====\n")
			if !ok {
				t.Fatal("no line of equals signs")
			}
			d, problems := ReadText(text)
			for _, miss := range misses(d, problems, want) {
				t.Error(miss)
			}
			if lost, doubled := unaccounted(text, d); lost != "" || doubled != "" {
				t.Errorf("lost %s, doubled %s", lost, doubled)
			}
			if t.Failed() {
				for _, p := range d.Paragraphs {
					t.Logf("%s %s %s", p.Kind, p.Number, withCalls(p))
				}
				t.Logf("head %+v\nleft out %q\nproblems %v", d.Header, d.LeftOut, problems)
			}
		})
	}
}

// traps are the texts of testdata/traps alone.
func traps(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/traps/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in testdata/traps: %v", err)
	}
	var all []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, _, _ := strings.Cut(string(data), "\n=====\n")
		all = append(all, text)
	}
	return all
}

// misses lists what a reading lacks of what a trap's text must give.
func misses(d Draft, problems []Problem, want string) []string {
	var found []string
	fields := headFields(d)
	body := bodyParagraphs(d)
	for row := range strings.Lines(want) {
		row = strings.TrimRight(row, "\n")
		name, value, _ := strings.Cut(row, " ")
		field, isField := strings.CutSuffix(name, ":")
		switch {
		case row == "":
		case field == "problem":
			if !strings.Contains(fmt.Sprint(problems), value) {
				found = append(found, "no problem says "+value)
			}
		case name == "note":
			number, text, _ := strings.Cut(value, " ")
			if n, ok := d.Footnote(number); !ok || !fits(n.Text, text) {
				found = append(found, fmt.Sprintf("note %s is %q", number, n.Text))
			}
		case isField:
			if fields[field] != value {
				found = append(found, fmt.Sprintf("%s is %q, not %q", field, fields[field], value))
			}
		case len(body) == 0:
			found = append(found, "missing: "+row)
		default:
			if !paragraphFits(body[0], name, value) {
				found = append(found, fmt.Sprintf("%s: got %s %s %s", row, body[0].Kind, body[0].Number, withCalls(body[0])))
			}
			body = body[1:]
		}
	}
	if strings.Contains("\n"+want, "\nop ") {
		for _, p := range body {
			found = append(found, fmt.Sprintf("too much: %s %s %s", p.Kind, p.Number, p.Text))
		}
	}
	return found
}

// shortKinds are how traps write kinds.
var shortKinds = map[string]Kind{"pp": Preambular, "op": Operative, "sub": Subparagraph}

func paragraphFits(p Paragraph, kind, value string) bool {
	if short, ok := shortKinds[kind]; ok {
		kind = string(short)
	}
	rest, ok := strings.CutPrefix(value, p.Number)
	return ok && p.Kind == Kind(kind) && fits(withCalls(p), strings.TrimPrefix(rest, " "))
}

// fits reports a text that is the pattern's, in which "…" stands for anything.
func fits(text, pattern string) bool {
	pieces := strings.Split(pattern, "…")
	text, ok := strings.CutPrefix(text, pieces[0])
	for i, piece := range pieces[1:] {
		if i == len(pieces)-2 {
			return ok && strings.HasSuffix(text, piece)
		}
		_, text, ok = strings.Cut(text, piece)
	}
	return ok && text == ""
}

// withCalls is a paragraph's text with its note calls: "Rights,[^1]".
func withCalls(p Paragraph) string {
	return p.marked(func(number string) string { return "[^" + number + "]" })
}

func bodyParagraphs(d Draft) []Paragraph {
	var body []Paragraph
	for _, p := range d.Paragraphs {
		if p.Kind != Title && p.Kind != Organ && p.Kind != Closing {
			body = append(body, p)
		}
	}
	return body
}

func headFields(d Draft) map[string]string {
	h := d.Header
	return map[string]string{
		"symbol": d.Symbol, "number": d.Number, "title": d.Title(), "organ": d.Organ(), "language": string(d.Language),
		"session": strconv.Itoa(d.Session), "stage": string(d.Stage), "date": d.Date, "meeting": d.Closing.Meeting,
		"vote": d.Closing.Vote, "item": h.AgendaItem, "sponsors": strings.Join(d.Sponsors, "; "), "committee": h.Committee,
		"distribution": h.Distribution, "original": h.Original, "adoption": h.Adoption, "basis": h.Basis,
	}
}
