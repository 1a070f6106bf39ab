package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ErrNothingLeft says that no text of a damaged library could be read.
var ErrNothingLeft = errors.New("no text could be read from the damaged library: look for a copy of it, on another computer too; the damaged file was left as it is")

// Salvaged says what could be saved of a damaged library, and what could not.
type Salvaged struct {
	Saved                    []RescuedText // texts that are word for word what was stored
	Lost                     []RescuedText // texts of which that cannot be said
	Gone                     int           // texts that were stored of which nothing but that is left
	Series, Events, Pairings int           // that were saved
	Notes, Basket            int
	Works, Settings          int
	Incomplete               []string // tables of which not all could be read: "series", "event", "pairing", "private_note", "basket", "work", "setting"
}

// RescuedText is a text of a damaged library.
type RescuedText struct {
	Draft    int64 // its id, the same in both libraries
	Name     string
	Language string // its versions bear one symbol
	Words    bool   // they are what was stored
	File     string // of a lost text: where the file it was read from was saved, "" where it was not
	Source   bool   // of a saved one: the file it was read from was saved, or there was none
	Beside   bool   // what is kept beside the words, such as the label and the citations, is what was stored
}

// Salvage makes a new library at to of what can be read of a damaged one at from, which is only read. A text is taken if
// its words and all that belongs to them have the hash under which they were stored: nothing is guessed. Ids stay, so that
// what refers to them holds. The files from which the other texts were read are put into a folder beside the new library, if
// they are what was stored: they can be imported again. Where nothing can be read the error is ErrNothingLeft, and nothing is
// made.
func Salvage(ctx context.Context, from, to string, o Options) (r Salvaged, err error) {
	doing := "save what is readable of " + filepath.Base(from)
	if exists(to) {
		return r, explain(doing, fmt.Errorf("%s is there already: %w", to, ErrSameFile))
	}
	err = replaceNone(to, func(temp string) error {
		r, err = salvage(ctx, from, to, temp, o)
		return err
	})
	return r, explain(doing, err)
}

// replaceNone is replace for a name that must be free.
func replaceNone(path string, write func(temp string) error) error {
	temp, err := os.CreateTemp(filepath.Dir(path), ".new-*.mutatis") // mode 0600
	if err != nil {
		return err
	}
	temp.Close()
	defer os.Remove(temp.Name())
	defer os.Remove(temp.Name() + "-journal")
	if err := write(temp.Name()); err != nil {
		return err
	}
	if err := os.Link(temp.Name(), path); err == nil || !exists(path) && os.Rename(temp.Name(), path) == nil {
		return syncFolder(path)
	}
	return ErrSameFile
}

func salvage(ctx context.Context, from, to, temp string, o Options) (r Salvaged, err error) {
	o = o.filled()
	if err := migrate(temp, o); err != nil {
		return r, err
	}
	o.unkept = true
	l, err := open(temp, o)
	if err != nil {
		return r, err
	}
	defer l.Close()
	s := &salvager{ctx: ctx, l: l, originals: OriginalsFolder(to), saved: map[int64]RescuedText{}, lost: map[int64]RescuedText{}, uids: map[int64]UID{}, ids: map[UID]int64{}, whole: map[string]bool{}}
	for _, mend := range mendings {
		if err := s.try(from, mend); err != nil {
			return r, err
		}
		if len(s.saved) > 0 && s.sum().isWhole() {
			break
		}
	}
	r = s.sum()
	if len(r.Saved) == 0 && !slices.ContainsFunc(r.Lost, func(x RescuedText) bool { return x.File != "" }) {
		return r, ErrNothingLeft
	}
	return r, checkCopy(ctx, temp)
}

// salvager reads a private copy of a damaged file, mended in one way or another, and writes into a new library.
type salvager struct {
	ctx       context.Context
	l         *Library
	originals string // the folder for the files of lost texts

	tx     *sql.Tx // of the new library
	old    queryer // the damaged one
	report Salvaged
	saved  map[int64]RescuedText
	lost   map[int64]RescuedText
	series map[int64]int64 // theirs to ours
	uids   map[int64]UID   // of the drafts that are in the new library
	ids    map[UID]int64   // of the same drafts
	whole  map[string]bool // tables that were read to their end in one way or another
	stored int             // drafts that the ledger knows
}

