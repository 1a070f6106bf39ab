package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

func (v *comparing) estimate(i int, width float32) float32 {
	l := v.lines[i]
	if l.kind != paragraphLine && l.kind != noteLine {
		return v.ui.letters*leading + 2*above
	}
	t := v.texts(l)
	if v.inline {
		return t.inline[0].Estimate(width-marginWidth-endWidth) + 2*above
	}
	_, text := column(width)
	height := float32(0)
	for _, s := range []side{t.older, t.newer} {
		h := float32(0)
		for _, one := range s.texts {
			h += one.Estimate(text)
		}
		height = max(height, h)
	}
	return height + 2*above
}

func (v *comparing) update(i int, o widgets.Row) {
	l := v.lines[i]
	switch r := o.(type) {
	case *pair:
		r.tapped, r.menu = v.actions(l)
		r.set(v.pairLook(l))
	case *row:
		r.tapped, r.menu = v.actions(l)
		r.set(v.inlineLook(l))
	}
}

// actions says what taps on a line do.
func (v *comparing) actions(l line) (tapped func(), menu func(*fyne.PointEvent)) {
	switch l.kind {
	case hiddenLine, hiddenNotes:
		return func() { v.open(l) }, nil
	case paragraphLine:
		return func() { v.choose(l) }, func(ev *fyne.PointEvent) {
			v.choose(l)
			v.ui.popUpMenu(v.ui.rowMenu(), ev.AbsolutePosition)
		}
	}
	return nil, nil
}

// saying is the words of a line that is no row: a heading, a count of what is not shown.
func (v *comparing) saying(l line) (words string, style resolution.Style) {
	say := v.ui.app.Say
	switch {
	case l.kind == noteHeading:
		if n := len(v.shown.Redline.Footnotes) - count(v.shown.Redline.Footnotes, resolution.Same); n > 0 {
			return say("compare.footnotes-changed", n), resolution.Bold
		}
		return say("compare.footnotes"), resolution.Bold
	case l.kind == hiddenNotes:
		return v.hidden(v.shown.Redline.Footnotes[l.row:l.row+l.many], "compare.hidden-notes"), resolution.Plain
	}
	words = v.hidden(v.shown.Redline.Rows[l.row:l.row+l.many], "compare.hidden")
	if n := countWithin(v.noted, l); n > 0 {
		words += say("compare.hidden-noted", n)
	}
	return words, resolution.Plain
}

// countWithin counts rows that a line stands for.
func countWithin(rows []int, l line) (n int) {
	for _, row := range rows {
		if row >= l.row && row < l.row+l.many {
			n++
		}
	}
	return n
}

// hidden counts rows that are not shown: those without a change, and those that the filter leaves out by their weight.
func (v *comparing) hidden(rows []resolution.Row, key string) string {
	say := v.ui.app.Say
	words, many := v.ui.app.Words.LeftOut(rows, v.filter)
	switch same := len(rows) - many; {
	case same == 0:
		return say("compare.left-out", words)
	case many > 0:
		return say(key+"-both", same, words)
	case same == 1:
		return say(key + "-one")
	default:
		return say(key, same)
	}
}

func count(rows []resolution.Row, c resolution.Class) int {
	n := 0
	for _, r := range rows {
		if r.Class == c {
			n++
		}
	}
	return n
}

func (v *comparing) sayingText(l line) *widgets.Text {
	words, style := v.saying(l)
	look := widgets.Look{Sans: true, Size: smallLetters + 1, Color: v.sayingInk(l), Language: resolution.Language(v.ui.app.Words.Language)}
	return widgets.NewText([]resolution.Run{{Text: words, Style: style}}, look)
}

// sayingInk tells what can be tapped from what cannot.
func (v *comparing) sayingInk(l line) fyne.ThemeColorName {
	if l.kind == noteHeading {
		return widgets.ColorMuted
	}
	return widgets.ColorLink
}

