package storage

import (
	"context"
	"crypto/sha256"
	"database/sql"
)

// Version is a number that changes whenever any window, this one too, has changed the library since the last call.
func (l *Library) Version() (n int64, err error) {
	l.watching.Lock()
	defer l.watching.Unlock()
	if l.watcher == nil { // the number is a connection's own, so one is kept for it
		if l.watcher, err = l.reader.Conn(context.Background()); err != nil {
			return 0, explain("look for changes", err)
		}
	}
	err = l.watcher.QueryRowContext(context.Background(), "PRAGMA data_version").Scan(&n)
	return n, explain("look for changes", err)
}

// VerifySome verifies the next drafts after the one with an id, with their sources and what was said of them, at most so
// many. It answers the last id, 0 when there are no more. It holds no one up for longer than reading that many takes.
func (l *Library) VerifySome(ctx context.Context, after int64, most int) (last int64, findings []Finding, err error) {
	v := newVerifier(ctx)
	err = l.read("verify the library", func(tx *sql.Tx) error {
		v.tx = tx
		ids, err := collect(tx, scanID, "SELECT id FROM draft WHERE id > ? ORDER BY id LIMIT ?", after, most)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := v.survive(id, v.one(id)); err != nil {
				return err
			}
			last = id
		}
		return nil
	})
	return last, v.findings, err
}

// one verifies a draft and what belongs to it alone.
func (v *verifier) one(id int64) error {
	if err := v.hear("SELECT l.seq, l.at, l.kind, l.subject, l.digest, l.hash FROM ledger l JOIN draft d ON d.uid = l.subject WHERE d.id = ? ORDER BY l.seq", id); err != nil {
		return err
	}
	if _, err := v.draft(id); err != nil {
		return err
	}
	s, err := loadSource(v.tx, id)
	if err != nil || s == nil {
		return err
	}
	o, err := loadOrigin(v.tx, id)
	if err == nil && sha256.Sum256(s.Bytes) != o.source {
		v.find(FoundSource, id, "the file that this text was read from is not what was stored")
	}
	return err
}
