package storage

import (
	"bytes"
	"database/sql"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"
)

// twin is what another library keeps with a text that is here too.
type twin struct {
	record, source Hash
	label          string
	sample         bool
	created        string
	parent         UID
	name, media    string
}

func twinHash(t twin) Hash {
	e := encode("mutatis twin 1")
	e.bytes(t.record[:])
	e.text(t.label)
	e.number(integer(t.sample))
	e.text(t.created)
	e.bytes(t.parent[:])
	e.bytes(t.source[:])
	e.texts(t.name, t.media)
	return e.sum()
}

// takeTwins keeps the other records of a text, its own in the other library among them.
func (m *merger) takeTwins(id int64, a arrival) error {
	if m.shared {
		return nil
	}
	const fields = "x.record, x.label, x.sample, x.created, x.parent, s.hash, x.source_name, x.source_type"
	all, err := collect(m.other, scanTwin, "SELECT "+fields+" FROM draft x LEFT JOIN source s ON s.id = x.source WHERE x.id = ?1"+
		" UNION ALL SELECT "+fields+" FROM twin x LEFT JOIN source s ON s.id = x.source WHERE x.draft = ?1", a.id)
	if err != nil {
		return err
	}
	for _, t := range all {
		if err := m.addTwin(id, t); err != nil {
			return err
		}
	}
	return nil
}

func scanTwin(r *sql.Rows) (t twin, err error) {
	err = r.Scan(fixed(t.record[:]), &t.label, &t.sample, &t.created, fixed(t.parent[:]), fixed(t.source[:]), &t.name, &t.media)
	return t, err
}

