package widgets

import (
	"fmt"
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"mutatis/assets"
)

// Shade says whether the window is light or dark.
type Shade uint8

// The shades of the window.
const (
	AsSystem Shade = iota
	Light
	Dark
)

// Theme is the look of the window: the colours of this package by name, compact sizes, and fonts that show every
// script of the United Nations in stock widgets.
type Theme struct {
	stock    fyne.Theme
	shade    Shade
	language string
}

var _ fyne.Theme = (*Theme)(nil)

// NewTheme makes the theme for an interface in the given language ("en", "ru", …).
func NewTheme(s Shade, language string) *Theme {
	return &Theme{stock: theme.DefaultTheme(), shade: s, language: language}
}

// Color finds a colour by name; a name this package does not know is asked of the toolkit.
func (t *Theme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	dark := t.Dark(v)
	if s, ok := palette[n]; ok {
		return s.color(dark)
	}
	if s, ok := originPalette[n]; ok {
		return s.color(dark)
	}
	if v, ok := veils[n]; ok {
		if dark {
			return v.dark
		}
		return v.light
	}
	if dark {
		return t.stock.Color(n, theme.VariantDark)
	}
	return t.stock.Color(n, theme.VariantLight)
}

// Dark reports whether the window is dark where the system prefers the given variant.
func (t *Theme) Dark(v fyne.ThemeVariant) bool {
	return t.shade == Dark || t.shade == AsSystem && v == theme.VariantDark
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:           13,
	theme.SizeNameCaptionText:    11,
	theme.SizeNameHeadingText:    20,
	theme.SizeNameSubHeadingText: 15,
	theme.SizeNameInnerPadding:   6,
	theme.SizeNamePadding:        4,
	theme.SizeNameInlineIcon:     17,
	theme.SizeNameScrollBar:      11,
	theme.SizeNameScrollBarSmall: 4,
	theme.SizeNameInputRadius:    4,
}

// Size is compact: a screen of a delegate's laptop holds two texts beside each other.
func (t *Theme) Size(n fyne.ThemeSizeName) float32 {
	if s, ok := sizes[n]; ok {
		return s
	}
	return t.stock.Size(n)
}

// Icon is the toolkit's own.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return t.stock.Icon(n) }

// Font shows Latin, Cyrillic, Arabic and Chinese in the regular weight, all but Chinese in bold: in a Chinese
// interface bold is therefore regular. Italics are the toolkit's own where the language has any.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace || s.Symbol:
		return t.stock.Font(s)
	case s.Italic && t.language != "ar" && t.language != "zh":
		return t.stock.Font(s)
	case s.Bold && t.language != "zh":
		return worldBold()
	}
	return worldRegular()
}

var (
	worldRegular = sync.OnceValue(func() fyne.Resource { return fontResource("NotoSansWorld-Regular.ttf") })
	worldBold    = sync.OnceValue(func() fyne.Resource { return fontResource("NotoSansWorld-Bold.ttf") })
)

// fontResource reads a font compiled into the program; a missing one is our own broken promise.
func fontResource(name string) fyne.Resource {
	data, err := assets.Fonts.ReadFile("fonts/" + name)
	if err != nil {
		panic(fmt.Sprintf("widgets: %v", err))
	}
	return fyne.NewStaticResource(name, data)
}
