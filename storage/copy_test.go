package storage

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"
)

func TestSaveCopy(t *testing.T) {
	l := mustOpenAt(t, storedLibrary(t))
	must(t, l.SaveWork(Work{Key: "a", Data: []byte("unsaved")}))
	target := filepath.Join(t.TempDir(), "копия?.mutatis")
	must(t, os.WriteFile(target, []byte("what stood there"), 0o644))
	must(t, l.SaveCopy(context.Background(), target))
	if names := listFolder(t, target); len(names) != 1 {
		t.Error("left beside the copy:", names)
	}
	if info, err := os.Stat(target); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != fs.FileMode(0o600) {
		t.Error(info.Mode(), err)
	}
	c := mustOpenAt(t, target)
	must(t, verifyClean(c))
	want, err := l.Drafts()
	must(t, err)
	if got, err := c.Drafts(); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("the copy holds %+v %v", got, err)
	}
	if w, err := c.Work("a"); err != nil || string(w.Data) != "unsaved" {
		t.Error(w, err)
	}
	mustAdd(t, c, sample("", "en", "the copy lives"), nil)
}

func TestSaveCopyThatCannotBe(t *testing.T) {
	l := mustOpenAt(t, storedLibrary(t))
	folder := t.TempDir()
	link := filepath.Join(folder, "link.mutatis")
	must(t, os.Link(l.Path(), link))
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	for _, c := range []struct {
		name string
		ctx  context.Context
		path string
		want error
	}{
		{"onto itself", context.Background(), l.Path(), ErrSameFile},
		{"onto itself by another name", context.Background(), link, ErrSameFile},
		{"onto a folder", context.Background(), folder, ErrFolder},
		{"into a folder that is not", context.Background(), filepath.Join(folder, "no", "x.mutatis"), ErrNoAccess},
		{"given up", cancelled, filepath.Join(folder, "given up.mutatis"), context.Canceled},
	} {
		if err := l.SaveCopy(c.ctx, c.path); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
	}
	if names := listFolder(t, link); len(names) != 1 {
		t.Error("left behind:", names)
	}
	must(t, verifyClean(l))
}

// A damaged library does not take the place of a good copy.
func TestSaveCopyOfADamagedLibrary(t *testing.T) {
	path := storedLibrary(t)
	target := filepath.Join(t.TempDir(), "copy.mutatis")
	l := mustOpenAt(t, path)
	must(t, l.SaveCopy(context.Background(), target))
	good, err := os.ReadFile(target)
	must(t, err)
	must(t, l.Close())
	edit(t, path, func(b []byte) []byte {
		return bytes.ReplaceAll(b, []byte("wells clean and"), []byte("walls clean and"))
	})
	l = mustOpenAt(t, path)
	if err := l.SaveCopy(context.Background(), target); !errors.Is(err, ErrDamaged) {
		t.Error(err)
	}
	if after, err := os.ReadFile(target); err != nil || !bytes.Equal(after, good) {
		t.Error("the good copy was replaced", err)
	}
	if names := listFolder(t, target); len(names) != 1 {
		t.Error("left behind:", names)
	}
}
