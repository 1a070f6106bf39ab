package resolution

import (
	"strings"
	"testing"
)

// TestJSONFaults: what is wrong with JSON is said in a sentence without the words of a compiler.
func TestJSONFaults(t *testing.T) {
	reading := func(data []byte) error { _, _, err := ParseRead(data); return err }
	list := func(data []byte) error { _, err := ParseParagraphs(data); return err }
	for _, c := range []struct {
		read func([]byte) error
		json string
		want string // "" is no error
	}{
		{reading, `{"x":1}`, `no list "paragraphs"`},
		{reading, ``, "is empty"},
		{reading, `{"paragraphs":[]}`, ""},
		{reading, "\ufeff" + `{"paragraphs":[{"kind":"operative","text":"a"}]}`, ""},
		{reading, `{"paragraphs":[{"text":3}]}`, `"text" must be text in quotation marks, not a number`},
		{reading, `{"paragraphs":{}}`, `"paragraphs" must be a list […], not an object`},
		{reading, "{\n\"paragraphs\":[\n", "breaks off in line 2"},
		{reading, "{\n'paragraphs'", "line 2 is no JSON"},
		{list, `[{"kind":"operative","number":"1","text":"a","more":[1]}]`, ""},
		{list, `[]`, ""},
		{list, `[{"text":"a"},{"kind":"operative"}]`, `paragraph 2 of the list has no "text"`},
		{list, `[{"text":null}]`, `paragraph 1 of the list has no "text"`},
		{list, `[{"text":"a","number":3}]`, `"number" must be text in quotation marks, not a number`},
		{list, `[{"text":"a","level":"1"}]`, `"level" must be a whole number, not text`},
		{list, `{"paragraphs":[]}`, `the list "paragraphs" is wanted`},
		{list, `null`, "no list of paragraphs"},
		{list, `["a"]`, "must be an object {…}, not text"},
	} {
		err := c.read([]byte(c.json))
		switch {
		case (err == nil) != (c.want == ""):
			t.Errorf("%s: %v", c.json, err)
		case err != nil && (!strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "Go ") || strings.Contains(err.Error(), "json:")):
			t.Errorf("%s: %v, want %q", c.json, err, c.want)
		}
	}
}

// TestStrangePlaces: openings and calls outside their paragraph are moved to its end.
func TestStrangePlaces(t *testing.T) {
	d, _, err := ParseRead([]byte(`{"paragraphs":[{"kind":"operative","text":"да","opening":9,"notes":[{"number":"1","offset":7},{"number":"2","offset":-1}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	p := d.Paragraphs[0]
	if p.Opening != 2 || p.Notes[0] != (NoteCall{"2", 0}) || p.Notes[1] != (NoteCall{"1", 2}) {
		t.Errorf("%+v", p)
	}
}
