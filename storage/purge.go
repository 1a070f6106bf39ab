package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// ErrNotBinned refuses to purge what is in the lists: the bin is the step before.
var ErrNotBinned = errors.New("only what is in the bin can be deleted for good: put the text into the bin first")

// ErrBytesLeft says that a purge is done but that the file could not be written anew.
var ErrBytesLeft = errors.New("the texts were deleted, but their words may still stand in unused parts of the file: close other windows, free some space and start Mutatis again, it then wipes them out")

// Binned is a text in the bin.
type Binned struct {
	Draft Draft     // its head
	At    time.Time // when it was put there
}

// Bin lists what is in the bin, what has been there longest first.
func (l *Library) Bin() (all []Binned, err error) {
	err = l.read("look into the bin", func(tx *sql.Tx) (err error) {
		all, err = collect(tx, func(r *sql.Rows) (b Binned, err error) {
			b.Draft, err = scanHead(also{r, moment{&b.At}})
			return b, err
		}, headFields+", t.at"+headTables+` JOIN ledger t ON t.seq = (SELECT max(seq) FROM ledger WHERE subject = d.uid AND kind = 'trash')
			WHERE p.trashed = 1 ORDER BY t.at, d.id`)
		return err
	})
	return all, err
}

// Purge deletes drafts that are in the bin, for good: their words, notes, sources and statuses, unless another draft has
// the same. The ledger keeps that they were there and are purged. Then the file is written anew, so that nothing of them
// stands in its unused parts. ErrBytesLeft means that the drafts are deleted and that Tidy has still to do the latter.
func (l *Library) Purge(ctx context.Context, drafts ...int64) error {
	err := l.write("delete for good", func(tx *sql.Tx) error {
		for _, id := range drafts {
			if err := l.purge(tx, id); err != nil {
				return err
			}
		}
		return setSetting(tx, untidy, "yes")
	})
	if err != nil {
		return err
	}
	return l.Tidy(ctx)
}

// untidy is the setting that says that deleted words may still stand in the file.
const untidy = "untidy"

// Tidy writes the file anew where deleted words may still stand in it, and does nothing else.
func (l *Library) Tidy(ctx context.Context) error {
	due, err := l.Setting(untidy)
	if err != nil || due == "" || l.ReadOnly() {
		return err
	}
	err = l.vacuum(ctx)
	if err == nil {
		err = l.SetSetting(untidy, "")
	}
	if err != nil {
		return explain("wipe out deleted words", fmt.Errorf("%w (%w)", ErrBytesLeft, err))
	}
	return nil
}

// vacuumInMemory is how large a file may be that is written anew in memory; a larger one goes through the disk.
const vacuumInMemory = 64 << 20

func (l *Library) vacuum(ctx context.Context) error {
	conn, err := l.writer.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	var size int64
	if err := conn.QueryRowContext(ctx, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").Scan(&size); err != nil {
		return err
	}
	if size > vacuumInMemory {
		if _, err := conn.ExecContext(ctx, "PRAGMA temp_store = 1"); err != nil {
			return err
		}
		defer conn.ExecContext(context.Background(), "PRAGMA temp_store = 2")
	}
	_, err = conn.ExecContext(ctx, "VACUUM")
	return err
}

// purge deletes one draft. The triggers let it only where the ledger says so first and the draft is in the bin.
func (l *Library) purge(tx *sql.Tx, draft int64) error {
	uid, sum, err := l.announce(tx, draft)
	if err != nil {
		return err
	}
	if err := l.bury(tx, draft, uid); err != nil {
		return err
	}
	last, err := lastEntry(tx)
	if err != nil {
		return err
	}
	if last.subject != uid || last.digest != sum {
		return fmt.Errorf("%w (the ledger does not end with this purge)", ErrDamaged)
	}
	if _, err := tx.Exec("INSERT INTO purging(draft, seq) VALUES (?, ?)", draft, last.seq); err != nil {
		return err
	}
	return l.deleteDraft(tx, draft)
}

// announce tells the ledger of the end of a draft and of what people said of it.
func (l *Library) announce(tx *sql.Tx, draft int64) (uid UID, sum Hash, err error) {
	var trashed bool
	err = tx.QueryRow("SELECT d.uid, d.record, p.trashed FROM draft d JOIN place p ON p.draft = d.id WHERE d.id = ?", draft).
		Scan(fixed(uid[:]), fixed(sum[:]), &trashed)
	if err == nil && !trashed {
		err = ErrNotBinned
	}
	if err != nil {
		return uid, sum, err
	}
	said, err := collect(tx, func(r *sql.Rows) (n entry, err error) {
		err = r.Scan(fixed(n.subject[:]), fixed(n.digest[:]))
		return n, err
	}, "SELECT uid, hash FROM event WHERE draft = ? ORDER BY id", draft)
	if err != nil {
		return uid, sum, err
	}
	for _, n := range append(said, entry{subject: uid, digest: sum}) {
		if err := record(tx, l.now(), entryPurge, n.subject, n.digest); err != nil {
			return uid, sum, err
		}
	}
	return uid, sum, nil
}

