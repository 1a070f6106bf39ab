package storage

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

// clock is the time of all tests: it stands still.
var clock = time.Date(2004, 12, 23, 10, 0, 0, 123456789, time.UTC)

var testOptions = Options{Now: func() time.Time { return clock }, Wait: 50 * time.Millisecond}

// mustOpen opens a library in a fresh folder.
func mustOpen(t testing.TB) *Library {
	t.Helper()
	return mustOpenAt(t, filepath.Join(t.TempDir(), "texts.mutatis"))
}

func mustOpenAt(t testing.TB, path string) *Library {
	t.Helper()
	l, err := Open(path, testOptions)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

// mustAdd stores a draft that is not there yet.
func mustAdd(t testing.TB, l *Library, d Draft, src *Source) int64 {
	t.Helper()
	id, already, err := l.AddDraft(d, src)
	if err != nil || already {
		t.Fatal(id, already, err)
	}
	return id
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// sample is a short text.
func sample(symbol, language string, texts ...string) Draft {
	d := Draft{Symbol: symbol, Language: language, Session: 59, Stage: "tabled", Title: "Care of the village wells", Label: "zero draft"}
	for i, s := range texts {
		d.Paragraphs = append(d.Paragraphs, Paragraph{Kind: "operative", Number: fmt.Sprint(i + 1), Text: s})
	}
	return d
}

var wells = []string{
	"Recalling its resolution 45/901 on wells",
	"Invites villages to keep their wells clean",
	"Просит содержать колодцы в чистоте",
	"تدعو القرى إلى العناية بآبارها",
	"请各村保持水井清洁",
}

// fill gives every field of v a value that no other field has, lists two members.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(clock.Add(time.Duration(*n) * time.Nanosecond)))
			return
		}
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), n)
		}
	case reflect.Array:
		for i := range v.Len() {
			v.Index(i).SetUint(uint64(*n + i*7))
		}
	case reflect.String:
		v.SetString(fmt.Sprintf("ё\u0000 رقم 第%d", *n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(*n))
	case reflect.Uint8:
		v.SetUint(uint64(*n))
	default:
		panic("fill does not know " + v.Kind().String())
	}
}

func TestEveryFieldOfADraftIsStored(t *testing.T) {
	l := mustOpen(t)
	series, err := l.AddSeries("Wells")
	must(t, err)
	parent := mustAdd(t, l, sample("", "en", wells...), nil)

	var d Draft
	n := 0
	fill(reflect.ValueOf(&d).Elem(), &n)
	d.Series, d.Parent = series.ID, parent
	src := &Source{}
	fill(reflect.ValueOf(src).Elem(), &n)
	id := mustAdd(t, l, d, src)

	got, err := l.Draft(id)
	must(t, err)
	want := d
	want.ID, want.Document, want.Created, want.Trashed = id, got.Document, clock, false // given by the library
	want.Content = contentHash(d)
	copy(want.UID[:], want.Content[:])
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got.Document == 0 {
		t.Error("the draft has no document")
	}
	gotSource, err := l.Source(id)
	must(t, err)
	if !reflect.DeepEqual(gotSource, src) {
		t.Errorf("source: got %+v, want %+v", gotSource, src)
	}
	must(t, verifyClean(l))
}

func TestEveryFieldOfAnEventIsStored(t *testing.T) {
	l := mustOpen(t)
	id := mustAdd(t, l, sample("A/C.9/59/L.1", "en", wells...), nil)
	first := []Event{{Draft: id, Paragraph: 1, Status: "open"}}
	must(t, l.AddEvents(first))

	var ev Event
	n := 0
	fill(reflect.ValueOf(&ev).Elem(), &n)
	ev.Draft, ev.Paragraph, ev.Undoes = id, 2, first[0].UID
	must(t, l.AddEvents([]Event{ev}))
	got, err := l.Events(id)
	must(t, err)
	ev.ID = first[0].ID + 1
	if len(got) != 2 || !reflect.DeepEqual(got[1], ev) {
		t.Errorf("got  %+v\nwant %+v", got, ev)
	}
	must(t, verifyClean(l))
}

func TestEveryFieldOfWorkIsStored(t *testing.T) {
	l := mustOpen(t)
	var w Work
	n := 0
	fill(reflect.ValueOf(&w).Elem(), &n)
	must(t, l.SaveWork(w))
	got, err := l.Work(w.Key)
	if err != nil || !reflect.DeepEqual(got, w) {
		t.Errorf("got %+v %v, want %+v", got, err, w)
	}
}

// verifyClean answers an error where Verify finds anything.
func verifyClean(l *Library) error {
	findings, err := l.Verify(context.Background())
	if err == nil && len(findings) > 0 {
		err = fmt.Errorf("verify found %v", findings)
	}
	return err
}

// outside opens the file as another program would: without the guards of our own connections.
func outside(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	must(t, err)
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

// everything is all that a library answers about its texts, as one string.
func everything(t testing.TB, path string) string {
	t.Helper()
	l, err := Open(path, testOptions)
	must(t, err)
	defer l.Close()
	heads, err := l.Drafts()
	must(t, err)
	all := fmt.Sprintf("%+v", heads)
	for _, h := range heads {
		d, err := l.Draft(h.ID)
		must(t, err)
		s, err := l.Source(h.ID)
		must(t, err)
		events, err := l.Events(h.ID)
		must(t, err)
		found, err := l.DraftBySymbol(h.Symbol)
		must(t, err)
		all += fmt.Sprintf("%+v %+v %+v %+v", d, s, events, found)
	}
	pairings, err := l.Pairings()
	must(t, err)
	return all + fmt.Sprintf("%+v", pairings)
}
