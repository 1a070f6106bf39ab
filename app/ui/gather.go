package ui

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/ui/widgets"
)

// gathering draws the import of a folder: how far it has come, and what became of every file, what a person must look at
// first.
type gathering struct {
	ui     *UI
	tab    *app.Gathering
	drawn  []app.Gathered // what the list was made of
	only   string         // what is shown; "" is everything
	rows   []int          // of the results
	texts  []*widgets.Text
	chosen int

	title, now *widgets.Label
	bar        *widget.ProgressBar
	stop       *widget.Button
	keep       *widget.Button
	goOn       *widget.Button
	heading    *fyne.Container
	filters    []*keyButton
	list       *list
	none       *widget.Label
	root       fyne.CanvasObject
}

// outcomes in the order in which a person looks at them.
var outcomes = []string{app.GatheredDoubtful, app.GatheredRefused, app.GatheredRead, app.GatheredAlready, app.GatheredMissed}

// outcomeInks are the colours of the outcomes; the words say the same.
var outcomeInks = map[string]fyne.ThemeColorName{
	app.GatheredDoubtful: widgets.ColorBracketed, app.GatheredRefused: widgets.ColorLost, app.GatheredRead: widgets.ColorAgreed, app.GatheredAlready: widgets.ColorMuted, app.GatheredMissed: widgets.ColorMuted,
}

func newGathering(u *UI) *gathering {
	v := &gathering{ui: u, chosen: -1}
	say := u.app.Say
	v.list = newList(func() int { return len(v.rows) }, func() widgets.Row { return newGatherRow(u) },
		func(i int, o widgets.Row) { v.update(i, o.(*gatherRow)) },
		func(i int, width float32) float32 { return gatherHeight(v.text(i).Estimate(gatherWords(width))) })
	v.title = widgets.NewLabel("", widgets.LabelLook{Size: theme.TextSize() + 2, Color: theme.ColorNameForeground, Bold: true, Shortens: true})
	v.now = widgets.NewLabel("", widgets.LabelLook{Size: smallLetters + 1, Shortens: true})
	v.bar = widget.NewProgressBar()
	v.bar.TextFormatter = func() string { return "" } // words on a bar that grows are hard to read
	v.stop = button(say("cancel"), theme.IconNameCancel, func() { u.do("gather.stop") })
	v.keep = button(say("gather.keep-doubtful"), theme.IconNameConfirm, func() { u.do("gather.keep-doubtful") })
	v.keep.Importance = widget.HighImportance
	v.goOn = button(say("gather.do.go-on"), theme.IconNameMediaPlay, func() { u.do("gather.go-on") })
	v.goOn.Importance = widget.HighImportance
	row := container.New(layout.NewCustomPaddedHBoxLayout(6))
	for _, o := range append([]string{""}, outcomes...) {
		b := newKeyButton(say("gather.only."+filterName(o)), "0", func() { v.filter(o) })
		v.filters = append(v.filters, b)
		row.Add(b)
	}
	v.none = centred(say("gather.none"))
	top := container.NewVBox(
		container.NewBorder(nil, nil, nil, container.NewHBox(v.stop, v.goOn, v.keep), container.NewVBox(v.title, v.now)), container.New(heightOf(8), v.bar), row)
	v.heading = top
	v.root = container.NewBorder(container.NewVBox(container.New(layout.NewCustomPaddedLayout(8, 8, 14, 14), top), widget.NewSeparator()),
		nil, nil, nil, container.NewStack(onPaper(v.list), container.NewVBox(v.none)))
	return v
}

func filterName(o string) string {
	if o == "" {
		return "all"
	}
	return o
}

func (v *gathering) object() fyne.CanvasObject { return v.root }

func (v *gathering) refresh(t app.Tab) {
	tab := t.(*app.Gathering)
	fresh := v.tab != tab
	v.tab = tab
	v.head()
	if fresh || !slices.Equal(v.drawn, tab.Results) {
		v.arrange()
	}
}

// head says how far the import has come.
func (v *gathering) head() {
	say, counts := v.ui.app.Say, v.counts()
	title := say("tab.gather-files")
	if v.tab.Folder != "" {
		title = say("gather.title", filepath.Base(v.tab.Folder))
	}
	v.title.SetWords(title)
	now := say("gather.done", v.tab.Folder)
	switch {
	case v.tab.Running && v.tab.Stopping:
		now = say("gather.stopping")
	case v.tab.Running:
		now = say("gather.progress", v.tab.Done, len(v.tab.Files)) + " · " + say("gather.now", filepath.Base(v.tab.Now))
	case counts[app.GatheredMissed] > 0:
		now = say("gather.stopped", counts[app.GatheredMissed], len(v.tab.Files))
	}
	v.now.SetWords(now)
	v.bar.Max = float64(max(len(v.tab.Files), 1))
	v.bar.SetValue(float64(v.tab.Done))
	was := v.shown()
	v.stop.Hidden = !v.tab.Running
	v.keep.Hidden = v.tab.Running || counts[app.GatheredDoubtful] == 0
	v.goOn.Hidden = v.tab.Running || counts[app.GatheredMissed] == 0
	if v.tab.Stopping {
		v.stop.Disable()
	} else {
		v.stop.Enable()
	}
	for i, o := range append([]string{""}, outcomes...) {
		v.filters[i].setCount(counts[o])
		v.filters[i].setOn(o == v.only)
		v.filters[i].Hidden = o == app.GatheredMissed && counts[o] == 0
	}
	v.keep.Importance = widget.HighImportance
	if !v.goOn.Hidden { // one thing is done first
		v.keep.Importance = widget.MediumImportance
	}
	if v.shown() != was {
		layOut(v.heading)
	}
}

