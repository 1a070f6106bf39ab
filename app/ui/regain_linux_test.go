package ui

import (
	"path/filepath"
	"syscall"
	"testing"

	"fyne.io/fyne/v2/test"

	"mutatis/app"
)

// A library whose disk cannot be written shows so; as soon as it can, the next command finds it so and works.
func TestALibraryThatCanBeWrittenAgain(t *testing.T) {
	test.NewTempApp(t)
	folder := t.TempDir()
	path := filepath.Join(folder, "library.mutatis")
	a, err := app.Open(path, app.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.AddSample(); err != nil {
		t.Fatal(err)
	}
	a.Close()
	if syscall.Mount(folder, folder, "", syscall.MS_BIND, "") != nil {
		t.Skip("only the administrator can make a disk read-only here")
	}
	t.Cleanup(func() { syscall.Unmount(folder, syscall.MNT_DETACH) })
	remount := func(flags uintptr) {
		if err := syscall.Mount("", folder, "", syscall.MS_REMOUNT|syscall.MS_BIND|flags, ""); err != nil {
			t.Skip("a disk cannot be made read-only here:", err)
		}
	}
	remount(syscall.MS_RDONLY)
	if a, err = app.Open(path, app.Options{}); err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	u := New(a, test.NewTempWindow(t, nil), Options{Language: "en"})
	read(t, u, tabled, "en")
	u.app.Choose(5)
	u.do("agree.agreed") // changes nothing
	if c, _ := u.command("draft.new"); c.Enabled() || !u.readOnly {
		t.Fatal("a library on a disk that cannot be written can be changed")
	}
	remount(0)
	u.do("draft.new")
	if _, ok := u.front().(*editing); !ok || u.readOnly || u.app.ReadOnly() {
		t.Errorf("the disk can be written, in front is %T, read-only %v", u.front(), u.readOnly)
	}
}
