package akn

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// oddDrafts are drafts that no reader makes, but a person or JSON may.
func oddDrafts() []resolution.Draft {
	p := func(k resolution.Kind, number string, level int, text string) resolution.Paragraph {
		return resolution.Paragraph{Kind: k, Number: number, Level: level, Text: text}
	}
	d := func(all ...resolution.Paragraph) resolution.Draft {
		return resolution.Draft{Language: resolution.English, Stage: resolution.Working, Paragraphs: all}
	}
	full := resolution.Draft{}
	n := 0
	fill(reflect.ValueOf(&full).Elem(), &n)
	spaced := d(p(resolution.Operative, " 1 ", 0, "  Two  blanks, a\ttab and\na line \r end "), p(resolution.Table, "x", 2, " a \t\tb\t"), p(resolution.Part, "A.", 0, ""))
	spaced.Footnotes = []resolution.Footnote{{Number: " 1", Text: " a  note "}, {Number: "", Text: ""}, {Number: "*", Text: "sign"}, {Number: "1", Text: "first"}, {Number: "1", Text: "second"}}
	spaced.Paragraphs[0].Notes = []resolution.NoteCall{{Number: "1", Offset: 0}, {Number: "1", Offset: 1}, {Number: "1", Offset: 2}, {Number: "", Offset: 4}, {Number: "9", Offset: 4}}
	spaced.Paragraphs[1].Notes = []resolution.NoteCall{{Number: "1", Offset: 3}, {Number: "2", Offset: 4}, {Number: "3", Offset: 7}}
	spaced.Paragraphs[1].Opening = 5
	spaced.Header = resolution.Header{Sponsors: "Chad*, Mali  and Peru", Session: "*", Other: []string{"", " x"}}
	spaced.Header.Other = []string{" x"}
	spaced.Sponsors = []string{"Chad*", "Peru"}
	closed := d(p(resolution.Closing, "", 0, "9th meeting 9 May 2025"), p(resolution.Closing, "2", 1, "Adopted by 9 votes"), p(resolution.Closing, "", 0, "to none."))
	closed.Closing = resolution.Closed{Meeting: "9th meeting", Date: "9 May 2025", Vote: "Adopted by 9 votes to none."}
	same := d(p(resolution.Closing, "", 0, "At its 9th meeting."))
	same.Closing = resolution.Closed{Meeting: "At its 9th meeting.", Vote: "At its 9th meeting."}
	cited := d(p(resolution.Operative, "1", 0, "Recalls resolution 45/158 of 18 December 1990 and A/59/328;"))
	cited.Paragraphs[0].Opening, cited.Paragraphs[0].Notes = 21, []resolution.NoteCall{{Number: "1", Offset: 21}, {Number: "2", Offset: 20}}
	cited.Paragraphs[0].Notes = []resolution.NoteCall{{Number: "2", Offset: 20}, {Number: "1", Offset: 21}}
	return []resolution.Draft{
		{}, full, spaced, closed, same, cited,
		d(p(resolution.Subparagraph, "(a)", 3, "first"), p(resolution.Subparagraph, "(b)", 0, "second"), p(resolution.Subparagraph, "(i)", 9, "third")),
		d(p(resolution.Organ, "", 0, "The Council,"), p(resolution.Preambular, "1", 2, "Recalling,"), p(resolution.Subparagraph, "(a)", 2, "x"), p(resolution.Heading, "I", 1, "Head"), p(resolution.Preambular, "", 0, "Noting,"), p(resolution.Heading, "", 0, "To come")),
		d(p(resolution.Annex, "", 0, "Annex I"), p(resolution.Annex, "1", 0, "One"), p(resolution.Annex, "(a)", 1, "Two"), p(resolution.Part, "II", 0, "Part"), p(resolution.Annex, "(i)", 2, "Three"), p(resolution.Annex, "", 0, "Annex II"), p(resolution.Operative, "1", 0, "Not here"), p(resolution.Annex, "", 0, "Annex III")),
		d(p(resolution.Table, "", 0, "one"), p(resolution.Heading, "", 0, ""), p(resolution.Table, "", 0, ""), p(resolution.Operative, "", 0, "")),
	}
}

