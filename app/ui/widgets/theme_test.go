package widgets

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Words can be read on whatever they stand on: the contrast the web's guidelines ask of text (4.5 to 1) in both
// shades, and 3 to 1 for bars and signs.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		ink, ground fyne.ThemeColorName
		least       float64
	}{
		{ColorInk, ColorPaper, 7}, {ColorInk, ColorChosen, 7}, {ColorInk, ColorSelected, 4.5},
		{ColorInk, ColorHit, 4.5}, {ColorInk, ColorHitCurrent, 3.5},
		{ColorMuted, ColorPaper, 4.5}, {ColorMuted, theme.ColorNameBackground, 4.2}, {ColorLink, ColorPaper, 4.5},
		{ColorInserted, ColorInsertedGround, 4.5}, {ColorDeleted, ColorDeletedGround, 4.5}, {ColorMoved, ColorMovedGround, 4.5},
		{ColorAgreed, ColorPaper, 4.5}, {ColorAgreedAdRef, ColorPaper, 4.5}, {ColorBracketed, ColorPaper, 4.5}, {ColorLost, ColorPaper, 4.5},
		{ColorWordsChanged, ColorPaper, 4.5}, {ColorWordsChanged, ColorChosen, 4.5},
		{ColorBarNew, ColorPaper, 3}, {ColorBarDeleted, ColorPaper, 3}, {ColorBarMoved, ColorPaper, 3}, {ColorBarChanged, ColorPaper, 2},
		{theme.ColorNameForeground, theme.ColorNameBackground, 7}, {theme.ColorNamePlaceHolder, theme.ColorNameInputBackground, 4.5},
		{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary, 4.5},
	} {
		for _, shade := range []Shade{Light, Dark} {
			th := NewTheme(shade, "en")
			got := contrast(th.Color(c.ink, theme.VariantLight), th.Color(c.ground, theme.VariantLight))
			if got < c.least {
				t.Errorf("%s on %s, shade %d: %.2f to 1, less than %v", c.ink, c.ground, shade, got, c.least)
			}
		}
	}
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	part := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

// Every colour that a widget asks for by name is there in both shades, and they differ where the ground does.
func TestShades(t *testing.T) {
	light, dark := NewTheme(Light, "en"), NewTheme(Dark, "en")
	for name := range palette {
		if light.Color(name, theme.VariantDark) == dark.Color(name, theme.VariantDark) {
			t.Errorf("%s is the same by day and by night", name)
		}
	}
	system := NewTheme(AsSystem, "en")
	if system.Color(ColorPaper, theme.VariantDark) != dark.Color(ColorPaper, theme.VariantLight) {
		t.Error("the window does not follow the system")
	}
}

func TestFonts(t *testing.T) {
	for _, c := range []struct {
		language string
		style    fyne.TextStyle
		want     string
	}{
		{"en", fyne.TextStyle{}, "NotoSansWorld-Regular.ttf"},
		{"ru", fyne.TextStyle{Bold: true}, "NotoSansWorld-Bold.ttf"},
		{"zh", fyne.TextStyle{Bold: true}, "NotoSansWorld-Regular.ttf"},
		{"ar", fyne.TextStyle{Italic: true}, "NotoSansWorld-Regular.ttf"},
		{"ru", fyne.TextStyle{Italic: true}, theme.DefaultTheme().Font(fyne.TextStyle{Italic: true}).Name()},
		{"en", fyne.TextStyle{Monospace: true}, theme.DefaultTheme().Font(fyne.TextStyle{Monospace: true}).Name()},
	} {
		if got := NewTheme(Light, c.language).Font(c.style).Name(); got != c.want {
			t.Errorf("%s %+v: %s, want %s", c.language, c.style, got, c.want)
		}
	}
}
