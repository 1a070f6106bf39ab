package app

import (
	"fmt"
	"reflect"
	"testing"

	"mutatis/app/resolution"
)

// fill sets every field of a value to something of its own, so that one that is not carried over is missed.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprint("words ", *n))
	case reflect.Int:
		v.SetInt(int64(*n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	default:
		panic("fill does not know " + v.Kind().String())
	}
}

func TestDraftComesBackWhole(t *testing.T) {
	var d resolution.Draft
	n := 0
	fill(reflect.ValueOf(&d).Elem(), &n)
	row, err := toRow(d)
	must(t, err)
	back, err := fromRow(row)
	must(t, err)
	if !reflect.DeepEqual(back, d) {
		t.Errorf("put in %+v\ngot back %+v", d, back)
	}
}

func TestDraftComesBackWholeFromTheLibrary(t *testing.T) {
	a := newApp(t)
	d := draft("A/RES/78/911", 78, resolution.Adopted, "Recalling resolution 45/158 of 18 December 1990,", "1. Decides to meet.")
	d.Paragraphs[1].Notes = []resolution.NoteCall{{Number: "1", Offset: 9}}
	d.Footnotes = []resolution.Footnote{{Number: "1", Text: "A/59/328."}}
	d.Header.Session, d.Sponsors, d.Closing.Vote = "Seventy-eighth session", []string{"Chile"}, "without a vote"
	d.LeftOut = []string{"24-12345"}
	if s := add(t, a, d); !reflect.DeepEqual(s.Draft, d) {
		t.Errorf("put in %+v\ngot back %+v", d, s.Draft)
	}
}

func TestWordsHash(t *testing.T) {
	cases := []struct {
		name, a, b string
		same       bool
	}{
		{"a letter", "Requests the school", "Requests the schools", false},
		{"a capital", "member States", "Member States", false},
		{"a comma", "Requests, the school", "Requests the school", false},
		{"no-break space", "18 December", "18\u00a0December", true},
		{"quotation marks", "“spring”", "\"spring\"", true},
		{"composed й", "й", "и\u0306", true},
		{"tatweel", "الأمم", "الأمـم", true},
	}
	for _, c := range cases {
		if got := WordsHash(c.a) == WordsHash(c.b); got != c.same {
			t.Errorf("%s: same words is %v, want %v", c.name, got, c.same)
		}
	}
}
