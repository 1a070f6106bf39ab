package storage

import (
	"database/sql"
	"errors"
	"time"
)

// The ledger is a chain of hashes: each entry covers the one before it. It shows what was stored and in which order, and
// that nothing of it was changed since by someone who did not also rewrite the chain.

// What a ledger entry can say.
const (
	entryDraft   = "draft"
	entryEvent   = "event"
	entryTrash   = "trash"
	entryRestore = "restore"
	entryPairing = "pairing"
	entryPurge   = "purge" // of a draft or of an event of it
	entryMerge   = "merge" // the digest is the head of another library's ledger, the subject its first 16 bytes
)

type entry struct {
	seq     int64
	at      string
	kind    string
	subject UID
	digest  Hash
	hash    Hash
}

// record appends to the ledger.
func record(tx *sql.Tx, at time.Time, kind string, subject UID, digest Hash) error {
	last, err := lastEntry(tx)
	if err != nil {
		return err
	}
	n := entry{seq: last.seq + 1, at: timeText(at), kind: kind, subject: subject, digest: digest}
	n.hash = entryHash(last.hash, n)
	_, err = tx.Exec("INSERT INTO ledger(seq, at, kind, subject, digest, hash) VALUES (?, ?, ?, ?, ?, ?)",
		n.seq, n.at, n.kind, n.subject[:], n.digest[:], n.hash[:])
	return err
}

// lastEntry is the head of the chain, zero where the ledger is empty.
func lastEntry(db queryer) (n entry, err error) {
	n, err = scanEntry(db.QueryRow("SELECT seq, at, kind, subject, digest, hash FROM ledger ORDER BY seq DESC LIMIT 1"))
	if errors.Is(err, sql.ErrNoRows) {
		return entry{}, nil
	}
	return n, err
}

// scanner is a row or rows.
type scanner interface{ Scan(...any) error }

func scanEntry(row scanner) (n entry, err error) {
	err = row.Scan(&n.seq, &n.at, &n.kind, fixed(n.subject[:]), fixed(n.digest[:]), fixed(n.hash[:]))
	return n, err
}
