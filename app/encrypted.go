package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"mutatis/storage"
)

// IsEncrypted reports whether a file is an encrypted copy, by its name.
func IsEncrypted(path string) bool { return strings.EqualFold(filepath.Ext(path), ".age") }

// askOpening asks for the passphrase of an encrypted copy; any other needs none.
func (a *App) askOpening(path string, then func(passphrase string)) {
	if !IsEncrypted(path) {
		then("")
		return
	}
	a.askPassphrase("enter.passphrase", func(passphrase string) error { then(passphrase); return nil })
}

// plainOf opens an encrypted copy into a folder of its own beside the library, which nobody else may read and which done
// removes. Any other copy is used as it is.
func plainOf(library, copied, passphrase string) (path string, done func(), err error) {
	if passphrase == "" {
		return copied, func() {}, nil
	}
	folder, err := os.MkdirTemp(filepath.Dir(library), ".opened-*") // mode 0700
	if err != nil {
		return "", nil, err
	}
	done = func() { os.RemoveAll(folder) }
	path = filepath.Join(folder, strings.TrimSuffix(filepath.Base(copied), filepath.Ext(copied)))
	if err := storage.OpenEncrypted(context.Background(), copied, passphrase, path); err != nil {
		done()
		return "", nil, err
	}
	return path, done, nil
}
