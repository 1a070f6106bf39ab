package storage

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// applicationID stands in the file's header and says whose file it is: "MUTA".
const applicationID = 0x4D555441

// Open opens the library at path, or makes a new one where there is no file. A library of an older Mutatis is brought up
// to date after a copy of it was saved beside it. The error is one of those named here, with a sentence for a person.
func Open(path string, o Options) (*Library, error) {
	o = o.filled()
	l, err := open(path, o)
	if err != nil {
		return nil, explain("open the library "+path, err)
	}
	return l, nil
}

// filled are the options with what a caller left out.
func (o Options) filled() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Wait == 0 {
		o.Wait = defaultWait
	}
	if o.scripts == nil {
		o.scripts = schemaFiles()
	}
	return o
}

func open(path string, o Options) (*Library, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	err = examine(path)
	if errors.Is(err, fs.ErrNotExist) {
		if o.Existing {
			return nil, ErrMissing
		}
		err = create(path, o)
	}
	if err != nil {
		return nil, err
	}
	l := &Library{path: path, now: o.Now, wait: o.Wait, analyzer: o.Analyzer}
	if err := l.connect(o); err != nil {
		return nil, distinguish(path, err)
	}
	return l, nil
}

// connect checks the file, brings it up to date and leaves both pools open.
func (l *Library) connect(o Options) error {
	version, err := check(l.path, o)
	if err != nil {
		return err
	}
	toRead, toWrite := reading, writing
	if !writable(l.path, version, o) {
		toRead, toWrite = readOnly, readOnly
		l.readOnly.Store(true)
	}
	if version < len(scriptNames(o.scripts)) {
		if l.ReadOnly() {
			return fmt.Errorf("an older version of Mutatis made this library and it must be brought up to date: %w", ErrReadOnly)
		}
		if err := migrate(l.path, o); err != nil {
			return err
		}
	}
	if l.writer, err = connect(l.path, toWrite, 1, o); err != nil {
		return err
	}
	if l.reader, err = connect(l.path, toRead, 4, o); err != nil {
		l.writer.Close()
		return err
	}
	return nil
}

// examine looks at the file without opening it.
func examine(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return ErrFolder
	case !info.Mode().IsRegular():
		return ErrForeign
	case info.Size() == 0:
		return ErrEmpty
	}
	return nil
}

// check reads the whole schema and answers the file's version.
func check(path string, o Options) (version int, err error) {
	db, err := connect(path, reading, 1, o)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	var id, objects int
	err = db.QueryRow(`SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version),
		(SELECT count(*) FROM sqlite_schema)`).Scan(&id, &version, &objects)
	switch {
	case err != nil:
		return 0, err
	case id != applicationID:
		return 0, ErrForeign
	case version < 1: // set together with the id
		return 0, fmt.Errorf("%w (it has no version)", ErrDamaged)
	case version > len(scriptNames(o.scripts)):
		return 0, fmt.Errorf("%w (it has schema %d, this program knows %d)", ErrNewer, version, len(scriptNames(o.scripts)))
	}
	return version, nil
}

// writable tries to change the file and takes the change back. A file that another window is writing is writable.
func writable(path string, version int, o Options) bool {
	o.Wait = 0
	db, err := connect(path, writing, 1, o)
	if err != nil {
		return true
	}
	defer db.Close()
	tx, err := db.BeginTx(context.Background(), nil)
	if err == nil {
		defer tx.Rollback()
		_, err = tx.Exec(fmt.Sprintf("PRAGMA user_version = %d", version))
	}
	primary := resultCode(err) & 0xff
	return primary != 8 && primary != 14
}

// distinguish tells a file that is no database at all from a library whose beginning is damaged.
func distinguish(path string, err error) error {
	if resultCode(err)&0xff != 26 {
		return err
	}
	var header [100]byte
	f, e := os.Open(path)
	if e != nil {
		return err
	}
	defer f.Close()
	if _, e := io.ReadFull(f, header[:]); e != nil || binary.BigEndian.Uint32(header[68:]) != applicationID {
		return ErrForeign
	}
	return err
}

// create makes a new library under a passing name and gives it its own when it is whole, so that a program that is
// killed meanwhile leaves no half-made library. Where another window was quicker, its library stays.
func create(path string, o Options) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".new-*.mutatis") // mode 0600
	if err != nil {
		return err
	}
	temp.Close()
	defer os.Remove(temp.Name())
	if err := migrate(temp.Name(), o); err != nil {
		return err
	}
	return publish(temp.Name(), path)
}

// publish gives a whole file its name unless something has that name already.
func publish(temp, path string) error {
	err := os.Link(temp, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return syncFolder(path)
	}
	if _, e := os.Stat(path); e == nil { // no hard links on this disk
		return nil
	}
	if err := os.Rename(temp, path); err != nil {
		return err
	}
	return syncFolder(path)
}

// syncFolder puts a new name in a folder on the disk. Systems that cannot sync a folder do so by themselves.
func syncFolder(path string) error {
	d, err := os.Open(filepath.Dir(path))
	if err != nil {
		return nil
	}
	defer d.Close()
	_ = d.Sync()
	return nil
}

// version is the schema of an open file.
func version(db queryer) (n int, err error) {
	err = db.QueryRow("SELECT user_version FROM pragma_user_version").Scan(&n)
	return n, err
}
