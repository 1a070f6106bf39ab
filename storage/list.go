package storage

import "database/sql"

// Titles lists what a list of all texts shows of them, those in the bin among them, as they were added: heads without their
// header, time and hash. It is for libraries of tens of thousands of texts, where Drafts takes too long to open with.
func (l *Library) Titles() (all []Draft, err error) {
	err = l.read("list the texts", func(tx *sql.Tx) error {
		var n int
		if err := tx.QueryRow("SELECT count(*) FROM place").Scan(&n); err != nil {
			return err
		}
		rows, err := tx.Query(`SELECT d.id, ifnull(p.series, 0), p.document,
			CASE WHEN d.parent IS NULL THEN 0 ELSE ifnull((SELECT o.id FROM draft o WHERE o.uid = d.parent), 0) END,
			d.symbol, d.number, d.language, d.session, d.stage, d.date, d.label, d.title, d.sample, p.trashed
			FROM draft d JOIN place p ON p.draft = d.id ORDER BY d.id`)
		if err != nil {
			return err
		}
		defer rows.Close()
		all = make([]Draft, 0, n) // a list that grows by itself is copied over and over
		for rows.Next() {
			var d Draft
			if err := rows.Scan(&d.ID, &d.Series, &d.Document, &d.Parent, &d.Symbol, &d.Number, &d.Language, &d.Session, &d.Stage,
				&d.Date, &d.Label, &d.Title, &d.Sample, &d.Trashed); err != nil {
				return err
			}
			all = append(all, d)
		}
		return rows.Err()
	})
	return all, err
}
