package storage

import (
	"bytes"

	"context"
	"database/sql"
	"errors"
	"os"
	"strings"
	"testing"
	"time"
)

// secret is a text that nothing else has a word of, with everything that can hang on a text.
func secret() (Draft, *Source) {
	d := sample("A/C.9/61/L.77", "ru", "Zanzibar confidential proposal on quinces", "Секретное предложение об айве", wells[1])
	d.Title, d.Label, d.Header = "Zanzibar quinces", "Zanzibar label", `{"organ":"Zanzibar header"}`
	d.Footnotes = []Footnote{{"1", "Zanzibar footnote"}}
	d.LeftOut = []string{"Zanzibar furniture"}
	d.Paragraphs[0].Notes = []NoteCall{{"1", 3}}
	d.Paragraphs[0].Citations = []Citation{{"A/RES/45/777", 4, 6}}
	return d, &Source{Name: "Zanzibar.docx", MediaType: "text/plain", Bytes: []byte(strings.Repeat("Zanzibar source bytes ", 4000))}
}

var secretWords = []string{"Zanzibar", "quinces", "айве", "L.77"}

// holds lists which of the words stand anywhere in a file.
func holds(t testing.TB, path string, words ...string) (found []string) {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	for _, w := range words {
		if bytes.Contains(b, []byte(w)) {
			found = append(found, w)
		}
	}
	return found
}

// A purge leaves no byte of a text in the file, and leaves alone what another text has too.
func TestPurge(t *testing.T) {
	l := mustOpenAt(t, storedLibrary(t))
	s, err := l.AddSeries("Zanzibar quinces")
	must(t, err)
	other := mustAdd(t, l, sample("A/C.9/61/L.1", "ru", wells[1], "Что-то ещё"), nil)
	d, src := secret()
	d.Series = s.ID
	id := mustAdd(t, l, d, src)
	must(t, l.AddEvents([]Event{{Draft: id, Paragraph: 0, Status: "agreed", Who: "Zanzibar delegate", Remark: "Zanzibar remark"}}))
	if found := holds(t, l.Path(), secretWords...); len(found) != len(secretWords) {
		t.Fatal("the test sees only", found)
	}

	if err := l.Purge(context.Background(), id); !errors.Is(err, ErrNotBinned) {
		t.Error("purged what is not in the bin:", err)
	}
	must(t, l.Trash(id))
	bin, err := l.Bin()
	if err != nil || len(bin) != 1 || bin[0].Draft.ID != id || !bin[0].At.After(clock.Add(-time.Hour)) {
		t.Errorf("in the bin: %+v %v", bin, err)
	}
	must(t, l.Purge(context.Background(), id))

	if found := holds(t, l.Path(), secretWords...); found != nil {
		t.Error("still in the file:", found)
	}
	if _, err := l.Draft(id); !errors.Is(err, ErrNotThere) {
		t.Error(err)
	}
	kept, err := l.Draft(other)
	if err != nil || kept.Paragraphs[0].Text != wells[1] {
		t.Error(kept, err)
	}
	must(t, verifyClean(l))
	again := mustAdd(t, l, sample("A/C.9/61/L.2", "ru", "Ещё один"), nil)
	if again == id {
		t.Error("the id of a purged text was given again")
	}
	d.Series = 0
	id = mustAdd(t, l, d, src) // it may come back, and go again
	must(t, l.AddEvents([]Event{{Draft: id, Status: "open"}}))
	if events, err := l.Events(id); err != nil || len(events) != 1 {
		t.Error("what is said after a purge:", events, err)
	}
	must(t, l.Trash(id))
	must(t, l.Purge(context.Background(), id))
	if found := holds(t, l.Path(), secretWords...); found != nil {
		t.Error("still in the file, the second time:", found)
	}
	must(t, verifyClean(l))
}

