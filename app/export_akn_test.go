package app

import (
	"bytes"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// TestAkomaNtosoComesBack: a text that is saved as Akoma Ntoso and opened again is the same text, and is told to be here
// already.
func TestAkomaNtosoComesBack(t *testing.T) {
	a := newApp(t)
	must(t, a.AddSample())
	var offered string
	path := filepath.Join(t.TempDir(), "saved.akn.xml")
	a.Hooks.PickPlace = func(name string, use func(string)) { offered = name; use(path) }
	for _, text := range a.Texts() {
		must(t, a.OpenText(text.ID))
		a.Do("file.export.akn")
		s, err := a.Stored(text.ID)
		must(t, err)
		i, err := ReadFile(path)
		must(t, err)
		if !reflect.DeepEqual(i.Draft, s.Draft) {
			t.Errorf("%s %s is read as\n%+v\nnot\n%+v", text.Symbol, text.Language, i.Draft, s.Draft)
		}
		if want := "-" + string(text.Language) + ".akn.xml"; !strings.HasSuffix(offered, want) {
			t.Errorf("%s is offered as a name, without %s", offered, want)
		}
		must(t, a.Propose(i))
		if i.Place.Twin != text.ID {
			t.Errorf("%s %s is taken for text %d, not %d", text.Symbol, text.Language, i.Place.Twin, text.ID)
		}
		var b bytes.Buffer
		must(t, WriteText(&b, s, "akn", Printing{}))
		if name := KindOf(b.Bytes(), "stdin"); name != "stdin.xml" {
			t.Errorf("its bytes are taken for %s", name)
		}
	}
}
