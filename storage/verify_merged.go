package storage

import "database/sql"

// twins hashes what other libraries keep with the same texts.
func (v *verifier) twins() error {
	_, err := collect(v.tx, func(r *sql.Rows) (t twin, err error) {
		var draft int64
		var sum Hash
		err = r.Scan(fixed(t.record[:]), &t.label, &t.sample, &t.created, fixed(t.parent[:]), fixed(t.source[:]), &t.name, &t.media, &draft, fixed(sum[:]))
		if err == nil && twinHash(t) != sum {
			v.find(FoundBeside, draft, "what another library kept with this text is not what was stored")
		}
		return t, err
	}, `SELECT t.record, t.label, t.sample, t.created, t.parent, s.hash, t.source_name, t.source_type, t.draft, t.hash
		FROM twin t LEFT JOIN source s ON s.id = t.source ORDER BY t.draft, t.record`)
	return err
}

// ancestors walks the ledgers of the libraries that were merged into this one, and looks for what a purge left unfinished.
func (v *verifier) ancestors() error {
	known := map[Hash]bool{{}: true}
	_, err := collect(v.tx, func(r *sql.Rows) (h Hash, err error) {
		err = r.Scan(fixed(h[:]))
		known[h] = true
		return h, err
	}, "SELECT hash FROM ledger UNION ALL SELECT hash FROM ancestor")
	if err != nil {
		return err
	}
	_, err = collect(v.tx, func(r *sql.Rows) (n entry, err error) {
		var previous Hash
		n, err = scanEntry(also{r, fixed(previous[:])})
		if err == nil && (!known[previous] || entryHash(previous, n) != n.hash) {
			v.find(FoundLedger, 0, "entry %d of a ledger that was merged was changed or an entry before it is missing", n.seq)
		}
		return n, err
	}, "SELECT seq, at, kind, subject, digest, hash, previous FROM ancestor ORDER BY seq, hash")
	if err != nil {
		return err
	}
	for _, head := range v.met {
		if !known[head] {
			v.find(FoundLedger, 0, "the ledger of a library that was merged is missing")
		}
	}
	var open int
	if err := v.tx.QueryRow("SELECT count(*) FROM purging").Scan(&open); err != nil || open == 0 {
		return err
	}
	v.find(FoundStructure, 0, "another program left a deletion unfinished")
	return nil
}
