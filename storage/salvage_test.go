package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"
)

// wellsLibrary is a library of some 40 texts with sources, statuses, notes and one text in the bin; it is closed. A purge
// writes the file anew: then a table stands in one place.
func wellsLibrary(t testing.TB, rewritten bool) (path string, drafts map[int64]Draft) {
	t.Helper()
	made := madeWells[rewritten]
	if made.file == nil {
		made = makeWells(t, rewritten)
		madeWells[rewritten] = made
	}
	path = filepath.Join(t.TempDir(), "texts.mutatis")
	must(t, os.WriteFile(path, made.file, 0o600))
	return path, made.drafts
}

// wellsMade is the bytes of a library and its texts.
type wellsMade struct {
	file   []byte
	drafts map[int64]Draft
}

var madeWells = map[bool]wellsMade{}

func makeWells(t testing.TB, rewritten bool) wellsMade {
	t.Helper()
	path, drafts := filepath.Join(t.TempDir(), "texts.mutatis"), map[int64]Draft{}
	l, err := Open(path, ticking())
	must(t, err)
	series, err := l.AddSeries("Колодцы 水井 آبار")
	must(t, err)
	for seed := range int64(40) {
		d := longDraft(seed)
		d.Series = series.ID
		id := mustAdd(t, l, d, &Source{Name: fmt.Sprintf("%d.txt", seed), MediaType: "text/plain", Bytes: bytes.Repeat([]byte{byte(seed)}, 9000)})
		must(t, l.AddEvents([]Event{{Draft: id, Paragraph: 3, Words: d.Paragraphs[3].Words, Status: "agreed", Who: "a delegate"}}))
	}
	if rewritten {
		must(t, l.Trash(7))
		must(t, l.Purge(context.Background(), 7))
	}
	must(t, l.Trash(9))
	_, err = l.PutPrivateNote(PrivateNote{Text: "не уступать"})
	must(t, err)
	must(t, l.SaveWork(Work{Key: "a", Data: []byte(`{"Base":12}`)}))
	heads, err := l.Drafts()
	must(t, err)
	for _, h := range heads {
		drafts[h.ID], err = l.Draft(h.ID)
		must(t, err)
	}
	must(t, l.Close())
	file, err := os.ReadFile(path)
	must(t, err)
	return wellsMade{file, drafts}
}

// A damaged library gives back what of it is what was stored, under the ids it had, and is itself left alone.
func TestSalvage(t *testing.T) {
	zero := func(from, to int) func([]byte) []byte {
		return func(b []byte) []byte { clear(b[from:min(to, len(b))]); return b }
	}
	for _, c := range []struct {
		name      string
		rewritten bool
		damage    func(file []byte) []byte
		least     int // texts that come back
	}{
		{"nothing wrong", false, func(b []byte) []byte { return b }, 40},
		{"the header is lost", true, zero(0, 100), 39},
		{"the first page is lost", false, zero(0, 4096), 40},
		{"the first page of a file that was rewritten is lost", true, zero(0, 4096), 39},
		{"the first two pages are lost", true, zero(0, 8192), 39},
		{"a page in the middle is lost", true, func(b []byte) []byte { clear(b[len(b)/2 : len(b)/2+4096]); return b }, 1},
		{"a tenth in the middle is noise", true, func(b []byte) []byte {
			r := rand.New(rand.NewPCG(1, 2))
			for i := len(b) * 45 / 100; i < len(b)*55/100; i++ {
				b[i] = byte(r.Uint32())
			}
			return b
		}, 1},
		{"the end is cut off", false, func(b []byte) []byte { return b[:len(b)*3/4] }, 10},
		{"the end is cut off within a page", false, func(b []byte) []byte { return b[:len(b)*9/10+17] }, 10},
		{"the tables of words are cut off", true, func(b []byte) []byte { return b[:len(b)*3/4] }, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			path, drafts := wellsLibrary(t, c.rewritten)
			file, err := os.ReadFile(path)
			must(t, err)
			file = c.damage(file)
			must(t, os.WriteFile(path, file, 0o600))
			to := filepath.Join(filepath.Dir(path), "saved.mutatis")
			r, err := Salvage(context.Background(), path, to, testOptions)
			must(t, err)
			t.Logf("saved %d, lost %d, gone %d, statuses %d, incomplete %v", len(r.Saved), len(r.Lost), r.Gone, r.Events, r.Incomplete)
			if len(r.Saved) < c.least || len(r.Saved)+len(r.Lost)+r.Gone < len(drafts) {
				t.Errorf("%d of %d texts were saved, %d named as lost, %d as gone", len(r.Saved), len(drafts), len(r.Lost), r.Gone)
			}
			sameAsStored(t, to, r, drafts)
			sameOriginals(t, r)
			if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, file) {
				t.Error("the damaged file was changed", err)
			}
			if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(left) > 0 {
				t.Error("left behind:", left)
			}
		})
	}
}

