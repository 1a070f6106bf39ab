package storage

import "database/sql"

// Stamp is a hash of all that a person can change in a library: it is another one when a text was added, moved, binned or
// purged, when anything was said of one, when a series, a note, a setting or an unfinished draft is another. What the program
// makes by itself to find texts is not in it.
func (l *Library) Stamp() (sum Hash, err error) {
	err = l.read("look whether the library was changed", func(tx *sql.Tx) error {
		last, err := lastEntry(tx)
		if err != nil {
			return err
		}
		e := encode("mutatis stamp 1")
		e.bytes(last.hash[:])
		for _, query := range []string{
			"SELECT id, title, titled || ' ' || removed FROM series ORDER BY id",
			"SELECT draft, ifnull(series, 0), moved || ' ' || binned || ' ' || trashed FROM place ORDER BY draft",
			"SELECT id, hex(uid), kind || ' ' || changed FROM private_note ORDER BY id",
			"SELECT place, what, changed || ' ' || alone FROM basket ORDER BY what",
			"SELECT 0, key, saved FROM work ORDER BY key",
			"SELECT 0, key, value FROM setting ORDER BY key",
		} {
			e.text(query)
			if err := e.rows(tx, query); err != nil {
				return err
			}
		}
		sum = e.sum()
		return nil
	})
	return sum, err
}

// rows hashes the rows of a query of a number and two texts.
func (e encoder) rows(db queryer, query string) error {
	_, err := collect(db, func(r *sql.Rows) (id int64, err error) {
		var a, b string
		err = r.Scan(&id, &a, &b)
		e.number(int(id))
		e.texts(a, b)
		return id, err
	}, query)
	return err
}
