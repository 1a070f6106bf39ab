package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// findLine is a line of the list: a card, or under the card of the chosen wording one of its uses.
type findLine struct{ card, use int }

// Lines that are no use.
const (
	cardLine    = -1
	usesHeading = -2
)

// relist lists the cards, and the uses of the chosen wording under its card.
func (v *finding) relist() {
	v.chosen, v.use, v.labelled, v.lines = v.tab.Selected, v.tab.Use, false, nil
	for i := range v.cards {
		v.lines = append(v.lines, findLine{i, cardLine})
		if i == 0 || i-1 != v.chosen {
			continue
		}
		x := v.tab.Variants[v.chosen]
		v.labelled = x.Labelled()
		if len(x.Uses) > 1 {
			v.lines = append(v.lines, findLine{i, usesHeading})
		}
		for n := range x.Uses {
			v.lines = append(v.lines, findLine{i, n})
		}
	}
	v.list.redraw()
	v.list.ScrollTo(v.at(findLine{v.chosen + 1, cardLine}))
}

// refreshUses shows what was chosen since.
func (v *finding) refreshUses() {
	switch {
	case v.chosen != v.tab.Selected:
		v.relist()
	case v.chosen < 0:
	case v.labelled != v.tab.Variants[v.chosen].Labelled():
		v.labelled = !v.labelled
		v.list.redraw()
	case v.use != v.tab.Use:
		was := v.use
		v.use = v.tab.Use
		v.list.RefreshRow(v.at(findLine{v.chosen + 1, was}))
		now := v.at(findLine{v.chosen + 1, v.use})
		v.list.RefreshRow(now)
		v.list.ScrollTo(now)
	}
}

// at is where a line stands, -1 where it does not.
func (v *finding) at(l findLine) int {
	for i, one := range v.lines {
		if one == l {
			return i
		}
	}
	return -1
}

func (v *finding) estimate(i int, width float32) float32 {
	l := v.lineLook(v.lines[i])
	height := float32(2 * above)
	for _, t := range l.texts {
		height += t.Estimate(min(width-marginWidth-endWidth, v.most())) + between
	}
	return height
}

func (v *finding) lineLook(l findLine) look {
	switch {
	case l.use == cardLine:
		return v.cards[l.card]
	case l.use == usesHeading:
		return v.headingLook(l.card - 1)
	}
	return v.useLook(l.card-1, l.use)
}

func (v *finding) headingLook(variant int) look {
	words := v.ui.app.Say("precedents.uses-keys", len(v.tab.Variants[variant].Uses))
	return look{rightToLeft: v.language().RightToLeft(), most: v.most(), indents: []float32{0},
		texts: []*widgets.Text{v.line(widgets.ColorMuted, resolution.Run{Text: words})}}
}

// useLook is where a wording stands; of the chosen use also its paragraph, where that is another than the card shows.
func (v *finding) useLook(variant, use int) look {
	x := v.tab.Variants[variant]
	u := x.Uses[use]
	l := look{
		label: u.Label, rightToLeft: v.language().RightToLeft(), most: v.most(), indents: []float32{0},
		chosen: use == v.tab.Use && len(x.Uses) > 1, ruled: use == len(x.Uses)-1,
		texts: []*widgets.Text{v.line("", resolution.Run{Text: u.Text.Name(), Link: useLink}, resolution.Run{Text: v.about(u, len(x.Series) > 1)})},
		linked: func(target string, _ fyne.Position) bool {
			if target == useLink {
				v.open(use)
			}
			return target == useLink
		},
	}
	if l.chosen && u.Context != x.First.Context {
		l.texts, l.indents = append(l.texts, v.context(u)), append(l.indents, indent)
	}
	return l
}

// useLink is the target of a link that shows a use in its text.
const useLink = "use"

// about is what a delegate asks of a use: when, in which session, of which organ, whether it was adopted.
func (v *finding) about(u app.Use, series bool) string {
	w, t := v.ui.app.Words, u.Text
	var parts []string
	add := func(words string) {
		if words != "" {
			parts = append(parts, words)
		}
	}
	add(w.Day(t.Date))
	organ := t.Organ()
	if t.Session != 0 && (organ == app.Assembly || organ == "") {
		add(w.Say("library.session-short", ordinal(w.Language, t.Session)))
	}
	if organ != "" {
		add(w.Say("organ." + string(organ)))
	}
	if t.Stage != "" && t.Stage != resolution.Adopted {
		add(w.Say("stage." + string(t.Stage)))
	}
	if series {
		add(v.ui.app.SeriesTitle(t.Series))
	}
	if len(parts) == 0 {
		return ""
	}
	return " · " + strings.Join(parts, " · ")
}

func (v *finding) update(i int, r *row) {
	line := v.lines[i]
	l := v.lineLook(line)
	r.tapped, r.menu = nil, nil
	variant := line.card - 1
	switch {
	case line.use >= 0:
		r.tapped = func() { v.open(line.use) }
		r.menu = func(ev *fyne.PointEvent) { v.ui.app.ChooseUse(line.use); v.popUp(ev) }
	case line.use == cardLine && variant >= 0:
		l.chosen = variant == v.tab.Selected
		r.tapped = func() { v.choose(variant) }
		r.menu = func(ev *fyne.PointEvent) {
			if v.tab.Selected != variant {
				v.choose(variant)
			}
			v.popUp(ev)
		}
	}
	r.set(l)
}

func (v *finding) popUp(ev *fyne.PointEvent) {
	v.ui.popUpMenu(fyne.NewMenu("", v.ui.menuItems("view.in-text", "search.last", "search.copy", "search.selection", "basket.add")...), ev.AbsolutePosition)
}

// choose chooses a wording; one that is chosen already is shown in the text of its chosen use.
func (v *finding) choose(variant int) {
	v.ui.focusView()
	if v.tab.Selected == variant {
		v.ui.do("view.in-text")
		return
	}
	v.ui.app.Choose(variant)
}

// open shows a use of the chosen wording in its text.
func (v *finding) open(use int) {
	v.ui.focusView()
	v.ui.app.ChooseUse(use)
	v.ui.do("view.in-text")
}

// typedKey goes from wording to wording with up and down, from use to use with left and right.
func (v *finding) typedKey(ev *fyne.KeyEvent) {
	if v.shown == nil {
		return
	}
	if by := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1}[ev.Name]; by != 0 {
		v.ui.app.ChooseUse(v.tab.Use + by)
		return
	}
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		v.ui.do("view.in-text")
		return
	}
	if to, ok := v.list.step(ev, v.tab.Selected, len(v.tab.Variants)); ok && to != v.tab.Selected {
		v.ui.app.Choose(to)
	}
}
