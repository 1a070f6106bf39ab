package storage

import (
	"database/sql"
	"fmt"
	"time"
)

// fixed scans a blob of exactly the length of its bytes into them; NULL leaves them zero.
type fixed []byte

// Scan implements sql.Scanner.
func (f fixed) Scan(v any) error {
	switch b := v.(type) {
	case nil:
		clear(f)
		return nil
	case []byte:
		if len(b) == len(f) {
			copy(f, b)
			return nil
		}
	}
	return fmt.Errorf("%w (a hash has the wrong length)", ErrDamaged)
}

// moment scans a stored time.
type moment struct{ *time.Time }

// Scan implements sql.Scanner.
func (m moment) Scan(v any) (err error) {
	s, ok := v.(string)
	if ok {
		*m.Time, err = parseTime(s)
	}
	if !ok || err != nil {
		return fmt.Errorf("%w (a time cannot be read)", ErrDamaged)
	}
	return nil
}

func scanText(r *sql.Rows) (s string, err error) {
	err = r.Scan(&s)
	return s, err
}

func scanID(r *sql.Rows) (id int64, err error) {
	err = r.Scan(&id)
	return id, err
}

// null is NULL for a zero uid.
func null(u UID) any {
	if u == (UID{}) {
		return nil
	}
	return u[:]
}

// nullID is NULL for 0.
func nullID(id int64) any {
	if id == 0 {
		return nil
	}
	return id
}
