package storage

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"
)

// takeEvents takes over what people said of the paragraphs of the texts that were saved, each if it is what was stored.
func (s *salvager) takeEvents() error {
	type stored struct {
		event Event
		sum   Hash
	}
	all, whole := some(s.old, eventFields+", e.hash FROM event e ORDER BY e.id %s", func(r *sql.Rows) (x stored, err error) {
		ev := &x.event
		err = r.Scan(&ev.ID, fixed(ev.UID[:]), &ev.Draft, &ev.Paragraph, fixed(ev.Words[:]), &ev.Status, fixed(ev.Undoes[:]),
			moment{&ev.At}, &ev.Who, &ev.Remark, fixed(x.sum[:]))
		return x, err
	}, func(x stored) string { return string(x.event.UID[:]) })
	for _, x := range all {
		uid, ok := s.uids[x.event.Draft]
		if !ok {
			continue
		}
		if eventHash(x.event, uid) != x.sum {
			whole = false
			continue
		}
		added, err := s.added(`INSERT INTO event(uid, draft, paragraph, words, status, undoes, at, who, remark, hash)
			SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 WHERE NOT EXISTS (SELECT 1 FROM event WHERE uid = ?1)
			AND EXISTS (SELECT 1 FROM paragraph WHERE draft = ?2 AND position = ?3)`,
			x.event.UID[:], x.event.Draft, x.event.Paragraph, x.event.Words[:], x.event.Status, null(x.event.Undoes), timeText(x.event.At),
			x.event.Who, x.event.Remark, x.sum[:])
		if err != nil {
			return err
		}
		if added {
			s.report.Events++
			if err := record(s.tx, s.l.now(), entryEvent, x.event.UID, x.sum); err != nil {
				return err
			}
		}
	}
	s.read("event", whole)
	return nil
}

// added runs an insertion and reports whether it inserted anything.
func (s *salvager) added(query string, args ...any) (bool, error) {
	r, err := s.tx.Exec(query, args...)
	if err != nil {
		return false, err
	}
	n, err := r.RowsAffected()
	return n > 0, err
}

// takePairings takes over what people said of wordings.
func (s *salvager) takePairings() error {
	type stored struct {
		pairing Pairing
		sum     Hash
	}
	all, whole := some(s.old, "SELECT uid, one, other, verdict, undoes, at, who, hash FROM pairing ORDER BY id %s", func(r *sql.Rows) (x stored, err error) {
		p := &x.pairing
		err = r.Scan(fixed(p.UID[:]), fixed(p.One[:]), fixed(p.Other[:]), (*string)(&p.Verdict), fixed(p.Undoes[:]), moment{&p.At}, &p.Who, fixed(x.sum[:]))
		return x, err
	}, func(x stored) string { return string(x.pairing.UID[:]) })
	for _, x := range all {
		p := x.pairing
		if pairingHash(p) != x.sum || bytes.Compare(p.One[:], p.Other[:]) >= 0 {
			whole = false
			continue
		}
		added, err := s.added(`INSERT INTO pairing(uid, one, other, verdict, undoes, at, who, hash)
			SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE NOT EXISTS (SELECT 1 FROM pairing WHERE uid = ?1)`,
			p.UID[:], p.One[:], p.Other[:], string(p.Verdict), null(p.Undoes), timeText(p.At), p.Who, x.sum[:])
		if err != nil {
			return err
		}
		if added {
			s.report.Pairings++
			if err := record(s.tx, s.l.now(), entryPairing, p.UID, x.sum); err != nil {
				return err
			}
		}
	}
	s.read("pairing", whole)
	return nil
}

// takePurged takes over what was deleted for good, so that no merge brings it back.
func (s *salvager) takePurged() error {
	type grave struct {
		draft, series UID
		at, moved     string
		id            sql.NullInt64
	}
	all, _ := some(s.old, "SELECT draft, at, series, moved, id FROM purged ORDER BY draft %s", func(r *sql.Rows) (g grave, err error) {
		err = r.Scan(fixed(g.draft[:]), &g.at, fixed(g.series[:]), &g.moved, &g.id)
		return g, err
	}, func(g grave) string { return string(g.draft[:]) })
	for _, g := range all {
		if _, err := parseTime(g.at); err != nil {
			continue
		}
		_, err := s.added(`INSERT INTO purged(draft, at, series, moved, id) SELECT ?1, ?2, ?3, ?4, ?5
			WHERE NOT EXISTS (SELECT 1 FROM purged WHERE draft = ?1)`, g.draft[:], g.at, null(g.series), g.moved, g.id)
		if err != nil {
			return err
		}
	}
	return nil
}

// takeLoose takes over what has no hash: private notes, the basket, unfinished drafts, settings.
func (s *salvager) takeLoose() error {
	for _, take := range []func() (string, int, bool, error){s.takeNotes, s.takeBasket, s.takeWorks, s.takeSettings} {
		table, n, whole, err := take()
		if err != nil {
			return err
		}
		switch table {
		case "private_note":
			s.report.Notes += n
		case "basket":
			s.report.Basket += n
		case "work":
			s.report.Works += n
		case "setting":
			s.report.Settings += n
		}
		s.read(table, whole)
	}
	return nil
}

