package docx

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf16"
)

// The sentences for files that are something else than their name says.
var (
	errPassword = errors.New("this is a password-protected Word file: open it in Word, take the password off under File, Info, Protect Document, and save it again")
	errOldWord  = errors.New("this is an old Word file (.doc) under another name: open it in Word or LibreOffice and save it as .docx")
)

// office is the beginning of the container that old Word files and encrypted new ones are.
const office = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// foreignKinds are files that are sometimes named .docx, by how they begin.
var foreignKinds = []struct{ start, sentence string }{
	{office, "this is an old Office file under another name: open it in the program that made it and save it as .docx"},
	{`{\rtf`, "this is an RTF file under another name: open it in Word or LibreOffice and save it as .docx"},
	{"%PDF", "this is a PDF file under another name: rename it to .pdf and read it again"},
	{"<?xml", "this is an XML file, not a Word file: open it in Word and save it as .docx"},
	{"<!doctype html", "this is a web page under another name: open it in Word or LibreOffice and save it as .docx"},
	{"<html", "this is a web page under another name: open it in Word or LibreOffice and save it as .docx"},
	{"PK", "the Word file is damaged or not complete: fetch or ask for it again"},
}

// foreign says what a file is that is no zip archive.
func foreign(data []byte) error {
	if len(bytes.TrimSpace(data)) == 0 {
		return errors.New("the file is empty: fetch or ask for it again")
	}
	if bytes.HasPrefix(data, []byte(office)) {
		switch {
		case holdsName(data, "EncryptedPackage"):
			return errPassword
		case holdsName(data, "WordDocument"):
			return errOldWord
		}
	}
	start := strings.ToLower(string(bytes.TrimLeft(data[:min(len(data), 64)], "\ufeff \t\r\n")))
	for _, k := range foreignKinds {
		if strings.HasPrefix(start, strings.ToLower(k.start)) || bytes.HasPrefix(data, []byte(k.start)) {
			return errors.New(k.sentence)
		}
	}
	return errors.New("this is not a Word file: open it in the program that made it and save it as .docx or .txt")
}

// holdsName reports whether a container holds a stream of the given name.
func holdsName(data []byte, name string) bool {
	var wide []byte
	for _, u := range utf16.Encode([]rune(name)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	return bytes.Contains(data, wide)
}

// otherKinds are zip archives that are no Word files, by a part that gives them away.
var otherKinds = []struct{ part, sentence string }{
	{"xl/workbook.xml", "this is an Excel file, not a Word file: copy the text into Word and save it as .docx"},
	{"ppt/presentation.xml", "this is a PowerPoint file, not a Word file: copy the text into Word and save it as .docx"},
	{"index/document.iwa", "this is a Pages file, not a Word file: export it from Pages as Word"},
	{"encryptedpackage", "this is a password-protected Word file: open it in Word, take the password off under File, Info, Protect Document, and save it again"},
}

// otherKind says what a zip archive is that is no Word file.
func (p *pack) otherKind() error {
	if f := p.files["mimetype"]; f != nil && f.UncompressedSize64 < 100 {
		if r, err := f.Open(); err == nil {
			defer r.Close()
			kind, _ := io.ReadAll(io.LimitReader(r, 100))
			if bytes.Contains(kind, []byte("opendocument")) {
				return errors.New("this is an OpenDocument file under another name: open it in LibreOffice and save it as .docx")
			}
		}
	}
	for _, k := range otherKinds {
		if p.files[k.part] != nil {
			return errors.New(k.sentence)
		}
	}
	return nil
}