// bury keeps that the draft was purged, where it stood, and that its id is not to be given again.
func (l *Library) bury(tx *sql.Tx, draft int64, uid UID) error {
	at, err := lastSaid(tx, draft, l.now())
	if err != nil {
		return err
	}
	const stands = "SELECT s.uid, p.moved, p.draft FROM place p LEFT JOIN series s ON s.id = p.series WHERE p.draft = ?2"
	r, err := tx.Exec("UPDATE purged SET at = ?3, (series, moved, id) = ("+stands+") WHERE draft = ?1", uid[:], draft, at)
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n > 0 { // it was purged before, and came back
		return err
	}
	_, err = tx.Exec("INSERT INTO purged(draft, at, series, moved, id) SELECT ?1, ?3, * FROM ("+stands+")", uid[:], draft, at)
	return err
}

// lastSaid is now, or the time of the last thing said of a draft where the clock was set back since: a purge comes after
// all that it takes away.
func lastSaid(tx *sql.Tx, draft int64, now time.Time) (at string, err error) {
	err = tx.QueryRow(`SELECT max(?1, d.created, p.binned, ifnull((SELECT max(at) FROM event WHERE draft = ?2), ''),
		ifnull((SELECT max(created) FROM twin WHERE draft = ?2), ''), ifnull((SELECT at FROM purged WHERE draft = d.uid), ''))
		FROM draft d JOIN place p ON p.draft = d.id WHERE d.id = ?2`, timeText(now), draft).Scan(&at)
	return at, err
}

// deleteDraft deletes what the triggers now let go. What is found by search goes with its wording, by a trigger of its own.
func (l *Library) deleteDraft(tx *sql.Tx, draft int64) error {
	wordings, err := collect(tx, scanID, `SELECT DISTINCT wording FROM paragraph p WHERE draft = ?1
		AND NOT EXISTS (SELECT 1 FROM paragraph q WHERE q.wording = p.wording AND q.draft <> ?1)`, draft)
	if err != nil {
		return err
	}
	sources, err := collect(tx, scanID, `SELECT source FROM draft WHERE id = ?1 AND source IS NOT NULL
		UNION SELECT source FROM twin WHERE draft = ?1 AND source IS NOT NULL`, draft)
	if err != nil {
		return err
	}
	for _, table := range []string{"event", "note_call", "citation", "paragraph", "footnote", "left_out", "twin", "place"} {
		if _, err := tx.Exec("DELETE FROM "+table+" WHERE draft = ?", draft); err != nil {
			return err
		}
	}
	if _, err := tx.Exec("DELETE FROM draft WHERE id = ?", draft); err != nil {
		return err
	}
	if err := deleteShared(tx, wordings, sources); err != nil {
		return err
	}
	_, err = tx.Exec("DELETE FROM purging WHERE draft = ?", draft)
	return errors.Join(err, forgetEmptySeries(tx))
}

// deleteShared deletes wordings and sources that no text has any more.
func deleteShared(tx *sql.Tx, wordings, sources []int64) error {
	for _, id := range wordings {
		if _, err := tx.Exec("DELETE FROM wording WHERE id = ?", id); err != nil {
			return err
		}
	}
	for _, id := range sources {
		var used bool
		err := tx.QueryRow("SELECT EXISTS (SELECT 1 FROM draft WHERE source = ?1) OR EXISTS (SELECT 1 FROM twin WHERE source = ?1)", id).Scan(&used)
		if err != nil {
			return err
		}
		if used {
			continue
		}
		for _, query := range []string{"DELETE FROM source_left_out WHERE source = ?", "DELETE FROM source WHERE id = ?"} {
			if _, err := tx.Exec(query, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// forgetEmptySeries takes the titles of series whose last text is purged: a title is words of its texts.
func forgetEmptySeries(tx *sql.Tx) error {
	_, err := tx.Exec(`UPDATE series SET title = '', titled = '', removed = max(removed, (SELECT max(at) FROM purged WHERE series = series.uid))
		WHERE uid IN (SELECT series FROM purged) AND title <> '' AND NOT EXISTS (SELECT 1 FROM place WHERE series = series.id)`)
	return err
}

// also scans further columns behind those of a head.
type also struct {
	scanner
	more any
}

// Scan implements scanner.
func (a also) Scan(into ...any) error { return a.scanner.Scan(append(into, a.more)...) }