// shown says which of the head's buttons show: what comes or goes moves the others.
func (v *gathering) shown() [4]bool {
	return [4]bool{v.stop.Hidden, v.keep.Hidden, v.goOn.Hidden, v.filters[len(v.filters)-1].Hidden}
}

// layOut places what is in a container anew, however deep it is.
func layOut(c *fyne.Container) {
	for _, o := range c.Objects {
		if inner, ok := o.(*fyne.Container); ok {
			layOut(inner)
		}
	}
	c.Refresh()
	if c.Layout != nil {
		c.Layout.Layout(c.Objects, c.Size())
	}
}

// counts says how many files came out how; "" counts all.
func (v *gathering) counts() map[string]int {
	counts := map[string]int{"": len(v.tab.Results)}
	for _, r := range v.tab.Results {
		counts[r.Outcome]++
	}
	return counts
}

// arrange lists the results by their outcomes, those of one outcome in the order of reading.
func (v *gathering) arrange() {
	v.drawn = slices.Clone(v.tab.Results)
	chosen := v.result(v.chosen)
	var rows []int
	for i, g := range v.drawn {
		if v.only == "" || g.Outcome == v.only {
			rows = append(rows, i)
		}
	}
	slices.SortStableFunc(rows, func(a, b int) int {
		return slices.Index(outcomes, v.drawn[a].Outcome) - slices.Index(outcomes, v.drawn[b].Outcome)
	})
	v.rows, v.texts = rows, make([]*widgets.Text, len(rows))
	v.chosen = slices.Index(rows, chosen)
	v.none.Hidden = len(rows) > 0 || v.tab.Running && v.only == ""
	v.list.redraw()
}

// result is the result that stands in a row, -1 for none.
func (v *gathering) result(row int) int {
	if row < 0 || row >= len(v.rows) {
		return -1
	}
	return v.rows[row]
}

func (v *gathering) filter(o string) {
	v.only = o
	v.head()
	v.arrange()
	v.list.ShowFrom(0)
	v.ui.focusView()
}

func (v *gathering) text(i int) *widgets.Text {
	if v.texts[i] == nil {
		v.texts[i] = widgets.Plain(v.sentence(v.drawn[v.rows[i]]), widgets.Look{Sans: true, Size: smallLetters + 1, Color: widgets.ColorMuted})
	}
	return v.texts[i]
}

func (v *gathering) update(i int, r *gatherRow) {
	g := v.drawn[v.rows[i]]
	r.tapped = func() { v.choose(i); v.open(i) }
	name := g.Name
	if name == "" {
		name = v.file(g)
	}
	r.set(gatherLook{name: name, outcome: v.ui.app.Say("gather.outcome." + g.Outcome), ink: outcomeInks[g.Outcome],
		words: v.text(i), chosen: i == v.chosen, opens: opens(g)})
}

// file is a file's name in its folder.
func (v *gathering) file(g app.Gathered) string {
	name, err := filepath.Rel(v.tab.Folder, g.Path)
	if err != nil || v.tab.Folder == "" {
		return g.Path
	}
	return name
}

// sentence is what stands below a text's name: its file, and what is to be said of it.
func (v *gathering) sentence(g app.Gathered) string {
	if g.Name == "" {
		return g.Sentence
	}
	return strings.TrimSuffix(v.file(g)+" · "+g.Sentence, " · ")
}

// opens reports whether there is something to see of a file.
func opens(g app.Gathered) bool { return g.Outcome == app.GatheredDoubtful || g.Text != 0 }

func (v *gathering) choose(i int) {
	v.ui.focusView()
	was := v.chosen
	v.chosen, v.tab.Selected = i, v.result(i)
	v.list.RefreshRow(was)
	v.list.RefreshRow(i)
	v.list.ScrollTo(i)
}

// open shows a text that was kept, or the import check of one that is doubtful.
func (v *gathering) open(i int) {
	at := v.result(i)
	if at < 0 || !opens(v.drawn[at]) {
		return
	}
	if g := v.drawn[at]; g.Text != 0 {
		v.ui.show(v.ui.app.OpenText(g.Text))
		return
	}
	v.ui.app.OpenGathered(v.tab, at)
	v.ui.refresh()
}

func (v *gathering) typedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter || ev.Name == fyne.KeySpace {
		v.open(v.chosen)
		return
	}
	if to, ok := v.list.step(ev, v.chosen, len(v.rows)); ok {
		v.choose(to)
	}
}

func (v *gathering) copied() string {
	at := v.result(v.chosen)
	if at < 0 {
		return ""
	}
	g := v.drawn[at]
	return g.Path + "\t" + v.ui.app.Say("gather.outcome."+g.Outcome) + "\t" + g.Sentence
}

func (v *gathering) leave() {}
