package docx

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Look is how words are set apart by hand, as people mark changes that Word does not track.
type Look uint8

// What sets words apart.
const (
	Struck Look = 1 << iota // a line through them, single or double
	Underlined
	Coloured
	Highlighted // or on a ground of another colour
	Bold
)

// Stretch is words in a row that are set in one way.
type Stretch struct {
	Text string
	Look Look
}

// put switches a look on or off.
func (l *Look) put(one Look, on bool) {
	*l &^= one
	if on {
		*l |= one
	}
}

// takeLook takes one of a run's properties over what is known.
func (l *Look) takeLook(k *node) {
	switch k.name {
	case "strike", "dstrike":
		l.put(Struck, k.on())
	case "u":
		l.put(Underlined, k.val() != "" && k.val() != "none")
	case "color":
		l.put(Coloured, !isInk(k.val()))
	case "highlight":
		l.put(Highlighted, k.val() != "" && k.val() != "none")
	case "shd":
		l.put(Highlighted, !isGround(k.attr("fill")))
	}
}

// palest is the lightest grey that passes for black.
const palest = 0x50

// isInk reports the colours that words have where nobody chose one: black, and the dark greys of web pages.
func isInk(colour string) bool {
	c, err := strconv.ParseUint(colour, 16, 24)
	return err != nil || max(c>>16, c>>8&0xff, c&0xff) <= palest
}

func isGround(colour string) bool {
	return colour == "" || colour == "auto" || strings.EqualFold(colour, "ffffff")
}

// stretches are all words of a view in the order of the file, the notes behind: every paragraph ends with a stretch of a
// line's end.
func (f *file) stretches(v View) []Stretch {
	var all []Stretch
	add := func(shown []seen) {
		for _, s := range shown {
			for _, r := range s.runs {
				if r.text != "" && !r.hidden {
					all = append(all, Stretch{composed(r.text), r.set})
				}
			}
			all = append(all, Stretch{Text: "\n"})
		}
	}
	for _, h := range f.headers {
		add(v.see(h.paragraphs))
	}
	add(v.see(f.body))
	for _, key := range f.order {
		add(v.see(f.notes[key].paragraphs))
	}
	return all
}

// composed writes letters as the text has them.
func composed(text string) string {
	if text = norm.NFC.String(text); strings.ContainsFunc(text, isPresentation) {
		return norm.NFKC.String(text)
	}
	return text
}
