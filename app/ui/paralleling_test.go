package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"mutatis/app"
	"mutatis/app/resolution"
)

// F3 offers the language that was looked at last, else that of the window, else English.
func TestF3OffersTheLanguageThatIsRead(t *testing.T) {
	const founding = "A/RES/55/901"
	for _, c := range []struct {
		name, window string
		looked       []string // before, the last one last
		text, want   string
	}{
		{"nothing was looked at", "en", nil, "en", "fr"},
		{"a text in another language", "en", nil, "zh", "en"},
		{"a Russian window", "ru", nil, "en", "ru"},
		{"the last one counts", "ru", []string{"ar", "es"}, "en", "es"},
		{"the text's own does not", "ru", []string{"zh", "en"}, "en", "zh"},
	} {
		u := opened(t, true)
		if err := u.app.SetLanguage(c.window); err != nil {
			t.Fatal(err)
		}
		for _, l := range append(c.looked, c.text) {
			read(t, u, founding, l)
		}
		key(u, fyne.KeyF3)
		tab, ok := u.app.Current().(*app.Paralleling)
		if !ok || tab.Left.Draft.Language != resolution.Language(c.want) || tab.Right.Draft.Language != resolution.Language(c.text) {
			t.Errorf("%s: in front is %v", c.name, u.app.Current().Name(u.app.Words))
		}
	}
	u := opened(t, true)
	read(t, u, founding, "en")
	key(u, fyne.KeyF3)
	v := u.front().(*paralleling)
	v.left.SetSelectedIndex(4) // Russian
	read(t, u, founding, "en")
	key(u, fyne.KeyF3)
	if tab := u.app.Current().(*app.Paralleling); tab.Left.Draft.Language != resolution.Russian {
		t.Errorf("what was chosen is not offered again: %s", tab.Left.Draft.Language)
	}
}