// sameAsStored compares the texts that were saved with those that were stored, and verifies the new library.
func sameAsStored(t *testing.T, path string, r Salvaged, drafts map[int64]Draft) {
	t.Helper()
	l := mustOpenAt(t, path)
	must(t, verifyClean(l))
	heads, err := l.Drafts()
	must(t, err)
	if len(heads) != len(r.Saved) {
		t.Errorf("%d texts are there, %d are said to be", len(heads), len(r.Saved))
	}
	for _, s := range r.Saved {
		got, err := l.Draft(s.Draft)
		must(t, err)
		want, ok := drafts[s.Draft]
		if !ok {
			t.Errorf("text %d was never stored", s.Draft)
			continue
		}
		got.Series, got.Document, got.Trashed, want.Series, want.Document, want.Trashed = 0, 0, false, 0, 0, false
		if !s.Beside {
			got.Label, want.Label = "", ""
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("text %d is\n%+v\nit was\n%+v", s.Draft, got, want)
		}
	}
}

// sameOriginals looks at the files of lost texts: where the text stands its file is not needed.
func sameOriginals(t *testing.T, r Salvaged) {
	t.Helper()
	kept := 0
	for _, x := range r.Lost {
		if x.File == "" {
			continue
		}
		b, err := os.ReadFile(x.File)
		must(t, err)
		if len(b) != 9000 || !bytes.Equal(b, bytes.Repeat([]byte{byte(x.Draft - 1)}, 9000)) {
			t.Errorf("%s is not the file of text %d", x.File, x.Draft)
		}
		kept++
	}
	if len(r.Saved) == 0 && kept == 0 {
		t.Error("there is neither a text nor a file")
	}
}

// A whole library that is salvaged has everything: the bin, statuses, notes, unfinished drafts.
func TestSalvageTakesEverything(t *testing.T) {
	path, _ := wellsLibrary(t, true)
	to := filepath.Join(filepath.Dir(path), "saved.mutatis")
	r, err := Salvage(context.Background(), path, to, testOptions)
	must(t, err)
	if len(r.Lost)+len(r.Incomplete)+r.Gone > 0 || r.Series != 1 || r.Events != 39 || r.Notes != 1 || r.Works != 1 {
		t.Errorf("%+v", r)
	}
	l := mustOpenAt(t, to)
	bin, err := l.Bin()
	if err != nil || len(bin) != 1 || bin[0].Draft.ID != 9 {
		t.Error(bin, err)
	}
	if events, err := l.Events(12); err != nil || len(events) != 1 {
		t.Error(events, err)
	}
	if id := mustAdd(t, l, longDraft(99), nil); id != 41 {
		t.Errorf("the next text is %d", id)
	}
}

func TestSalvageRefuses(t *testing.T) {
	folder := t.TempDir()
	letter := filepath.Join(folder, "letter.docx")
	must(t, os.WriteFile(letter, bytes.Repeat([]byte("a letter "), 3000), 0o600))
	to := filepath.Join(folder, "saved.mutatis")
	if _, err := Salvage(context.Background(), letter, to, testOptions); !errors.Is(err, ErrNothingLeft) || exists(to) {
		t.Error(err, exists(to))
	}
	path, _ := wellsLibrary(t, true)
	if _, err := Salvage(context.Background(), path, letter, testOptions); err == nil {
		t.Error("a file that was there was taken the place of")
	}
	if b, err := os.ReadFile(letter); err != nil || !bytes.HasPrefix(b, []byte("a letter")) {
		t.Error("it was changed", err)
	}
}

// TestMendingReadsNoWholeFile: whatever is mended, a large file is copied and not read into memory.
func TestMendingReadsNoWholeFile(t *testing.T) {
	path, _ := wellsLibrary(t, true)
	const size = 96 << 20
	must(t, os.Truncate(path, size)) // its end is empty, so that it takes no space
	for n, mend := range mendings {
		copied := filepath.Join(t.TempDir(), "copied.mutatis")
		must(t, os.WriteFile(copied, nil, 0o600))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		must(t, mend(path, copied))
		runtime.ReadMemStats(&after)
		if took := after.TotalAlloc - before.TotalAlloc; took > size/8 {
			t.Errorf("mending %d took %d MB for a file of %d MB", n, took>>20, size>>20)
		}
		if info, err := os.Stat(copied); err != nil || info.Size() < size {
			t.Errorf("mending %d: %v %v", n, info, err)
		}
	}
}