// The ledger keeps that a text was there and is purged.
func TestPurgeIsInTheLedger(t *testing.T) {
	l := mustOpen(t)
	d, src := secret()
	id := mustAdd(t, l, d, src)
	stored, err := l.Draft(id)
	must(t, err)
	must(t, l.AddEvents([]Event{{Draft: id, Status: "agreed"}}))
	must(t, l.Trash(id))
	must(t, l.Purge(context.Background(), id))
	kinds, err := collect(l.reader, scanText, "SELECT kind FROM ledger WHERE subject = ? ORDER BY seq", stored.UID[:])
	must(t, err)
	if got := strings.Join(kinds, " "); got != "draft trash purge" {
		t.Error("the ledger says", got)
	}
}

// Only the whole path leads to the deletion of a text, and nothing else goes with it.
func TestNothingElseIsDeleted(t *testing.T) {
	path := storedLibrary(t)
	l := mustOpenAt(t, path)
	must(t, l.Trash(2))
	const announced = `INSERT INTO ledger SELECT m + 1, '', 'purge', d.uid, d.record, randomblob(32) FROM draft d, (SELECT max(seq) m FROM ledger) WHERE d.id = 2;`
	for _, c := range []struct{ name, statements string }{
		{"in the bin, but not announced", "INSERT INTO purging SELECT 2, max(seq) FROM ledger"},
		{"announced, but another one", announced + "INSERT INTO purging SELECT 3, max(seq) FROM ledger"},
		{"announced, then something else", announced + "INSERT INTO ledger SELECT max(seq) + 1, '', 'draft', zeroblob(16), zeroblob(32), randomblob(32) FROM ledger; INSERT INTO purging SELECT 2, max(seq) - 1 FROM ledger"},
		{"its own paragraph and another's", announced + "INSERT INTO purging SELECT 2, max(seq) FROM ledger; DELETE FROM paragraph WHERE draft IN (2, 3)"},
		{"a wording that is used", announced + "INSERT INTO purging SELECT 2, max(seq) FROM ledger; DELETE FROM wording WHERE id = 1"},
		{"a source that is used", announced + "INSERT INTO purging SELECT 2, max(seq) FROM ledger; DELETE FROM source WHERE id = 1"},
		{"another's status", announced + "INSERT INTO purging SELECT 2, max(seq) FROM ledger; DELETE FROM event WHERE draft = 3"},
		{"half a purge", announced + "INSERT INTO purging SELECT 2, max(seq) FROM ledger; DELETE FROM purging"},
		{"the ledger", announced + "INSERT INTO purging SELECT 2, max(seq) FROM ledger; DELETE FROM ledger WHERE seq = 1"},
	} {
		db := outside(t, path)
		_, err := db.Exec("BEGIN; " + c.statements)
		if err == nil || !strings.Contains(err.Error(), "constraint failed") {
			t.Errorf("%s: not refused: %v", c.name, err)
		}
		_, _ = db.Exec("ROLLBACK")
	}
	must(t, verifyClean(l))
}

// Where the file cannot be written anew at once, that is said, and done later.
func TestBytesLeft(t *testing.T) {
	path := storedLibrary(t)
	l := mustOpenAt(t, path)
	d, src := secret()
	id := mustAdd(t, l, d, src)
	must(t, l.Trash(id))
	must(t, l.write("purge", func(tx *sql.Tx) error {
		if err := l.purge(tx, id); err != nil {
			return err
		}
		return setSetting(tx, untidy, "yes")
	}))
	reader, err := mustOpenAt(t, path).reader.Begin()
	must(t, err)
	var n int
	must(t, reader.QueryRow("SELECT count(*) FROM draft").Scan(&n))
	if err := l.Tidy(context.Background()); !errors.Is(err, ErrBytesLeft) {
		t.Error(err)
	}
	must(t, reader.Rollback())
	must(t, l.Tidy(context.Background()))
	if found := holds(t, path, secretWords...); found != nil {
		t.Error("still in the file:", found)
	}
	must(t, verifyClean(l))
}
