package storage

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// filled is a library of two thousand texts of thirty paragraphs, most of whose words repeat from text to text.
func filled(b *testing.B) *Library {
	b.Helper()
	path := filepath.Join(b.TempDir(), "texts.mutatis")
	content, err := filledBytes()
	must(b, err)
	must(b, os.WriteFile(path, content, 0o600))
	return mustOpenAt(b, path)
}

const filledTexts = 2000

var filledBytes = sync.OnceValues(func() ([]byte, error) {
	return libraryBytes(func(l *Library) error {
		s, err := l.AddSeries("Wells")
		for i := 0; i < filledTexts && err == nil; i++ {
			d := yearly(i)
			d.Series = s.ID
			_, _, err = l.AddDraft(d, nil)
		}
		return err
	})
})

// yearly is a text of which five paragraphs are new.
func yearly(year int) Draft {
	d := longDraft(0)
	d.Symbol, d.Session, d.Header = fmt.Sprintf("A/RES/%d/%d", 40+year/50, year), 40+year/50, `{"organization":"United Nations","distribution":"General"}`
	for i := range 5 {
		d.Paragraphs[i*6].Text = fmt.Sprintf("Takes note of report %d on the wells of year %d, %s", i, year, strings.Repeat("принимает к сведению доклад ", 12))
	}
	return d
}

func BenchmarkAddDraft(b *testing.B) {
	l := mustOpen(b)
	for i := range int64(b.N) {
		mustAdd(b, l, longDraft(i), nil)
	}
	b.ReportMetric(30*float64(b.N)/b.Elapsed().Seconds(), "paragraphs/s")
}

func BenchmarkDrafts(b *testing.B) {
	l := filled(b)
	for b.Loop() {
		if heads, err := l.Drafts(); err != nil || len(heads) != filledTexts {
			b.Fatal(len(heads), err)
		}
	}
	if info, err := os.Stat(l.Path()); err == nil {
		b.ReportMetric(float64(info.Size())/1e6, "MB")
	}
}

func BenchmarkDraft(b *testing.B) {
	l := filled(b)
	for i := 0; b.Loop(); i++ {
		if _, err := l.Draft(int64(i%filledTexts) + 1); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDraftBySymbol(b *testing.B) {
	l := filled(b)
	for b.Loop() {
		if heads, err := l.DraftBySymbol("A/RES/42/100"); err != nil || len(heads) != 1 {
			b.Fatal(len(heads), err)
		}
	}
}

func BenchmarkCiting(b *testing.B) {
	l := filled(b)
	for b.Loop() {
		if places, err := l.Citing("A/RES/7/1"); err != nil || len(places) != filledTexts {
			b.Fatal(len(places), err)
		}
	}
}

func BenchmarkAddEvents(b *testing.B) {
	l := filled(b)
	for b.Loop() {
		must(b, l.AddEvents([]Event{{Draft: 1, Paragraph: 3, Status: "agreed"}}))
	}
}

func BenchmarkOpen(b *testing.B) {
	l := filled(b)
	for b.Loop() {
		again, err := Open(l.Path(), testOptions)
		must(b, err)
		must(b, again.Close())
	}
}

func BenchmarkVerify(b *testing.B) {
	l := filled(b)
	for b.Loop() {
		must(b, verifyClean(l))
	}
}

func BenchmarkSaveCopy(b *testing.B) {
	l := filled(b)
	for b.Loop() {
		must(b, l.SaveCopy(context.Background(), l.Path()+".copy"))
	}
}
