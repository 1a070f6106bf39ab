package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/assets"
)

// compareHead is what stands above a comparison: which texts, how they are shown, how many changes.
type compareHead struct {
	ui           *UI
	rows         []fyne.CanvasObject
	texts        *fyne.Container // the two pickers, the older where its column is
	tab          *app.Comparing
	older, newer *picker
	newerTexts   []app.Text
	mode         *radio
	changesOnly  *widget.Check
	position     *widget.Label
	back, next   *widget.Button
	counts       *sentence
	quiet        bool
}

func newCompareHead(u *UI) *compareHead {
	h := &compareHead{ui: u}
	say := u.app.Say
	h.older = newPicker(u, func(i int) { u.show(u.app.Recompare(h.tab.Bases[i].Text.ID, h.tab.NewerID)) })
	h.newer = newPicker(u, func(i int) { u.show(u.app.Recompare(h.tab.OlderID, h.newerTexts[i].ID)) })
	h.mode = newRadio(u, []string{say("compare.side-by-side"), say("compare.in-one")}, func(string) { h.press("compare.inline") })
	h.changesOnly = widget.NewCheck(say("compare.changes-only"), func(bool) { h.press("compare.changes-only") })
	h.position = widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	h.back, h.next = h.tool("compare.previous", ""), h.tool("compare.next", "")
	h.counts = newSentence(u)
	print := h.tool("file.print", say("tool.file.print"))
	print.Importance = widget.HighImportance
	h.texts = container.NewGridWithColumns(2, h.older, h.newer)
	swap := widget.NewButtonWithIcon("", theme.NewThemedResource(fyne.NewStaticResource("swap.svg", assets.SwapIcon)),
		func() { u.do("compare.swap"); u.focusView() })
	h.rows = []fyne.CanvasObject{
		newTitleRow(h.texts, 2*titleRoom, swap, print),
		newHeadRow(flowing(8, h.mode, h.changesOnly), h.counts, h.back, h.position, h.next),
	}
	return h
}

func (h *compareHead) tool(id, label string) *widget.Button {
	return widget.NewButtonWithIcon(label, theme.Icon(actions[id].icon), func() { h.ui.do(id); h.ui.focusView() })
}

// press runs a command that switches something, where it was a person who switched it.
func (h *compareHead) press(id string) {
	if !h.quiet {
		h.ui.do(id)
		h.ui.focusView()
	}
}

// refresh shows the comparison's head and reports whether anything in it takes more room, or less.
func (h *compareHead) refresh(t *app.Comparing) (changed bool) {
	h.tab, h.quiet = t, true
	defer func() { h.quiet = false }()
	h.offerTexts()
	h.order()
	mode := h.mode.Options[0]
	if t.Inline {
		mode = h.mode.Options[1]
	}
	h.mode.choose(mode)
	h.changesOnly.SetChecked(t.ChangesOnly)
	position, counts, many := h.ui.app.Say("compare.working"), "", 0
	if t.Comparison != nil {
		position, counts, many = h.place(), h.aside(), len(t.Changes())
	}
	changed = setLabel(h.position, position)
	if h.counts.Words() != counts {
		h.counts.SetWords(counts)
		changed = true
	}
	for _, b := range []*widget.Button{h.back, h.next} {
		if many == 0 {
			b.Disable()
		} else {
			b.Enable()
		}
	}
	return changed
}

// aside is what is said beside the ways to show the texts: what to do with a row that is held, else what is left out,
// else how many rows there are of each class.
func (h *compareHead) aside() string {
	say := h.ui.app.Say
	if h.tab.Held != nil {
		return say("compare.held", rowLabel(*h.tab.Held))
	}
	counts := h.ui.app.Counts(h.tab.Comparison)
	if words, many := h.ui.app.Words.LeftOut(rowsOf(h.tab.AllChanges()), h.tab.Filter); many > 0 {
		return say("compare.left-out-aside", words) + " · " + counts
	}
	return counts
}

// place says which of the changes is chosen.
func (h *compareHead) place() string {
	nth, of := h.tab.Position()
	if of == 0 && len(h.tab.AllChanges()) > 0 { // that there are none must never be said of changes that are left out
		return h.ui.app.Say("compare.all-left-out")
	}
	if of == 0 {
		return h.ui.app.Say("compare.no-changes")
	}
	return h.ui.app.Say("compare.position", nth, of)
}

func (h *compareHead) offerTexts() {
	w := h.ui.app.Words
	var bases []string
	for _, b := range h.tab.Bases {
		words := caption(w, b.Text)
		if b.Why != "" {
			words += " · " + w.Say(b.Why)
		}
		bases = append(bases, strings.Join([]string{words, strings.ToUpper(string(b.Text.Language))}, "  "))
	}
	h.older.offer(bases, slices.IndexFunc(h.tab.Bases, func(b app.Base) bool { return b.Text.ID == h.tab.OlderID }))
	h.newerTexts = slices.Clone(h.ui.app.Texts())
	slices.Reverse(h.newerTexts)
	var names []string
	for _, t := range h.newerTexts {
		names = append(names, caption(w, t)+"  "+strings.ToUpper(string(t.Language)))
	}
	h.newer.offer(names, slices.IndexFunc(h.newerTexts, func(t app.Text) bool { return t.ID == h.tab.NewerID }))
}

// order puts the pickers above their columns.
func (h *compareHead) order() {
	now := []fyne.CanvasObject{h.older, h.newer}
	if h.tab.Comparison != nil && h.tab.Redline.Newer.Language.RightToLeft() && !h.tab.Inline {
		slices.Reverse(now)
	}
	if h.texts.Objects[0] != now[0] {
		h.texts.Objects = now
		h.texts.Refresh()
	}
}

// setLabel reports whether the words are other ones.
func setLabel(l *widget.Label, words string) bool {
	if l.Text == words {
		return false
	}
	l.SetText(words)
	return true
}
