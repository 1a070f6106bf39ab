package main

import (
	"context"
	"fmt"
	"os"

	"mutatis/app"
	"mutatis/storage"
)

func backup(c *call, k keeping) error {
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
	if err == nil {
		fmt.Fprintf(c.out, "%s: checked and saved\n", c.names[0])
	}
	return err
}

// restore works where the library cannot be opened: it does not open it.
func restore(c *call) error {
	path, err := c.path()
	if err != nil {
		return err
	}
	if len(c.names) == 1 {
		kept, err := app.RestoreTo(path, c.names[0])
		if err != nil {
			return err
		}
		fmt.Fprintf(c.out, "%s: restored from %s\n", path, c.names[0])
		if kept != "" {
			fmt.Fprintf(c.out, "what stood there is kept as %s\n", kept)
		}
		return nil
	}
	all, err := app.BackupsOf(path)
	if err != nil {
		return err
	}
	if c.json {
		return c.print(map[string]any{"library": path, "backups": all})
	}
	for _, b := range all {
		fmt.Fprintf(c.out, "%s  %5d texts  %s  %s\n", b.At.Local().Format("2006-01-02 15:04"), b.Texts, b.Path, b.Why)
	}
	return nil
}

func decrypt(c *call) error {
	if err := storage.OpenEncrypted(context.Background(), c.names[0], os.Getenv("MUTATIS_PASSPHRASE"), c.names[1]); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s: opened and checked\n", c.names[1])
	return nil
}
