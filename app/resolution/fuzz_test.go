package resolution

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzReadText: whatever is read, no letter and no digit is lost, none is there twice, and nothing panics.
func FuzzReadText(f *testing.F) {
	for _, text := range documents(f) {
		f.Add(text)
		d, _ := ReadText(text)
		f.Add(Text(d))
	}
	for _, text := range traps(f) {
		f.Add(text)
	}
	for _, text := range []string{
		"", "1.", "(a)\n(b)\n1.\n2.", "A\nB\nI\nII", "_______________\n1\n2\n3", "Annex\n1. One\n\n\f2", "* note", "1 Resolution 1.\n1", "The General Assembly,\n1.\n2\n1.",
		"\u202b\u202a - 1\u202cتحيط علما\u202c", "大会，\n1.\n3\n决定：\n(a)要求", "\u00ad\u00ad-\n-", "59/1. A\n59/1. A\nThe General Assembly,", "The General Assembly,\n\n²³",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<16 {
			return
		}
		d, _ := ReadText(text)
		if lost, doubled := unaccounted(text, d); lost != "" || doubled != "" {
			t.Errorf("lost %q, doubled %q in %+v", lost, doubled, d)
		}
		for _, p := range d.Paragraphs {
			for _, n := range p.Notes {
				if n.Offset < 0 || n.Offset > utf8.RuneCountInString(p.Text) {
					t.Errorf("note %s is called at %d of %q", n.Number, n.Offset, p.Text)
				}
			}
			if p.Opening < 0 || p.Opening > utf8.RuneCountInString(p.Text) {
				t.Errorf("the opening of %q has %d code points", p.Text, p.Opening)
			}
		}
		d.Labels()
		Text(d)
	})
}

// FuzzJSON: what is read from JSON is written and read again alike.
func FuzzJSON(f *testing.F) {
	for _, text := range documents(f) {
		data, _ := MarshalRead(ReadText(text))
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, problems, err := ParseRead(data)
		if err != nil {
			return
		}
		written, err := MarshalRead(d, problems)
		if err != nil {
			t.Fatal(err)
		}
		again, p, err := ParseRead(written)
		if err != nil || !reflect.DeepEqual(d, again) || !reflect.DeepEqual(problems, p) {
			t.Errorf("%+v %v is read back as %+v %v, %v", d, problems, again, p, err)
		}
	})
}

// FuzzSplitCompendium: the pieces of a text are the text.
func FuzzSplitCompendium(f *testing.F) {
	for _, text := range documents(f) {
		f.Add(text + text)
	}
	for _, text := range traps(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		pieces := SplitCompendium(text)
		if strings.Join(pieces, "") != text {
			t.Errorf("%q is cut into %q", text, pieces)
		}
		for i, p := range pieces {
			if p == "" && len(pieces) > 1 {
				t.Errorf("piece %d of %q is empty", i, text)
			}
		}
	})
}

// FuzzCitations: offsets hold what they say.
func FuzzCitations(f *testing.F) {
	for _, text := range documents(f) {
		f.Add(text, "en")
		f.Add(text, "ar")
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		runes := []rune(text)
		for _, c := range Citations(text, Language(lang)) {
			if c.Offset < 0 || c.Offset+c.Length > len(runes) || utf8.ValidString(text) && string(runes[c.Offset:c.Offset+c.Length]) != c.Text {
				t.Errorf("%+v does not stand in %q", c, text)
			}
		}
	})
}
