package storage

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A library that could only be read can be written as soon as its disk can, and not before.
func TestRegain(t *testing.T) {
	path := storedLibrary(t)
	readOnlyFolder(t, filepath.Dir(path))
	l := mustOpenAt(t, path)
	if !l.ReadOnly() || l.Regain() || !l.ReadOnly() {
		t.Fatal("it says that it can be written")
	}
	refused(t, l, ErrReadOnly)
	writableFolder(t, filepath.Dir(path))
	if !l.Regain() || l.ReadOnly() {
		t.Fatal("the disk can be written, the library cannot")
	}
	must(t, l.SetSetting("a", "b"))
	if value, err := l.Setting("a"); err != nil || value != "b" {
		t.Error(value, err)
	}
}

// writableFolder takes back what readOnlyFolder did.
func writableFolder(t *testing.T, folder string) {
	t.Helper()
	if os.Geteuid() == 0 {
		must(t, syscall.Mount("", folder, "", syscall.MS_REMOUNT|syscall.MS_BIND, ""))
		return
	}
	must(t, os.Chmod(folder, 0o700))
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	must(t, err)
	for _, f := range files {
		must(t, os.Chmod(f, 0o600))
	}
}
