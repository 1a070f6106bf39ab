package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// What a paragraph looks like, in the scripts of the six languages, by day and by night, on ordinary and dense screens.
func TestParagraphPictures(t *testing.T) {
	for _, c := range []struct {
		name     string
		language resolution.Language
		shade    Shade
		scale    float32
	}{
		{"light", resolution.English, Light, 1},
		{"dark", resolution.English, Dark, 1},
		{"dense", resolution.English, Light, 2},
		{"between", resolution.English, Light, 1.4},
		{"french", resolution.French, Light, 1},
		{"spanish", resolution.Spanish, Light, 1},
		{"russian", resolution.Russian, Light, 1},
		{"arabic", resolution.Arabic, Light, 1},
		{"arabic-dark", resolution.Arabic, Dark, 2},
		{"chinese", resolution.Chinese, Light, 1},
		{"chinese-dense", resolution.Chinese, Light, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			withTheme(t, c.shade)
			p := NewParagraph(nil)
			text := NewText(redlines[c.language], Look{Language: c.language})
			p.SetText(text)
			matches(t, "paragraph-"+c.name, picture(p, 420, text.Height(420)+4, c.scale))
		})
	}
}

// What a reader's work leaves on a paragraph: words found, words selected, a title, a character no font has.
func TestReadersPictures(t *testing.T) {
	for _, c := range []struct {
		name string
		runs []resolution.Run
		look Look
	}{
		{"hits", redlines[resolution.English], Look{Hits: []Hit{{3, 11, false}, {91, 99, true}}}},
		{"hits-arabic", redlines[resolution.Arabic], Look{Language: resolution.Arabic, Hits: []Hit{{9, 12, true}, {30, 45, false}}}},
		{"title", []resolution.Run{{Text: "59/901. ", Style: resolution.Bold}, {Text: "International Decade of Bees", Style: resolution.Bold}}, Look{}},
		{"title-chinese", []resolution.Run{{Text: "59/901. 国际蜜蜂十年", Style: resolution.Bold}, {Text: " 国际蜜蜂十年"}}, Look{Language: resolution.Chinese}},
		{"missing", []resolution.Run{{Text: "A letter "}, {Text: "\U0010FFFD", Mark: resolution.Inserted}, {Text: " that no font has"}}, Look{}},
		{"calls", []resolution.Run{{Text: "Rights"}, {Text: "1", Style: resolution.Call, Mark: resolution.Deleted}, {Text: "2", Style: resolution.Call, Mark: resolution.Inserted}, {Text: " and duties"}}, Look{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			withTheme(t, Light)
			typeset.WaitForSystemFonts()
			s := &Selection{}
			p := NewParagraph(s)
			text := NewText(c.runs, c.look)
			p.SetText(text)
			if c.name == "hits" {
				p.Resize(fyne.NewSize(400, 100))
				s.span(p, 30, 60)
			}
			matches(t, "reader-"+c.name, picture(p, 400, text.Height(400)+4, 1.5))
		})
	}
}

// The stock widgets of an interface in any language show the titles of texts in all of them.
func TestStockWidgetsShowEveryScript(t *testing.T) {
	withTheme(t, Light)
	box := container.NewVBox()
	for _, words := range []string{"Décennie des abeilles", "Десятилетие пчёл", "国际蜜蜂十年", "عقد النحل"} {
		box.Add(widget.NewLabel(words))
		box.Add(widget.NewLabelWithStyle(words, fyne.TextAlignLeading, fyne.TextStyle{Bold: words != "国际蜜蜂十年"}))
	}
	matches(t, "stock", picture(box, 200, 260, 1.5))
}
