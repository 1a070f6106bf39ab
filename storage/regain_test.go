package storage

import (
	"errors"
	"testing"
)

// A disk that refuses one change and takes the next.
func TestRegainWhereADiskRefusedOnce(t *testing.T) {
	l := mustOpenAt(t, storedLibrary(t))
	l.readOnly.Store(true)
	if err := l.SetSetting("a", "b"); !errors.Is(err, ErrReadOnly) {
		t.Error(err)
	}
	if !l.Regain() {
		t.Error("it stays read-only")
	}
	must(t, l.SetSetting("a", "b"))
	must(t, l.Close())
}
