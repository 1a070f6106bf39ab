package storage

import (
	"cmp"
	"database/sql"
	"errors"
)

// arrival is another library's draft and where it stands there.
type arrival struct {
	id      int64
	uid     UID
	record  Hash
	stands  standingSince
	binned  string
	trashed bool
	last    string // when the last thing was said of it
}

const arrivals = `SELECT d.id, d.uid, d.record, p.moved, s.uid, p.binned, p.trashed, max(d.created, p.binned,
	ifnull((SELECT max(at) FROM event WHERE draft = d.id), ''), ifnull((SELECT max(created) FROM twin WHERE draft = d.id), ''))
	FROM draft d JOIN place p ON p.draft = d.id LEFT JOIN series s ON s.id = p.series`

func scanArrival(r *sql.Rows) (a arrival, err error) {
	err = r.Scan(&a.id, fixed(a.uid[:]), fixed(a.record[:]), &a.stands.moved, fixed(a.stands.series[:]), &a.binned, &a.trashed, &a.last)
	return a, err
}

// takeDrafts takes over texts, one in memory at a time, and where they stand.
func (m *merger) takeDrafts() (err error) {
	if m.drafts, err = index(m.tx, "SELECT uid, id FROM draft"); err != nil {
		return err
	}
	query := arrivals + " ORDER BY d.id"
	if m.shared {
		query = arrivals + " WHERE p.trashed = 0 ORDER BY d.id"
	}
	if m.theirs, err = collect(m.other, scanArrival, query); err != nil {
		return err
	}
	indexed, err := m.l.indexedSoFar(m.tx)
	if err != nil {
		return err
	}
	for _, a := range m.theirs {
		if err := m.ctx.Err(); err != nil {
			return err
		}
		if err := m.takeDraft(a); err != nil {
			return err
		}
	}
	return m.l.keepIndexed(m.tx, indexed)
}

func (m *merger) takeDraft(a arrival) error {
	if id, ok := m.drafts[a.uid]; ok {
		return m.meet(id, a)
	}
	var purged string
	err := m.tx.QueryRow("SELECT at FROM purged WHERE draft = ?", a.uid[:]).Scan(&purged)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if purged != "" {
		if err := m.bury(a.uid, purged, a.stands); err != nil {
			return err
		}
		if a.last <= purged {
			m.report.Left++
			return nil
		}
	}
	return m.addDraft(a)
}

// addDraft stores a draft that is not here, hashed anew on the way.
func (m *merger) addDraft(a arrival) error {
	d, err := loadDraft(m.other, a.id)
	if err != nil {
		return err
	}
	o, err := loadOrigin(m.other, a.id)
	if err != nil {
		return err
	}
	if contentHash(d) != d.Content || d.UID != a.uid || recordHash(d, o) != a.record {
		return ErrNotSound
	}
	if err := m.bounds.draft(d); err != nil {
		return err
	}
	source, err := m.takeSource(o.source)
	if err != nil {
		return err
	}
	d.Series = m.series[a.stands.series]
	id, err := addWhole(m.tx, d, o, source, m.l.now())
	if err != nil {
		return err
	}
	m.drafts[a.uid] = id
	m.report.Texts++
	if _, err := m.tx.Exec("UPDATE place SET moved = ?, binned = ? WHERE draft = ?", a.stands.moved, a.binned, id); err != nil {
		return err
	}
	if a.trashed {
		if err := m.putBin(id, true); err != nil {
			return err
		}
	}
	if m.shared {
		return nil
	}
	if err := m.standAsBuried(id, a); err != nil {
		return err
	}
	return m.takeTwins(id, a)
}

// standAsBuried puts a draft that comes back after a purge where it was last moved to.
func (m *merger) standAsBuried(id int64, a arrival) error {
	var was standingSince
	err := m.tx.QueryRow("SELECT moved, series FROM purged WHERE draft = ?", a.uid[:]).Scan(&was.moved, fixed(was.series[:]))
	if errors.Is(err, sql.ErrNoRows) || err == nil && !was.after(a.stands) {
		return nil
	}
	if err != nil {
		return err
	}
	return m.moveTo(id, was)
}

