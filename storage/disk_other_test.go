//go:build !linux

package storage

import (
	"os"
	"testing"
)

func smallDisk(t *testing.T, _ int) string {
	t.Skip("only Linux can make a small disk")
	return ""
}

func readOnlyFolder(t *testing.T, folder string) {
	if os.Geteuid() <= 0 { // the administrator, or a system without permissions
		t.Skip("cannot make a folder read-only here")
	}
	permissions(t, folder)
}
