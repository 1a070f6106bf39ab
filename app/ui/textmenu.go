package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
)

// textMenu is what can be done with a text of the library.
func (u *UI) textMenu(t app.Text) *fyne.Menu {
	item := func(key string, run func() error) *fyne.MenuItem {
		return fyne.NewMenuItem(u.app.Say(key), func() { u.show(run()) })
	}
	open := item("text.open", func() error { return u.app.OpenText(t.ID) })
	base := item("text.compare-base", func() error { return u.compareWithBase(t) })
	choose := item("text.compare-choose", func() error { return u.compareWithChosen(t) })
	draft := item("text.draft", func() error { return u.draftFrom(t) })
	versions := item("view.parallel", func() error { return u.app.ShowVersions(t) })
	versions.Disabled = len(u.app.Versions(t)) < 2
	citing := item("view.cited-by", func() error { return u.app.AskCiting(t.Symbol) })
	citing.Disabled = t.Symbol == ""
	move := item("text.move", func() error { u.moveText(t); return nil })
	remove := item("text.remove", func() error { return u.app.Remove(t.ID) })
	rename := u.renameItem(t.Series)
	for _, i := range []*fyne.MenuItem{draft, move, remove, rename} {
		i.Disabled = u.app.ReadOnly()
	}
	return fyne.NewMenu("", open, base, choose, versions, citing, draft, fyne.NewMenuItemSeparator(), rename, move, remove)
}

func (u *UI) renameItem(series int64) *fyne.MenuItem {
	i := fyne.NewMenuItem(u.app.Say("text.rename-series"), func() {
		u.enterText(u.app.Say("enter.series"), u.app.SeriesTitle(series), func(title string) {
			u.show(u.app.RenameSeries(series, title))
		})
	})
	i.Disabled = u.app.ReadOnly()
	return i
}

func (u *UI) compareWithBase(t app.Text) error {
	s, err := u.app.Stored(t.ID)
	if err != nil {
		return err
	}
	if bases := u.app.Bases(s); len(bases) > 0 {
		return u.app.CompareTexts(bases[0].Text.ID, t.ID)
	}
	return u.app.OpenText(t.ID)
}

func (u *UI) compareWithChosen(t app.Text) error {
	s, err := u.app.Stored(t.ID)
	if err != nil {
		return err
	}
	var texts []app.Text
	for _, b := range u.app.Bases(s) {
		texts = append(texts, b.Text)
	}
	u.pickText(u.app.Say("pick.base"), texts, func(base app.Text) { u.show(u.app.CompareTexts(base.ID, t.ID)) })
	return nil
}

func (u *UI) draftFrom(t app.Text) error {
	s, err := u.app.Stored(t.ID)
	if err != nil {
		return err
	}
	e, err := u.app.Edit(s)
	if err != nil {
		return err
	}
	u.app.Show(e)
	return nil
}

func (u *UI) moveText(t app.Text) {
	var choices []choice
	for _, s := range u.app.SeriesList() {
		if s.ID != t.Series {
			choices = append(choices, choice{label: s.Title, pick: func() { u.show(u.app.MoveText(t.ID, s.ID)) }})
		}
	}
	u.choose(u.app.Say("pick.series"), choices)
}

// popUpMenu shows a menu at a place of the window.
func (u *UI) popUpMenu(m *fyne.Menu, at fyne.Position) {
	widget.ShowPopUpMenuAtPosition(m, u.window.Canvas(), at)
}

// linkMenu is what can be done with a document that a text cites.
func (u *UI) linkMenu(symbol string, at fyne.Position) {
	texts := u.app.BySymbol(symbol)
	citing := fyne.NewMenuItem(u.app.Say("link.citing", symbol), func() { u.show(u.app.AskCiting(symbol)) })
	if len(texts) == 0 {
		u.popUpMenu(fyne.NewMenu("", fyne.NewMenuItem(u.app.Say("link.import", symbol), func() { u.do("file.import") }), citing), at)
		return
	}
	cited := texts[0]
	items := []*fyne.MenuItem{fyne.NewMenuItem(u.app.Say("link.open", symbol), func() { u.show(u.app.OpenText(cited.ID)) })}
	if here := u.frontText(); here != 0 && here != cited.ID {
		items = append(items, fyne.NewMenuItem(u.app.Say("link.compare", symbol), func() {
			u.show(u.app.CompareTexts(u.inLanguageOf(here, texts).ID, here))
		}))
	}
	u.popUpMenu(fyne.NewMenu("", append(items, citing)...), at)
}

// inLanguageOf picks the version that is in the language of a text of the library, else the first.
func (u *UI) inLanguageOf(id int64, texts []app.Text) app.Text {
	if t, ok := u.app.Text(id); ok {
		for _, v := range texts {
			if v.Language == t.Language {
				return v
			}
		}
	}
	return texts[0]
}
