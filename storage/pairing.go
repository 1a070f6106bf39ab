package storage

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Verdict is what a person said of two wordings.
type Verdict string

// The verdicts.
const (
	Together Verdict = "together" // the one continues the other
	Apart    Verdict = "apart"    // it does not
)

// Pairing is what a person said of two wordings, wherever they meet. Pairings are only added; a later one rules.
type Pairing struct {
	ID         int64
	UID        UID
	One, Other Hash    // of the canonical words of two paragraphs, in either order
	Verdict    Verdict // "" for one that undoes another
	Undoes     UID     // zero, or the pairing that this one takes back
	At         time.Time
	Who        string
}

// ErrSameWords refuses a pairing of a wording with itself: it would say nothing, or part all equals of all texts.
var ErrSameWords = errors.New("both paragraphs have the same words, a correction cannot tell them apart: choose two that differ")

// AddPairing appends what a person said of two wordings and answers it with ID, UID and At filled in, and One the
// smaller of the two. Its At, where it is zero, is now, or a moment after the last word on these two.
func (l *Library) AddPairing(p Pairing) (Pairing, error) {
	if bytes.Compare(p.One[:], p.Other[:]) > 0 {
		p.One, p.Other = p.Other, p.One
	}
	err := l.write("store the correction", func(tx *sql.Tx) error { return l.addPairing(tx, &p) })
	if err != nil {
		return Pairing{}, err
	}
	return p, nil
}

func (l *Library) addPairing(tx *sql.Tx, p *Pairing) error {
	if p.One == p.Other {
		return ErrSameWords
	}
	if err := p.check(tx); err != nil {
		return err
	}
	if p.UID == (UID{}) {
		p.UID = newUID()
	}
	if p.At.IsZero() {
		var last sql.NullString
		if err := tx.QueryRow("SELECT max(at) FROM pairing WHERE one = ? AND other = ?", p.One[:], p.Other[:]).Scan(&last); err != nil {
			return err
		}
		var err error
		if p.At, err = after(l.now(), last); err != nil {
			return err
		}
	}
	p.At = p.At.UTC().Round(0)
	sum := pairingHash(*p)
	r, err := tx.Exec("INSERT INTO pairing(uid, one, other, verdict, undoes, at, who, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
		p.UID[:], p.One[:], p.Other[:], string(p.Verdict), null(p.Undoes), timeText(p.At), p.Who, sum[:])
	if err != nil {
		return err
	}
	if p.ID, err = r.LastInsertId(); err != nil {
		return err
	}
	return record(tx, p.At, entryPairing, p.UID, sum)
}

// check refuses what is neither a verdict nor takes one back. What is taken back must be there and of the same words.
func (p Pairing) check(tx *sql.Tx) error {
	if p.Undoes == (UID{}) {
		if p.Verdict != Together && p.Verdict != Apart {
			return fmt.Errorf("%q is no verdict on two paragraphs", p.Verdict)
		}
		return nil
	}
	if p.Verdict != "" {
		return fmt.Errorf("a correction is either said or taken back, not both")
	}
	var id int64
	return tx.QueryRow("SELECT id FROM pairing WHERE uid = ? AND one = ? AND other = ?", p.Undoes[:], p.One[:], p.Other[:]).Scan(&id)
}

// Pairings lists all that was said of wordings, in the order in which it counts: the last one rules.
func (l *Library) Pairings() (all []Pairing, err error) {
	err = l.read("read the corrections", func(tx *sql.Tx) (err error) {
		all, err = collect(tx, func(r *sql.Rows) (p Pairing, err error) {
			err = p.scan(r)
			return p, err
		}, pairingFields+" FROM pairing ORDER BY at, uid")
		return err
	})
	return all, err
}

const pairingFields = "SELECT id, uid, one, other, verdict, undoes, at, who"

// scan reads pairingFields, and what else the row holds into more.
func (p *Pairing) scan(r *sql.Rows, more ...any) error {
	return r.Scan(append([]any{&p.ID, fixed(p.UID[:]), fixed(p.One[:]), fixed(p.Other[:]), &p.Verdict, fixed(p.Undoes[:]),
		moment{&p.At}, &p.Who}, more...)...)
}

// pairings hashes what people said of wordings, and asks the ledger.
func (v *verifier) pairings() error {
	seen := map[UID]bool{}
	_, err := collect(v.tx, func(r *sql.Rows) (p Pairing, err error) {
		var sum Hash
		if err = p.scan(r, fixed(sum[:])); err != nil {
			return p, err
		}
		seen[p.UID] = true
		if pairingHash(p) != sum || v.said[p.UID] != sum {
			v.find(FoundSaid, 0, "a correction that was made on %s is not what was stored", p.At.Format(time.DateOnly))
		}
		return p, nil
	}, pairingFields+", hash FROM pairing ORDER BY id")
	if err != nil {
		return err
	}
	return v.missing(seen, entryPairing, "a correction that was made on %s is missing")
}
