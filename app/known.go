package app

import (
	"context"
	"hash/maphash"
	"strings"
	"sync"
	"unicode"

	"mutatis/storage"
)

// mostKnown bounds the words that are remembered: many times those of six languages' resolutions, a few megabytes.
const mostKnown = 1 << 20

// libraryWords are the words of the library's texts in small letters, those with hyphens whole. They tell a reader of a
// PDF whether a hyphen at a line's end belongs to the word. Its methods may be called from any goroutine; words are read
// when the first one is asked for, later ones when a text was added since.
type libraryWords struct {
	library *storage.Library
	seed    maphash.Seed
	mu      sync.Mutex
	words   map[uint64]struct{}
	upto    int64
	stale   bool
}

func newLibraryWords(l *storage.Library) *libraryWords {
	return &libraryWords{library: l, seed: maphash.MakeSeed(), words: map[uint64]struct{}{}, stale: true}
}

// added says that the library has texts that were not read yet.
func (w *libraryWords) added() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.stale = true
}

// has reports whether a word, in small letters, stands in the library. A library that cannot be read knows no words:
// what is wrong with it is said where its texts are wanted.
func (w *libraryWords) has(word string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.stale {
		w.stale = false
		w.extend()
	}
	_, ok := w.words[maphash.String(w.seed, word)]
	return ok
}

// extend reads the wordings that were stored since, in portions: a library that is being read cannot be written.
func (w *libraryWords) extend() {
	const portion = 1000
	for len(w.words) < mostKnown {
		some, err := w.library.Wordings(w.upto, portion)
		if err != nil {
			return
		}
		for _, wording := range some {
			w.add(wording.Text)
			w.upto = wording.ID
		}
		if len(some) < portion {
			return
		}
	}
}

func (w *libraryWords) add(text string) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != '-' }) {
		if !unicode.Is(unicode.Han, firstRune(word)) {
			w.words[maphash.String(w.seed, strings.ToLower(word))] = struct{}{}
		}
	}
}

// readOptions is how files are read beside this library.
func (a *App) readOptions(password string) ReadOptions {
	return ReadOptions{Password: password, Known: a.known.has}
}

// ReadHere reads a file as ReadFile does, with the words of the library to go by.
func (a *App) ReadHere(path, password string) (*Import, error) {
	return ReadFileWith(context.Background(), path, a.readOptions(password))
}
