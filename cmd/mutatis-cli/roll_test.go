package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A text of the library that is rolled on is kept there, in the series of the old one and after it; once.
func TestRollIsKept(t *testing.T) {
	d := newDesk(t)
	if _, err := d.call("add @"); err != nil {
		t.Fatal(err)
	}
	out, err := d.call("roll 79/908 --session 80")
	for _, want := range []string{"kept as", "zero draft of session 80, from A/RES/79/908", "To look at", "“Seventy-ninth session” → “Eightieth session”", "79/908 of 19 December 2024"} {
		if err != nil || !strings.Contains(out, want) {
			t.Errorf("%v: %q is not in\n%s", err, want, out)
		}
	}
	if again, err := d.call("roll 79/908 --session 80"); err != nil || strings.SplitN(again, ",", 2)[0] != strings.SplitN(out, ",", 2)[0] {
		t.Errorf("rolled on again it is another text: %v\n%s", err, again)
	}
	list, _ := d.call("list --json")
	var texts struct {
		Texts []struct{ Label, Series, Stage string }
	}
	if err := json.Unmarshal([]byte(list), &texts); err != nil {
		t.Fatal(err)
	}
	kept := 0
	for _, x := range texts.Texts {
		if strings.HasPrefix(x.Label, "zero draft") && x.Series == texts.Texts[0].Series && x.Stage == "working" {
			kept++
		}
	}
	if kept != 1 {
		t.Errorf("kept %d times: %s", kept, list)
	}
}

// A file that is rolled on makes no library; with -o the draft is written in the format of the file's name.
func TestRollOfAFile(t *testing.T) {
	d := newDesk(t)
	out, err := d.call("roll @A_RES_79_908.en.txt --session 80")
	if err != nil || !strings.Contains(out, "Eightieth session") || !strings.Contains(out, "The General Assembly,") {
		t.Errorf("%v\n%s", err, out)
	}
	for _, format := range []string{"docx", "pdf", "html", "txt", "md", "json"} {
		if out, err = d.call("roll @A_RES_79_908.en.txt --session 80 -o @zero." + format); err != nil || !strings.Contains(out, "To look at") || strings.Contains(out, "kept as") {
			t.Errorf("%s: %v\n%s", format, err, out)
		}
		if read, err := d.call("read @zero." + format); format != "html" && format != "md" && (err != nil || !strings.Contains(read, "79/908")) {
			t.Errorf("%s does not read back: %v\n%s", format, err, read)
		}
	}
	if _, err := os.Stat(filepath.Join(d.folder, "library.mutatis")); err == nil {
		t.Error("rolling a file on made a library")
	}
}

func TestRollJSON(t *testing.T) {
	d := newDesk(t)
	out, err := d.call("roll @A_RES_79_908.en.txt --session 80 --json")
	if err != nil {
		t.Fatal(err)
	}
	var answer rolledJSON
	if err := json.Unmarshal([]byte(out), &answer); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	looks := 0
	for _, p := range answer.Places {
		if p.Why == "" || strings.HasPrefix(p.Why, "roll.why") || p.Done != (p.Was != p.Now) {
			t.Errorf("place %+v", p)
		}
		if p.Look {
			looks++
		}
	}
	if answer.From != "A/RES/79/908" || answer.Session != 80 || answer.Kept != nil || looks == 0 || !strings.Contains(string(answer.Draft), `"Eightieth session"`) {
		t.Errorf("answer %s", out)
	}
}

func TestRollRefuses(t *testing.T) {
	d := newDesk(t)
	for line, want := range map[string]string{
		"roll @A_RES_79_908.en.txt":                            "--session 80",
		"roll @A_RES_79_908.en.txt --session 79":               "does not come after",
		"roll @A_RES_79_908.en.txt --session 400":              "too far",
		"roll @A_RES_79_908.en.txt --session 80 -o @nothing":   "--format",
		"roll @A_RES_79_908.en.txt --session 80 --format docx": "", // into a pipe it goes
	} {
		out, err := d.call(line)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v %.80s", line, err, out)
		}
	}
}
