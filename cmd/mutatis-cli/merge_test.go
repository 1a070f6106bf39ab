package main

import (
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
