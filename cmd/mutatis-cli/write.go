package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"mutatis/app"
)

// lines is a stream that takes the line of progress away before anything is written: for good before an answer.
type lines struct {
	io.Writer
	away func()
}

// Write implements io.Writer.
func (l lines) Write(b []byte) (int, error) {
	l.away()
	return l.Writer.Write(b)
}

func (c *call) print(v any) error {
	e := json.NewEncoder(c.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}

// binary are the formats that no terminal can show.
var binary = map[string]bool{"pdf": true, "docx": true}

// ready refuses, before any work, an answer that cannot be written: binary bytes for a terminal, a file in no folder.
func (c *call) ready() error {
	if c.output != "" && c.output != "-" {
		return writable(c.output)
	}
	if c.outSeen && binary[c.format] {
		return fmt.Errorf("%s --format %s is not for a terminal: name a file with -o FILE.%s", c.command.name, c.format, c.format)
	}
	return nil
}

// writable refuses a file that cannot be there.
func writable(path string) error {
	if isFolder(path) {
		return fmt.Errorf("cannot write %s: it is a folder; name a file in it", path)
	}
	return nil
}

// write puts an answer into the file that was named, whole or not at all, or on the terminal.
func (c *call) write(write func(io.Writer) error) error {
	if c.output == "" || c.output == "-" {
		return write(c.out)
	}
	if info, err := os.Stat(c.output); err == nil && !info.Mode().IsRegular() {
		return writeThrough(c.output, write)
	}
	return unwritten(c.output, app.WriteFile(c.output, write))
}

// writeThrough writes into a pipe or a device, whose place no file may take.
func writeThrough(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return unwritten(path, err)
	}
	return unwritten(path, errors.Join(write(f), f.Close()))
}

// unwritten names the file a person named, and not the one that was written beside it.
func unwritten(path string, err error) error {
	var at *fs.PathError
	var moved *os.LinkError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("cannot write %s: there is no such folder; make it first, or choose another", path)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("cannot write %s: you may not write in its folder; choose another", path)
	case errors.As(err, &moved):
		err = moved.Err
	case errors.As(err, &at):
		err = at.Err
	}
	return fmt.Errorf("cannot write %s: %w", path, err)
}
