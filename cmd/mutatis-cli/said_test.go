package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSaid: what is typed wrongly gets one sentence that says what is wrong and what to do, and no word of a library of ours.
func TestSaid(t *testing.T) {
	d := newDesk(t)
	d.file("x.json", `{"x":1}`)
	d.file("list.json", `[{"kind":"operative","number":"1","text":"a"}]`)
	d.file("broken.json", `[{"text":"a"`)
	d.file("typed.json", `[{"text":1}]`)
	d.file("bare.json", `[{"kind":"operative"}]`)
	d.file("plain.age", "no encrypted file at all")
	d.file("begun.age", "age-encryption.org/v1\n")
	t.Setenv("MUTATIS_PASSPHRASE", "")
	d.must("add @")
	for line, want := range map[string]string{
		"compre 1 2":                                "did you mean mutatis-cli compare?",
		"hlep":                                      "mutatis-cli help lists them",
		"help compre":                               "did you mean mutatis-cli compare?",
		"compare 1":                                 `compare wants OLDER NEWER, and only "1" was named`,
		"compare 1 2 3":                             `"3" is too many`,
		"list 1":                                    "list takes no name",
		"compare 1 2 --fromat html":                 "did you mean --format?",
		"compare 1 2 --zzz":                         "mutatis-cli help compare lists those it has",
		"compare 1 2 --format htm":                  "did you mean html?",
		"compare 1 2 --format":                      "--format wants a value",
		"compare 1 2 --format --json":               "--format wants a value",
		"precedents 1 --limit many":                 "--limit wants a number",
		"list --json=perhaps":                       "--json takes no value",
		"list --language de":                        "--language wants ar, zh, en, fr, ru or es",
		"read @x.json":                              `no list "paragraphs"`,
		"add @x.json":                               "was not added",
		"align @broken.json @list.json":             "broken.json: the JSON breaks off",
		"align @list.json @typed.json":              `typed.json: line 1: "text" must be text`,
		"align @bare.json @list.json":               `bare.json: paragraph 1 of the list has no "text"`,
		"align @x.json @list.json":                  "x.json: this is an object",
		"align @list.json @none.json":               "there is no file",
		"read @":                                    "mutatis-cli add",
		"compare @ 1":                               "is a folder",
		"status 1 OP1 agred":                        `"agred" is no status: say open, bracketed, ad-ref or agreed: did you mean agreed?`,
		"status 1 OP1":                              "after the paragraphs say what they are",
		"status 1 agreed":                           "of which paragraphs",
		"status 1 OP99 agreed":                      "they run PP1 to",
		`precedents --phrase "school_gardens`:       "never closed",
		"precedents --phrase «school_gardens":       "never closed",
		"compare 1 2 -o @none/x":                    "none/x: there is no such folder",
		"compare 1 2 -o @":                          "it is a folder",
		"export 1":                                  "export wants a format: --format pdf",
		"decrypt @plain.age @new":                   "not an encrypted copy",
		"decrypt @none.age @new":                    "there is no file",
		"merge @none.mutatis":                       "there is no library",
		"restore @begun.age":                        "set MUTATIS_PASSPHRASE",
		"decrypt @begun.age @new":                   "set MUTATIS_PASSPHRASE",
		"merge @begun.age":                          "mutatis-cli decrypt",
		"restore @none.mutatis":                     "there is no backup",
		"compare - -":                               "holds one text",
		"history @A_RES_79_908.en.txt OP1":          "add it first",
		"--library @none.mutatis read A/RES/79/908": "there is no library",
		"merge @x.json --library @made.mutatis":     "not a Mutatis library",
		"add @none.txt --library @made.mutatis":     "there is no file",
		"precedents --organ UN --phrase school":     "--organ wants GA, SC, ECOSOC or HRC",
		"add @A_RES_79_908.en.txt --stage adoptd":   "did you mean adopted?",
	} {
		d.input = "The General Assembly,\n\n1. Decides."
		out, err := d.call(line)
		if err == nil || errors.Is(err, errDiffers) {
			t.Errorf("%s: answered %q, %v", line, out, err)
			continue
		}
		said := err.Error() + out
		if !strings.Contains(said, want) {
			t.Errorf("%s: %v\n%s", line, err, out)
		}
		for _, ours := range []string{"flag provided", "json: cannot", "Go struct", ".mutatis-", "unmarshal", "invalid character 'u'"} {
			if strings.Contains(said, ours) {
				t.Errorf("%s says %q: %v", line, ours, err)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(d.folder, "made.mutatis")); err == nil {
		t.Error("a library was made for what was not there")
	}
}

// TestOnlyAddMakesALibrary: a mistyped library is said to be missing and is not made by whatever only reads.
func TestOnlyAddMakesALibrary(t *testing.T) {
	d := newDesk(t)
	for _, line := range []string{
		"list", "show 1", "read 79/908", "check 1", "export 1 --format txt", "compare 1 2", "compare 1 @A_RES_79_908.en.txt", "history 1 OP1",
		"precedents 1", "precedents --phrase gardens", "status 1", "status 1 OP1 agreed", "play 1", "verify", "backup @copy.mutatis",
	} {
		if out, err := d.call(line); err == nil || !strings.Contains(err.Error(), "there is no library") || !strings.Contains(err.Error(), "library.mutatis") {
			t.Errorf("%s: %v %s", line, err, out)
		}
		if _, err := os.Stat(filepath.Join(d.folder, "library.mutatis")); err == nil {
			t.Fatalf("%s made a library", line)
		}
	}
	if out := d.must("add @A_RES_79_908.en.txt"); !strings.Contains(out, "new library "+filepath.Join(d.folder, "library.mutatis")) {
		t.Error("the new library is not told of:", out)
	}
	if out := d.must("add @A_RES_78_911.en.txt"); strings.Contains(out, "new library") {
		t.Error("it is told of twice:", out)
	}
	if out := d.must("--library @other.mutatis merge " + filepath.Join(d.folder, "library.mutatis")); !strings.Contains(out, "new library") {
		t.Error("merge does not tell of a new library:", out)
	}
}

// TestTerminal: no binary file is printed where a person looks on; a pipe may have it.
func TestTerminal(t *testing.T) {
	d := newDesk(t)
	for _, line := range []string{
		"compare @A_RES_78_911.en.txt @A_RES_79_908.en.txt --format pdf", "export @A_RES_79_908.en.txt --format pdf", "export @A_RES_79_908.en.txt --format pdf -o -",
	} {
		d.seen = true
		if out, err := d.call(line); err == nil || !strings.Contains(err.Error(), "-o FILE.pdf") || strings.Contains(out, "%PDF") {
			t.Errorf("%s on a terminal: %v", line, err)
		}
		d.seen = false
		if out, err := d.call(line); err != nil && !errors.Is(err, errDiffers) || !strings.HasPrefix(out, "%PDF") {
			t.Errorf("%s into a pipe: %v %.20s", line, err, out)
		}
	}
}

// TestProgress: long work shows a line where a person looks on, which is gone before the answer; nothing in a pipe.
func TestProgress(t *testing.T) {
	var shown, piped strings.Builder
	var p progress
	p.begin(streams{err: &shown, errSeen: true})
	p.since = p.since.Add(-2 * patience)
	p.say("%d of %d %s", 3, 9, "очень длинное имя файла "+strings.Repeat("大会", 60))
	p.end()
	p.end()
	if s := shown.String(); !strings.Contains(s, "3 of 9") || !strings.HasSuffix(s, "\r\x1b[K") || strings.Count(s, "\n") > 0 {
		t.Errorf("%q", s)
	}
	for _, line := range strings.Split(shown.String(), "\r\x1b[K") {
		if width(line) >= columns() {
			t.Errorf("the line wraps: %q", line)
		}
	}
	var q progress
	q.begin(streams{err: &piped})
	q.since = q.since.Add(-2 * patience)
	q.say("3 of 9")
	q.end()
	if piped.Len() > 0 {
		t.Errorf("in a pipe stands %q", piped.String())
	}
}

// TestColumns: columns stand under one another whatever the script.
func TestColumns(t *testing.T) {
	for text, want := range map[string]int{"abc": 3, "大会": 4, "Ассамблея": 9, "قَرار": 4, "e\u0301": 1, "（甲）": 6, "": 0} {
		if got := width(text); got != want {
			t.Errorf("%s takes %d columns, want %d", text, got, want)
		}
	}
	rows := [][]string{{"大会", "1"}, {"Assembly", "2"}, {"الجَمعية", "3"}}
	for _, line := range strings.Split(strings.TrimSpace(table(rows, "")), "\n") {
		if at := width(line[:len(line)-1]); at != 10 {
			t.Errorf("%q: the second column begins at %d", line, at)
		}
	}
	for text, want := range map[string]string{"大会大会": "大会…", "abcdef": "abcde…", "abcd": "abcd"} {
		if got := cut(text, 6); got != want && width(text) > 6 {
			t.Errorf("%s is cut to %s", text, got)
		}
		if width(cut(text, 6)) > 6 {
			t.Errorf("%s is cut to %d columns", text, width(cut(text, 6)))
		}
	}
}

// TestHelp: every command is in the help, has its own, and a usage that names every flag it has.
func TestHelp(t *testing.T) {
	d := newDesk(t)
	all := d.must("help")
	for _, x := range commands {
		if !strings.Contains(all, "\n  "+x.name+" ") {
			t.Errorf("help does not list %s", x.name)
		}
		one := d.must("help " + x.name)
		if other := d.must(x.name + " --help"); other != one {
			t.Errorf("%s --help and help %s differ", x.name, x.name)
		}
		for _, o := range append(common, x.options...) {
			if !strings.Contains(one, o.dashed()) {
				t.Errorf("help %s does not tell of %s", x.name, o.dashed())
			}
		}
	}
}

// TestKeysAreSnakeCase: no answer in JSON has a key in another style.
func TestKeysAreSnakeCase(t *testing.T) {
	d := newDesk(t)
	d.must("add @")
	d.file("list.json", `[{"kind":"operative","number":"1","text":"a"}]`)
	other := newDesk(t)
	other.file("one.txt", "The General Assembly,\n\nRecalling its work on wells,\n\n1. Invites villages to keep their wells clean.\n")
	other.must("add @one.txt")
	for _, line := range []string{
		"merge " + filepath.Join(other.folder, "library.mutatis"), "restore", "list", "read 1", "show 1", "check 1", "compare 1 2", "history 1 OP1", "precedents 1", "precedents 1 OP1",
		"status 1", "play 1", "verify", "backup @copy.mutatis", "add @A_RES_79_908.en.txt", "align @list.json @list.json",
	} {
		out, err := d.call(line + " --json")
		if err != nil && !errors.Is(err, errDiffers) {
			t.Errorf("%s: %v", line, err)
			continue
		}
		var answer any
		if err := json.Unmarshal([]byte(out), &answer); err != nil {
			t.Errorf("%s printed no JSON: %v %.100s", line, err, out)
			continue
		}
		if line == "restore" && !strings.Contains(out, `"why": "merge"`) {
			t.Errorf("the backups are %s", out)
		}
		for _, key := range keysOf(answer) {
			if strings.ToLower(key) != key {
				t.Errorf("%s has the key %s", line, key)
			}
		}
	}
}

// keysOf lists the keys of an answer, but for those that are text themselves.
func keysOf(v any) (keys []string) {
	switch v := v.(type) {
	case map[string]any:
		for k, inner := range v {
			keys = append(append(keys, k), keysOf(inner)...)
		}
	case []any:
		for _, inner := range v {
			keys = append(keys, keysOf(inner)...)
		}
	}
	return keys
}

// TestStandardInput: - is a text that comes through a pipe.
func TestStandardInput(t *testing.T) {
	d := newDesk(t)
	text, err := os.ReadFile(filepath.Join(d.folder, "A_RES_79_908.en.txt"))
	if err != nil {
		t.Fatal(err)
	}
	d.input = string(text)
	if out := d.must("read -"); !strings.Contains(out, "A/RES/79/908") {
		t.Error(out)
	}
	d.input = d.must("read @A_RES_79_908.en.txt --json")
	if out := d.must("compare - @A_RES_79_908.en.txt"); !strings.Contains(out, "same") {
		t.Error(out)
	}
}

// TestCheckByTerminal: a clean text ends with 0, one with a fault with 1 and says where.
func TestCheckByTerminal(t *testing.T) {
	d := newDesk(t)
	if out := d.must("check @A_RES_79_908.en.txt"); !strings.Contains(out, "nothing was found") {
		t.Error(out)
	}
	d.file("fault.txt", "The General Assembly,\n\nRecalling its work on wells,\n\n1. Invites villages to keep [their wells clean;\n\n2. Thanks them;\n\n3. Decides to go on.\n")
	out, err := d.call("check @fault.txt")
	if !errors.Is(err, errDiffers) || !strings.Contains(out, "OP1") || !strings.Contains(out, "is not closed") {
		t.Error(err, out)
	}
	out, err = d.call("check @fault.txt --json")
	var answer struct {
		Findings []struct {
			Label, Check, Level, Message string
			Offset, Length               int
		}
	}
	if !errors.Is(err, errDiffers) || json.Unmarshal([]byte(out), &answer) != nil || len(answer.Findings) != 1 {
		t.Fatal(err, out)
	}
	if f := answer.Findings[0]; f.Label != "OP1" || f.Check != "brackets" || f.Level != "error" || f.Offset != len("Invites villages to keep ") || f.Length != 1 {
		t.Errorf("%+v", f)
	}
}
