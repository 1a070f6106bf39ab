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
	file, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if len(file) < 2*pageBytes {
		return errNoMending
	}
	setHeader(file)
	return os.WriteFile(copied, file, 0o600)
}

func setHeader(file []byte) {
	version := binary.BigEndian.Uint32(file[60:])
	if newest := uint32(len(scriptNames(schemaFiles()))); version < 1 || version > newest {
		version = newest
	}
	head := file[:headerSize]
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
		file, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		if len(file) < 2*pageBytes {
			return errNoMending
		}
		fresh, err := freshFile(copied, copiedOnce)
		if err != nil {
			return err
		}
		file = file[:len(file)/pageBytes*pageBytes]
		first := bytes.Clone(fresh[:pageBytes])
		for _, at := range childPages(first) {
			child := int(binary.BigEndian.Uint32(first[at:]))
			if child < 2 || child*pageBytes > len(fresh) {
				return errNoMending
			}
			file = append(file, fresh[(child-1)*pageBytes:child*pageBytes]...)
			binary.BigEndian.PutUint32(first[at:], uint32(len(file)/pageBytes))
		}
		copy(file, first)
		setHeader(file)
		return os.WriteFile(copied, file, 0o600)
	}
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
