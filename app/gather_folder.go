package app

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// expand takes folders whole: every file in them and below that may be a text, in the order of names. A folder that
// cannot be read is told of, and the others are read.
func (g *gatherer) expand(names []string) (files []string) {
	for _, name := range names {
		if info, err := os.Stat(name); err != nil || !info.IsDir() {
			files = append(files, name) // a missing file is told of when it is its turn
			continue
		}
		files = append(files, g.walk(name)...)
	}
	return files
}

func (g *gatherer) walk(folder string) (files []string) {
	_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			o := Gathered{Path: path, Outcome: GatheredRefused, Sentence: fmt.Sprintf("reading the folder %s: %v", path, err)}
			g.broken = append(g.broken, outcome{Gathered: o})
			return fs.SkipDir
		case d.IsDir() && path != folder && hidden(d.Name()):
			return fs.SkipDir
		case !d.IsDir() && !hidden(d.Name()) && isText(path):
			files = append(files, path)
		}
		return nil
	}) // every error was taken above
	return files
}

// isText reports a name that a text may have; those that are refused with a sentence are among them.
func isText(name string) bool {
	_, ok := readers[strings.ToLower(filepath.Ext(name))]
	return ok
}

// hidden reports names of files that no person made: those of the system, and what a word processor leaves beside a file
// that is open.
func hidden(name string) bool { return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") }

// gathers reports whether files are so many, or folders among them, that they are read as a list.
func gathers(paths []string) bool {
	if len(paths) > handful {
		return true
	}
	for _, p := range paths {
		if info, err := os.Stat(p); err == nil && info.IsDir() {
			return true
		}
	}
	return false
}
