package storage

import (
	"bytes"
	"cmp"
	"database/sql"
	"errors"
)

// Each thing that may change is a register: a time and a value, and the later time rules, the greater value at the same
// time. What is only added to is united. What was said of a text until it was last purged anywhere counts no more; the text
// itself is there as long as anything was said of it since. Each of these three gives the same in whatever order libraries
// meet, and as often as they do; TestMergeOrder tries.

// takePurged takes over what was purged, and where it stood.
func (m *merger) takePurged() error {
	if m.shared {
		return nil
	}
	type grave struct {
		draft, series UID
		at, moved     string
	}
	all, err := collect(m.other, func(r *sql.Rows) (g grave, err error) {
		err = r.Scan(fixed(g.draft[:]), &g.at, fixed(g.series[:]), &g.moved)
		return g, err
	}, "SELECT draft, at, series, moved FROM purged ORDER BY draft")
	if err != nil {
		return err
	}
	for _, g := range all {
		if err := m.bury(g.draft, g.at, standingSince{g.moved, g.series}); err != nil {
			return err
		}
	}
	return nil
}

// standingSince is where a draft stands, since when.
type standingSince struct {
	moved  string
	series UID
}

func (s standingSince) after(o standingSince) bool {
	return cmp.Or(cmp.Compare(s.moved, o.moved), bytes.Compare(s.series[:], o.series[:])) > 0
}

func (m *merger) bury(draft UID, at string, s standingSince) error {
	var was standingSince
	var wasAt string
	err := m.tx.QueryRow("SELECT at, moved, series FROM purged WHERE draft = ?", draft[:]).Scan(&wasAt, &was.moved, fixed(was.series[:]))
	if errors.Is(err, sql.ErrNoRows) {
		_, err = m.tx.Exec("INSERT INTO purged(draft, at, series, moved) VALUES (?, ?, ?, ?)", draft[:], at, null(s.series), s.moved)
		return err
	}
	if err != nil {
		return err
	}
	if !s.after(was) {
		s = was
	}
	_, err = m.tx.Exec("UPDATE purged SET at = ?, series = ?, moved = ? WHERE draft = ?", max(at, wasAt), null(s.series), s.moved, draft[:])
	return err
}

