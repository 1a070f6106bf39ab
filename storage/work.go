package storage

import (
	"database/sql"
	"errors"
)

// SaveWork keeps editing that is not yet a draft, in place of what had its key. Saved is filled in where it is zero.
func (l *Library) SaveWork(w Work) error {
	return l.write("keep unsaved work", func(tx *sql.Tx) error {
		if w.Saved.IsZero() {
			w.Saved = l.now()
		}
		if w.Data == nil {
			w.Data = []byte{}
		}
		_, err := tx.Exec("INSERT INTO work(key, data, saved) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET data = excluded.data, saved = excluded.saved",
			w.Key, w.Data, timeText(w.Saved))
		return err
	})
}

// Works lists the unsaved work, the last saved first.
func (l *Library) Works() (all []Work, err error) {
	err = l.read("list unsaved work", func(tx *sql.Tx) (err error) {
		all, err = collect(tx, func(r *sql.Rows) (Work, error) { return scanWork(r) }, "SELECT key, data, saved FROM work ORDER BY saved DESC, key")
		return err
	})
	return all, err
}

// Work reads one piece of unsaved work; ErrNotThere where there is none.
func (l *Library) Work(key string) (w Work, err error) {
	err = l.read("read unsaved work", func(tx *sql.Tx) (err error) {
		w, err = scanWork(tx.QueryRow("SELECT key, data, saved FROM work WHERE key = ?", key))
		return err
	})
	return w, err
}

func scanWork(row scanner) (w Work, err error) {
	err = row.Scan(&w.Key, &w.Data, moment{&w.Saved})
	return w, err
}

// DropWork forgets a piece of unsaved work. There may be none.
func (l *Library) DropWork(key string) error {
	return l.write("drop unsaved work", func(tx *sql.Tx) error {
		_, err := tx.Exec("DELETE FROM work WHERE key = ?", key)
		return err
	})
}

// Setting is a small value bound to this library, "" where it was never set.
func (l *Library) Setting(key string) (value string, err error) {
	err = l.read("read a setting", func(tx *sql.Tx) error {
		err := tx.QueryRow("SELECT value FROM setting WHERE key = ?", key).Scan(&value)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	return value, err
}

// SetSetting keeps a small value with this library.
func (l *Library) SetSetting(key, value string) error {
	return l.write("keep a setting", func(tx *sql.Tx) error {
		return setSetting(tx, key, value)
	})
}

func setSetting(tx *sql.Tx, key, value string) error {
	_, err := tx.Exec("INSERT INTO setting(key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", key, value)
	return err
}
