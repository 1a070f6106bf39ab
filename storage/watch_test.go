package storage

import (
	"context"
	"strings"
	"testing"
)

// Two windows on one library see each other's changes, and nothing that either writes is lost.
func TestTwoWindows(t *testing.T) {
	path := storedLibrary(t)
	patient := testOptions
	patient.Wait = defaultWait
	var windows []*Library
	for range 2 {
		l, err := Open(path, patient)
		must(t, err)
		defer l.Close()
		windows = append(windows, l)
	}
	before, err := windows[0].Version()
	must(t, err)
	if again, err := windows[0].Version(); err != nil || again != before {
		t.Error("nothing was changed, yet the version is another:", before, again, err)
	}
	must(t, windows[1].Trash(1))
	if after, err := windows[0].Version(); err != nil || after == before {
		t.Error("a change was not seen:", before, after, err)
	}

	done := make(chan error)
	for i, l := range windows {
		go func() {
			for n := range 20 {
				if _, _, err := l.AddDraft(longDraft(int64(i*100+n)), nil); err != nil {
					done <- err
					return
				}
			}
			done <- nil
		}()
	}
	for range windows {
		must(t, <-done)
	}
	for _, l := range windows {
		if heads, err := l.Drafts(); err != nil || len(heads) != 60 {
			t.Error(len(heads), err)
		}
	}
	must(t, verifyClean(windows[0]))
}

// Slices find what Verify finds about a text.
func TestVerifySome(t *testing.T) {
	path := storedLibrary(t)
	edit(t, path, func(b []byte) []byte {
		return []byte(strings.ReplaceAll(string(b), "wells clean and again 7", "walls clean and again 7"))
	})
	l := mustOpenAt(t, path)
	var found []Finding
	looked := 0
	for after := int64(0); ; looked++ {
		last, findings, err := l.VerifySome(context.Background(), after, 3)
		must(t, err)
		found = append(found, findings...)
		if after = last; last == 0 {
			break
		}
	}
	if len(found) != 1 || found[0].Draft != 8 || looked != 7 {
		t.Errorf("found %+v in %d slices", found, looked)
	}
}
