package ui

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"mutatis/app"
	"mutatis/app/ui/widgets"
	"mutatis/storage"
)

// nameless texts are known by their titles alone.
var namelessTexts = map[string]string{
	"ar": "التعاون الدولي من أجل حدائق 18 مدرسة (1990)\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها 55/901 المؤرخ 20 كانون الأول/ديسمبر 2000،\n\n1 - تقرر أن تواصل نظرها في المسألة.\n",
	"zh": "促进学校花园的国际合作\n\n大会，\n\n回顾其2000年12月20日第55/901号决议，\n\n1. 决定继续审议这一问题。\n",
}

// addNameless keeps an Arabic and a Chinese text without a symbol.
func addNameless(t testing.TB, u *UI) (all []app.Text) {
	t.Helper()
	for _, language := range []string{"ar", "zh"} {
		i, err := app.ReadPasted(namelessTexts[language])
		if err != nil {
			t.Fatal(err)
		}
		if err := u.app.Propose(i); err != nil {
			t.Fatal(err)
		}
		x, _, err := u.app.Add(i)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, x)
	}
	return all
}

// keepingViews are the views of keeping, with words of Arabic and Chinese texts in them.
var keepingViews = []struct {
	name string
	show func(t testing.TB, u *UI)
}{
	{"bin", func(t testing.TB, u *UI) {
		for _, x := range addNameless(t, u) {
			if err := u.app.Remove(x.ID); err != nil {
				t.Fatal(err)
			}
		}
		u.do("file.backup")
		u.do("file.safekeeping")
	}},
	{"merge", showMerged},
	{"faults", func(t testing.TB, u *UI) {
		f := app.Faults{}
		for _, x := range addNameless(t, u) {
			f.Texts = append(f.Texts, app.FaultyText{Text: x, Findings: []storage.Finding{{Kind: storage.FoundWords, Draft: x.ID, Paragraph: 1}}})
		}
		u.showFaults(f)
	}},
	{"private", func(t testing.TB, u *UI) {
		for _, x := range addNameless(t, u) {
			s, err := u.app.Stored(x.ID)
			if err != nil {
				t.Fatal(err)
			}
			note(t, u, s, 2, "instruction", map[string]string{"ar": "اسألوا العاصمة عن 2 من الكلمات (قبل 18).", "zh": "请向首都请示这两个词。"}[string(x.Language)])
			if err := u.app.OpenText(x.ID); err != nil {
				t.Fatal(err)
			}
		}
	}},
	{"picker", func(t testing.TB, u *UI) {
		all := addNameless(t, u)
		if err := u.app.CompareTexts(all[1].ID, all[0].ID); err != nil {
			t.Fatal(err)
		}
	}},
	{"play", func(t testing.TB, u *UI) {
		u.show(u.app.OpenText(addNameless(t, u)[0].ID))
		u.do("agree.play")
	}},
	{"choose", func(t testing.TB, u *UI) {
		u.show(u.app.OpenText(addNameless(t, u)[0].ID))
		u.do("compare.choose")
	}},
	{"tabs", func(t testing.TB, u *UI) {
		for _, x := range addNameless(t, u) {
			u.show(u.app.OpenText(x.ID))
		}
	}},
}

// What is kept, merged, noted or found wrong of Arabic and Chinese texts is in letters of our own.
func TestKeepingIsInOurOwnLetters(t *testing.T) {
	for _, c := range keepingViews {
		t.Run(c.name, func(t *testing.T) {
			if c.name == "picker" {
				t.Skip("a select is the toolkit's: its words are set in the order in which it shows them")
			}
			u := opened(t, true)
			c.show(t, u)
			u.window.Canvas().Capture()
			objects := test.LaidOutObjects(u.window.Canvas().Content())
			if o := u.window.Canvas().Overlays().Top(); o != nil {
				objects = append(objects, test.LaidOutObjects(o)...)
			}
			for _, o := range objects {
				if words, ok := o.(*canvas.Text); ok && !strings.HasPrefix(words.Text, "OP") && slices.ContainsFunc([]rune(words.Text), foreign) {
					t.Errorf("%q is painted by the toolkit", words.Text)
				}
			}
		})
	}
}

func foreign(r rune) bool { return unicode.Is(unicode.Han, r) || unicode.Is(unicode.Arabic, r) }

// TestForeignPictures paints these views into the folder that -pictures names.
func TestForeignPictures(t *testing.T) {
	if *pictures == "" || !*dialogs {
		t.Skip("-pictures names no folder, or -dialogs is not given")
	}
	for _, c := range keepingViews {
		for _, dark := range []bool{false, true} {
			u := opened(t, true)
			if dark {
				u.setShade(widgets.Dark)
			}
			u.window.Resize(fyne.NewSize(1280, 800))
			c.show(t, u)
			u.window.Canvas().Capture()
			paintAt(t, u, filepath.Join(*pictures, "foreign-"+c.name+map[bool]string{true: "-dark"}[dark]+".png"), 1280)
		}
	}
}
