package storage

import (
	"database/sql"
	"fmt"
	"time"
)

// AddEvents appends what a person said about paragraphs: all of it or nothing. It fills in the ID of each event, its UID
// where that is zero, and its At where that is zero: then it is now, or a moment after the last event of the draft where
// the clock was set back, so that the later word always rules.
func (l *Library) AddEvents(events []Event) error {
	added := append([]Event(nil), events...)
	err := l.write("store the status", func(tx *sql.Tx) error {
		for i := range added {
			if err := l.addEvent(tx, &added[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		copy(events, added)
	}
	return err
}

func (l *Library) addEvent(tx *sql.Tx, ev *Event) error {
	draft, err := subjectOf(tx, *ev)
	if err != nil {
		return err
	}
	if ev.UID == (UID{}) {
		ev.UID = newUID()
	}
	if ev.At.IsZero() {
		if ev.At, err = l.nextMoment(tx, ev.Draft); err != nil {
			return err
		}
	}
	ev.At = ev.At.UTC().Round(0)
	sum := eventHash(*ev, draft)
	r, err := tx.Exec(`INSERT INTO event(uid, draft, paragraph, words, status, undoes, at, who, remark, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		ev.UID[:], ev.Draft, ev.Paragraph, ev.Words[:], ev.Status, null(ev.Undoes), timeText(ev.At), ev.Who, ev.Remark, sum[:])
	if err != nil {
		return err
	}
	if ev.ID, err = r.LastInsertId(); err != nil {
		return err
	}
	return record(tx, ev.At, entryEvent, ev.UID, sum)
}

// subjectOf is the uid of the draft an event speaks of. The paragraph, and the event it undoes, must be there.
func subjectOf(tx *sql.Tx, ev Event) (uid UID, err error) {
	var paragraphs int
	err = tx.QueryRow("SELECT uid, paragraphs FROM draft WHERE id = ?", ev.Draft).Scan(fixed(uid[:]), &paragraphs)
	if err != nil {
		return uid, err
	}
	if ev.Paragraph < 0 || ev.Paragraph >= paragraphs {
		return uid, fmt.Errorf("paragraph %d of text %d: %w", ev.Paragraph, ev.Draft, ErrNotThere)
	}
	if ev.Undoes != (UID{}) {
		var id int64
		err = tx.QueryRow("SELECT id FROM event WHERE uid = ? AND draft = ?", ev.Undoes[:], ev.Draft).Scan(&id)
	}
	return uid, err
}

// nextMoment is now, but later than any event of the draft.
func (l *Library) nextMoment(tx *sql.Tx, draft int64) (time.Time, error) {
	var last sql.NullString
	if err := tx.QueryRow(`SELECT max(at) FROM (SELECT at FROM event WHERE draft = ?1
		UNION ALL SELECT g.at FROM purged g JOIN draft d ON d.uid = g.draft WHERE d.id = ?1)`, draft).Scan(&last); err != nil {
		return time.Time{}, err
	}
	return after(l.now(), last)
}

// after is now, or a moment after the last time where the clock was set back.
func after(now time.Time, last sql.NullString) (time.Time, error) {
	now = now.UTC()
	if !last.Valid {
		return now, nil
	}
	t, err := parseTime(last.String)
	if err != nil {
		return now, fmt.Errorf("%w (a time cannot be read)", ErrDamaged)
	}
	if now.After(t) {
		return now, nil
	}
	return t.Add(time.Microsecond), nil
}

const (
	eventFields  = "SELECT e.id, e.uid, e.draft, e.paragraph, e.words, e.status, e.undoes, e.at, e.who, e.remark"
	eventColumns = eventFields + " FROM event e "
)

// Events lists all that was said about a draft, in the order in which it counts: the last one rules.
func (l *Library) Events(draft int64) ([]Event, error) {
	return l.events(countingEvents, draft)
}

// EventsOfSeries lists all that was said about the drafts of a series, those in the bin left out.
func (l *Library) EventsOfSeries(series int64) ([]Event, error) {
	return l.events(eventColumns+"JOIN place p ON p.draft = e.draft WHERE p.series IS ? AND p.trashed = 0 AND "+eventCounts+" ORDER BY e.at, e.uid", nullID(series))
}

// eventCounts leaves out what was said of a text before it was purged somewhere, where it came back since.
const eventCounts = `e.at > ifnull((SELECT g.at FROM purged g JOIN draft d ON d.uid = g.draft WHERE d.id = e.draft), '')`

func (l *Library) events(query string, args ...any) (all []Event, err error) {
	err = l.read("read the statuses", func(tx *sql.Tx) (err error) {
		all, err = collect(tx, scanEvent, query, args...)
		return err
	})
	return all, err
}

func scanEvent(r *sql.Rows) (ev Event, err error) {
	err = r.Scan(&ev.ID, fixed(ev.UID[:]), &ev.Draft, &ev.Paragraph, fixed(ev.Words[:]), &ev.Status, fixed(ev.Undoes[:]),
		moment{&ev.At}, &ev.Who, &ev.Remark)
	return ev, err
}
