package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// playing draws a state of play: every paragraph that is negotiated with its status.
type playing struct {
	ui      *UI
	tab     *app.Playing
	rows    []playLook
	list    *list
	chosen  int
	title   *widgets.Label
	summary *fyne.Container
	root    *fyne.Container
}

func newPlaying(u *UI) *playing {
	v := &playing{ui: u, chosen: -1}
	v.list = newList(func() int { return len(v.rows) }, func() widgets.Row { return newPlayRow(u) },
		func(i int, o widgets.Row) { v.update(i, o.(*playRow)) },
		func(i int, width float32) float32 { return v.rows[i].words.Estimate(playWords(width)) + 2*above })
	v.title = newHeading()
	v.summary = flowing(16)
	tool := func(id, label string) *widget.Button {
		return button(u.app.Say(label), actions[id].icon, func() { u.do(id); u.focusView() })
	}
	print := tool("file.print", "tool.file.print")
	print.Importance = widget.HighImportance
	v.root = container.New(stacked{}, newTitleRow(v.title, titleRoom, tool("file.preview", "tool.file.preview"), tool("file.export.pdf", "play.export"), print),
		v.summary, container.NewBorder(newPlayHead(u), nil, nil, nil, onPaper(v.list)))
	return v
}

func (v *playing) object() fyne.CanvasObject { return v.root }

func (v *playing) refresh(t app.Tab) {
	tab := t.(*app.Playing)
	if v.tab != nil && v.tab == tab && len(v.rows) > 0 && v.drawn(tab.Play) {
		return
	}
	v.tab = tab
	w := v.ui.app.Words
	v.title.SetWords(w.Say("play.title", tab.Play.Text.Name()) + "   " + tab.Play.Text.Title)
	v.rows = nil
	for _, r := range tab.Play.Rows {
		v.rows = append(v.rows, v.look(r))
	}
	for i, g := range tab.Play.Gone {
		l := playLook{index: -1, label: g.Label, status: w.Say("agreement." + string(g.Status)), ink: widgets.ColorLost,
			mark: w.Say("play.gone.mark"), words: v.words(g.Words, resolution.Deleted)}
		if i == 0 {
			l.heading = w.Say("play.gone")
		}
		v.rows = append(v.rows, l)
	}
	v.summarise(tab.Play)
	v.list.redraw()
	restack(v.root)
}

// drawn reports whether the rows show a state of play already.
func (v *playing) drawn(p app.Play) bool {
	for i, r := range p.Rows {
		if i >= len(v.rows) || v.rows[i].standing != r.Standing {
			return false
		}
	}
	return len(v.rows) == len(p.Rows)+len(p.Gone)
}

func (v *playing) look(r app.PlayRow) playLook {
	w := v.ui.app.Words
	l := playLook{index: r.Index, label: r.Label, standing: r.Standing, status: w.StandingWords(r.Standing), words: v.words(r.Words, resolution.Kept)}
	if r.Changes != nil {
		l.words = v.marked(r.Changes)
	}
	l.ink = widgets.StandingColor(r.Standing)
	if r.Standing.Lost {
		l.mark = w.WasAgreed(r)
	}
	if !r.Since.IsZero() {
		l.since = dateName(w, r.Since.Format(time.DateOnly)) + r.Since.Format(", 15:04")
		l.who = r.Who
	}
	return l
}

func (v *playing) words(words string, m resolution.Mark) *widgets.Text {
	return v.marked([]resolution.Run{{Text: words, Mark: m}})
}

func (v *playing) marked(runs []resolution.Run) *widgets.Text {
	return widgets.NewText(runs, widgets.Look{Language: v.tab.Play.Text.Language, Size: v.ui.letters * 0.93})
}

// summarise counts the statuses above the table.
func (v *playing) summarise(p app.Play) {
	w := v.ui.app.Words
	v.summary.Objects = nil
	add := func(words string, many int, ink fyne.ThemeColorName) {
		t := muted("")
		setTag(t, w.Say("play.total", words, many), ink)
		t.TextSize = theme.TextSize()
		t.TextStyle.Bold = many > 0
		v.summary.Add(t)
	}
	for _, s := range []resolution.Status{resolution.Agreed, resolution.AgreedAdRef, resolution.Bracketed, resolution.Open} {
		add(w.Say("agreement."+string(s)), p.Totals[s], widgets.StandingColor(resolution.Standing{Status: s}))
	}
	if p.Lost > 0 {
		add(w.Say("status.lost"), p.Lost, widgets.ColorLost)
	}
	if len(p.Gone) > 0 {
		add(w.Say("play.gone.mark"), len(p.Gone), widgets.ColorLost)
	}
	v.summary.Refresh()
}

func (v *playing) update(i int, r *playRow) {
	l := v.rows[i]
	l.chosen = i == v.chosen
	r.tapped = func() { v.choose(i) }
	r.set(l)
}

func (v *playing) choose(i int) {
	v.ui.focusView()
	if v.chosen == i {
		v.open(i)
		return
	}
	was := v.chosen
	v.chosen = i
	v.list.RefreshRow(was)
	v.list.RefreshRow(i)
	v.list.ScrollTo(i)
}

// open shows a paragraph in its text.
func (v *playing) open(i int) {
	if i < 0 || i >= len(v.rows) || v.rows[i].index < 0 {
		return
	}
	v.ui.show(v.ui.app.OpenText(v.tab.Play.Text.ID))
	v.ui.app.Choose(v.rows[i].index)
}

func (v *playing) typedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		v.open(v.chosen)
		return
	}
	if to, ok := v.list.step(ev, v.chosen, len(v.rows)); ok && to != v.chosen {
		v.choose(to)
	}
}

func (v *playing) copied() string {
	if v.chosen < 0 || v.chosen >= len(v.rows) {
		return ""
	}
	l := v.rows[v.chosen]
	return l.label + "\t" + l.status + "\t" + plain(l.words.Runs())
}

func (v *playing) leave() {}
