package storage

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"os"
)

// mendings make a private copy of a damaged file that SQLite opens: as it is, with its journal; with a header that is
// right; with the tables' directory of a library that was just made, written at once or copied. What is read after that is
// judged by its hashes, so that a wrong mending gives nothing, and never a wrong text.
var mendings = []func(from, copied string) error{mendByJournal, mendHeader, mendDirectory(false), mendDirectory(true)}

var errNoMending = errors.New("there is nothing to mend in this way")

const (
	sqliteMagic = "SQLite format 3\x00"
	pageBytes   = 4096 // of every library that this program makes
	headerSize  = 100
)

func mendByJournal(from, copied string) error {
	if err := copyFile(from, copied); err != nil {
		return err
	}
	if !exists(from + "-journal") {
		return nil
	}
	f, err := os.OpenFile(copied+"-journal", os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	f.Close()
	return copyFile(from+"-journal", copied+"-journal")
}

// mendHeader writes what every library's file begins with, and lets SQLite count its pages.
func mendHeader(from, copied string) error {
	return mendPages(from, copied, func(f *os.File, first []byte, _ int64) error {
		setHeader(first)
		_, err := f.WriteAt(first, 0)
		return err
	})
}

// mendPages copies a file of at least two pages and lets mend write into the copy. It is given the first page and the size:
// a file need not fit into memory.
func mendPages(from, copied string, mend func(f *os.File, first []byte, size int64) error) error {
	if err := copyFile(from, copied); err != nil {
		return err
	}
	f, err := os.OpenFile(copied, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	first := make([]byte, pageBytes)
	switch {
	case err != nil:
	case info.Size() < 2*pageBytes:
		err = errNoMending
	default:
		if _, err = f.ReadAt(first, 0); err == nil {
			err = mend(f, first, info.Size())
		}
	}
	return errors.Join(err, f.Close())
}

// setHeader writes the header of a library into its first page. The version stands if it can be one.
func setHeader(first []byte) {
	version := binary.BigEndian.Uint32(first[60:])
	if newest := uint32(len(scriptNames(schemaFiles()))); version < 1 || version > newest {
		version = newest
	}
	head := first[:headerSize]
	clear(head)
	copy(head, sqliteMagic)
	binary.BigEndian.PutUint16(head[16:], pageBytes)
	copy(head[18:], []byte{1, 1, 0, 64, 32, 32}) // the rollback journal, no room kept in pages, the fractions that are always so
	binary.BigEndian.PutUint32(head[24:], 1)     // the changes, other than those for which the number of pages holds: it is counted
	binary.BigEndian.PutUint32(head[44:], 4)     // the form of the schema
	binary.BigEndian.PutUint32(head[56:], 1)     // UTF-8
	binary.BigEndian.PutUint32(head[60:], version)
	binary.BigEndian.PutUint32(head[68:], applicationID)
}

// mendDirectory replaces the first page, which says where every table begins, and the pages it refers to, by those of a
// library that was just made: in libraries made by one version the tables begin at the same places.
func mendDirectory(copiedOnce bool) func(from, copied string) error {
	return func(from, copied string) error {
		fresh, err := freshFile(copied, copiedOnce)
		if err != nil {
			return err
		}
		return mendPages(from, copied, func(f *os.File, _ []byte, size int64) error {
			return putDirectory(f, size, fresh)
		})
	}
}

// putDirectory writes the first page of a fresh library over that of a file, and the pages it refers to behind its end.
func putDirectory(f *os.File, size int64, fresh []byte) error {
	pages := size / pageBytes
	if err := f.Truncate(pages * pageBytes); err != nil {
		return err
	}
	first := bytes.Clone(fresh[:pageBytes])
	for _, at := range childPages(first) {
		child := int(binary.BigEndian.Uint32(first[at:]))
		if child < 2 || child*pageBytes > len(fresh) {
			return errNoMending
		}
		if _, err := f.WriteAt(fresh[(child-1)*pageBytes:child*pageBytes], pages*pageBytes); err != nil {
			return err
		}
		pages++
		binary.BigEndian.PutUint32(first[at:], uint32(pages))
	}
	setHeader(first)
	_, err := f.WriteAt(first, 0)
	return err
}

// freshFile makes a library beside a file and reads it.
func freshFile(beside string, copiedOnce bool) ([]byte, error) {
	path := beside + ".fresh"
	defer os.Remove(path)
	defer os.Remove(path + ".copy")
	o := Options{}.filled()
	if err := create(path, o); err != nil {
		return nil, err
	}
	if !copiedOnce {
		return os.ReadFile(path)
	}
	db, err := connect(path, writing, 1, o)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	if _, err := db.ExecContext(context.Background(), "VACUUM INTO ?", path+".copy"); err != nil {
		return nil, err
	}
	return os.ReadFile(path + ".copy")
}

// childPages are the places in the first page where it names another page: none where the directory fits into it.
func childPages(first []byte) (at []int) {
	const interior = 5
	page := first[headerSize:]
	if page[0] != interior {
		return nil
	}
	cells := int(binary.BigEndian.Uint16(page[3:]))
	for i := range cells {
		at = append(at, int(binary.BigEndian.Uint16(page[12+2*i:])))
	}
	return append(at, headerSize+8)
}
