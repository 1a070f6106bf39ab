package storage

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

// A copy for others holds nothing private, in its tables or between them.
func TestSaveForOthers(t *testing.T) {
	l := mustOpenAt(t, storedLibrary(t))
	draft, err := l.Draft(1)
	must(t, err)
	const private = "Zanzibar"
	for _, kind := range []string{Note, Position, Instruction} {
		n, err := l.PutPrivateNote(PrivateNote{Draft: draft.UID, Words: draft.Paragraphs[0].Words, Kind: kind, Text: private + " айве " + kind})
		must(t, err)
		if kind == Position {
			must(t, l.RemovePrivateNote(n.UID))
		}
	}
	must(t, l.SaveWork(Work{Key: private, Data: []byte(private + " quinces")}))
	must(t, l.SetSetting(private, "quinces"))
	d, src := secret()
	binned := mustAdd(t, l, d, src)
	must(t, l.Trash(binned))
	if found := holds(t, l.Path(), secretWords...); len(found) != len(secretWords) {
		t.Fatal("the test sees only", found)
	}
	path := filepath.Join(t.TempDir(), "others.mutatis")
	must(t, l.SaveForOthers(context.Background(), path, false))
	if found := holds(t, path, secretWords...); found != nil {
		t.Error("in the copy for others:", found)
	}
	c := mustOpenAt(t, path)
	must(t, verifyClean(c))
	var full []string
	for _, o := range must1(collect(c.reader, scanText, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY name")) {
		var n int
		must(t, c.reader.QueryRow("SELECT count(*) FROM "+o).Scan(&n))
		if n > 0 {
			full = append(full, o)
		}
	}
	if got := strings.Join(full, " "); got != "document draft event ledger pairing paragraph place source wording" && got != "document draft event ledger paragraph place source wording" {
		t.Error("tables that hold anything:", got)
	}
	heads, err := c.Drafts()
	if err != nil || len(heads) != 20 {
		t.Error(len(heads), err)
	}
	if s, err := c.Source(1); err != nil || s == nil {
		t.Error(s, err)
	}
	must(t, l.SaveForOthers(context.Background(), path, true))
	if s, err := mustOpenAt(t, path).Source(1); err != nil || s != nil {
		t.Error("with a source:", err)
	}
}

func must1[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestPrivateNotes(t *testing.T) {
	l := mustOpen(t)
	n, err := l.PutPrivateNote(PrivateNote{Draft: UID{1}, Paragraph: 3, Words: Hash{2}, Kind: Position, Text: "Не соглашаться"})
	must(t, err)
	n.Text = "Zanzibar agrees"
	n, err = l.PutPrivateNote(n)
	must(t, err)
	all, err := l.PrivateNotes()
	if err != nil || len(all) != 1 || all[0] != n {
		t.Errorf("%+v %v, want %+v", all, err, n)
	}
	must(t, l.RemovePrivateNote(n.UID))
	if found := holds(t, l.Path(), "Zanzibar"); found != nil {
		t.Error("a removed note is still in the file")
	}
	if err := l.RemovePrivateNote(n.UID); !errors.Is(err, ErrNotThere) {
		t.Error(err)
	}
	if _, err := l.PutPrivateNote(PrivateNote{Text: " "}); !errors.Is(err, ErrNoWords) {
		t.Error(err)
	}
}
