package typeset

import "sync"

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
	sans    = oneSlope(lazily("NotoSans-Regular", 1), lazily("NotoSans-Bold", 1))
	naskh   = oneSlope(lazily("NotoNaskhArabic-Regular", naskhScale), lazily("NotoNaskhArabic-Bold", naskhScale))
	heiti   = lazily("NotoSansSC-Regular", 1)
	han     = oneSlope(heiti, thickened(heiti))
	math    = single("NotoSansMath-Regular")
	symbols = single("NotoSansSymbols2-Regular")
)

func single(name string) family {
	regular := lazily(name, 1)
	return oneSlope(regular, regular)
}

// The orders in which families are asked for a character.
var (
	documentOrder  = []*family{&serif, &naskh, &math, &symbols, &han, &sans}
	interfaceOrder = []*family{&sans, &naskh, &math, &symbols, &han, &serif}
	chineseOrder   = []*family{&han, &sans, &naskh, &math, &symbols, &serif}
)

// orderFor picks the order for one character. In a Chinese text letters and digits come from the sans that was drawn
// for it, quotation marks and dashes from the Chinese font, where they are as wide as a character.
func orderFor(r rune, s Style, language string) []*family {
	switch {
	case language == "zh" && (r >= 0x2000 || r == '·'):
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
