package storage

import (
	"strings"
	"testing"
)

// What is stored stays as it is: every attempt to change it through SQL is refused, on our connection and on another
// program's.
func TestStoredThingsCannotBeChanged(t *testing.T) {
	l := mustOpen(t)
	d := sample("A/RES/59/901", "en", wells...)
	d.Paragraphs[0].Notes = []NoteCall{{"1", 3}}
	d.Paragraphs[0].Citations = []Citation{{"A/RES/45/901", 4, 6}}
	d.Footnotes = []Footnote{{"1", "See there."}}
	d.LeftOut = []string{"04-49938"}
	id := mustAdd(t, l, d, &Source{Name: "a.txt", Bytes: []byte("wells")})
	must(t, l.AddEvents([]Event{{Draft: id, Status: "agreed"}}))
	_, err := l.AddPairing(Pairing{One: Hash{1}, Other: Hash{2}, Verdict: Apart})
	must(t, err)

	attempts := []string{
		"INSERT INTO paragraph VALUES (1, 9, 'operative', '', 0, 0, 1)",
		"INSERT INTO paragraph VALUES (77, 0, 'operative', '', 0, 0, 1)",
		"INSERT INTO note_call VALUES (1, 1, 0, '1', 0)",
		"INSERT INTO citation VALUES (1, 1, 0, 'A/59/1', 0, 1)",
		"INSERT INTO footnote VALUES (1, 9, '2', 'x')",
		"INSERT INTO left_out VALUES (1, 9, 'x')",
		"UPDATE draft SET sealed = 0",
		"UPDATE draft SET label = label || 'x'",
		"UPDATE place SET draft = 99",
		"UPDATE OR REPLACE draft SET id = 99",
		"INSERT OR REPLACE INTO wording(id, hash, language, words, text) VALUES (1, randomblob(32), 'en', zeroblob(32), 'x')",
		"INSERT OR REPLACE INTO wording(hash, language, words, text) SELECT hash, language, words, 'x' FROM wording LIMIT 1",
		"INSERT OR REPLACE INTO source(id, hash, bytes) VALUES (1, randomblob(32), x'')",
		"INSERT OR REPLACE INTO ledger SELECT seq, at, 'x', subject, digest, hash FROM ledger WHERE seq = 1",
		"INSERT INTO ledger SELECT seq + 7, at, kind, subject, digest, hash FROM ledger WHERE seq = 1",
		"INSERT OR REPLACE INTO event SELECT id, uid, draft, paragraph, words, 'open', undoes, at, who, remark, hash FROM event",
		"INSERT OR REPLACE INTO pairing SELECT id, uid, one, other, 'together', undoes, at, who, hash FROM pairing",
		"INSERT INTO pairing SELECT 9, randomblob(16), other, one, verdict, undoes, at, who, hash FROM pairing",
		"INSERT INTO pairing SELECT 9, randomblob(16), one, other, '', undoes, at, who, hash FROM pairing",
		"INSERT OR REPLACE INTO place(draft, document) VALUES (1, 1)",
		"INSERT OR REPLACE INTO draft SELECT id, uid, symbol, number, language, session, stage, date, 'other', title, sample, created, parent, source, source_name, source_type, 0, content, record, 0, header FROM draft",
		"INSERT INTO draft SELECT 9, randomblob(16), symbol, number, language, session, stage, date, label, title, sample, created, parent, source, source_name, source_type, 5, content, record, 1, header FROM draft",
	}
	attempts = append(attempts,
		"INSERT INTO purging VALUES (1, 1)", // it is not in the bin, and the ledger says otherwise
		"INSERT INTO source_left_out VALUES (1)",
		"INSERT INTO purged VALUES (zeroblob(16), '', NULL, '', NULL); DELETE FROM purged",
	)
	for _, table := range []string{"draft", "paragraph", "note_call", "citation", "footnote", "left_out", "wording", "source", "event", "pairing", "ledger", "place"} {
		attempts = append(attempts, "DELETE FROM "+table)
	}
	for _, set := range []string{
		"paragraph SET kind = 'x'", "note_call SET offset = 0", "citation SET symbol = 'x'", "footnote SET text = 'x'", "left_out SET text = 'x'",
		"wording SET text = 'x'", "source SET bytes = x'00'", "event SET status = 'open'", "pairing SET verdict = 'together'", "ledger SET kind = 'x'",
	} {
		attempts = append(attempts, "UPDATE "+set, "UPDATE OR REPLACE "+set)
	}
	other := outside(t, l.Path())
	for _, a := range attempts {
		if _, err := l.writer.Exec(a); err == nil || !strings.Contains(err.Error(), "constraint failed") {
			t.Errorf("not refused: %s: %v", a, err)
		}
		if _, err := other.Exec(a); err == nil || !strings.Contains(err.Error(), "constraint failed") {
			t.Errorf("not refused outside: %s: %v", a, err)
		}
	}
	must(t, verifyClean(l))
	got, err := l.Draft(id)
	if err != nil || len(got.Paragraphs) != len(wells) {
		t.Error(got, err)
	}
}

// The guards themselves cannot be switched off through our connection.
func TestGuardsHold(t *testing.T) {
	l := mustOpen(t)
	for _, pragma := range []struct {
		name string
		want int
	}{{"foreign_keys", 1}, {"recursive_triggers", 1}, {"synchronous", 2}, {"trusted_schema", 0}, {"cell_size_check", 1}} {
		for who, db := range map[string]queryer{"writer": l.writer, "reader": l.reader} {
			var got int
			must(t, db.QueryRow("PRAGMA "+pragma.name).Scan(&got))
			if got != pragma.want {
				t.Errorf("%s: %s is %d, want %d", who, pragma.name, got, pragma.want)
			}
		}
	}
	if _, err := l.reader.Exec("INSERT INTO setting VALUES ('a', 'b')"); err == nil {
		t.Error("a reader wrote")
	}
	if _, err := l.writer.Exec("PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = '' WHERE name = 'draft_update'"); err == nil {
		t.Error("the schema was written")
	}
	if _, err := l.writer.Exec(`SELECT "no such column"`); err == nil {
		t.Error("a misspelt column passed for a text")
	}
}

// A draft that lacks a paragraph can never become a stored draft.
func TestSealAsksForEveryParagraph(t *testing.T) {
	l := mustOpen(t)
	_, err := l.writer.Exec(`INSERT INTO draft(uid, symbol, number, language, session, stage, date, label, title, sample, created, source_name,
		source_type, paragraphs, content, record, header) VALUES (randomblob(16), '', '', 'en', 0, '', '', '', '', 0, '', '', '', 2, zeroblob(32), zeroblob(32), '')`)
	must(t, err)
	if _, err := l.writer.Exec("UPDATE draft SET sealed = 1"); err == nil {
		t.Error("sealed without its paragraphs")
	}
}
