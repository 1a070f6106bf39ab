package storage

import (
	"fmt"
	"os"
	"syscall"
	"testing"
)

// smallDisk is a folder on a disk of so many bytes. Only the administrator can make one.
func smallDisk(t *testing.T, size int) string {
	t.Helper()
	folder := t.TempDir()
	if err := syscall.Mount("none", folder, "tmpfs", 0, fmt.Sprintf("size=%d", size)); err != nil {
		t.Skip("cannot make a small disk:", err)
	}
	t.Cleanup(func() { unmount(t, folder) })
	return folder
}

// readOnlyFolder makes a folder and what is in it read-only until the test ends.
func readOnlyFolder(t *testing.T, folder string) {
	t.Helper()
	if os.Geteuid() != 0 {
		permissions(t, folder)
		return
	}
	if err := syscall.Mount(folder, folder, "", syscall.MS_BIND, ""); err != nil {
		t.Skip("cannot make a folder read-only for the administrator:", err)
	}
	t.Cleanup(func() { unmount(t, folder) })
	if err := syscall.Mount("", folder, "", syscall.MS_REMOUNT|syscall.MS_BIND|syscall.MS_RDONLY, ""); err != nil {
		t.Skip("cannot make a folder read-only for the administrator:", err)
	}
}

func unmount(t *testing.T, folder string) {
	if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
		t.Error(err)
	}
}