func (s *salvager) takeNotes() (table string, n int, whole bool, err error) {
	type note struct {
		PrivateNote
		at, changed time.Time
	}
	all, whole := some(s.old, "SELECT uid, draft, paragraph, words, kind, text, at, changed FROM private_note ORDER BY id %s", func(r *sql.Rows) (x note, err error) {
		err = r.Scan(fixed(x.UID[:]), fixed(x.Draft[:]), &x.Paragraph, fixed(x.Words[:]), &x.Kind, &x.Text, moment{&x.at}, moment{&x.changed})
		return x, err
	}, func(x note) string { return string(x.UID[:]) })
	for _, x := range all {
		added, err := s.added(`INSERT OR IGNORE INTO private_note(uid, draft, paragraph, words, kind, text, at, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			x.UID[:], x.Draft[:], x.Paragraph, x.Words[:], x.Kind, x.Text, timeText(x.at), timeText(x.changed))
		if err != nil {
			return "", 0, false, err
		}
		n += integer(added)
	}
	return "private_note", n, whole, nil
}

// takeBasket takes over the wordings that were kept. A library of schema 4 or older has them among its settings.
func (s *salvager) takeBasket() (table string, n int, whole bool, err error) {
	if !s.has("basket") {
		return "basket", 0, true, nil
	}
	all, whole := some(s.old, keptFields+" ORDER BY what %s", func(r *sql.Rows) (kept, error) { return scanKept(r) }, func(k kept) string { return k.what })
	for _, k := range all {
		added, err := s.added("INSERT OR IGNORE INTO basket(what, alone, draft, place, changed) SELECT ?1, ?2, ?3, ?4, ?5 WHERE json_valid(?1)",
			k.what, integer(k.alone), null(k.draft), k.place, k.changed)
		if err != nil {
			return "", 0, false, err
		}
		n += integer(added)
	}
	return "basket", n, whole, nil
}

// has reports whether the damaged library knows a table.
func (s *salvager) has(table string) (is bool) {
	err := s.old.QueryRow("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = ?)", table).Scan(&is)
	return is || err != nil
}

func (s *salvager) takeWorks() (table string, n int, whole bool, err error) {
	all, whole := some(s.old, "SELECT key, data, saved FROM work ORDER BY key %s",
		func(r *sql.Rows) (Work, error) { return scanWork(r) }, func(w Work) string { return w.Key })
	for _, w := range all {
		if w.Data == nil {
			w.Data = []byte{}
		}
		added, err := s.added("INSERT OR IGNORE INTO work(key, data, saved) VALUES (?, ?, ?)", w.Key, w.Data, timeText(w.Saved))
		if err != nil {
			return "", 0, false, err
		}
		n += integer(added)
	}
	return "work", n, whole, nil
}

func (s *salvager) takeSettings() (table string, n int, whole bool, err error) {
	type pair struct{ key, value string }
	all, whole := some(s.old, "SELECT key, value FROM setting ORDER BY key %s", func(r *sql.Rows) (p pair, err error) {
		err = r.Scan(&p.key, &p.value)
		return p, err
	}, func(p pair) string { return p.key })
	for _, p := range all {
		added, err := s.added("INSERT OR IGNORE INTO setting(key, value) VALUES (?, ?)", p.key, p.value)
		if err != nil {
			return "", 0, false, err
		}
		n += integer(added)
	}
	return "setting", n, whole, nil
}

// OriginalsFolder is where Salvage puts the files of texts that are lost: beside the new library, named for it.
func OriginalsFolder(library string) string {
	return strings.TrimSuffix(library, filepath.Ext(library)) + ".originals"
}

// keepOriginal saves the file from which a lost text was read, if it is what was stored; "" where it is not.
func (s *salvager) keepOriginal(draft int64) (path string, err error) {
	var name string
	var sum Hash
	var file []byte
	err = s.old.QueryRow("SELECT d.source_name, s.hash, s.bytes FROM draft d JOIN source s ON s.id = d.source WHERE d.id = ?", draft).Scan(&name, fixed(sum[:]), &file)
	if err != nil || len(file) == 0 || sha256.Sum256(file) != sum {
		return "", nil
	}
	if err := os.MkdirAll(s.originals, 0o700); err != nil {
		return "", err
	}
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || unicode.IsControl(r) {
			return '_'
		}
		return r
	}, name)
	path = filepath.Join(s.originals, fmt.Sprintf("%d %s", draft, strings.TrimLeft(name, ". ")))
	return path, os.WriteFile(path, file, 0o600)
}

// countStored counts the texts that the ledger says are stored.
func (s *salvager) countStored() error {
	entries, _ := some(s.old, "SELECT seq, at, kind, subject, digest, hash FROM ledger WHERE kind IN ('draft', 'purge') ORDER BY seq %s",
		func(r *sql.Rows) (entry, error) { return scanEntry(r) }, func(n entry) string { return string(n.hash[:]) })
	there := map[UID]int64{}
	for _, n := range entries {
		if n.kind == entryDraft {
			there[n.subject] = max(there[n.subject], n.seq)
		}
	}
	for _, n := range entries {
		if n.kind == entryPurge && n.seq > there[n.subject] {
			delete(there, n.subject)
		}
	}
	s.stored = max(s.stored, len(there))
	return nil
}
