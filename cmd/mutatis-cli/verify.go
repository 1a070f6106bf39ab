package main

import (
	"context"
	"fmt"
	"strings"
)

// verify checks every text of the library. It ends with 1 where one is not as it was stored.
func verify(c *call) error {
	a, err := c.open()
	if err != nil {
		return err
	}
	defer a.Close()
	findings, err := a.Verify(context.Background())
	if err != nil {
		return rescuable(a.Path(), err)
	}
	switch {
	case c.json:
		if findings == nil {
			findings = []string{}
		}
		err = c.print(map[string]any{"library": a.Path(), "findings": findings})
	case len(findings) == 0:
		_, err = fmt.Fprintf(c.out, "%s: every text is as it was stored\n", a.Path())
	default:
		_, err = fmt.Fprintln(c.out, strings.Join(findings, "\n"))
		fmt.Fprintf(c.err, "restore a copy (mutatis-cli restore lists them); where there is none, mutatis-cli rescue %s -o NEW.mutatis makes a new library of what is as it was stored\n", a.Path())
	}
	if err == nil && len(findings) > 0 {
		return errDiffers
	}
	return err
}
