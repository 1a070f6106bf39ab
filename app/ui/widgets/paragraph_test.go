package widgets

import (
	"testing"

	"mutatis/app/resolution"
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
