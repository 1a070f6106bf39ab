package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// findFilters is the row in which a search is narrowed. The first line of every picker is no filter.
type findFilters struct {
	ui                            *UI
	tab                           *app.Finding
	language, organ, series, kind *picker
	from, to                      *field
	adopted, later                *widget.Check
	reset                         *widget.Button
	languageBox                   fyne.CanvasObject
	seriesIDs                     []int64
	quiet                         bool
	box                           *fyne.Container
}

// What can be picked, behind the line that stands for no filter.
var (
	organs = []app.Organ{"", app.Assembly, app.SecurityCouncil, app.EconomicCouncil, app.HumanRights}
	kinds  = []resolution.Kind{"", resolution.Preambular, resolution.Operative}
)

func newFindFilters(u *UI) *findFilters {
	f := &findFilters{ui: u}
	f.language = newPicker(u, func(i int) { u.show(u.app.SetSearchLanguage(f.languages()[i])) })
	f.organ = f.picker(func(s *app.Scope, i int) { s.Organ = organs[i] })
	f.series = f.picker(func(s *app.Scope, i int) { s.Series = f.seriesIDs[i] })
	f.kind = f.picker(func(s *app.Scope, i int) { s.Kind = kinds[i] })
	f.from = f.session("scope.from", func(s *app.Scope) *int { return &s.From })
	f.to = f.session("scope.to", func(s *app.Scope) *int { return &s.To })
	f.adopted, f.later = f.check("search.adopted", "scope.adopted-short"), f.check("search.later", "scope.later-short")
	f.reset = widget.NewButton(u.app.Say("tool.search.reset"), func() { u.do("search.reset"); u.focusView() })
	f.reset.Importance = widget.LowImportance
	wide := func(width float32, o fyne.CanvasObject) fyne.CanvasObject { return container.New(widthOf(width), o) }
	f.languageBox = wide(120, f.language)
	sessions := container.NewHBox(container.NewCenter(widgets.NewLabel(u.app.Say("scope.sessions-label"), widgets.LabelLook{Size: smallLetters + 1.5})),
		wide(64, f.from), container.NewCenter(widgets.NewLabel("–", widgets.LabelLook{Size: smallLetters + 1.5})), wide(64, f.to))
	f.box = container.New(&flow{gap: 6}, f.languageBox, wide(150, f.organ), wide(150, f.series), wide(150, f.kind), sessions, f.adopted, f.later, f.reset)
	return f
}

func (f *findFilters) picker(set func(s *app.Scope, i int)) *picker {
	return newPicker(f.ui, func(i int) { f.change(func(s *app.Scope) { set(s, i) }) })
}

// change narrows the search of the tab in front in another way.
func (f *findFilters) change(set func(*app.Scope)) {
	if f.tab == nil || f.ui.app.Current() != app.Tab(f.tab) {
		return
	}
	scope := f.tab.Query.Scope
	set(&scope)
	f.ui.show(f.ui.app.SetScope(scope))
}

// session is a field for the number of a session; the year in which it opened will do, too.
func (f *findFilters) session(hint string, bound func(*app.Scope) *int) *field {
	one := newField(f.ui)
	one.SetPlaceHolder(f.ui.app.Say(hint))
	apply := func() {
		if !f.quiet {
			f.change(func(s *app.Scope) { *bound(s) = sessionOf(one.Text) })
		}
	}
	one.OnSubmitted = func(string) { apply(); f.ui.focusView() }
	one.onUnfocus = apply
	return one
}

// sessionOf reads the number of a session, 0 for what is none.
func sessionOf(words string) int {
	n, err := strconv.Atoi(strings.TrimSpace(words))
	switch {
	case err != nil || n < 1:
		return 0
	case n > 1945:
		return n - 1945
	}
	return n
}

func (f *findFilters) check(id, label string) *widget.Check {
	return widget.NewCheck(f.ui.app.Say(label), func(bool) {
		if !f.quiet {
			f.ui.do(id)
			f.ui.focusView()
		}
	})
}

func (f *findFilters) languages() []resolution.Language {
	return append([]resolution.Language{""}, resolution.Languages...)
}

func (f *findFilters) refresh(t *app.Finding) {
	f.tab, f.quiet = t, true
	defer func() { f.quiet = false }()
	say, scope := f.ui.app.Say, t.Query.Scope
	f.language.offer(f.named("scope.language", "language.", words(f.languages())), slices.Index(f.languages(), t.Query.Language))
	f.organ.offer(f.named("scope.organ", "organ.", words(organs)), slices.Index(organs, scope.Organ))
	f.kind.offer([]string{say("scope.kind"), say("scope.preambular-short"), say("scope.operative-short")}, slices.Index(kinds, scope.Kind))
	f.offerSeries(scope.Series)
	for _, one := range []struct {
		field *field
		n     int
	}{{f.from, scope.From}, {f.to, scope.To}} {
		text := ""
		if one.n != 0 {
			text = itoa(one.n)
		}
		if one.field.Text != text && f.ui.window.Canvas().Focused() != fyne.Focusable(one.field) {
			one.field.SetText(text)
		}
	}
	f.adopted.SetChecked(scope.Adopted)
	f.later.SetChecked(scope.Before == app.Text{})
	f.later.Hidden, f.languageBox.(*fyne.Container).Hidden = t.TextID == 0, t.TextID != 0
	f.reset.Hidden = !t.Filtered()
	f.box.Refresh()
}

func (f *findFilters) offerSeries(chosen int64) {
	names := []string{f.ui.app.Say("scope.series")}
	f.seriesIDs = []int64{0}
	for _, s := range f.ui.app.SeriesList() {
		names, f.seriesIDs = append(names, s.Title), append(f.seriesIDs, s.ID)
	}
	f.series.offer(names, slices.Index(f.seriesIDs, chosen))
}

// named says what can be picked in the words of the interface, no filter first.
func (f *findFilters) named(none, prefix string, values []string) []string {
	names := []string{f.ui.app.Say(none)}
	for _, v := range values[1:] {
		names = append(names, f.ui.app.Say(prefix+v))
	}
	return names
}

func words[T ~string](values []T) (all []string) {
	for _, v := range values {
		all = append(all, string(v))
	}
	return all
}
