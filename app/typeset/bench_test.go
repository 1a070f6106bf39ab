package typeset

import (
	"strings"
	"testing"
)

// words80 is a paragraph of about eighty words.
func words80(lang string) string {
	words := strings.Fields(strings.Repeat(samples[lang]+" ", 8))
	return strings.Join(words[:min(80, len(words))], " ")
}

func BenchmarkShape(b *testing.B) {
	for _, lang := range []string{"en", "ru", "ar", "zh"} {
		text := words80(lang)
		b.Run(lang, func(b *testing.B) {
			shapeText(text, lang)
			for b.Loop() {
				shapeText(text, lang)
			}
		})
	}
}

func BenchmarkBreak(b *testing.B) {
	for _, lang := range []string{"en", "ru", "ar", "zh"} {
		p := shapeText(words80(lang), lang)
		b.Run(lang, func(b *testing.B) {
			for b.Loop() {
				p.Break(420)
			}
		})
	}
}

func BenchmarkHit(b *testing.B) {
	block := shapeText(words80("en"), "en").Break(420)
	for b.Loop() {
		block.Hit(200, 60)
	}
}

// BenchmarkFonts is what the fonts cost when they are first needed.
func BenchmarkFonts(b *testing.B) {
	for _, name := range []string{"NotoSerif-Regular", "NotoNaskhArabic-Regular", "NotoSansWorld-Regular"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				bundled(name, 1)
			}
		})
	}
}
