package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// threewayHead is what stands above a draft against two bases: which texts, what the marks mean, how many rows differ.
type threewayHead struct {
	ui          *UI
	rows        []fyne.CanvasObject
	tab         *app.ComparingThree
	texts       []app.Text // that can be a base
	bases       [2]*picker
	draft       *widgets.Label
	columns     *fyne.Container
	legend      *fyne.Container
	changesOnly *widget.Check
	position    *widget.Label
	quiet       bool
	explained   *app.ThreeWay
}

func newThreewayHead(u *UI) *threewayHead {
	h := &threewayHead{ui: u}
	for k := range h.bases {
		h.bases[k] = newPicker(u, func(i int) { h.rebase(k, h.texts[i].ID) })
	}
	h.draft = widgets.NewLabel("", widgets.LabelLook{Size: 13, Bold: true, Color: theme.ColorNameForeground, Shortens: true})
	h.changesOnly = widget.NewCheck(u.app.Say("compare.changes-only"), func(bool) {
		if !h.quiet {
			u.do("compare.changes-only")
			u.focusView()
		}
	})
	h.position = widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	tool := func(id string) *widget.Button {
		return widget.NewButtonWithIcon("", theme.Icon(actions[id].icon), func() { u.do(id); u.focusView() })
	}
	h.columns = container.New(tripleColumns{}, h.bases[0], h.bases[1], h.draft)
	print := tool("file.print")
	print.Importance = widget.HighImportance
	h.legend = flowing(14, h.changesOnly)
	h.rows = []fyne.CanvasObject{h.columns,
		newHeadRow(h.legend, nil, tool("compare.previous"), h.position, tool("compare.next"), tool("file.preview"), print)}
	return h
}

// rebase compares with another base in the place of one of the two.
func (h *threewayHead) rebase(k int, text int64) {
	ids := h.tab.BaseIDs
	ids[k] = text
	h.ui.show(h.ui.app.CompareThreeTexts(ids[0], ids[1], h.tab.DraftID))
}

// refresh shows the head and reports whether anything in it takes more room, or less.
func (h *threewayHead) refresh(t *app.ComparingThree) (changed bool) {
	h.tab, h.quiet = t, true
	defer func() { h.quiet = false }()
	w := h.ui.app.Words
	h.changesOnly.SetChecked(t.ChangesOnly)
	if t.ThreeWay == nil {
		return setLabel(h.position, w.Say("compare.working"))
	}
	h.offer(t)
	draft := caption(w, t.ThreeWay.Draft.Text)
	h.draft.SetWords(draft)
	position := w.Say("compare.no-changes")
	if at := t.Changes(); len(at) > 0 {
		n, _ := slices.BinarySearch(at, t.Selected+1)
		position = w.Say("three.position", n, len(at))
	}
	changed = setLabel(h.position, position)
	if h.explained != t.ThreeWay {
		h.explained, changed = t.ThreeWay, true
		h.explain(t)
	}
	return changed
}

// offer lists the texts that can be a base. The columns keep their order in a text that runs from right to left.
func (h *threewayHead) offer(t *app.ComparingThree) {
	h.texts = nil
	for _, b := range h.ui.app.Bases(t.ThreeWay.Draft) {
		h.texts = append(h.texts, b.Text)
	}
	var names []string
	for _, text := range h.texts {
		names = append(names, caption(h.ui.app.Words, text)+"  "+strings.ToUpper(string(text.Language)))
	}
	for k := range h.bases {
		h.bases[k].offer(names, slices.IndexFunc(h.texts, func(x app.Text) bool { return x.ID == t.BaseIDs[k] }))
	}
	order := []fyne.CanvasObject{h.bases[0], h.bases[1], h.draft}
	h.columns.Layout = tripleColumns{mirrored: t.ThreeWay.Draft.Draft.Language.RightToLeft()}
	h.columns.Objects = order
	h.columns.Refresh()
}

// explain says what the marks in the draft mean.
func (h *threewayHead) explain(t *app.ComparingThree) {
	w := h.ui.app.Words
	h.legend.Objects = []fyne.CanvasObject{h.changesOnly}
	for _, sign := range []struct {
		words string
		mark  resolution.Mark
	}{
		{w.Say("three.only-first", t.Captions[0].Name), widgets.OnlyFirst}, {w.Say("three.only-second", t.Captions[1].Name), widgets.OnlySecond},
		{w.Say("three.own"), resolution.Inserted}, {w.Say("tag.deleted"), resolution.Deleted},
	} {
		p := widgets.NewParagraph(nil)
		p.SetText(widgets.NewText([]resolution.Run{{Text: sign.words, Mark: sign.mark}}, widgets.Look{Sans: true, Size: smallLetters + 1}))
		width := fyne.MeasureText(sign.words, smallLetters+1, fyne.TextStyle{}).Width + 12
		h.legend.Add(container.New(widthOf(width), p))
	}
}

// tripleColumns sets three objects above the columns of the texts.
type tripleColumns struct{ mirrored bool }

func (tripleColumns) edged() {}

// Layout gives each the width of its column.
func (c tripleColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	ground, _ := tripleColumn(size.Width - stripWidth)
	for k, o := range objects {
		x := tripleMargin + float32(k)*(ground+tripleGap)
		if c.mirrored {
			x = float32(len(objects)-1-k) * (ground + tripleGap)
		}
		height := o.MinSize().Height
		place(o, x+4, (size.Height-height)/2, ground-8, height)
	}
}

// MinSize is as high as the highest.
func (c tripleColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(tripleMargin+3*80, height)
}
