package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// must runs the program and answers what it printed.
func (d desk) must(line string) string {
	d.t.Helper()
	out, err := d.call(line)
	if err != nil {
		d.t.Fatalf("%s: %v", line, err)
	}
	return out
}

// Two desks, each with texts of its own, come to the same whichever is merged into which; copies are made, encrypted and
// brought back.
func TestKeepingByTerminal(t *testing.T) {
	one, other := newDesk(t), newDesk(t)
	library := func(d desk) string { return filepath.Join(d.folder, "library.mutatis") }
	one.file("one.txt", "The General Assembly,\n\nRecalling its work on wells,\n\n1. Invites villages to keep their wells clean.\n")
	other.file("two.txt", "The General Assembly,\n\nRecalling its work on roofs,\n\n1. Invites villages to mend their roofs.\n")
	one.must("add @one.txt --symbol A/RES/59/901 --session 59")
	other.must("add @two.txt --symbol A/RES/60/902 --session 60")

	out := one.must("merge " + library(other))
	if !strings.Contains(out, "Texts taken over: 1") {
		t.Error("merge said", out)
	}
	if out := one.must("merge " + library(other)); !strings.Contains(out, "nothing new") {
		t.Error("the second time it said", out)
	}
	if out := one.must("list"); !strings.Contains(out, "A/RES/59/901") || !strings.Contains(out, "A/RES/60/902") {
		t.Error("the library holds", out)
	}
	one.must("verify")

	t.Setenv("MUTATIS_PASSPHRASE", "кофе в четверг")
	one.must("backup @copy.mutatis")
	one.must("backup @copy.age --encrypt")
	one.must("backup @others.mutatis --for-others --without-sources")
	one.must("decrypt @copy.age @opened.mutatis")
	if out := one.must("restore"); !strings.Contains(out, "merge") {
		t.Error("the backups are", out)
	}
	t.Setenv("MUTATIS_PASSPHRASE", "чай")
	if _, err := one.call("decrypt @copy.age @again.mutatis"); err == nil || !strings.Contains(err.Error(), "passphrase") {
		t.Error("another passphrase:", err)
	}
	if err := os.Truncate(library(one), 4000); err != nil {
		t.Fatal(err)
	}
	if _, err := one.call("list"); err == nil {
		t.Error("a damaged library was listed")
	}
	t.Setenv("MUTATIS_PASSPHRASE", "кофе в четверг")
	one.must("restore @copy.age")
	if out := one.must("list"); !strings.Contains(out, "A/RES/60/902") {
		t.Error("after restoring an encrypted copy, the library holds", out)
	}
	one.must("restore @opened.mutatis")
	if out := one.must("list"); !strings.Contains(out, "A/RES/60/902") {
		t.Error("after restoring, the library holds", out)
	}
}

// TestRescueByTerminal: what can be read of a damaged library becomes a new one; the damaged file stays as it is, and what
// cannot open it names the way out.
func TestRescueByTerminal(t *testing.T) {
	d := newDesk(t)
	library := filepath.Join(d.folder, "library.mutatis")
	d.file("one.txt", "The General Assembly,\n\nRecalling its work on wells,\n\n1. Invites villages to keep their wells clean.\n")
	d.must("add @one.txt --symbol A/RES/59/901 --session 59")
	file, err := os.ReadFile(library)
	if err != nil {
		t.Fatal(err)
	}
	clear(file[100:4096])
	d.file("library.mutatis", string(file))
	for _, line := range []string{"verify", "list"} {
		if _, err := d.call(line); err == nil || !strings.Contains(err.Error(), "mutatis-cli rescue "+library+" -o NEW.mutatis") {
			t.Errorf("%s: %v", line, err)
		}
	}
	for line, want := range map[string]string{
		"rescue @library.mutatis":                          "-o NEW.mutatis",
		"rescue @nothing.mutatis -o @new.mutatis":          "there is no file",
		"rescue @ -o @new.mutatis":                         "folder",
		"rescue @library.mutatis -o @one.txt":              "is there already",
		"rescue @one.txt -o @new.mutatis":                  "no text could be read",
		"rescue @library.mutatis @one.txt -o @new.mutatis": "too many",
	} {
		if _, err := d.call(line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", line, err)
		}
	}
	out := d.must("rescue @library.mutatis -o @new.mutatis")
	if !strings.Contains(out, "A/RES/59/901") || !strings.Contains(out, "unchanged") {
		t.Error("rescue said", out)
	}
	if out := d.must("--library @new.mutatis list"); !strings.Contains(out, "A/RES/59/901") {
		t.Error("the new library holds", out)
	}
	d.must("--library @new.mutatis verify")
	if now, err := os.ReadFile(library); err != nil || string(now) != string(file) {
		t.Error("the damaged file was changed", err)
	}
	if out := d.must("rescue @library.mutatis -o @again.mutatis --json"); !strings.Contains(out, `"gone": 0`) && !strings.Contains(out, `"gone":0`) {
		t.Error("in JSON", out)
	}
}

// TestVerifyNamesTheWayOut: a text that is not what was stored is named, and how to get at the rest.
func TestVerifyNamesTheWayOut(t *testing.T) {
	d := newDesk(t)
	library := filepath.Join(d.folder, "library.mutatis")
	d.file("one.txt", "The General Assembly,\n\nRecalling its work on wells,\n\n1. Invites villages to keep their wells clean.\n")
	d.must("add @one.txt --symbol A/RES/59/901 --session 59")
	file, err := os.ReadFile(library)
	if err != nil {
		t.Fatal(err)
	}
	d.file("library.mutatis", strings.Replace(string(file), "their wells clean", "their wells dirty", 1))
	if out, err := d.call("verify"); !errors.Is(err, errDiffers) || !strings.Contains(out, "A/RES/59/901") {
		t.Errorf("verify: %q %v", out, err)
	}
}
