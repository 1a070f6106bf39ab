package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/typeset"
	"mutatis/app/ui/widgets"
)

// finding draws what was found of words in earlier texts: what was asked, how often in which session, and a card a
// wording with its first and last use.
type finding struct {
	ui       *UI
	tab      *app.Finding
	shown    *app.Precedents // what the cards were made of
	chosen   int
	use      int
	labelled bool   // the chosen wording's uses have labels
	cards    []look // what was asked, then a wording each
	lines    []findLine
	list     *list
	title    *widgets.Label
	searched *sentence
	timeline *sessionBars
	filters  *findFilters
	root     *fyne.Container
}

func newFinding(u *UI) *finding {
	v := &finding{ui: u, chosen: -1}
	v.list = newList(func() int { return len(v.lines) }, func() widgets.Row { return newRow(u) },
		func(i int, o widgets.Row) { v.update(i, o.(*row)) }, v.estimate)
	v.title = newHeading()
	v.searched, v.timeline, v.filters = newSentence(u), newSessionBars(), newFindFilters(u)
	v.root = container.New(stacked{}, newTitleRow(v.title, titleRoom, v.tool("search.phrase"), v.tool("search.copy"),
		v.tool("basket.add"), v.tool("basket.show"), v.tool("file.export.pdf")), v.filters.box, v.searched, v.timeline,
		widget.NewSeparator(), onPaper(v.list))
	return v
}

func (v *finding) tool(id string) *widget.Button {
	return widget.NewButton(v.ui.app.Say("tool."+id), func() { v.ui.do(id); v.ui.focusView() })
}

func (v *finding) object() fyne.CanvasObject { return v.root }

func (v *finding) refresh(t app.Tab) {
	v.tab = t.(*app.Finding)
	w := v.ui.app.Words
	v.title.SetWords(v.tab.Name(w))
	v.filters.refresh(v.tab)
	if v.tab.Precedents == nil {
		v.shown, v.cards, v.lines = nil, nil, nil
		v.searched.SetWords(v.waiting())
		v.timeline.set(nil)
		v.list.redraw()
		restack(v.root)
		return
	}
	if v.shown != v.tab.Precedents {
		v.shown = v.tab.Precedents
		v.searched.SetWords(v.ui.app.HonestWords(v.tab))
		v.timeline.set(v.tab.Timeline)
		v.cards = []look{v.asked()}
		for _, x := range v.tab.Variants {
			v.cards = append(v.cards, v.card(x))
		}
		v.relist()
		restack(v.root)
		return
	}
	v.refreshUses()
}

func (v *finding) waiting() string {
	if v.tab.Failed != "" {
		return v.tab.Failed
	}
	return v.ui.app.Say("precedents.working")
}

func (v *finding) language() resolution.Language { return v.tab.Precedents.Language }

// asked is the card of what was asked; where nothing was found it says so.
func (v *finding) asked() look {
	w := v.ui.app.Words
	l := look{ruled: true, rightToLeft: v.language().RightToLeft(), most: v.most(), indents: []float32{0, 0}, texts: []*widgets.Text{
		v.line("", resolution.Run{Text: w.Say("precedents.asked"), Style: resolution.Bold}),
		widgets.NewText([]resolution.Run{{Text: v.tab.Precedents.Query.Words}}, widgets.Look{Language: v.language(), Size: v.ui.letters}),
	}}
	if len(v.tab.Variants) == 0 {
		l.texts, l.indents = append(l.texts, v.line("", resolution.Run{Text: w.Say("precedents.none")})), append(l.indents, 0)
	}
	return l
}

// card is one wording: how sure it is and where it stands, then its words with what differs from those asked for; of a
// phrase, the paragraph it was first used in.
func (v *finding) card(x app.Variant) look {
	w := v.ui.app.Words
	l := look{
		label: x.First.Label, was: x.First.Text.Year(), ruled: true, rightToLeft: v.language().RightToLeft(), most: v.most(),
		bar: tierBars[x.Tier], indents: []float32{0, 0},
	}
	l.texts = []*widgets.Text{
		v.line("", resolution.Run{Text: capital(x.TierWords(w)), Style: resolution.Bold}, resolution.Run{Text: " · " + x.Summary(w)}),
		widgets.NewText(v.words(x), widgets.Look{Language: v.language(), Size: v.ui.letters}),
	}
	if x.First.Context != x.Words {
		l.texts, l.indents = append(l.texts, v.context(x.First)), append(l.indents, indent)
	}
	return l
}

// tierBars are the colours of the bars beside the cards; the words beside them say the same.
var tierBars = map[app.Tier]fyne.ThemeColorName{app.StemWords: widgets.ColorBarChanged, app.NearWords: widgets.ColorBarChanged}

func (v *finding) words(x app.Variant) []resolution.Run {
	if x.Tier != app.ExactWords && len(x.Redline) > 0 {
		return x.Redline
	}
	return []resolution.Run{{Text: x.Words}}
}

// context is the paragraph of a use, the words that were found in bold.
func (v *finding) context(u app.Use) *widgets.Text {
	letters := []rune(u.Context)
	runs := []resolution.Run{
		{Text: string(letters[:u.From])}, {Text: string(letters[u.From:u.To]), Style: resolution.Bold}, {Text: string(letters[u.To:])},
	}
	return widgets.NewText(runs, widgets.Look{Language: v.language(), Size: v.ui.letters * noteSize, Color: widgets.ColorMuted})
}

// line is words of the interface above a paragraph.
func (v *finding) line(ink fyne.ThemeColorName, runs ...resolution.Run) *widgets.Text {
	l := widgets.Look{Sans: true, Size: smallLetters + 1.5, Color: ink, Language: resolution.Language(v.ui.app.Words.Language)}
	if v.language().RightToLeft() {
		l.Align = typeset.End
	}
	return widgets.NewText(runs, l)
}

func (v *finding) most() float32 { return v.ui.letters * inlineMeasure }

func (v *finding) copied() string {
	if s := v.tab.Selected; v.shown != nil && s >= 0 && s < len(v.tab.Variants) {
		return v.tab.Variants[s].Words
	}
	return ""
}

func (v *finding) leave() {}
