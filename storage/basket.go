package storage

import (
	"database/sql"
	"errors"
)

// BasketItem is a wording that a person keeps. Its What makes it: a wording is kept once.
type BasketItem struct {
	What  string // the wording and where it stands, as JSON
	Alone bool   // the phrase alone is wanted
	Draft int64  // the text it came from; 0 where that is not here
}

// ErrNoJSON refuses a wording in another form.
var ErrNoJSON = errors.New("a wording of the basket cannot be read: put it in anew")

// Basket lists what the person keeps, in his order.
func (l *Library) Basket() (all []BasketItem, err error) {
	err = l.read("read the basket", func(tx *sql.Tx) (err error) {
		all, err = basketOf(tx)
		return err
	})
	return all, err
}

func basketOf(db queryer) ([]BasketItem, error) {
	return collect(db, func(r *sql.Rows) (b BasketItem, err error) {
		err = r.Scan(&b.What, &b.Alone, &b.Draft)
		return b, err
	}, `SELECT what, alone, ifnull((SELECT id FROM draft WHERE uid = basket.draft), 0) FROM basket ORDER BY place, changed, what`)
}

// SetBasket makes these the wordings that are kept, in this order. What is no longer among them is gone: its bytes are
// overwritten. One that comes twice is kept once.
func (l *Library) SetBasket(items []BasketItem) error {
	return l.write("keep the basket", func(tx *sql.Tx) error {
		was, err := basketOf(tx)
		if err != nil {
			return err
		}
		places := map[string]int{}
		for _, b := range items {
			if _, twice := places[b.What]; !twice {
				places[b.What] = len(places)
				err = errors.Join(err, l.putBasketItem(tx, b, places[b.What]))
			}
		}
		for _, b := range was {
			if _, stays := places[b.What]; !stays && err == nil {
				err = l.dropBasketItem(tx, b.What)
			}
		}
		return err
	})
}

// putBasketItem keeps a wording at a place. One that is there already so is not touched, so that another library's later
// word about it rules.
func (l *Library) putBasketItem(tx *sql.Tx, b BasketItem, place int) error {
	var valid, same bool
	var changed string
	err := tx.QueryRow("SELECT json_valid(?)", b.What).Scan(&valid)
	if err != nil || !valid {
		return errors.Join(err, ErrNoJSON)
	}
	err = tx.QueryRow("SELECT changed, alone = ? AND place = ? FROM basket WHERE what = ?", integer(b.Alone), place, b.What).Scan(&changed, &same)
	if same || err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	now, err := l.privateMoment(tx, basketUID(b.What), changed)
	if err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT INTO basket(what, alone, draft, place, changed) VALUES (?1, ?2, (SELECT uid FROM draft WHERE id = ?3), ?4, ?5)
		ON CONFLICT(what) DO UPDATE SET alone = excluded.alone, draft = ifnull(excluded.draft, draft), place = excluded.place, changed = excluded.changed`,
		b.What, integer(b.Alone), b.Draft, place, now)
	return err
}

func (l *Library) dropBasketItem(tx *sql.Tx, what string) error {
	var changed string
	if err := tx.QueryRow("SELECT changed FROM basket WHERE what = ?", what).Scan(&changed); err != nil {
		return err
	}
	if err := l.goneNow(tx, basketUID(what), changed); err != nil {
		return err
	}
	_, err := tx.Exec("DELETE FROM basket WHERE what = ?", what)
	return err
}

// basketUID names a wording of the basket where its words must not stand.
func basketUID(what string) (uid UID) {
	e := encode("mutatis basket 1")
	e.text(what)
	sum := e.sum()
	copy(uid[:], sum[:])
	return uid
}
