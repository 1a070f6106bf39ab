package storage

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"modernc.org/sqlite"
)

// What can be wrong with a library, each a sentence that says what to do. Test for them with errors.Is.
var (
	ErrNewer      = errors.New("this library was made by a newer version of Mutatis: update Mutatis to open it")
	ErrForeign    = errors.New("this file is not a Mutatis library: choose a file that Mutatis made")
	ErrDamaged    = errors.New("the library is damaged: open a saved copy of it, and keep the damaged file for rescue")
	ErrReadOnly   = errors.New("the library can be read but not changed, its file, folder or disk is read-only: save a copy elsewhere and work in that")
	ErrLocked     = errors.New("another window or program is writing to the library: wait a moment and try again")
	ErrFull       = errors.New("the disk is full, nothing of this was stored: free some space and try again")
	ErrFolder     = errors.New("this is a folder, not a library: choose the library file inside it")
	ErrEmpty      = errors.New("this file is empty: if no library is expected in it, delete it and Mutatis makes a new one in its place")
	ErrNoAccess   = errors.New("the file or its folder cannot be used: check that the folder exists and that you may read and write there")
	ErrDisk       = errors.New("the disk or the network drive with the library failed: check that it is connected and try again")
	ErrMissing    = errors.New("there is no library of this name: check the name, or make a new library there")
	ErrUnfinished = errors.New("the last change to the library was cut short and cannot be taken back where nothing can be written: copy the library together with the file of the same name ending in -journal to a folder you can write to, and open it there")
	ErrAltered    = errors.New("the text is not what was stored, the file was damaged or changed by another program: compare with the source or with a saved copy")
	ErrNotThere   = errors.New("it is not in the library: it may have been removed in another window")
	ErrNotEmpty   = errors.New("the series still holds texts: move them to another series first")
	ErrNoTitle    = errors.New("a series needs a title: give it one")
	ErrSameFile   = errors.New("a copy cannot take the place of the open library: choose another name")
	ErrClosed     = errors.New("the library was closed: open it again")
)

// meanings says what SQLite's result codes mean to a person. An extended code is looked up first, then its primary one.
var meanings = map[int]error{
	1:    ErrDamaged,    // ERROR: our statements are right where the schema is, so a name in it was changed
	5:    ErrLocked,     // BUSY
	6:    ErrLocked,     // LOCKED
	8:    ErrReadOnly,   // READONLY
	264:  ErrUnfinished, // READONLY_RECOVERY
	776:  ErrUnfinished, // READONLY_ROLLBACK
	10:   ErrDisk,       // IOERR
	778:  ErrFull,       // IOERR_WRITE: what a file-size limit gives
	522:  ErrDamaged,    // IOERR_SHORT_READ
	11:   ErrDamaged,    // CORRUPT
	13:   ErrFull,       // FULL
	14:   ErrNoAccess,   // CANTOPEN
	3:    ErrNoAccess,   // PERM
	23:   ErrNoAccess,   // AUTH
	26:   ErrDamaged,    // NOTADB: Open tells foreign files apart before
	5898: ErrDisk,       // IOERR_DELETE_NOENT
}

// unexported are errors to which database/sql gives no name.
var unexported = map[string]error{
	"sql: database is closed": ErrClosed,
	"sql: Scan error":         ErrDamaged, // the columns have types, so a value of another one is damage
}

// failure says what was attempted, what it means to a person, and keeps what the database said for errors.As.
type failure struct {
	doing   string
	meaning error
	cause   error
}

func (f *failure) Error() string   { return f.doing + ": " + f.meaning.Error() }
func (f *failure) Unwrap() []error { return []error{f.meaning, f.cause} }

// explain turns any error of an exported method into one that a person can act on. It is nil for nil.
func explain(doing string, err error) error {
	if err == nil {
		return nil
	}
	return &failure{doing, meaning(err), err}
}

// meaning finds the named error behind err, or err itself where no name is better.
func meaning(err error) error {
	var f *failure
	if errors.As(err, &f) {
		return f.meaning
	}
	if code := resultCode(err); code != 0 {
		for _, c := range []int{code, code & 0xff} {
			if m, ok := meanings[c]; ok {
				return m
			}
		}
	}
	for _, known := range []struct{ is, means error }{
		{sql.ErrNoRows, ErrNotThere}, {sql.ErrConnDone, ErrClosed}, {syscall.ENOSPC, ErrFull}, {syscall.EDQUOT, ErrFull}, {syscall.EIO, ErrDisk},
	} {
		if errors.Is(err, known.is) {
			return known.means
		}
	}
	for text, means := range unexported {
		if strings.Contains(err.Error(), text) {
			return means
		}
	}
	if path, link := new(fs.PathError), new(os.LinkError); errors.As(err, &path) || errors.As(err, &link) {
		return ErrNoAccess
	}
	return err
}

// resultCode is SQLite's extended result code, 0 where the error is not SQLite's.
func resultCode(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}
