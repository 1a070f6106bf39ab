package storage

import (
	"os"
	"path/filepath"
	"testing"
)

// permissions takes the right to write away from a folder and its files until the test ends.
func permissions(t *testing.T, folder string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	must(t, err)
	for _, f := range files {
		must(t, os.Chmod(f, 0o400))
	}
	must(t, os.Chmod(folder, 0o500))
	t.Cleanup(func() {
		os.Chmod(folder, 0o700)
		for _, f := range files {
			os.Chmod(f, 0o600)
		}
	})
}
