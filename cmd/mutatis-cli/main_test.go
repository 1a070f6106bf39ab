package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mutatis/app/pdf"
	"mutatis/assets"
)

func TestMain(m *testing.M) {
	pdf.Serve()
	os.Exit(m.Run())
}

// desk is a folder with the English sample texts and a library.
type desk struct {
	t      *testing.T
	folder string
	input  string // what comes from the standard input
	seen   bool   // whether a person sits before the output
}

func newDesk(t *testing.T) desk {
	d := desk{t: t, folder: t.TempDir()}
	for _, s := range assets.SampleTexts() {
		if s.Language == "en" {
			d.file(s.File, s.Text)
		}
	}
	return d
}

func (d desk) file(name, text string) string {
	d.t.Helper()
	path := filepath.Join(d.folder, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// call runs the program. Words that begin with @ are files of the desk.
func (d desk) call(line string) (out string, err error) {
	var o, e bytes.Buffer
	args := []string{"--library", filepath.Join(d.folder, "library.mutatis")}
	for _, a := range strings.Fields(line) {
		if name, is := strings.CutPrefix(a, "@"); is {
			a = filepath.Join(d.folder, name)
		}
		args = append(args, strings.ReplaceAll(a, "_", " "))
	}
	for i, a := range args { // only labels have blanks
		if strings.HasPrefix(a, d.folder) {
			args[i] = strings.ReplaceAll(a, " ", "_")
		}
	}
	err = run(args, streams{in: strings.NewReader(d.input), out: &o, err: &e, outSeen: d.seen})
	return o.String() + e.String(), err
}

const (
	tabled  = "A/C.2/80/L.901"
	revised = "A/C.2/80/L.901/Rev.1"
)

// TestAWorkingDay goes through the program as a person does: each line says what to type, how it ends and what it shows.
func TestAWorkingDay(t *testing.T) {
	d := newDesk(t)
	steps := []struct {
		line string
		end  error
		want []string
	}{
		{"read @A_RES_79_908.en.txt", nil, []string{"A/RES/79/908", "PP1", "OP1", "note 1"}},
		{"add @", nil, []string{"new library", "added as 1"}},
		{"add @A_RES_79_908.en.txt", nil, []string{"already there"}},
		{"list", nil, []string{"A/RES/79/908", revised}},
		{"show 79/908", nil, []string{"The General Assembly,", "1."}},
		{"compare 79/908 79/908", nil, []string{"same"}},
		{"compare 78/911 79/908", errDiffers, []string{"{+eightieth+}", "(merged"}},
		{"compare --format html 78/911 79/908", errDiffers, []string{"<ins", "<del"}},
		{"compare @A_RES_78_911.en.txt @A_RES_79_908.en.txt", errDiffers, []string{"(new"}},
		{"history 79/908 PP1", nil, []string{"through its series", "first seen"}},
		{"history 79/908 OP1 --json", nil, []string{`"steps"`, `"births"`, `"event": "first"`}},
		{"history 79/908 OP1 --format html", nil, []string{"<html"}},
		{"status " + tabled + " PP1 OP10 ad-ref", nil, []string{"agreed ad ref: 2"}},
		{"play " + revised, nil, []string{"agreed ad ref"}},
		{"export 79/908 --format txt", nil, []string{"School Garden"}},
		{"export 79/908 --format md", nil, []string{"# 79/908. ", "[^1]: "}},
		{"export 79/908 --format html", nil, []string{"<html"}},
		{"check 79/908", nil, []string{"nothing was found"}},
		{"export 79/908 --format pdf -o @clean.pdf", nil, nil},
		{"export 79/908 -o @clean.docx", nil, nil},
		{"read @clean.docx", nil, []string{"A/RES/79/908", "OP1", "note 1"}},
		{"compare 78/911 79/908 -o @tracked.docx --author Secretariat --comments", errDiffers, nil},
		{"compare @tracked.docx @clean.docx", nil, []string{"same"}},
		{"verify", nil, []string{"as it was stored"}},
		{"help", nil, []string{"compare", "verify"}},
		{"compare --help", nil, []string{"OLDER NEWER"}},
	}
	for _, s := range steps {
		out, err := d.call(s.line)
		if !errors.Is(err, s.end) || (s.end == nil) != (err == nil) {
			t.Errorf("%s ended with %v", s.line, err)
		}
		for _, w := range s.want {
			if !strings.Contains(out, w) {
				t.Errorf("%s does not show %q:\n%s", s.line, w, out)
			}
		}
	}
}

// TestTrouble: what cannot be done gets one sentence.
func TestTrouble(t *testing.T) {
	d := newDesk(t)
	d.file("empty.txt", "")
	d.file("foreign.mutatis", "no library at all, but long enough to be looked at as one")
	for line, want := range map[string]string{
		"fly":                                "no command",
		"read":                               "read wants TEXT",
		"read @empty.txt":                    "empty",
		"read @none.txt":                     "no file",
		"compare 1 2":                        "there is no library",
		"show A/RES/1/1":                     "there is no library",
		"export @A_RES_79_908.en.txt":        "--format",
		"history 79/908":                     "only \"79/908\" was named",
		"history @A_RES_79_908.en.txt OP1":   "add it first",
		"status @A_RES_79_908.en.txt":        "add it first",
		"add @A_RES_79_908.en.txt --date 12": "a date like",
		"list --library @foreign.mutatis":    "library",
	} {
		out, err := d.call(line)
		if err == nil || errors.Is(err, errDiffers) {
			t.Errorf("%s: answered %q", line, out)
		} else if !strings.Contains(err.Error()+out, want) {
			t.Errorf("%s: %v", line, err)
		}
	}
}

// TestReadingMakesNoLibrary: what is done with files alone leaves nothing behind.
func TestReadingMakesNoLibrary(t *testing.T) {
	d := newDesk(t)
	for _, line := range []string{"read @A_RES_79_908.en.txt --json", "compare @A_RES_78_911.en.txt @A_RES_79_908.en.txt --json"} {
		out, err := d.call(line)
		if err != nil && !errors.Is(err, errDiffers) {
			t.Fatal(err)
		}
		if !json.Valid([]byte(out)) {
			t.Errorf("%s printed no JSON: %.200s", line, out)
		}
	}
	if _, err := os.Stat(filepath.Join(d.folder, "library.mutatis")); !os.IsNotExist(err) {
		t.Error("a library was made")
	}
}

// TestReadJSONReadsBack: what read --json prints is a text again.
func TestReadJSONReadsBack(t *testing.T) {
	d := newDesk(t)
	first, err := d.call("read --json @A_RES_79_908.en.txt")
	if err != nil {
		t.Fatal(err)
	}
	d.file("again.json", first)
	if second, err := d.call("read --json @again.json"); err != nil || second != first {
		t.Errorf("%v\n%s\n%s", err, first, second)
	}
	if out, err := d.call("compare @A_RES_79_908.en.txt @again.json"); err != nil {
		t.Errorf("they differ: %v\n%s", err, out)
	}
}

// TestAgreementOfTheSample: what was agreed in the L-document stands in Rev.1 where the words do, and is lost where not.
func TestAgreementOfTheSample(t *testing.T) {
	d := newDesk(t)
	for _, line := range []string{"add @", "status " + tabled + " PP1 PP5 ad-ref"} {
		if _, err := d.call(line); err != nil {
			t.Fatal(err)
		}
	}
	out, err := d.call("play --json " + revised)
	if err != nil {
		t.Fatal(err)
	}
	var play struct {
		Paragraphs []struct {
			Label, Status, Was string
			Lost               bool `json:"words_changed_since_agreed"`
		}
	}
	if err := json.Unmarshal([]byte(out), &play); err != nil {
		t.Fatal(err)
	}
	stands, lost := 0, 0
	for _, p := range play.Paragraphs {
		switch {
		case p.Label == "PP1" && p.Status == "agreed ad ref" && !p.Lost:
			stands++
		case p.Label == "PP5" && p.Status == "open" && p.Was == "agreed ad ref" && p.Lost:
			lost++
		}
	}
	if stands != 1 || lost != 1 {
		t.Errorf("%d stand, %d are lost:\n%s", stands, lost, out)
	}
}
