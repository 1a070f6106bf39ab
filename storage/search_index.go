package storage

import (
	"context"
	"database/sql"
	"strconv"
	"strings"
)

// Analyzer says by what a text is found. Storage knows no language: it keeps what it is given.
type Analyzer struct {
	Version int // of the analysis, above 0: what another version indexed is indexed anew

	// Terms answers the stems of a text in their order, letters and digits only, and hashes by which nearly the same
	// texts are found.
	Terms func(language, text string) (stems []string, shingles []uint64)
}

// SearchState says how much of the library can be found.
type SearchState struct {
	Indexed, All int // distinct wordings
}

// Complete reports whether everything can be found.
func (s SearchState) Complete() bool { return s.Indexed >= s.All }

// SearchState asks how far the index is.
func (l *Library) SearchState() (s SearchState, err error) {
	err = l.read("look at the search index", func(tx *sql.Tx) error {
		i, err := loadIndexState(tx)
		if err != nil {
			return err
		}
		if i.version != l.analyzer.Version {
			i.upto = 0
		}
		if i.upto >= i.last {
			return tx.QueryRow("SELECT count(*), count(*) FROM wording").Scan(&s.Indexed, &s.All)
		}
		return tx.QueryRow("SELECT ifnull(sum(id <= ?), 0), count(*) FROM wording", i.upto).Scan(&s.Indexed, &s.All)
	})
	return s, err
}

// indexState is the row of search_state, with the last wording that there is.
type indexState struct {
	version    int
	upto, last int64
}

func loadIndexState(db queryer) (s indexState, err error) {
	err = db.QueryRow("SELECT version, upto, (SELECT ifnull(max(id), 0) FROM wording) FROM search_state").Scan(&s.version, &s.upto, &s.last)
	return s, err
}

// batch is how many wordings are indexed in one transaction: little enough that an import waits for it only shortly.
const batch = 1000

// IndexSearch indexes what is not indexed yet, or all of it where another analysis indexed it, in many small
// transactions. It takes a minute for half a million wordings: run it in the background. Told after each how far it is.
// Where it is ended it goes on from there the next time.
func (l *Library) IndexSearch(ctx context.Context, progress func(SearchState)) error {
	if l.analyzer.Terms == nil {
		return nil
	}
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		s, err := l.SearchState()
		if err != nil || s.Complete() {
			return err
		}
		if progress != nil {
			progress(s)
		}
		err = l.write("index the texts for searching", func(tx *sql.Tx) error { return l.indexNew(tx, batch) })
		if err != nil {
			return err
		}
	}
}

// ForgetSearch empties the index: for one that is damaged. IndexSearch makes it anew.
func (l *Library) ForgetSearch() error {
	return l.write("empty the search index", forgetSearch)
}

func forgetSearch(tx *sql.Tx) error {
	for _, statement := range []string{
		"INSERT INTO search_stem(search_stem) VALUES ('delete-all')",
		"INSERT INTO search_shingle(search_shingle) VALUES ('delete-all')",
		"UPDATE search_state SET version = 0, upto = 0",
	} {
		if _, err := tx.Exec(statement); err != nil {
			return err
		}
	}
	return nil
}

// indexedSoFar is the state of the index before a transaction adds to the texts.
func (l *Library) indexedSoFar(tx *sql.Tx) (indexState, error) {
	if l.analyzer.Terms == nil {
		return indexState{}, nil
	}
	return loadIndexState(tx)
}

// keepIndexed indexes the wordings that a transaction added, if all before them are indexed: what is stored can be found.
func (l *Library) keepIndexed(tx *sql.Tx, before indexState) error {
	if l.analyzer.Terms == nil || before.upto < before.last || before.version != l.analyzer.Version && before.last > 0 {
		return nil
	}
	return l.indexNew(tx, -1)
}

// indexNew indexes the next wordings, at most so many, -1 for all.
func (l *Library) indexNew(tx *sql.Tx, most int) error {
	state, err := loadIndexState(tx)
	if err != nil {
		return err
	}
	if state.version != l.analyzer.Version {
		if err := forgetSearch(tx); err != nil {
			return err
		}
		state.upto = 0
	}
	next, err := collect(tx, func(r *sql.Rows) (Wording, error) { return scanWording(r) },
		"SELECT id, language, words, text FROM wording WHERE id > ? ORDER BY id LIMIT ?", state.upto, most)
	if err != nil || len(next) == 0 && state.version == l.analyzer.Version {
		return err
	}
	w := inserter{tx: tx, ready: map[string]*sql.Stmt{}}
	for _, x := range next {
		stems, shingles := l.analyzer.Terms(x.Language, x.Text)
		w.exec("INSERT INTO search_stem(rowid, stems) VALUES (?, ?)", x.ID, strings.Join(stems, " "))
		w.exec("INSERT INTO search_shingle(rowid, shingles) VALUES (?, ?)", x.ID, shingleText(shingles))
		state.upto = x.ID
	}
	w.exec("UPDATE search_state SET version = ?, upto = ?", l.analyzer.Version, state.upto)
	return w.err
}

func shingleText(shingles []uint64) string {
	var b strings.Builder
	for _, h := range shingles {
		b.WriteString(shingleToken(h))
		b.WriteByte(' ')
	}
	return b.String()
}

// shingleBits of a hash are kept: few enough for a short token, enough that millions of them hardly ever meet.
const shingleBits = 40

func shingleToken(h uint64) string { return strconv.FormatUint(h&(1<<shingleBits-1), 36) }