// takeSource finds the bytes of a hash among ours or takes them over; NULL for no source.
func (m *merger) takeSource(sum Hash) (id sql.NullInt64, err error) {
	if sum == (Hash{}) {
		return id, nil
	}
	theirs, there, err := m.sourceBytes(sum)
	if err != nil {
		return id, err
	}
	err = m.tx.QueryRow("SELECT id FROM source WHERE hash = ?", sum[:]).Scan(&id)
	if err == nil {
		if there {
			err = m.fillIn(id.Int64, theirs)
		}
		return id, err
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	if theirs == nil {
		theirs = []byte{}
	}
	r, err := m.tx.Exec("INSERT INTO source(hash, bytes) VALUES (?, ?)", sum[:], theirs)
	if err != nil {
		return id, err
	}
	id.Int64, err = r.LastInsertId()
	id.Valid = err == nil
	if err == nil && !there {
		_, err = m.tx.Exec("INSERT INTO source_left_out(source) VALUES (?)", id.Int64)
	}
	return id, err
}

// sourceBytes are the bytes of a source of theirs, if they are to be taken and are there.
func (m *merger) sourceBytes(sum Hash) (b []byte, there bool, err error) {
	if m.withoutSources {
		return nil, false, nil
	}
	err = m.other.QueryRow("SELECT bytes FROM source WHERE hash = ? AND id NOT IN (SELECT source FROM source_left_out)", sum[:]).Scan(&b)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	return b, err == nil, err
}

func (m *merger) fillIn(source int64, bytes []byte) error {
	var missing bool
	err := m.tx.QueryRow("SELECT EXISTS (SELECT 1 FROM source_left_out WHERE source = ?)", source).Scan(&missing)
	if err != nil || !missing {
		return err
	}
	m.report.Sources++
	return fillIn(m.tx, source, bytes)
}

// meet brings together a draft that both have.
func (m *merger) meet(id int64, a arrival) error {
	var ours arrival
	rows, err := collect(m.tx, scanArrival, arrivals+" WHERE d.id = ?", id)
	if err != nil {
		return err
	}
	if len(rows) == 1 {
		ours = rows[0]
	}
	if err := m.takeTwins(id, a); err != nil {
		return err
	}
	if err := m.meetPlaces(id, ours, a); err != nil {
		return err
	}
	return m.meetBins(id, ours, a)
}

func (m *merger) meetPlaces(id int64, ours, theirs arrival) error {
	kept := ours.stands
	if theirs.stands.after(ours.stands) {
		kept = theirs.stands
		if err := m.moveTo(id, kept); err != nil {
			return err
		}
	}
	if ours.stands.series == theirs.stands.series {
		return nil
	}
	return m.draftConflict(ConflictPlace, id, m.titleOf(ours.stands.series), m.titleOf(theirs.stands.series), m.titleOf(kept.series))
}

// moveTo puts a draft where another library has it, since when it has.
func (m *merger) moveTo(id int64, s standingSince) error {
	var symbol string
	if err := m.tx.QueryRow("SELECT symbol FROM draft WHERE id = ?", id).Scan(&symbol); err != nil {
		return err
	}
	series := m.series[s.series]
	var now sql.NullInt64
	if err := m.tx.QueryRow("SELECT series FROM place WHERE draft = ?", id).Scan(&now); err != nil {
		return err
	}
	if now.Int64 == series {
		_, err := m.tx.Exec("UPDATE place SET moved = ? WHERE draft = ?", s.moved, id)
		return err
	}
	document, err := documentFor(m.tx, series, symbol)
	if err != nil {
		return err
	}
	_, err = m.tx.Exec("UPDATE place SET series = ?, document = ?, moved = ? WHERE draft = ?", nullID(series), document, s.moved, id)
	return err
}

func (m *merger) titleOf(series UID) (title string) {
	if id, ok := m.series[series]; ok {
		_ = m.tx.QueryRow("SELECT title FROM series WHERE id = ?", id).Scan(&title) // it is for a person to read; "" is no series
	}
	return title
}

func (m *merger) draftConflict(kind string, id int64, ours, theirs, kept string) error {
	d, err := scanHead(m.tx.QueryRow(headColumns+" WHERE d.id = ?", id))
	if err == nil {
		m.conflict(Conflict{Kind: kind, Name: nameOf(d), Draft: id, Language: d.Language, Ours: ours, Theirs: theirs, Kept: kept})
	}
	return err
}

func (m *merger) meetBins(id int64, ours, theirs arrival) error {
	kept := ours.trashed
	if cmp.Or(cmp.Compare(theirs.binned, ours.binned), cmp.Compare(integer(theirs.trashed), integer(ours.trashed))) > 0 {
		kept = theirs.trashed
		if _, err := m.tx.Exec("UPDATE place SET binned = ? WHERE draft = ?", theirs.binned, id); err != nil {
			return err
		}
		if err := m.putBin(id, kept); err != nil {
			return err
		}
	}
	if ours.trashed == theirs.trashed || ours.binned == "" || theirs.binned == "" {
		return nil
	}
	say := func(trashed bool) string { return map[bool]string{true: entryTrash, false: entryRestore}[trashed] }
	return m.draftConflict(ConflictBin, id, say(ours.trashed), say(theirs.trashed), say(kept))
}

// putBin puts a draft into the bin or takes it out, and tells the ledger, but leaves the time that rules alone.
func (m *merger) putBin(id int64, trashed bool) error {
	r, err := m.tx.Exec("UPDATE place SET trashed = ?1 WHERE draft = ?2 AND trashed <> ?1", integer(trashed), id)
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n == 0 {
		return err
	}
	var uid UID
	var sum Hash
	if err := m.tx.QueryRow("SELECT uid, record FROM draft WHERE id = ?", id).Scan(fixed(uid[:]), fixed(sum[:])); err != nil {
		return err
	}
	kind := map[bool]string{true: entryTrash, false: entryRestore}[trashed]
	return record(m.tx, m.l.now(), kind, uid, sum)
}

// settle puts into the bin what was purged elsewhere and not touched since: its bytes go when its days in the bin are over.
// What was put into the bin before such a purge, and came back since, is out of it.
func (m *merger) settle() error {
	if m.shared {
		return nil
	}
	all, err := collect(m.tx, scanArrival, arrivals+" WHERE d.uid IN (SELECT draft FROM purged) ORDER BY d.id")
	if err != nil {
		return err
	}
	for _, a := range all {
		if err := m.settleOne(a); err != nil {
			return err
		}
	}
	return nil
}

func (m *merger) settleOne(a arrival) error {
	var purged string
	if err := m.tx.QueryRow("SELECT at FROM purged WHERE draft = ?", a.uid[:]).Scan(&purged); err != nil {
		return err
	}
	if err := m.standAsBuried(a.id, a); err != nil {
		return err
	}
	switch gone := a.last <= purged; {
	case gone && !a.trashed:
		m.report.Binned++
		return m.putBin(a.id, true)
	case !gone && a.trashed && a.binned <= purged:
		return m.putBin(a.id, false)
	}
	return nil
}
