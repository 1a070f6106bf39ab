package storage

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// FuzzDraft: whatever the texts are, they come back byte for byte, and twice is once.
func FuzzDraft(f *testing.F) {
	f.Add("A/RES/59/262", "Recalling its resolution 45/158\x00of 18 December 1990,", "ru", 3, 1, []byte("source"))
	f.Add("", "\xff\xfe", "", -1, 0, []byte{})
	f.Add("А/59/328", "إذ تشير\u200f إلى", "ar", 1<<40, 9, []byte{0})
	l := mustOpen(f)
	f.Fuzz(func(t *testing.T, symbol, text, language string, offset, cut int, source []byte) {
		d := Draft{Symbol: symbol, Language: language, Title: text, Header: text, Session: offset}
		parts := strings.SplitAfterN(text, " ", 1+cut&15)
		for i, p := range parts {
			d.Paragraphs = append(d.Paragraphs, Paragraph{
				Text: p, Number: symbol, Level: i, Opening: offset,
				Notes: []NoteCall{{language, offset}}, Citations: []Citation{{symbol, i, offset}},
			})
		}
		d.Footnotes, d.LeftOut = []Footnote{{symbol, text}}, parts
		id, _, err := l.AddDraft(d, &Source{Name: text, MediaType: symbol, Bytes: source})
		must(t, err)
		got, err := l.Draft(id)
		must(t, err)
		again, already, err := l.AddDraft(got, nil)
		if err != nil || !already || again != id {
			t.Error(again, already, err)
		}
		got.ID, got.UID, got.Document, got.Created, got.Content = 0, UID{}, 0, d.Created, Hash{}
		if !reflect.DeepEqual(got, d) {
			t.Errorf("got  %+v\nwant %+v", got, d)
		}
	})
}

// FuzzOpen: whatever stands in a file, opening and verifying it ends with a library or a sentence.
func FuzzOpen(f *testing.F) {
	whole, err := storedBytes()
	must(f, err)
	f.Add(uint32(0), []byte("SQLOTE"))
	f.Add(uint32(100), bytes.Repeat([]byte{0xff}, 40))
	f.Add(uint32(pageSize), bytes.Repeat([]byte{0x0d, 0, 0, 0}, 30))
	f.Fuzz(func(t *testing.T, at uint32, patch []byte) {
		path := filepath.Join(t.TempDir(), "x.mutatis")
		b := bytes.Clone(whole)
		copy(b[int(at)%len(b):], patch)
		must(t, os.WriteFile(path, b, 0o600))
		if err := noticed(path); err != nil && strings.Contains(err.Error(), errUnnamed.Error()) {
			t.Error(err)
		}
	})
}
