package storage

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"modernc.org/sqlite"
)

// Options are what a caller may choose. The zero value is right for the program.
type Options struct {
	Now  func() time.Time // the clock; time.Now where nil
	Wait time.Duration    // how long to wait for another window that is writing; 5 s where 0

	Analyzer Analyzer // by what texts are found; the zero value indexes nothing

	Existing bool // a library that is not there is not made: ErrMissing

	unkept   bool  // a passing copy: none is made before it is brought up to date
	maxPages int   // a limit on the file, for the tests of a full disk
	scripts  fs.FS // the schemas; those that are compiled in where nil
}

const defaultWait = 5 * time.Second

// Library is one open file. Its methods may be called from any goroutine; each is one transaction.
type Library struct {
	path     string
	now      func() time.Time
	wait     time.Duration
	watching sync.Mutex
	watcher  *sql.Conn // on reader; made by Version
	writer   *sql.DB   // one connection
	reader   *sql.DB
	readOnly atomic.Bool
	analyzer Analyzer
}

// Path is the library's file.
func (l *Library) Path() string { return l.path }

// ReadOnly reports whether the library can only be read; every change then answers ErrReadOnly.
func (l *Library) ReadOnly() bool { return l.readOnly.Load() }

// Close ends all use of the library. What was stored is on the disk already.
func (l *Library) Close() error {
	l.watching.Lock()
	defer l.watching.Unlock()
	if l.watcher != nil {
		l.watcher.Close() // with the pool, whatever it answers
	}
	err := l.reader.Close()
	if e := l.writer.Close(); err == nil {
		err = e
	}
	return explain("close the library", err)
}

// access is how a connection uses the file.
type access int

const (
	reading  access = iota // never writes, but takes back what a killed program left half done
	writing                // begins every transaction with the write lock
	readOnly               // for a file that cannot be written
)

func init() {
	// Without these locks, any part of the program that opens and closes the library's file by itself (a hash, a
	// drag-and-drop import) would drop the database's own locks. Where the system has none, nothing changes.
	_, _ = sqlite.OFDLocking(true)
}

// dsn is the data source name: its pragmas hold on every connection, which a PRAGMA statement would not.
func dsn(path string, a access, o Options) string {
	q := url.Values{}
	for _, p := range []string{
		fmt.Sprintf("busy_timeout(%d)", o.Wait.Milliseconds()), "foreign_keys(1)", "recursive_triggers(1)", "synchronous(FULL)", "fullfsync(1)",
		"trusted_schema(0)", "cell_size_check(1)", "secure_delete(1)", "temp_store(2)", "cache_size(-32768)",
	} {
		q.Add("_pragma", p)
	}
	switch a {
	case reading:
		q.Add("_pragma", "query_only(1)")
	case writing:
		q.Add("_pragma", "journal_mode(DELETE)")
		q.Set("_txlock", "immediate")
	case readOnly:
		q.Set("mode", "ro")
	}
	if a != readOnly {
		q.Set("mode", "rw") // never creates: a library comes into being whole, in create
	}
	if o.maxPages > 0 && a == writing {
		q.Add("_pragma", fmt.Sprintf("max_page_count(%d)", o.maxPages))
	}
	q.Set("_defensive", "1")
	q.Set("_dqs", "0")
	return (&url.URL{Scheme: "file", Path: slashed(path), RawQuery: q.Encode()}).String()
}

// slashed is a path as it stands in an address: /C:/….
func slashed(path string) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	return p
}

func connect(path string, a access, connections int, o Options) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn(path, a, o))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db, nil
}

// write runs f in one transaction that holds the write lock from its beginning. Nothing of f remains where it fails.
func (l *Library) write(doing string, f func(tx *sql.Tx) error) error {
	if l.ReadOnly() {
		return explain(doing, ErrReadOnly)
	}
	err := transact(l.writer, f)
	if resultCode(err)&0xff == 8 { // the disk was made read-only while the library was open
		l.readOnly.Store(true)
	}
	return explain(doing, err)
}

// read runs f in one transaction that sees one state of the library.
func (l *Library) read(doing string, f func(tx *sql.Tx) error) error {
	return explain(doing, transact(l.reader, f))
}

func transact(db *sql.DB, f func(tx *sql.Tx) error) error {
	tx, err := db.BeginTx(context.Background(), nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// queryer is a database or a transaction.
type queryer interface {
	Query(query string, args ...any) (*sql.Rows, error)
	QueryRow(query string, args ...any) *sql.Row
}

// collect reads all rows of a query.
func collect[T any](db queryer, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := db.Query(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, rows.Err()
}
