package storage

import (
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"slices"
)

// known lists every draft of which anything tells.
func (s *salvager) known() (all []int64) {
	seen := map[int64]bool{}
	most := int64(0)
	for _, query := range []string{
		"SELECT id FROM draft ORDER BY id %s", "SELECT draft FROM place ORDER BY draft %s", "SELECT DISTINCT draft FROM paragraph ORDER BY draft %s",
		"SELECT DISTINCT draft FROM footnote ORDER BY draft %s",
	} {
		found, _ := some(s.old, query, scanID, func(id int64) string { return fmt.Sprint(id) })
		for _, id := range found {
			if id > 0 && id < mostDrafts {
				seen[id], most = true, max(most, id)
			}
		}
	}
	for id := int64(1); id <= most+probed; id++ {
		var there int64
		if !seen[id] && s.old.QueryRow("SELECT id FROM draft WHERE id = ?", id).Scan(&there) == nil && there == id {
			seen[id], most = true, max(most, id)
		}
	}
	for id := range seen {
		all = append(all, id)
	}
	slices.Sort(all)
	return all
}

const (
	mostDrafts = 1 << 24 // an id above is damage
	probed     = 64      // how many ids after the last known are tried
)

func (s *salvager) takeDrafts() error {
	indexed, err := s.l.indexedSoFar(s.tx)
	if err != nil {
		return err
	}
	for _, id := range s.known() {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		if _, ok := s.saved[id]; ok {
			continue
		}
		if err := s.takeDraft(id); err != nil {
			return err
		}
	}
	return s.l.keepIndexed(s.tx, indexed)
}

const salvagedHead = `SELECT d.id, 0, 0, 0, d.symbol, d.number, d.language, d.session, d.stage, d.date, d.label, d.title, d.header, d.sample, 0,
	d.created, d.content FROM draft d WHERE d.id = ?`

// takeDraft takes a text over if it is what was stored.
func (s *salvager) takeDraft(id int64) error {
	r := RescuedText{Draft: id, Name: fmt.Sprintf("text %d", id)}
	d, err := scanHead(s.old.QueryRow(salvagedHead, id))
	if err == nil {
		r.Name, r.Language = nameOf(d), d.Language
	}
	for _, load := range []func(queryer, *Draft) error{loadParagraphs, loadNotes, loadCitations, loadFootnotes, loadLeftOut} {
		if err == nil {
			err = load(s.old, &d)
		}
	}
	if err != nil || contentHash(d) != d.Content || boundsAt(s.l.now()).draft(d) != nil {
		if was := s.lost[id]; was.File != "" {
			return nil
		}
		r.File, err = s.keepOriginal(id)
		s.lost[id] = r
		return err
	}
	if _, ok := s.ids[d.UID]; ok { // read twice
		return nil
	}
	o := s.origin(&d)
	var record Hash
	err = s.old.QueryRow("SELECT record FROM draft WHERE id = ?", id).Scan(fixed(record[:]))
	r.Beside = err == nil && recordHash(d, o) == record
	source, kept, err := s.source(id, &o)
	if err != nil {
		return err
	}
	r.Words, r.Source = true, kept
	if err := s.store(d, o, source); err != nil {
		return err
	}
	s.saved[id], s.uids[id], s.ids[d.UID] = r, d.UID, id
	return nil
}

// origin reads where a draft came from; what of it cannot be read is left empty.
func (s *salvager) origin(d *Draft) origin {
	o, err := loadOrigin(s.old, d.ID)
	if err != nil {
		o = origin{}
		_ = s.old.QueryRow("SELECT parent, source_name, source_type FROM draft WHERE id = ?", d.ID).Scan(fixed(o.parent[:]), &o.name, &o.media)
	}
	o.id = d.ID
	return o
}

// source takes over the file that a draft was read from. Where it is not what was stored, its hash alone is kept.
func (s *salvager) source(draft int64, o *origin) (id sql.NullInt64, kept bool, err error) {
	if o.source == (Hash{}) {
		return id, o.name == "", nil
	}
	err = s.tx.QueryRow("SELECT id FROM source WHERE hash = ?", o.source[:]).Scan(&id)
	if err == nil {
		var left bool
		err = s.tx.QueryRow("SELECT EXISTS (SELECT 1 FROM source_left_out WHERE source = ?)", id.Int64).Scan(&left)
		return id, !left, err
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return id, false, err
	}
	var bytes []byte
	readErr := s.old.QueryRow("SELECT s.bytes FROM draft d JOIN source s ON s.id = d.source WHERE d.id = ?", draft).Scan(&bytes)
	kept = readErr == nil && sha256.Sum256(bytes) == o.source
	if !kept || bytes == nil {
		bytes = []byte{}
	}
	r, err := s.tx.Exec("INSERT INTO source(hash, bytes) VALUES (?, ?)", o.source[:], bytes)
	if err != nil {
		return id, false, err
	}
	id.Int64, err = r.LastInsertId()
	id.Valid = err == nil
	if err == nil && !kept {
		_, err = s.tx.Exec("INSERT INTO source_left_out(source) VALUES (?)", id.Int64)
	}
	return id, kept, err
}

// store puts a text where it stood.
func (s *salvager) store(d Draft, o origin, source sql.NullInt64) error {
	var series sql.NullInt64
	var trashed bool
	var moved, binned string
	if s.old.QueryRow("SELECT series, trashed, moved, binned FROM place WHERE draft = ?", d.ID).Scan(&series, &trashed, &moved, &binned) != nil {
		series, trashed, moved, binned = sql.NullInt64{}, false, "", ""
		_ = s.old.QueryRow("SELECT series, trashed FROM place WHERE draft = ?", d.ID).Scan(&series, &trashed) // before schema 3
	}
	var err error
	if d.Series, err = s.seriesFor(series.Int64, d.Title); err != nil {
		return err
	}
	id, err := addWhole(s.tx, d, o, source, s.l.now())
	if err != nil {
		return err
	}
	if moved != "" {
		if _, err := s.tx.Exec("UPDATE place SET moved = ?, binned = ? WHERE draft = ?", moved, binned, id); err != nil {
			return err
		}
	}
	if !trashed {
		return nil
	}
	return (&merger{tx: s.tx, l: s.l}).putBin(id, true)
}
