package resolution

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// What Decode refuses. Each sentence says what is wrong and what to do about it.
var (
	ErrEmpty    = errors.New("the file is empty: choose the file that holds the text")
	ErrBinary   = errors.New("the file is not a text file: save the document as plain text (UTF-8) and import that")
	ErrMojibake = errors.New("the letters of this file are garbled, it was saved or copied with a wrong encoding: save it again as UTF-8, or copy the text from the document itself")
	ErrNoText   = errors.New("the file holds no words: if it comes from a scan, let a program recognise its text and import the result")
)

// Decode turns the bytes of a text file into text: UTF-8 with or without a byte order mark, UTF-16 with one. It refuses
// what is no text or a garbled one.
func Decode(data []byte) (string, error) {
	if len(data) == 0 {
		return "", ErrEmpty
	}
	text, err := decodeBytes(data)
	if err != nil {
		return "", err
	}
	if strings.TrimSpace(text) == "" {
		return "", ErrEmpty
	}
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return "", ErrNoText
	}
	if garbled(text) {
		return "", ErrMojibake
	}
	return text, nil
}

var (
	utf8Mark  = []byte{0xef, 0xbb, 0xbf}
	utf16LE   = []byte{0xff, 0xfe}
	utf16BE   = []byte{0xfe, 0xff}
	fileMarks = []string{"%PDF", "PK\x03\x04", "{\\rtf", "\xd0\xcf\x11\xe0", "\x89PNG", "\xff\xd8\xff", "GIF8", "SQLite format 3"}
)

func decodeBytes(data []byte) (string, error) {
	for _, mark := range fileMarks {
		if bytes.HasPrefix(data, []byte(mark)) {
			return "", ErrBinary
		}
	}
	switch {
	case bytes.HasPrefix(data, utf16LE):
		return decode16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, utf16BE):
		return decode16(data[2:], binary.BigEndian)
	}
	data = bytes.TrimPrefix(data, utf8Mark)
	if bytes.IndexByte(data, 0) >= 0 || controls(data)*20 > len(data) {
		return "", ErrBinary
	}
	if !utf8.Valid(data) {
		return "", ErrMojibake // an old one-byte encoding: which one is anybody's guess
	}
	return string(data), nil
}

func decode16(data []byte, order binary.ByteOrder) (string, error) {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	text := string(utf16.Decode(units))
	if strings.ContainsRune(text, 0) {
		return "", ErrBinary
	}
	return text, nil
}

// controls counts bytes that no text has.
func controls(data []byte) int {
	n := 0
	for _, b := range data {
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v' {
			n++
		}
	}
	return n
}
