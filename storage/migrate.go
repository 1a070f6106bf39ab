package storage

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

//go:embed schema/*.sql
var schemas embed.FS

// schemaFiles holds one script a version, in order: the version of a library is how many of them were run on it.
func schemaFiles() fs.FS {
	sub, err := fs.Sub(schemas, "schema")
	if err != nil {
		panic(err) // the name is ours
	}
	return sub
}

func scriptNames(scripts fs.FS) []string {
	names, err := fs.Glob(scripts, "*.sql")
	if err != nil {
		panic(err) // the pattern is ours
	}
	slices.Sort(names)
	return names
}

// migrate brings the file at path up to the last script: all of them in one transaction, so that a failing one leaves the
// file as it was. A library with texts is copied first, to path with ".schema" and its version.
func migrate(path string, o Options) error {
	names := scriptNames(o.scripts)
	db, err := connect(path, writing, 1, o)
	if err != nil {
		return err
	}
	defer db.Close()
	old, err := version(db)
	if err != nil {
		return err
	}
	if old > 0 && old < len(names) && !o.unkept {
		if err := vacuumInto(context.Background(), db, fmt.Sprintf("%s.schema%d", path, old)); err != nil {
			return fmt.Errorf("save a copy before bringing the library up to date: %w", err)
		}
	}
	return runScripts(db, o.scripts)
}

// runScripts switches foreign keys off, as rebuilding a table needs, and checks them all before it commits.
func runScripts(db *sql.DB, scripts fs.FS) error {
	names := scriptNames(scripts)
	if _, err := db.Exec("PRAGMA foreign_keys = 0"); err != nil {
		return err
	}
	return transact(db, func(tx *sql.Tx) error { // IMMEDIATE: another window may be doing the same
		done, err := version(tx)
		if err != nil || done >= len(names) {
			return err
		}
		for _, name := range names[done:] {
			script, err := fs.ReadFile(scripts, name)
			if err != nil {
				return err
			}
			if _, err := tx.Exec(string(script)); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		var table string
		switch err := tx.QueryRow("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1").Scan(&table); {
		case err == nil:
			return fmt.Errorf("after %s the table %s refers to what is not there", names[len(names)-1], table)
		case !errors.Is(err, sql.ErrNoRows):
			return err
		}
		_, err = tx.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(names)))
		return err
	})
}

// listObjects lists tables, indexes and triggers as they were made.
const listObjects = `SELECT type || ' ' || name || ': ' || ifnull(sql, '') FROM sqlite_schema
	WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY 1`

// schemaObjects is what listObjects answers for a library of a version that this program has just made.
func schemaObjects(version int) ([]string, error) {
	objectsMade.Lock()
	defer objectsMade.Unlock()
	if all := objectsMade.of[version]; all != nil {
		return all, nil
	}
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if err := runScripts(db, firstScripts{schemaFiles(), version}); err != nil {
		return nil, err
	}
	all, err := collect(db, scanText, listObjects)
	if err == nil {
		objectsMade.of[version] = all
	}
	return all, err
}

var objectsMade = struct {
	sync.Mutex
	of map[int][]string
}{of: map[int][]string{}}

// firstScripts are as many scripts as a version has.
type firstScripts struct {
	fs.FS
	version int
}

// Glob implements fs.GlobFS.
func (f firstScripts) Glob(pattern string) ([]string, error) {
	names, err := fs.Glob(f.FS, pattern)
	slices.Sort(names)
	return names[:min(f.version, len(names))], err
}

// vacuumInto writes a compact, consistent copy of the library to a new file that only its owner may read, and takes the
// place of what stood there. Nothing is left behind where it fails.
func vacuumInto(ctx context.Context, db *sql.DB, path string) error {
	return replace(path, func(temp string) error {
		_, err := db.ExecContext(ctx, "VACUUM INTO ?", temp)
		return err
	})
}

// replace lets write fill a file under a passing name and then gives it its own.
func replace(path string, write func(temp string) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".copy-*.mutatis") // mode 0600
	if err != nil {
		return err
	}
	f.Close()
	defer func() {
		if err != nil {
			os.Remove(f.Name())
			os.Remove(f.Name() + "-journal")
		}
	}()
	if err := write(f.Name()); err != nil {
		return err
	}
	if err := syncFile(f.Name()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	return syncFolder(path)
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
