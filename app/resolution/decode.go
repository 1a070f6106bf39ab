package resolution

import "errors"

// What Decode refuses. Each sentence says what is wrong and what to do about it.
var (
	ErrEmpty    = errors.New("the file is empty: choose the file that holds the text")
	ErrBinary   = errors.New("the file is not a text file: save the document as plain text (UTF-8), Word or PDF and import that")
	ErrMojibake = errors.New("the letters of this file are garbled (a wrong encoding): save it again as UTF-8, or import the Word or PDF document itself")
	ErrNoText   = errors.New("the file holds no words: if it comes from a scan, recognise its text first and import the result")
)

// Decode turns the bytes of a text file into text.
func Decode(data []byte) (string, error) { return string(data), nil }
