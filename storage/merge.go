package storage

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// What another library can be, a sentence each. ErrNewer, ErrForeign, ErrDamaged and the rest of its kind come too.
var (
	ErrSelf       = errors.New("this is the open library itself: choose the other one")
	ErrCutShort   = errors.New("the last change to the other library was cut short: open it once in Mutatis where it came from, or ask for a saved copy")
	ErrChanging   = errors.New("another program is writing to the other library: close it there, or save a copy of it and merge that")
	ErrStructure  = errors.New("the other file is built otherwise than a library of Mutatis, someone changed it: ask for a new copy")
	ErrNotSound   = errors.New("the other library is not as it was stored: ask for a new copy, nothing of it was taken")
	ErrFuture     = errors.New("the other library holds times that lie in the future, they would rule over all that is said from now on: set the clock right there and ask for a new copy")
	ErrOutOfRange = errors.New("a text of the other library has marks outside its words or letters that are none: ask for a new copy, nothing of it was taken")
)

// MergeReport says what a merge did.
type MergeReport struct {
	Texts     int // that were not here
	Series    int
	Events    int
	Pairings  int
	Sources   int // files that had been left out here
	Notes     int // private notes that came, changed or went
	Basket    int // wordings of the basket that came, changed or went
	Binned    int // texts put into the bin because they were deleted for good in the other library
	Left      int // texts of the other library that were not taken because they were deleted for good here
	Conflicts []Conflict
	Backup    Backup // of this library before
}

// Changed reports whether the merge took anything over.
func (r MergeReport) Changed() bool {
	return r.Texts+r.Series+r.Events+r.Pairings+r.Sources+r.Binned+r.Notes+r.Basket > 0 || len(r.Conflicts) > 0
}

// The kinds of conflicts.
const (
	ConflictTitle   = "title"   // a series is called otherwise
	ConflictPlace   = "place"   // a text stands in another series
	ConflictBin     = "bin"     // a text is in the bin in one of them
	ConflictStatus  = "status"  // people said different things of a paragraph
	ConflictPairing = "pairing" // people said different things of two wordings
	ConflictNote    = "note"    // a private note has other words
)

// Conflict is what two libraries say differently. What was said later is kept; whichever library is merged into which.
type Conflict struct {
	Kind               string
	Name               string // of the text or the series
	Draft              int64  // 0 where it is about no text
	Language           string // of the text: its versions bear one symbol
	Paragraph          int    // of a status
	Ours, Theirs, Kept string
}

// Merge takes over what another library has and this one lacks: texts with their sources, series, statuses, corrections,
// what was purged, private notes and the basket, where the other is no copy for others; where they differ, the later word
// rules. A into B gives the same as B into A, twice the same as once. Unsaved work and settings of the other are left alone.
// All of it happens or nothing.
//
// The other file is not trusted: it is read from a private copy, nothing in it is run, and all of it is verified first.
func (l *Library) Merge(ctx context.Context, other string) (r MergeReport, err error) {
	doing := "merge " + filepath.Base(other)
	if l.ReadOnly() {
		return r, explain(doing, ErrReadOnly)
	}
	err = l.withOther(ctx, other, func(theirs *Library) error {
		b, _, err := l.Backup(ctx, BeforeMerge)
		if err != nil {
			return err
		}
		r, err = l.take(ctx, theirs, taking{})
		r.Backup = b
		return err
	})
	return r, explain(doing, err)
}

// withOther opens a private copy of another library that was found sound, lets use read it, and removes the copy.
func (l *Library) withOther(ctx context.Context, other string, use func(*Library) error) error {
	temp, err := os.CreateTemp(filepath.Dir(l.path), ".merge-*.mutatis") // mode 0600
	if err != nil {
		return err
	}
	temp.Close()
	defer os.Remove(temp.Name())
	defer os.Remove(temp.Name() + "-journal")
	if err := l.copyOther(other, temp.Name()); err != nil {
		return err
	}
	if err := checkStructure(temp.Name()); err != nil {
		return distinguish(temp.Name(), err)
	}
	theirs, err := openCopy(temp.Name())
	if err != nil {
		return err
	}
	defer theirs.Close()
	if err := boundsAt(l.now()).library(theirs.reader); err != nil {
		return err
	}
	findings, err := theirs.Verify(ctx)
	if err != nil {
		return err
	}
	if len(findings) > 0 {
		return fmt.Errorf("%w (%s)", ErrNotSound, findings[0].Message)
	}
	return use(theirs)
}

// copyOther copies the bytes of a file that nobody is writing. A journal beside it is not played back: what stands in it
// is not ours to trust.
func (l *Library) copyOther(other, temp string) error {
	if err := examine(other); err != nil {
		return err
	}
	before, err := os.Stat(other)
	if err != nil {
		return err
	}
	if own, err := os.Stat(l.path); err == nil && os.SameFile(own, before) {
		return ErrSelf
	}
	if err := noJournal(other); err != nil {
		return err
	}
	if err := copyFile(other, temp); err != nil {
		return err
	}
	after, err := os.Stat(other)
	if err != nil {
		return err
	}
	if after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime()) || noJournal(other) != nil {
		return ErrChanging
	}
	return nil
}

func noJournal(path string) error {
	for _, suffix := range []string{"-journal", "-wal"} {
		if info, err := os.Stat(path + suffix); err == nil && info.Size() > 0 {
			return ErrCutShort
		}
	}
	return nil
}

// checkStructure compares the tables, triggers and views of a file with those that its version has, before anything in it
// could be run.
func checkStructure(path string) error {
	o := Options{scripts: schemaFiles(), Wait: defaultWait}
	n, err := check(path, o)
	if err != nil {
		return err
	}
	right, err := schemaObjects(n)
	if err != nil {
		return err
	}
	db, err := connect(path, readOnly, 1, o)
	if err != nil {
		return err
	}
	defer db.Close()
	there, err := collect(db, scanText, listObjects)
	if err != nil {
		return err
	}
	if !slices.Equal(there, right) {
		return ErrStructure
	}
	return nil
}

// taking says what is taken over from another library. The zero value takes all that a merge takes.
type taking struct {
	shared         bool // for others: what is in the bin, what was purged, the ledgers and twins stay behind
	withoutSources bool
}

// merger carries one library's content into another.
type merger struct {
	taking
	ctx    context.Context
	l      *Library
	tx     *sql.Tx // ours
	other  *sql.Tx // theirs, only read
	report MergeReport
	series map[UID]int64 // ours by uid
	drafts map[UID]int64 // ours by uid
	theirs []arrival     // drafts
	bounds bounds
}

func (l *Library) take(ctx context.Context, theirs *Library, what taking) (r MergeReport, err error) {
	err = theirs.read("read the other library", func(other *sql.Tx) error {
		return l.write("take over the other library", func(tx *sql.Tx) error {
			m := merger{taking: what, ctx: ctx, l: l, tx: tx, other: other, bounds: boundsAt(l.now())}
			for _, step := range []func() error{m.takePurged, m.takeSeries, m.takeDrafts, m.takeEvents, m.takePairings, m.takePrivate, m.settle, m.takeLedger} {
				if err := step(); err != nil {
					return err
				}
			}
			r = m.report
			slices.SortStableFunc(r.Conflicts, func(a, b Conflict) int {
				return cmp.Or(strings.Compare(a.Kind, b.Kind), cmp.Compare(a.Draft, b.Draft), cmp.Compare(a.Paragraph, b.Paragraph), strings.Compare(a.Name, b.Name))
			})
			return nil
		})
	})
	return r, err
}
