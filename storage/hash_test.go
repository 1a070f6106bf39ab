package storage

import (
	"encoding/hex"
	"reflect"
	"testing"
)

// The hashes of stored texts may never change: every library made before would look damaged. Where one of these differs,
// put the old encoding back.
func TestHashesAreForEver(t *testing.T) {
	d := Draft{
		Symbol: "A/RES/59/262", Number: "59/262", Language: "ru", Session: 59, Stage: "adopted", Date: "2004-12-23", Label: "as adopted",
		Title: "О колодцах", Header: "{}", Sample: true, Created: clock, Content: Hash{9},
		Paragraphs: []Paragraph{{"operative", "1", 2, "Просит", 6, Hash{1}, []NoteCall{{"1", 3}}, []Citation{{"A/RES/45/158", 4, 6}}}, {}},
		Footnotes:  []Footnote{{"1", "См. там."}}, LeftOut: []string{"04-49938", ""},
	}
	ev := Event{Paragraph: 2, UID: UID{1}, Words: Hash{1}, Status: "agreed", Undoes: UID{2}, At: clock, Who: "the chair", Remark: "согласовано"}
	for _, c := range []struct {
		name string
		hash Hash
		want string
	}{
		{"an empty text", contentHash(Draft{}), "47e2a859b55c388a"},
		{"a text with everything", contentHash(d), "bc75dce35814d995"},
		{"its record", recordHash(d, origin{UID{1}, Hash{2}, "a.txt", "text/plain", 9}), "2f801adfad6b5166"},
		{"a wording", wordingHash("ru", "Просит", Hash{3}), "4a65346ada3f6465"},
		{"an event", eventHash(ev, UID{4}), "1052a18f6e8b6f9d"},
		{"a correction", pairingHash(Pairing{UID: UID{1}, One: Hash{1}, Other: Hash{2}, Verdict: Together, Undoes: UID{2}, At: clock, Who: "the chair"}), "b00cf8f66bd7ff0b"},
		{"a ledger entry", entryHash(Hash{5}, entry{6, timeText(clock), entryDraft, UID{7}, Hash{8}, Hash{}}), "61eec25344969c2d"},
	} {
		if got := hex.EncodeToString(c.hash[:8]); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Every field of a draft is in its content or its record, or is the library's own, or may change.
func TestHashesCoverEveryField(t *testing.T) {
	free := map[string]bool{"ID": true, "UID": true, "Series": true, "Document": true, "Parent": true, "Trashed": true, "Content": true}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[Draft]()) {
		if free[f.Name] {
			continue
		}
		for _, path := range leaves(f.Type, []int{f.Index[0]}) {
			d, changed := twoPartDraft(), twoPartDraft()
			n := 1000
			fill(field(reflect.ValueOf(&changed).Elem(), path), &n)
			d.Content, changed.Content = contentHash(d), contentHash(changed)
			if recordHash(d, origin{}) == recordHash(changed, origin{}) {
				t.Errorf("%s %v is in no hash", f.Name, path)
			}
		}
	}
}

// twoPartDraft has two members of every list and nothing in them.
func twoPartDraft() Draft {
	p := Paragraph{Notes: make([]NoteCall, 2), Citations: make([]Citation, 2)}
	q := Paragraph{Notes: make([]NoteCall, 2), Citations: make([]Citation, 2)}
	return Draft{Paragraphs: []Paragraph{p, q}, Footnotes: make([]Footnote, 2), LeftOut: make([]string, 2)}
}

// leaves are the ways to the fields within a type; -1 stands for the second member of a list.
func leaves(t reflect.Type, path []int) (all [][]int) {
	switch {
	case t.Kind() == reflect.Slice:
		return leaves(t.Elem(), append(append([]int(nil), path...), -1))
	case t.Kind() == reflect.Struct && t.PkgPath() == reflect.TypeFor[Draft]().PkgPath():
		for i := range t.NumField() {
			all = append(all, leaves(t.Field(i).Type, append(append([]int(nil), path...), i))...)
		}
		return all
	}
	return [][]int{path}
}

func field(v reflect.Value, path []int) reflect.Value {
	for _, i := range path {
		if i < 0 {
			v = v.Index(1)
		} else {
			v = v.Field(i)
		}
	}
	return v
}