// fill gives every field a value of its own, as far as the model lets it.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("%s %d", strings.ToLower(v.Type().Name()), *n))
		if v.Type() == reflect.TypeFor[resolution.Kind]() {
			v.SetString(string(resolution.Kinds[*n%len(resolution.Kinds)]))
		}
	case reflect.Int:
		v.SetInt(int64(*n % 7))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	}
}

func TestRoundTripOfOddDrafts(t *testing.T) {
	for i, want := range oddDrafts() {
		data := written(t, want)
		if len(want.Paragraphs) == 0 {
			continue // nothing to read
		}
		want = ordered(want)
		if f := fault(mustRead(t, data).Draft, want); f != "" {
			t.Errorf("draft %d: %s\n%s", i, f, data)
		}
	}
}

// ordered puts calls and openings into the order and the bounds that the model promises.
func ordered(d resolution.Draft) resolution.Draft {
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		runes := len([]rune(p.Text))
		p.Opening = min(max(p.Opening, 0), runes)
		p.Notes = callsWithin(p.Notes, runes, 0, runes)
	}
	return d
}

// randomDraft is a draft of paragraphs of every kind in any order.
func randomDraft(seed uint64) resolution.Draft {
	r := rand.New(rand.NewPCG(seed, 11))
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	text := func() string {
		return pick("Recalling resolution 45/158 of 18 December 1990,", "«Напоминая» о резолюции 59/262", "إذ تشير إلى قرارها 45/158", "回顾其1990年12月18日第45/158号决议，", "", "Annex", "one\ttwo", " a  b ", "76th plenary meeting", "23 December 2004", "x<y&\"z\"", "\u00a0nbsp")
	}
	d := resolution.Draft{
		Symbol: pick("", "A/RES/59/262", "A/C.3/59/L.10/Rev.1", "S/RES/408 (1977)", "odd symbol"), Number: pick("", "59/262"), Language: resolution.Language(pick("", "ar", "zh", "en", "fr", "ru", "es")),
		Session: r.IntN(3) * 30, Stage: resolution.Stage(pick("", "working", "tabled", "revised", "adopted")), Date: pick("", "2004-12-23", "2004", "2004-13-40"),
		Header:  resolution.Header{Organization: text(), Symbol: text(), Session: text(), Date: text(), Sponsors: pick("", "Chad* and Mali", "Chad, Mali")},
		Closing: resolution.Closed{Meeting: text(), Date: text(), Vote: text()},
	}
	if r.IntN(2) == 0 {
		d.Sponsors = []string{"Chad", "Mali"}
	}
	for range r.IntN(12) {
		d.Paragraphs = append(d.Paragraphs, resolution.Paragraph{
			Kind: resolution.Kinds[r.IntN(len(resolution.Kinds))], Number: pick("", "1", "(a)", "3 bis", "A", "1.", "2 -"), Level: r.IntN(4), Text: text(), Opening: r.IntN(3) * r.IntN(20),
			Notes: []resolution.NoteCall{{Number: pick("1", "2", "*"), Offset: r.IntN(50)}, {Number: pick("1", "2"), Offset: r.IntN(10)}}[r.IntN(3):],
		})
	}
	for range r.IntN(4) {
		d.Footnotes = append(d.Footnotes, resolution.Footnote{Number: pick("1", "2", "*", "3"), Text: text()})
	}
	return ordered(d)
}

func TestRoundTripOfRandomDrafts(t *testing.T) {
	for seed := range uint64(3000) {
		want := randomDraft(seed)
		data := written(t, want)
		doc, err := Read(t.Context(), data)
		if err != nil {
			if len(want.Paragraphs) > 0 {
				t.Fatalf("seed %d: %v\n%s", seed, err, data)
			}
			continue
		}
		if f := fault(doc.Draft, want); f != "" {
			t.Fatalf("seed %d: %s\n%s", seed, f, data)
		}
	}
}
