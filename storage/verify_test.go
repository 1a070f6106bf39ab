package storage

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Another program can switch the guards off: Verify sees what it did.
func TestVerifySeesWhatAnotherProgramChanged(t *testing.T) {
	for _, c := range []struct {
		name, statements string
		want             string // part of a finding about the text
		draft            int64
	}{
		{"a word", "DROP TRIGGER wording_update; UPDATE wording SET text = replace(text, 'clean', 'dirty') WHERE id = 2", "words of paragraph 2", 1},
		{"a kind", "DROP TRIGGER paragraph_update; UPDATE paragraph SET kind = 'unknown' WHERE draft = 3 AND position = 1", "A/RES/59/902 is not what was stored", 3},
		{"the order", "DROP TRIGGER paragraph_update; UPDATE paragraph SET position = 99 WHERE draft = 3 AND position = 0; PRAGMA foreign_keys = 0", "A/RES/59/902 is not", 3},
		{"a paragraph less", "DROP TRIGGER paragraph_delete; DELETE FROM paragraph WHERE draft = 3 AND position = 4", "A/RES/59/902 is not", 3},
		{"a label", "DROP TRIGGER draft_update; UPDATE draft SET label = 'x' WHERE id = 2", "what is kept with A/RES/59/901", 2},
		{"the time", "DROP TRIGGER draft_update; UPDATE draft SET created = replace(created, '2004', '2005') WHERE id = 2", "what is kept with", 2},
		{"a time that is none", "DROP TRIGGER draft_update; UPDATE draft SET created = 'x' WHERE id = 2", "cannot be read", 2},
		{"the parent", "DROP TRIGGER draft_update; UPDATE draft SET parent = (SELECT uid FROM draft WHERE id = 1) WHERE id = 2", "what is kept with", 2},
		{"the source", "DROP TRIGGER source_update; UPDATE source SET bytes = x'00' WHERE id = 1", "the file that this text was read from", 1},
		{"the source's name", "DROP TRIGGER draft_update; UPDATE draft SET source_name = 'x' WHERE id = 2", "what is kept with", 2},
		{"another source", "DROP TRIGGER draft_update; UPDATE draft SET source = 1 WHERE id = 2", "what is kept with", 2},
		{"a status", "DROP TRIGGER event_update; UPDATE event SET status = 'open' WHERE id = 4", "a status of paragraph 2", 4},
		{"a status moved", "DROP TRIGGER event_update; UPDATE event SET draft = 5 WHERE id = 4", "a status of paragraph 2", 5},
		{"a status less", "DROP TRIGGER event_delete; DELETE FROM event WHERE id = 4", "a status that was set on 2004-12-23", 0},
		{"a status more", "INSERT INTO event SELECT 99, randomblob(16), draft, paragraph, words, 'open', undoes, at, who, remark, hash FROM event WHERE id = 4", "a status of paragraph 2", 4},
		{"a correction", "DROP TRIGGER pairing_update; UPDATE pairing SET verdict = 'apart' WHERE id = 3", "a correction that was made on 2004-12-23", 0},
		{"a correction of other words", "DROP TRIGGER pairing_update; UPDATE pairing SET one = zeroblob(32) WHERE id = 3", "a correction that was made on", 0},
		{"a correction less", "DROP TRIGGER pairing_delete; DELETE FROM pairing WHERE id = 2", "is missing", 0},
		{"a correction more", "INSERT INTO pairing SELECT 99, randomblob(16), one, other, verdict, undoes, at, who, hash FROM pairing WHERE id = 3", "a correction that was made on", 0},
		{"the ledger", "DROP TRIGGER ledger_update; UPDATE ledger SET at = replace(at, '2004', '2005') WHERE seq = 7", "entry 7 of the ledger", 0},
		{"the ledger shortened in its midst", "DROP TRIGGER ledger_delete; DELETE FROM ledger WHERE seq = 7", "entry 8 of the ledger", 0},
		{"the ledger cut", "DROP TRIGGER ledger_delete; DELETE FROM ledger WHERE seq > 38", "the ledger does not say that A/RES/59/919", 20},
		{"the bin", "UPDATE place SET trashed = 1 WHERE draft = 2", "the ledger and the bin disagree about A/RES/59/901", 2},
		{"a whole text less", "DROP TRIGGER draft_delete; DROP TRIGGER place_delete; DROP TRIGGER paragraph_delete; DROP TRIGGER event_delete; " +
			"DELETE FROM event WHERE draft = 2; DELETE FROM place WHERE draft = 2; DELETE FROM paragraph WHERE draft = 2; DELETE FROM draft WHERE id = 2", "a text that was stored on 2004-12-23", 0},
		{"half a text", "INSERT INTO draft(uid, symbol, number, language, session, stage, date, label, title, sample, created, source_name, source_type, paragraphs, content, record, header) " +
			"SELECT randomblob(16), symbol, number, language, session, stage, date, label, title, sample, created, source_name, source_type, 2, content, record, header FROM draft WHERE id = 1; " +
			"INSERT INTO paragraph SELECT 21, position, kind, number, level, opening, wording FROM paragraph WHERE draft = 1 AND position = 0", "no place", 21},
		{"a guard", "DROP TRIGGER draft_update", "it lacks this trigger draft_update", 0},
		{"a planted trigger", "CREATE TRIGGER planted AFTER INSERT ON draft BEGIN UPDATE setting SET value = ''; END", "it has this trigger planted", 0},
		{"a reference to nothing", "PRAGMA foreign_keys = 0; UPDATE place SET series = 99 WHERE draft = 2", "refers to a missing series", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := storedLibrary(t)
			_, err := outside(t, path).Exec(c.statements)
			must(t, err)
			l := mustOpenAt(t, path)
			findings, err := l.Verify(context.Background())
			must(t, err)
			for _, f := range findings {
				if f.Draft == c.draft && strings.Contains(f.Message, c.want) {
					return
				}
			}
			t.Errorf("found %v, want %q about %d", findings, c.want, c.draft)
		})
	}
}

