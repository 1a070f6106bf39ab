package app

import (
	"strings"
	"testing"

	"mutatis/assets"
)

// A volume with the sample's adopted texts is cut into them; nothing of it is lost.
func TestVolume(t *testing.T) {
	var parts []string
	for _, s := range assets.SampleTexts() {
		if strings.HasPrefix(s.File, "A_RES_7") {
			_, text, _ := strings.Cut(s.Text, "\n") // without the line that says what it is
			parts = append(parts, text)
		}
	}
	i, err := ReadBytes("volume.txt", []byte(strings.Join(parts, "\n\n")))
	must(t, err)
	a := newApp(t)
	a.check([]*Import{i})
	if !a.volumeChecked() {
		t.Fatal("the volume is not recognised")
	}
	must(t, a.splitVolume())
	tab := a.Current().(*Importing)
	if len(tab.Imports) != len(parts) {
		t.Fatalf("%d texts of %d", len(tab.Imports), len(parts))
	}
	source := ""
	for n, one := range tab.Imports {
		source += one.Source
		whole, err := ReadBytes("one.txt", []byte(parts[n]))
		must(t, err)
		if one.Draft.Number != whole.Draft.Number || len(one.Draft.Paragraphs) != len(whole.Draft.Paragraphs) {
			t.Errorf("%s: %s with %d paragraphs, by itself %s with %d", one.Name, one.Draft.Number, len(one.Draft.Paragraphs),
				whole.Draft.Number, len(whole.Draft.Paragraphs))
		}
	}
	if source != i.Source {
		t.Error("the parts are not the whole")
	}
	if a.volumeChecked() {
		t.Error("a part is cut again")
	}
}
