package typeset

import (
	"unicode"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// A run is a stretch of text that can be shaped in one go.
type run struct {
	start, end int
	span       int
	level      int8
	font       *Font
	script     language.Script
	missing    bool
}

// runs cuts the text where the span, the direction, the font or the script changes.
func (p *Paragraph) runs() []run {
	var out []run
	levels := levels(p.text, p.setting.RightToLeft)
	pick := picker{language: p.setting.Language}
	span := 0
	for i, r := range p.text {
		for p.ends[span] <= i {
			span++
		}
		next := run{start: i, end: i + 1, span: span, level: levels[i]}
		next.font, next.missing = pick.font(r, p.spans[span].Style)
		next.script = language.LookupScript(r)
		if last := len(out) - 1; last >= 0 && out[last].takes(next) {
			out[last].end = i + 1
			out[last].script = stronger(out[last].script, next.script)
			continue
		}
		out = append(out, next)
	}
	return out
}

func (r run) takes(next run) bool {
	sameScript := r.script == next.script || !r.script.Strong() || !next.script.Strong()
	return sameScript && r.span == next.span && r.level == next.level && r.font == next.font && r.missing == next.missing
}

func stronger(a, b language.Script) language.Script {
	if a.Strong() {
		return a
	}
	return b
}

// A picker finds fonts along a text. Spaces, marks and invisible characters stay in the font of what they follow.
type picker struct {
	language string
	style    Style
	last     *Font
	missing  bool
}

func (k *picker) font(r rune, s Style) (*Font, bool) {
	if k.last != nil && s == k.style && !k.missing && follows(r, k.last) {
		return k.last, false
	}
	f, found := fontFor(r, s, k.language)
	if !found && invisible(r) {
		f, found = documentOrder[0].font(s), true
	}
	k.last, k.style, k.missing = f, s, !found
	return f, !found
}

func follows(r rune, f *Font) bool {
	return invisible(r) || unicode.In(r, unicode.Mn, unicode.Me) && has(f, r)
}

// invisible reports whether a character needs no glyph of its own.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Zs, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Cf) || harfbuzz.IsDefaultIgnorable(r)
}
