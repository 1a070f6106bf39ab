package typeset

import (
	"sync"
	"unicode"
)

// A family holds the four weights of a typeface by the bits Bold and Italic of a Style. Each is parsed when it is
// first needed: the Chinese font alone takes longer than all others together.
type family [4]func() *Font

func (f *family) font(s Style) *Font { return f[s&(Bold|Italic)]() }

func lazily(name string, scale float32) func() *Font {
	return sync.OnceValue(func() *Font { return bundled(name, scale) })
}

func thickened(regular func() *Font) func() *Font {
	return sync.OnceValue(func() *Font { return regular().bolder() })
}

// oneSlope is a family without italics: scripts that have none are not slanted by force.
func oneSlope(regular, bold func() *Font) family { return family{regular, bold, regular, bold} }

const naskhScale = 1.14 // Arabic letters are small on their em square

var (
	serif = family{
		lazily("NotoSerif-Regular", 1), lazily("NotoSerif-Bold", 1),
		lazily("NotoSerif-Italic", 1), lazily("NotoSerif-BoldItalic", 1),
	}
	world   = lazily("NotoSansWorld-Regular", 1) // holds the Chinese characters too, in this weight alone
	sans    = oneSlope(world, lazily("NotoSansWorld-Bold", 1))
	han     = oneSlope(world, thickened(world))
	naskh   = oneSlope(lazily("NotoNaskhArabic-Regular", naskhScale), lazily("NotoNaskhArabic-Bold", naskhScale))
	signs   = single("NotoSansMath-Regular")
	symbols = single("NotoSansSymbols2-Regular")
)

func single(name string) family {
	regular := lazily(name, 1)
	return oneSlope(regular, regular)
}

// The orders in which families are asked for a character.
var (
	documentOrder  = []*family{&serif, &signs, &symbols, &han, &naskh}
	interfaceOrder = []*family{&sans, &signs, &symbols, &han, &naskh, &serif}
	chineseOrder   = []*family{&han, &signs, &symbols, &serif, &naskh}
	arabicOrder    = []*family{&naskh, &sans, &serif}
)

// orderFor picks the order for one character. In a Chinese text letters and digits come from the sans that was drawn
// for it.
func orderFor(r rune, s Style, language string) []*family {
	switch {
	case unicode.Is(unicode.Arabic, r) || contains("،؛؟ـ", r):
		return arabicOrder
	case unicode.Is(unicode.Han, r) || language == "zh" && r >= 0x2000:
		return chineseOrder
	case language == "zh" || s&Sans != 0:
		return interfaceOrder
	}
	return documentOrder
}

// fontFor finds a font that has the character; false where neither the program nor the system has one, and then the
// font is the one to draw the character's number with.
func fontFor(r rune, s Style, language string) (*Font, bool) {
	for _, f := range orderFor(r, s, language) {
		if candidate := f.font(s); has(candidate, r) {
			return candidate, true
		}
	}
	if f := systemFont(r); f != nil {
		return f, true
	}
	return sans.font(0), false
}

func has(f *Font, r rune) bool {
	_, ok := f.Glyph(r)
	return ok
}
