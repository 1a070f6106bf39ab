package storage

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"slices"
)

// Verify looks for what was changed or damaged since it was stored: it lets SQLite check the file's structure, walks the
// ledger, and hashes every wording, draft, event and source anew. What it finds is no error; an error means that it could
// not look. It reads the whole file, which takes seconds for a large library: run it in the background.
func (l *Library) Verify(ctx context.Context) ([]Finding, error) {
	v := newVerifier(ctx)
	err := l.read("verify the library", func(tx *sql.Tx) error {
		v.tx = tx
		for _, look := range []func() error{v.structure, v.schema, v.ledger, v.wordings, v.drafts, v.events, v.pairings, v.twins, v.ancestors, v.sources} {
			if err := v.survive(0, look()); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return v.findings, nil
}

func newVerifier(ctx context.Context) verifier {
	return verifier{ctx: ctx, said: map[UID]Hash{}, binned: map[UID]bool{}, purged: map[UID]bool{}}
}

type verifier struct {
	ctx      context.Context
	tx       *sql.Tx
	findings []Finding
	said     map[UID]Hash // what the ledger says the record of a draft or the hash of an event or a pairing is
	binned   map[UID]bool // whether the ledger says that a draft is in the bin
	met      []Hash       // where the ledgers ended of libraries that were merged into this one
	purged   map[UID]bool // whether the ledger says that a draft or an event was deleted for good
}

func (v *verifier) find(kind string, draft int64, format string, args ...any) {
	f := Finding{Draft: draft, Kind: kind, Message: fmt.Sprintf(format, args...)}
	if kind == FoundWords || kind == FoundStatus {
		f.Paragraph = args[0].(int)
	}
	v.findings = append(v.findings, f)
}

// survive makes a finding of damage, so that the rest is looked at too.
func (v *verifier) survive(draft int64, err error) error {
	if err := v.ctx.Err(); err != nil {
		return err
	}
	if err != nil && errors.Is(meaning(err), ErrDamaged) {
		v.find(FoundUnreadable, draft, "a part of the library cannot be read: %v", err)
		return nil
	}
	return err
}

// structure lets SQLite check its pages and indexes, and that nothing refers to what is not there. The quicker quick_check
// would not see an index that says otherwise than its table.
func (v *verifier) structure() error {
	lines, err := collect(v.tx, scanText, "PRAGMA integrity_check(20)")
	for _, line := range lines {
		if line != "ok" {
			v.find(FoundFile, 0, "the file is damaged: %s", line)
		}
	}
	if err := v.survive(0, err); err != nil {
		return err
	}
	lines, err = collect(v.tx, scanText, `SELECT "table" || ' refers to a missing ' || parent FROM pragma_foreign_key_check LIMIT 20`)
	for _, line := range lines {
		v.find(FoundFile, 0, "the file is damaged: a %s", line)
	}
	return err
}

// schema compares tables and triggers with those that this program makes.
func (v *verifier) schema() error {
	right, err := schemaObjects(len(scriptNames(schemaFiles())))
	if err != nil {
		return err
	}
	there, err := collect(v.tx, scanText, listObjects)
	if err != nil {
		return err
	}
	for _, o := range right {
		if !slices.Contains(there, o) {
			v.find(FoundStructure, 0, "the file's structure was changed by another program: it lacks this %.60s…", o)
		}
	}
	for _, o := range there {
		if !slices.Contains(right, o) {
			v.find(FoundStructure, 0, "the file's structure was changed by another program: it has this %.60s…", o)
		}
	}
	return nil
}

// ledger walks the chain and remembers what it says.
func (v *verifier) ledger() error {
	entries, err := collect(v.tx, func(r *sql.Rows) (entry, error) { return scanEntry(r) },
		"SELECT seq, at, kind, subject, digest, hash FROM ledger ORDER BY seq")
	var last entry
	for _, n := range entries {
		if n.seq != last.seq+1 || entryHash(last.hash, n) != n.hash {
			v.find(FoundLedger, 0, "entry %d of the ledger was changed or an entry before it is missing", n.seq)
		}
		last = n
		v.note(n)
	}
	return err
}

// note remembers what an entry says.
func (v *verifier) note(n entry) {
	switch n.kind {
	case entryDraft, entryEvent, entryPairing:
		v.said[n.subject], v.purged[n.subject] = n.digest, false
	case entryMerge:
		v.met = append(v.met, n.digest)
	case entryPurge:
		v.purged[n.subject], v.binned[n.subject] = true, false
	case entryTrash, entryRestore:
		v.binned[n.subject] = n.kind == entryTrash
	}
}

// hear remembers the entries that a query finds, without walking the chain.
func (v *verifier) hear(query string, args ...any) error {
	entries, err := collect(v.tx, func(r *sql.Rows) (entry, error) { return scanEntry(r) }, query, args...)
	for _, n := range entries {
		v.note(n)
	}
	return err
}

// wordings hashes each distinct wording; drafts says which paragraphs are touched.
func (v *verifier) wordings() error {
	bad, err := collectIf(v.ctx, v.tx, func(r *sql.Rows) (id int64, bad bool, err error) {
		var sum, words Hash
		var language, text string
		err = r.Scan(&id, fixed(sum[:]), &language, fixed(words[:]), &text)
		return id, wordingHash(language, text, words) != sum, err
	}, "SELECT id, hash, language, words, text FROM wording ORDER BY id")
	if err != nil {
		return err
	}
	for _, id := range bad {
		places, err := collect(v.tx, func(r *sql.Rows) (c Citing, err error) {
			err = r.Scan(&c.Draft, &c.Paragraph)
			return c, err
		}, "SELECT draft, position FROM paragraph WHERE wording = ? ORDER BY draft, position", id)
		if err != nil {
			return err
		}
		for _, p := range places {
			v.find(FoundWords, p.Draft, "the words of paragraph %d, counted from the top of the text, are not those that were stored", p.Paragraph+1)
		}
	}
	return nil
}

// drafts hashes every draft with all that hangs on it, and asks the ledger.
func (v *verifier) drafts() error {
	ids, err := collect(v.tx, scanID, "SELECT id FROM draft ORDER BY id")
	if err != nil {
		return err
	}
	seen := map[UID]bool{}
	for _, id := range ids {
		uid, err := v.draft(id)
		if err := v.survive(id, err); err != nil {
			return err
		}
		seen[uid] = true
	}
	return v.missing(seen, entryDraft, "a text that was stored on %s is missing")
}

func (v *verifier) draft(id int64) (uid UID, err error) {
	d, err := loadDraft(v.tx, id)
	if errors.Is(err, sql.ErrNoRows) {
		v.find(FoundBeside, id, "the text has no place in the library")
		return uid, nil
	}
	if err != nil {
		return uid, err
	}
	var sum Hash
	if err := v.tx.QueryRow("SELECT uid, record FROM draft WHERE id = ?", id).Scan(fixed(uid[:]), fixed(sum[:])); err != nil {
		return d.UID, err
	}
	o, err := loadOrigin(v.tx, id)
	if err != nil {
		return d.UID, err
	}
	switch content := contentHash(d); {
	case content != d.Content || uid != d.UID:
		v.find(FoundText, id, "%s is not what was stored", nameOf(d))
	case recordHash(d, o) != sum:
		v.find(FoundBeside, id, "what is kept with %s, such as its label, its citations or its source, is not what was stored", nameOf(d))
	case v.said[d.UID] != sum:
		v.find(FoundLedger, id, "the ledger does not say that %s was stored as it is", nameOf(d))
	case v.binned[d.UID] != d.Trashed:
		v.find(FoundLedger, id, "the ledger and the bin disagree about %s", nameOf(d))
	}
	return d.UID, nil
}

// nameOf is what a person knows a draft by.
func nameOf(d Draft) string {
	for _, name := range []string{d.Symbol, d.Label, d.Title} {
		if name != "" {
			return name
		}
	}
	return fmt.Sprintf("text %d", d.ID)
}

// events hashes what people said, and asks the ledger.
func (v *verifier) events() error {
	type stored struct {
		event Event
		draft UID
		sum   Hash
	}
	seen := map[UID]bool{}
	all, err := collect(v.tx, func(r *sql.Rows) (s stored, err error) {
		ev := &s.event
		err = r.Scan(&ev.ID, fixed(ev.UID[:]), &ev.Draft, &ev.Paragraph, fixed(ev.Words[:]), &ev.Status, fixed(ev.Undoes[:]),
			moment{&ev.At}, &ev.Who, &ev.Remark, fixed(s.draft[:]), fixed(s.sum[:]))
		return s, err
	}, eventFields+", d.uid, e.hash FROM event e JOIN draft d ON d.id = e.draft ORDER BY e.id")
	for _, s := range all {
		seen[s.event.UID] = true
		if eventHash(s.event, s.draft) != s.sum || v.said[s.event.UID] != s.sum {
			v.find(FoundStatus, s.event.Draft, "a status of paragraph %d is not what was stored", s.event.Paragraph+1)
		}
	}
	if err != nil {
		return err
	}
	return v.missing(seen, entryEvent, "a status that was set on %s is missing")
}

// missing finds what the ledger knows and the library has not.
func (v *verifier) missing(seen map[UID]bool, kind, format string) error {
	_, err := collect(v.tx, func(r *sql.Rows) (uid UID, err error) {
		var at string
		if err = r.Scan(fixed(uid[:]), &at); err == nil && !seen[uid] && !v.purged[uid] {
			v.find(FoundMissing, 0, format, at)
		}
		return uid, err
	}, "SELECT subject, at FROM ledger WHERE kind = ? ORDER BY seq", kind)
	return err
}

// sources hashes the imported files.
func (v *verifier) sources() error {
	bad, err := collectIf(v.ctx, v.tx, func(r *sql.Rows) (id int64, bad bool, err error) {
		var sum Hash
		var bytes sql.RawBytes
		err = r.Scan(&id, fixed(sum[:]), &bytes)
		return id, sha256.Sum256(bytes) != sum, err
	}, "SELECT id, hash, bytes FROM source WHERE id NOT IN (SELECT source FROM source_left_out) ORDER BY id")
	if err != nil {
		return err
	}
	for _, id := range bad {
		drafts, err := collect(v.tx, scanID, "SELECT id FROM draft WHERE source = ? ORDER BY id", id)
		if err != nil {
			return err
		}
		for _, draft := range drafts {
			v.find(FoundSource, draft, "the file that this text was read from is not what was stored")
		}
	}
	return nil
}

// collectIf reads the ids of the rows that scan calls bad, one row in memory at a time.
func collectIf(ctx context.Context, db queryer, scan func(*sql.Rows) (id int64, bad bool, err error), query string) (bad []int64, err error) {
	rows, err := db.Query(query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() && ctx.Err() == nil {
		id, is, err := scan(rows)
		if err != nil {
			return nil, err
		}
		if is {
			bad = append(bad, id)
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return bad, rows.Err()
}