// try reads what can be read once the copy is mended in one way. What cannot be read is no error.
func (s *salvager) try(from string, mend func(from, copied string) error) error {
	copied, err := os.CreateTemp(filepath.Dir(s.l.path), ".salvage-*.mutatis")
	if err != nil {
		return err
	}
	copied.Close()
	defer os.Remove(copied.Name())
	defer os.Remove(copied.Name() + "-journal")
	if err := mend(from, copied.Name()); err != nil {
		if errors.Is(err, errNoMending) {
			return nil
		}
		return err
	}
	old, err := connect(copied.Name(), reading, 1, Options{Wait: defaultWait})
	if err != nil {
		return err
	}
	defer old.Close()
	s.old = old
	return transact(s.l.writer, func(tx *sql.Tx) error {
		s.tx = tx
		for _, step := range []func() error{s.takeSeries, s.takeDrafts, s.takeEvents, s.takePairings, s.takePurged, s.takeLoose, s.countStored} {
			if err := errors.Join(s.ctx.Err(), step()); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *salvager) sum() Salvaged {
	r := s.report
	for id := range s.saved {
		if f := s.lost[id].File; f != "" { // it came to light in another way
			os.Remove(f)
			os.Remove(s.originals) // if nothing else is in it
		}
		delete(s.lost, id)
	}
	for table, whole := range s.whole {
		if !whole {
			r.Incomplete = append(r.Incomplete, table)
		}
	}
	slices.Sort(r.Incomplete)
	r.Saved, r.Lost = listed(s.saved), listed(s.lost)
	r.Gone = max(0, s.stored-len(r.Saved)-len(r.Lost))
	return r
}

// isWhole reports whether nothing is missing.
func (r Salvaged) isWhole() bool { return len(r.Lost)+len(r.Incomplete)+r.Gone == 0 }

func listed(all map[int64]RescuedText) (list []RescuedText) {
	for _, r := range all {
		list = append(list, r)
	}
	slices.SortFunc(list, func(a, b RescuedText) int { return int(a.Draft - b.Draft) })
	return list
}

// some reads as many rows of a table as it can: from its beginning to the first that cannot be read, and from its end. The
// query has %s where ASC or DESC stands. A row that comes twice is given once, by its key.
func some[T any](db queryer, query string, scan func(*sql.Rows) (T, error), key func(T) string) (all []T, whole bool) {
	seen := map[string]bool{}
	read := func(order string) bool {
		rows, err := db.Query(strings.ReplaceAll(query, "%s", order))
		if err != nil {
			return false
		}
		defer rows.Close()
		for rows.Next() {
			v, err := scan(rows)
			if err != nil {
				whole = false
				continue
			}
			if k := key(v); !seen[k] {
				seen[k] = true
				all = append(all, v)
			}
		}
		return rows.Err() == nil
	}
	whole = true
	if !read("ASC") {
		read("DESC")
		return all, false
	}
	return all, whole
}

// read keeps whether all of a table could be read.
func (s *salvager) read(table string, whole bool) {
	s.whole[table] = s.whole[table] || whole
}

type salvagedSeries struct {
	id                     int64
	uid                    UID
	title, titled, removed string
}

func (s *salvager) takeSeries() error {
	s.series = map[int64]int64{}
	all, whole := some(s.old, "SELECT id, uid, title, titled, removed FROM series ORDER BY id %s", func(r *sql.Rows) (x salvagedSeries, err error) {
		err = r.Scan(&x.id, fixed(x.uid[:]), &x.title, &x.titled, &x.removed)
		return x, err
	}, func(x salvagedSeries) string { return string(x.uid[:]) })
	s.read("series", whole)
	ours, err := index(s.tx, "SELECT uid, id FROM series")
	if err != nil {
		return err
	}
	for _, x := range all {
		id, ok := ours[x.uid]
		if !ok {
			r, err := s.tx.Exec("INSERT INTO series(uid, title, titled, removed) VALUES (?, ?, ?, ?)", x.uid[:], x.title, x.titled, x.removed)
			if err != nil {
				return err
			}
			if id, err = r.LastInsertId(); err != nil {
				return err
			}
			s.report.Series++
		}
		s.series[x.id] = id
	}
	return nil
}

// seriesFor is our id of a series of theirs. One that cannot be read gets the title of the text that stands in it.
func (s *salvager) seriesFor(theirs int64, title string) (int64, error) {
	if theirs == 0 {
		return 0, nil
	}
	if id, ok := s.series[theirs]; ok {
		return id, nil
	}
	uid := newUID()
	r, err := s.tx.Exec("INSERT INTO series(uid, title) VALUES (?, ?)", uid[:], title)
	if err != nil {
		return 0, err
	}
	s.series[theirs], err = r.LastInsertId()
	return s.series[theirs], err
}
