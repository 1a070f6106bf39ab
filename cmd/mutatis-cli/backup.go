package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"mutatis/app"
	"mutatis/storage"
)

func backup(c *call) error {
	k := c.keeping
	if k.forOthers && k.encrypt {
		return fmt.Errorf("backup takes --for-others or --encrypt: a copy for others is not encrypted with your passphrase")
	}
	o := storage.CopyOptions{WithoutSources: k.withoutSources}
	if k.encrypt {
		if o.Passphrase = os.Getenv("MUTATIS_PASSPHRASE"); o.Passphrase == "" {
			return fmt.Errorf("%w: set MUTATIS_PASSPHRASE", storage.ErrNoPassphrase)
		}
	}
	a, err := c.open()
	if err != nil {
		return err
	}
	defer a.Close()
	if k.forOthers {
		err = a.SaveForOthers(c.names[0], k.withoutSources)
	} else {
		err = a.SaveCopy(c.names[0], o)
	}
	if err != nil {
		return err
	}
	if c.json {
		return c.print(map[string]any{"library": a.Path(), "file": c.names[0]})
	}
	_, err = fmt.Fprintf(c.out, "%s: checked and saved\n", c.names[0])
	return err
}

// restore works where the library cannot be opened: it does not open it.
func restore(c *call) error {
	path, err := c.path()
	if err != nil {
		return err
	}
	if len(c.names) == 0 {
		return c.listBackups(path)
	}
	if _, err := os.Stat(c.names[0]); err != nil {
		return fmt.Errorf("there is no backup %s: mutatis-cli restore lists those there are", c.names[0])
	}
	passphrase := ""
	if isEncrypted(c.names[0]) {
		if passphrase, err = passphraseOf(c.names[0]); err != nil {
			return err
		}
	}
	kept, err := app.RestoreEncrypted(path, c.names[0], passphrase)
	if err != nil {
		return err
	}
	if c.json {
		return c.print(map[string]any{"library": path, "backup": c.names[0], "kept": kept})
	}
	fmt.Fprintf(c.out, "%s: restored from %s\n", path, c.names[0])
	if kept != "" {
		fmt.Fprintf(c.out, "what stood there is kept as %s\n", kept)
	}
	return nil
}

// backupJSON is one backup in a list.
type backupJSON struct {
	Path  string    `json:"path"`
	At    time.Time `json:"at"`
	Why   string    `json:"why"`   // "merge", "restore", "migration"; "" for one of the daily ones
	Size  int64     `json:"size"`  // bytes
	Texts int       `json:"texts"` // -1 where they cannot be counted
}

func (c *call) listBackups(path string) error {
	all, err := app.BackupsOf(path)
	if err != nil {
		return err
	}
	if c.json {
		list := []backupJSON{}
		for _, b := range all {
			list = append(list, backupJSON{b.Path, b.At, b.Why, b.Size, b.Texts})
		}
		return c.print(map[string]any{"library": path, "backups": list})
	}
	if len(all) == 0 {
		_, err = fmt.Fprintf(c.out, "there are no backups of %s yet; mutatis-cli backup FILE makes a copy\n", path)
		return err
	}
	var rows [][]string
	for _, b := range all {
		texts := "unreadable"
		if b.Texts >= 0 {
			texts = fmt.Sprintf("%5d texts", b.Texts)
		}
		rows = append(rows, []string{b.At.Local().Format("2006-01-02 15:04"), texts, b.Why, b.Path})
	}
	_, err = fmt.Fprint(c.out, table(rows, ""))
	return err
}

// ageBegins is how every file that age encrypted begins.
const ageBegins = "age-encryption.org/"

func decrypt(c *call) error {
	if _, err := os.Stat(c.names[0]); err != nil {
		return fmt.Errorf("there is no file %s: check the name", c.names[0])
	}
	if !isEncrypted(c.names[0]) {
		return fmt.Errorf("%s: %w", c.names[0], storage.ErrNotEncrypted)
	}
	passphrase, err := passphraseOf(c.names[0])
	if err != nil {
		return err
	}
	if err := storage.OpenEncrypted(context.Background(), c.names[0], passphrase, c.names[1]); err != nil {
		return err
	}
	if c.json {
		return c.print(map[string]any{"library": c.names[1], "encrypted": c.names[0]})
	}
	_, err = fmt.Fprintf(c.out, "%s: opened and checked\n", c.names[1])
	return err
}

// passphraseOf is the passphrase of an encrypted file, which stands in the environment: a command line is seen by others.
func passphraseOf(path string) (string, error) {
	if p := os.Getenv("MUTATIS_PASSPHRASE"); p != "" {
		return p, nil
	}
	return "", fmt.Errorf("the passphrase of %s is wanted: set MUTATIS_PASSPHRASE", path)
}

// isEncrypted reports a file that begins as one that age encrypted: any other can no passphrase open.
func isEncrypted(path string) bool { return begins(path, ageBegins) }

// begins reports whether a file that can be read begins so.
func begins(path, with string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(with))
	n, _ := io.ReadFull(f, head)
	return string(head[:n]) == with
}