func (v *comparing) pairLook(l line) pairLook {
	if l.kind != paragraphLine && l.kind != noteLine {
		return pairLook{whole: v.sayingText(l), rightToLeft: v.rightToLeft()}
	}
	r, t := v.row(l), v.texts(l)
	look := pairLook{
		older: t.older, newer: t.newer, tag: tag(v.ui.app.Words, r), tagInk: tagInks[r.Class],
		bar: widgets.ClassColor(r.Class), rightToLeft: v.rightToLeft(),
	}
	if l.kind == paragraphLine {
		look.label, look.was, look.chosen = rowLabel(r), v.was(r), l.row == v.tab.Selected
		look.standing, look.agreement = v.standing(r)
		look.tag = v.byHand(l.row, look.tag)
		notes := v.tab.NotesAt(l.row)
		look.was = v.ui.marked(look.was, notes)
		if len(r.Newer) > 0 {
			look.newer = v.ui.withNotes(look.newer, notes, v.shown.Redline.Newer.Language)
		} else {
			look.older = v.ui.withNotes(look.older, notes, v.shown.Redline.Older.Language)
		}
	}
	return look
}

func (v *comparing) inlineLook(l line) look {
	if l.kind != paragraphLine && l.kind != noteLine {
		return look{texts: []*widgets.Text{v.sayingText(l)}, indents: []float32{0}, ruled: true, rightToLeft: v.rightToLeft(), most: v.ui.letters * inlineMeasure}
	}
	r := v.row(l)
	out := look{
		texts: v.texts(l).inline, indents: []float32{inlineIndent(r)}, tag: tag(v.ui.app.Words, r), tagInk: tagInks[r.Class],
		bar: widgets.ClassColor(r.Class), ruled: true, rightToLeft: v.rightToLeft(), most: v.ui.letters * inlineMeasure,
	}
	if l.kind == paragraphLine {
		out.label, out.was, out.chosen = rowLabel(r), v.was(r), l.row == v.tab.Selected
		out.standing, out.agreement = v.standing(r)
		out.tag = v.byHand(l.row, out.tag)
		notes := v.tab.NotesAt(l.row)
		out.was = v.ui.marked(out.was, notes)
		whole := v.ui.withNotes(side{texts: out.texts, indents: out.indents}, notes, v.shown.Redline.Newer.Language)
		out.texts, out.indents = whole.texts, whole.indents
	}
	return out
}

// byHand adds to a row's tag that a person had a say in it, or holds it.
func (v *comparing) byHand(row int, tag string) string {
	var parts []string
	if v.tab.IsHeld(v.shown.Redline.Rows[row]) {
		parts = append(parts, v.ui.app.Say("tag.held"))
	}
	if v.shown.ByHand(row) {
		parts = append(parts, v.ui.app.Say("tag.by-hand"))
	}
	if tag != "" {
		parts = append(parts, tag)
	}
	return strings.Join(parts, " · ")
}

// tagInks are the colours of what is said of a row: those of its bar, dark enough to be read.
var tagInks = map[resolution.Class]fyne.ThemeColorName{
	resolution.Changed: widgets.ColorBracketed, resolution.Split: widgets.ColorBracketed, resolution.Merged: widgets.ColorBracketed,
	resolution.New: widgets.ColorInserted, resolution.Gone: widgets.ColorDeleted,
	resolution.MovedOnly: widgets.ColorMoved, resolution.MovedChanged: widgets.ColorMoved,
}

// inlineMeasure is the widest line of a comparison in one column, in letters' sizes.
const inlineMeasure = 64

// was says what a paragraph was called before, if that was something else.
func (v *comparing) was(r resolution.Row) string {
	if label := renumbered(r); label != "" {
		return v.ui.app.Say("tag.was", label)
	}
	return ""
}

func inlineIndent(r resolution.Row) float32 {
	cells := r.Newer
	if len(cells) == 0 {
		cells = r.Older
	}
	if len(cells) == 0 {
		return 0
	}
	return float32(cells[0].Level) * indent
}

// standing is how far the newer side of a row is agreed, and that in words; nil where there is no newer side or no
// label. A row whose paragraphs differ shows the one that is least agreed.
func (v *comparing) standing(r resolution.Row) (*resolution.Standing, agreement) {
	if len(r.Newer) == 0 || r.Newer[0].Label == "" {
		return nil, agreement{}
	}
	least := r.Newer[0].Standing
	for _, c := range r.Newer[1:] {
		if rank(c.Standing) < rank(least) {
			least = c.Standing
		}
	}
	return &least, v.ui.agreementOf(least)
}

// rank orders standings from the one that needs most attention.
func rank(s resolution.Standing) int {
	if s.Lost {
		return 0
	}
	return map[resolution.Status]int{resolution.Open: 1, resolution.Bracketed: 2, resolution.AgreedAdRef: 3, resolution.Agreed: 4}[s.Status]
}
