package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// Options says how an App does its work. The zero value works at once and in place, as a test or a terminal wants it.
type Options struct {
	Go       func(work func()) // runs long work elsewhere; nil runs it at once
	Post     func(home func()) // brings an answer home to the goroutine that owns the App; nil calls it at once
	Now      func() time.Time  // nil is time.Now
	Language string            // of the interface: "en", "ru"
	Who      string            // the name under which a person's events are kept
	Printer  []string          // the system's printing command, the file's name is added; nil is lp
	Existing bool              // a library that is not there is not made
	Bare     bool              // an empty library stays so: it is not given the sample
}

// App is the running program: one library, the tabs that are open, the commands. All its methods belong to one
// goroutine; long work goes out through Options.Go and comes home through Options.Post.
type App struct {
	Words Words
	Hooks Hooks // set once by the window before the first command runs
	// HideChanges says that no list of changes stands beside a comparison.
	HideChanges bool
	// Looked are the languages of the texts that were looked at, the last one first.
	Looked []resolution.Language
	// ShowOrigins says that under every paragraph of a text that is read stands where its words come from.
	ShowOrigins bool

	o         Options
	library   *storage.Library
	texts     []Text           // of the whole library, in the order of series, session, stage
	series    []storage.Series // by title
	tabs      []Tab
	current   int
	came      []string // keys of the tabs in the order in which they were in front last
	commands  []Command
	undo      []undoable
	drafts    map[int64]Stored // drafts never change, so what was read is remembered
	readOrder []int64          // of them
	gathers   int              // how many lists of files were read
	known     *libraryWords
	asked     int // number of the newest comparison asked for
	status    said
	safe      safekeeping
	waits     keptCheck
	found     *finder // of the library as it is listed
	indexing  bool    // texts are being made findable
	beside    bool    // long work goes on beside the window
	origins   provenances
}

// Hooks is what the App asks of the window. A nil hook is skipped.
type Hooks struct {
	Changed    func()                          // state changed: draw it again
	Failed     func(error)                     // show a sentence
	PickFiles  func(then func(paths []string)) // files to import
	PickFolder func(then func(path string))    // a folder to import
	// AskPassword asks for a file's password, again after a wrong one; "" gives up.
	AskPassword func(name string, again bool, then func(password string))
	PickPlace   func(name string, then func(path string))          // where to save a file
	PickText    func(title string, texts []Text, then func(Text))  // one text of the library
	EnterText   func(title, words string, then func(words string)) // a line of text
	EnterSecret func(title string, then func(words string))        // like EnterText, and what is written is not shown
	Confirm     func(question string, yes func())                  //
	Sure        func(question, yes, no string, then func())        // like Confirm, of what cannot be undone
	Tell        func(title, words string)                          // show something that is no failure
	PickLibrary func(title string, then func(path string))         // a library, or a copy of one
	ShowFaults  func(f Faults)                                     // what the check of the library found
	Paste       func() string                                      // the clipboard
	Copy        func(words string)                                 //
	OpenFile    func(path string) error                            // in the system's own program
	ShowOrigin  func(s Stored, paragraph int, p Provenance)        // where a paragraph comes from
	SetVariant  func(dark bool)                                    // light or dark
	SwitchTo    func(language string)                              // draw the window again in another language
	Focus       func(part string)                                  // "search", "list", "entry"
}

// Open opens the library at path, made if it is not there, and reads its lists.
func Open(path string, o Options) (*App, error) {
	hasBackground := o.Go != nil
	if !hasBackground {
		o.Go = func(work func()) { work() }
	}
	if o.Post == nil {
		o.Post = func(home func()) { home() }
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	library, err := storage.Open(path, storage.Options{Now: o.Now, Analyzer: analyzer, Existing: o.Existing})
	if err != nil {
		return nil, err // it names the library
	}
	a := &App{Words: LoadWords(o.Language), o: o, library: library, known: newLibraryWords(library), current: -1, beside: hasBackground}
	a.commands = commandTable(a)
	if err := a.reload(); err != nil {
		library.Close()
		return nil, err
	}
	if hasBackground {
		a.KeepFindable()
	}
	return a, nil
}

// Close closes the library. Unsaved editing is already in it.
func (a *App) Close() error { return errors.Join(a.lastBackup(), a.library.Close()) }

// Path is where the library lies.
func (a *App) Path() string { return a.library.Path() }

// ReadOnly reports whether the library can be read but not written.
func (a *App) ReadOnly() bool { return a.library.ReadOnly() }

// DefaultPath is where a person's own library lies: $MUTATIS_LIBRARY, else the user's data folder.
func DefaultPath() (string, error) {
	if path := os.Getenv("MUTATIS_LIBRARY"); path != "" {
		return path, nil
	}
	if folder := os.Getenv("XDG_DATA_HOME"); folder != "" {
		return filepath.Join(folder, "mutatis", "library.mutatis"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("finding your home folder: %w; name a library with --library", err)
	}
	return filepath.Join(home, dataFolder(), "library.mutatis"), nil
}

// Status is the line at the foot of the window.
func (a *App) Status() string { return a.status.in(a.Words) }

// Say translates a key into the interface's language.
func (a *App) Say(key string, args ...any) string { return a.Words.Say(key, args...) }

func (a *App) changed() {
	a.KeepCheck()
	if a.Hooks.Changed != nil {
		a.Hooks.Changed()
	}
}

// report shows an error to the person; nil is no error.
func (a *App) report(err error) {
	if err != nil && a.Hooks.Failed != nil {
		a.Hooks.Failed(err)
	}
}

// tell sets the status line.
func (a *App) tell(key string, args ...any) {
	a.status = said{key, args}
	a.changed()
}

// work does long work away from the window and brings its answer home.
func (a *App) work(long func() error, home func()) {
	a.o.Go(func() {
		err := long()
		a.o.Post(func() {
			if err != nil {
				a.report(err)
				return
			}
			home()
		})
	})
}