func (m *merger) addTwin(id int64, t twin) error {
	source, err := m.takeSource(t.source)
	if err != nil {
		return err
	}
	var known bool
	err = m.tx.QueryRow("SELECT EXISTS (SELECT 1 FROM draft WHERE id = ?1 AND record = ?2) OR EXISTS (SELECT 1 FROM twin WHERE draft = ?1 AND record = ?2)",
		id, t.record[:]).Scan(&known)
	if err != nil || known {
		return err
	}
	sum := twinHash(t)
	_, err = m.tx.Exec(`INSERT INTO twin(draft, record, label, sample, created, parent, source, source_name, source_type, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, id, t.record[:], t.label, integer(t.sample), t.created, null(t.parent), source, t.name, t.media, sum[:])
	return err
}

// takeEvents takes over what people said of paragraphs.
func (m *merger) takeEvents() error {
	for _, a := range m.theirs {
		id, ok := m.drafts[a.uid]
		if !ok {
			continue
		}
		theirs, err := collect(m.other, scanEvent, countingEvents, a.id)
		if err != nil {
			return err
		}
		if len(theirs) == 0 {
			continue
		}
		if err := m.takeEventsOf(id, a.uid, theirs); err != nil {
			return err
		}
	}
	return nil
}

const countingEvents = eventColumns + "WHERE e.draft = ? AND " + eventCounts + " ORDER BY e.at, e.uid"

func (m *merger) takeEventsOf(draft int64, uid UID, theirs []Event) error {
	ours, err := collect(m.tx, scanEvent, countingEvents, draft)
	if err != nil {
		return err
	}
	if err := m.statusConflicts(draft, ours, theirs); err != nil {
		return err
	}
	known := eventsByUID(ours)
	for _, ev := range theirs {
		if known[ev.UID] {
			continue
		}
		if err := m.addEvent(ev, draft, uid); err != nil {
			return err
		}
	}
	return nil
}

func eventsByUID(all []Event) map[UID]bool {
	by := map[UID]bool{}
	for _, e := range all {
		by[e.UID] = true
	}
	return by
}

func (m *merger) addEvent(ev Event, draft int64, uid UID) error {
	var purged string
	err := m.tx.QueryRow("SELECT ifnull((SELECT at FROM purged WHERE draft = ?), '')", uid[:]).Scan(&purged)
	if err != nil || timeText(ev.At) <= purged {
		return err
	}
	ev.Draft = draft
	sum := eventHash(ev, uid)
	_, err = m.tx.Exec(`INSERT INTO event(uid, draft, paragraph, words, status, undoes, at, who, remark, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		ev.UID[:], ev.Draft, ev.Paragraph, ev.Words[:], ev.Status, null(ev.Undoes), timeText(ev.At), ev.Who, ev.Remark, sum[:])
	if err != nil {
		return err
	}
	m.report.Events++
	return record(m.tx, m.l.now(), entryEvent, ev.UID, sum)
}

// statusConflicts lists paragraphs of which each library says something else that the other did not know.
func (m *merger) statusConflicts(draft int64, ours, theirs []Event) error {
	here, there, last := eventsByUID(ours), eventsByUID(theirs), ruling(ours)
	for paragraph, t := range ruling(theirs) {
		o, ok := last[paragraph]
		if !ok || o.Status == t.Status || here[t.UID] || there[o.UID] {
			continue
		}
		kept := o
		if later(t.At, t.UID, o.At, o.UID) {
			kept = t
		}
		if err := m.draftConflict(ConflictStatus, draft, o.Status, t.Status, kept.Status); err != nil {
			return err
		}
		m.report.Conflicts[len(m.report.Conflicts)-1].Paragraph = paragraph
	}
	return nil
}

// ruling are the last words on each paragraph, what was taken back left out.
func ruling(events []Event) map[int]Event {
	undone, last := map[UID]bool{}, map[int]Event{}
	for _, e := range events {
		undone[e.Undoes] = true
	}
	for _, e := range events {
		if e.Undoes == (UID{}) && !undone[e.UID] {
			last[e.Paragraph] = e
		}
	}
	return last
}

func later(at time.Time, uid UID, than time.Time, other UID) bool {
	if at.Equal(than) {
		return bytes.Compare(uid[:], other[:]) > 0
	}
	return at.After(than)
}

// takeLedger keeps the other ledger beside ours, and says in ours where it ended when they met.
func (m *merger) takeLedger() error {
	if m.shared {
		return nil
	}
	known := map[Hash]bool{}
	_, err := collect(m.tx, func(r *sql.Rows) (h Hash, err error) {
		err = r.Scan(fixed(h[:]))
		known[h] = true
		return h, err
	}, "SELECT hash FROM ledger UNION ALL SELECT hash FROM ancestor")
	if err != nil {
		return err
	}
	head, err := lastEntry(m.other)
	if err != nil || head.seq == 0 || known[head.hash] {
		return err
	}
	if err := m.takeEntries(known); err != nil {
		return err
	}
	var subject UID
	copy(subject[:], head.hash[:])
	return record(m.tx, m.l.now(), entryMerge, subject, head.hash)
}

const ledgerAsAncestors = `SELECT seq, at, kind, subject, digest, hash,
	ifnull((SELECT p.hash FROM ledger p WHERE p.seq = l.seq - 1), zeroblob(32)) FROM ledger l
	UNION ALL SELECT seq, at, kind, subject, digest, hash, previous FROM ancestor`

func (m *merger) takeEntries(known map[Hash]bool) error {
	rows, err := m.other.Query(ledgerAsAncestors)
	if err != nil {
		return err
	}
	defer rows.Close()
	w := inserter{tx: m.tx, ready: map[string]*sql.Stmt{}}
	for rows.Next() && w.err == nil {
		var previous Hash
		n, err := scanEntry(also{rows, fixed(previous[:])})
		if err != nil {
			return err
		}
		if known[n.hash] {
			continue
		}
		known[n.hash] = true
		w.exec("INSERT INTO ancestor(hash, previous, seq, at, kind, subject, digest) VALUES (?, ?, ?, ?, ?, ?, ?)",
			n.hash[:], previous[:], n.seq, n.at, n.kind, n.subject[:], n.digest[:])
	}
	if w.err != nil {
		return w.err
	}
	return rows.Err()
}

// bounds are what another library may hold.
type bounds struct{ latest string }

// ahead is how far the clock of another computer may go before ours.
const ahead = 24 * time.Hour

func boundsAt(now time.Time) bounds { return bounds{timeText(now.Add(ahead))} }

// The largest source, the longest paragraph in bytes.
const (
	mostSource = 256 << 20
	mostText   = 16 << 20
)

const timeGlob = "[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]Z"

// times are the columns that decide what rules.
var times = []string{
	"draft.created", "place.moved", "place.binned", "series.titled", "series.removed", "event.at", "pairing.at", "purged.at", "purged.moved",
	"twin.created", "private_note.at", "private_note.changed", "private_gone.at", "basket.changed",
}

// library refuses what is too large to be read and times that would rule for ever.
func (b bounds) library(db queryer) error {
	var source, text int
	err := db.QueryRow("SELECT ifnull((SELECT max(octet_length(bytes)) FROM source), 0), max(ifnull((SELECT max(octet_length(text)) FROM wording), 0),"+
		" ifnull((SELECT max(octet_length(text)) FROM private_note), 0), ifnull((SELECT max(octet_length(what)) FROM basket), 0))").
		Scan(&source, &text)
	if err != nil {
		return err
	}
	if source > mostSource || text > mostText {
		return fmt.Errorf("%w (a source of %d bytes, a paragraph of %d)", ErrOutOfRange, source, text)
	}
	for _, column := range times {
		table, name, _ := bytes.Cut([]byte(column), []byte("."))
		var late, wrong int
		err := db.QueryRow(fmt.Sprintf("SELECT count(*) FILTER (WHERE %[1]s > ?1), count(*) FILTER (WHERE %[1]s <> '' AND %[1]s NOT GLOB ?2) FROM %[2]s", name, table),
			b.latest, timeGlob).Scan(&late, &wrong)
		switch {
		case err != nil:
			return err
		case wrong > 0:
			return fmt.Errorf("%w (a time in %s cannot be read)", ErrNotSound, column)
		case late > 0:
			return ErrFuture
		}
	}
	return nil
}

// draft refuses what the program could not show: marks outside the words, letters that are none.
func (b bounds) draft(d Draft) error {
	texts := []string{d.Symbol, d.Number, d.Language, d.Stage, d.Date, d.Label, d.Title, d.Header}
	for _, p := range d.Paragraphs {
		length := utf8.RuneCountInString(p.Text)
		within := p.Opening >= 0 && p.Opening <= length && p.Level >= 0 && p.Level <= 99
		for _, n := range p.Notes {
			within = within && n.Offset >= 0 && n.Offset <= length
			texts = append(texts, n.Number)
		}
		for _, c := range p.Citations {
			within = within && c.Offset >= 0 && c.Length >= 0 && c.Offset <= length-c.Length
			texts = append(texts, c.Symbol)
		}
		if !within {
			return fmt.Errorf("%s: %w", nameOf(d), ErrOutOfRange)
		}
		texts = append(texts, p.Kind, p.Number, p.Text)
	}
	for _, f := range d.Footnotes {
		texts = append(texts, f.Number, f.Text)
	}
	if slices.ContainsFunc(append(texts, d.LeftOut...), func(s string) bool { return !utf8.ValidString(s) }) {
		return fmt.Errorf("%s: %w", nameOf(d), ErrOutOfRange)
	}
	return nil
}
