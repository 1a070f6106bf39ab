package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/storage"
)

// path is the library that was named, or the person's own.
func (c *call) path() (string, error) {
	if c.library != "" {
		return c.library, nil
	}
	return app.DefaultPath()
}

// open opens the library that was named, or the person's own. It makes none: a mistyped name would hide the real one.
func (c *call) open() (*app.App, error) {
	path, err := c.path()
	if err != nil {
		return nil, err
	}
	a, err := app.Open(path, app.Options{Language: "en", Who: os.Getenv("USER"), Existing: true})
	if errors.Is(err, storage.ErrMissing) {
		return nil, fmt.Errorf("there is no library %s: check the name, or make it with mutatis-cli add FILE…", path)
	}
	return a, rescuable(path, err)
}

// openOrMake opens the library, or makes a new one and says so.
func (c *call) openOrMake() (*app.App, error) {
	path, err := c.path()
	if err != nil {
		return nil, err
	}
	_, err = os.Stat(path)
	isNew := errors.Is(err, fs.ErrNotExist)
	a, err := app.Open(path, app.Options{Language: "en", Who: os.Getenv("USER")})
	if err == nil && isNew {
		fmt.Fprintf(c.err, "new library %s\n", path)
	}
	return a, err
}

// text finds a TEXT: a file, or a text of the library. The library is opened only for the latter.
func (c *call) text(name string) (app.Stored, []resolution.Problem, error) {
	if c.isFile(name) {
		return c.fileText(name)
	}
	if err := c.noFolder(name); err != nil {
		return app.Stored{}, nil, err
	}
	a, err := c.open()
	if err != nil {
		return app.Stored{}, nil, fmt.Errorf("%s is no file, and of the library: %w", name, err)
	}
	defer a.Close()
	s, err := a.Find(name, resolution.Language(c.language))
	return s, nil, err
}

// isFile reports whether a name means a file, or the standard input.
func (c *call) isFile(name string) bool { return name == "-" || app.IsFile(name) }

// noFolder refuses a folder where one text is wanted.
func (c *call) noFolder(name string) error {
	if isFolder(name) {
		return fmt.Errorf("%s is a folder: name a file in it; all of it goes into the library with mutatis-cli add %s", name, name)
	}
	return nil
}

func (c *call) fileText(name string) (app.Stored, []resolution.Problem, error) {
	o := app.ReadOptions{Password: c.password}
	if name != "-" {
		return app.FileTextWith(name, o)
	}
	if c.usedIn {
		return app.Stored{}, nil, errors.New("the standard input holds one text: name a file for the other")
	}
	c.usedIn = true
	data, err := io.ReadAll(c.in)
	if err != nil {
		return app.Stored{}, nil, fmt.Errorf("reading the standard input: %w", err)
	}
	return app.BytesText(app.KindOf(data, "stdin"), data, o)
}

// side finds one of several texts, in a library that is open.
func (c *call) side(a *app.App, name string) (app.Stored, error) {
	if c.isFile(name) {
		s, _, err := c.fileText(name)
		return s, err
	}
	if err := c.noFolder(name); err != nil {
		return app.Stored{}, err
	}
	return a.Find(name, resolution.Language(c.language))
}

// stored opens the library and finds a text of it, for what a file alone does not have.
func (c *call) stored() (*app.App, app.Stored, error) {
	name := c.names[0]
	if c.isFile(name) || isFolder(name) {
		return nil, app.Stored{}, fmt.Errorf("%s is no text of the library, and %s needs what is kept there: add it first, mutatis-cli add %s", name, c.command.name, name)
	}
	a, err := c.open()
	if err != nil {
		return nil, app.Stored{}, err
	}
	s, err := a.Find(name, resolution.Language(c.language))
	if err != nil {
		a.Close()
	}
	return a, s, err
}