// takeSeries takes over series and their titles.
func (m *merger) takeSeries() (err error) {
	if m.series, err = index(m.tx, "SELECT uid, id FROM series"); err != nil {
		return err
	}
	type row struct {
		uid                    UID
		title, titled, removed string
	}
	query := "SELECT uid, title, titled, removed FROM series ORDER BY id"
	if m.shared {
		query = "SELECT uid, title, titled, removed FROM series WHERE id IN (SELECT series FROM place WHERE trashed = 0) ORDER BY id"
	}
	all, err := collect(m.other, func(r *sql.Rows) (s row, err error) {
		err = r.Scan(fixed(s.uid[:]), &s.title, &s.titled, &s.removed)
		return s, err
	}, query)
	if err != nil {
		return err
	}
	for _, s := range all {
		if id, ok := m.series[s.uid]; ok {
			err = m.retitle(id, s.title, s.titled, s.removed)
		} else {
			err = m.addSeries(s.uid, s.title, s.titled, s.removed)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (m *merger) addSeries(uid UID, title, titled, removed string) error {
	if m.shared {
		removed = ""
	}
	r, err := m.tx.Exec("INSERT INTO series(uid, title, titled, removed) VALUES (?, ?, ?, ?)", uid[:], title, titled, removed)
	if err != nil {
		return err
	}
	m.report.Series++
	m.series[uid], err = r.LastInsertId()
	return err
}

func (m *merger) retitle(id int64, title, titled, removed string) error {
	var ours, since, gone string
	if err := m.tx.QueryRow("SELECT title, titled, removed FROM series WHERE id = ?", id).Scan(&ours, &since, &gone); err != nil {
		return err
	}
	kept, at := ours, since
	if cmp.Or(cmp.Compare(titled, since), cmp.Compare(title, ours)) > 0 {
		kept, at = title, titled
	}
	if ours != title && ours != "" && title != "" {
		m.conflict(Conflict{Kind: ConflictTitle, Name: kept, Ours: ours, Theirs: title, Kept: kept})
	}
	if kept == ours && at == since && removed <= gone {
		return nil
	}
	_, err := m.tx.Exec("UPDATE series SET title = ?, titled = ?, removed = ? WHERE id = ?", kept, at, max(removed, gone), id)
	return err
}

func (m *merger) conflict(c Conflict) { m.report.Conflicts = append(m.report.Conflicts, c) }

// index reads pairs of uid and id.
func index(db queryer, query string) (map[UID]int64, error) {
	all := map[UID]int64{}
	_, err := collect(db, func(r *sql.Rows) (id int64, err error) {
		var uid UID
		err = r.Scan(fixed(uid[:]), &id)
		all[uid] = id
		return id, err
	}, query)
	return all, err
}

// takePairings takes over what people said of wordings.
func (m *merger) takePairings() error {
	ours, err := loadPairings(m.tx)
	if err != nil {
		return err
	}
	theirs, err := loadPairings(m.other)
	if err != nil {
		return err
	}
	here, there := pairingsByUID(ours), pairingsByUID(theirs)
	m.pairingConflicts(ours, theirs, here, there)
	for _, p := range theirs {
		if here[p.UID] || !m.wanted(p) {
			continue
		}
		sum := pairingHash(p)
		_, err := m.tx.Exec("INSERT INTO pairing(uid, one, other, verdict, undoes, at, who, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
			p.UID[:], p.One[:], p.Other[:], string(p.Verdict), null(p.Undoes), timeText(p.At), p.Who, sum[:])
		if err == nil {
			err = record(m.tx, m.l.now(), entryPairing, p.UID, sum)
		}
		if err != nil {
			return err
		}
		m.report.Pairings++
	}
	return nil
}

// wanted reports whether a correction may go to others: it speaks of words that they get too.
func (m *merger) wanted(p Pairing) bool {
	if !m.shared {
		return true
	}
	var both int
	err := m.tx.QueryRow("SELECT (EXISTS (SELECT 1 FROM wording WHERE words = ?)) + (EXISTS (SELECT 1 FROM wording WHERE words = ?))",
		p.One[:], p.Other[:]).Scan(&both)
	return err == nil && both == 2
}

func loadPairings(db queryer) ([]Pairing, error) {
	return collect(db, func(r *sql.Rows) (p Pairing, err error) {
		err = p.scan(r)
		return p, err
	}, pairingFields+" FROM pairing ORDER BY at, uid")
}

func pairingsByUID(all []Pairing) map[UID]bool {
	by := map[UID]bool{}
	for _, p := range all {
		by[p.UID] = true
	}
	return by
}

// lastPairings are the words that rule, by the wordings they are about.
func lastPairings(all []Pairing) map[[2]Hash]Pairing {
	undone, last := map[UID]bool{}, map[[2]Hash]Pairing{}
	for _, p := range all {
		undone[p.Undoes] = true
	}
	for _, p := range all {
		if p.Verdict != "" && !undone[p.UID] {
			last[[2]Hash{p.One, p.Other}] = p
		}
	}
	return last
}

func (m *merger) pairingConflicts(ours, theirs []Pairing, here, there map[UID]bool) {
	last := lastPairings(ours)
	for words, t := range lastPairings(theirs) {
		o, ok := last[words]
		if !ok || o.Verdict == t.Verdict || here[t.UID] || there[o.UID] {
			continue
		}
		kept := o
		if later(t.At, t.UID, o.At, o.UID) {
			kept = t
		}
		m.conflict(Conflict{Kind: ConflictPairing, Ours: string(o.Verdict), Theirs: string(t.Verdict), Kept: string(kept.Verdict)})
	}
}
