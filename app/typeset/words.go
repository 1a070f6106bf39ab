package typeset

import (
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

type stretch struct{ start, end int }

// wordsOf cuts a text into words and what stands between them, without a gap. A hyphen joins: трудящихся-мигрантов is
// one word to a person who clicks it, and so is A/RES/45/158.
func wordsOf(text []rune) []stretch {
	var seg segmenter.Segmenter
	seg.Init(text)
	var out []stretch
	at := 0
	for it := seg.WordIterator(); it.Next(); {
		w := it.Word()
		for ; at < w.Offset; at++ {
			out = append(out, stretch{at, at + 1})
		}
		at = w.Offset + len(w.Text)
		out = append(out, stretch{w.Offset, at})
	}
	for ; at < len(text); at++ {
		out = append(out, stretch{at, at + 1})
	}
	return joinWords(text, out)
}

func joinWords(text []rune, words []stretch) []stretch {
	var out []stretch
	for i := 0; i < len(words); i++ {
		w := words[i]
		for i+2 < len(words) && joins(text, words[i+1]) && letter(text[words[i].end-1]) && letter(text[words[i+2].start]) {
			w.end = words[i+2].end
			i += 2
		}
		out = append(out, w)
	}
	return out
}

func joins(text []rune, between stretch) bool {
	return between.end == between.start+1 && contains("-‐‑/.", text[between.start])
}

func letter(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Han, r)
}