// A changed text is shown, but never as if it were what was stored.
func TestAlteredDraft(t *testing.T) {
	path := storedLibrary(t)
	edit(t, path, func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("Recalling its"), []byte("Recolling its")) })
	l := mustOpenAt(t, path)
	d, err := l.Draft(1)
	if !errors.Is(err, ErrAltered) || !strings.HasPrefix(d.Paragraphs[0].Text, "Recolling") {
		t.Error(err, d)
	}
}

// One flipped bit is noticed, or it touches nothing of what was stored.
func TestFlippedBits(t *testing.T) {
	path := storedLibrary(t)
	whole, err := os.ReadFile(path)
	must(t, err)
	want := everything(t, path)
	seen, harmless := 0, 0
	random := rand.New(rand.NewPCG(1, 2))
	usual := 60
	if underRace {
		usual = 3
	}
	flips := often(flipsVariable, usual)
	for range flips {
		at, bit := random.IntN(len(whole)), random.IntN(8)
		flipped := filepath.Join(t.TempDir(), "x.mutatis")
		c := bytes.Clone(whole)
		c[at] ^= 1 << bit
		must(t, os.WriteFile(flipped, c, 0o600))
		if err := noticed(flipped); err != nil {
			if errors.Is(err, errUnnamed) {
				t.Errorf("bit %d of byte %d: %v", bit, at, err)
			}
			seen++
			continue
		}
		if got := everything(t, flipped); got != want {
			t.Errorf("bit %d of byte %d: not noticed, and the library answers otherwise", bit, at)
		}
		harmless++
	}
	t.Logf("%d flipped bits: %d noticed, %d harmless", flips, seen, harmless)
}

func TestVerifyGivesUp(t *testing.T) {
	l := mustOpenAt(t, storedLibrary(t))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := l.Verify(ctx); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
