package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"mutatis/app/resolution"
)

// OpenText shows a text of the library.
func (a *App) OpenText(id int64) error {
	s, err := a.Stored(id)
	if err != nil {
		return err
	}
	standings, err := a.Standings(s)
	if err != nil {
		return err
	}
	notes, err := a.PrivateNotes(s)
	if err != nil {
		return err
	}
	a.Show(&Reading{Stored: s, Standings: standings, Notes: notes, Selected: -1})
	return nil
}

// CompareTexts compares two texts of the library in the background and shows what changed. An answer that comes after
// a newer one was asked for is dropped.
func (a *App) CompareTexts(older, newer int64) error {
	o, err := a.Stored(older)
	if err != nil {
		return err
	}
	n, err := a.Stored(newer)
	if err != nil {
		return err
	}
	v, err := a.View(o, n)
	if err != nil {
		return err
	}
	tab := &Comparing{OlderID: older, NewerID: newer, Bases: a.Bases(n), Selected: -1}
	if open := a.find(tab.Key()); open != nil {
		was := open.(*Comparing)
		tab.Inline, tab.ChangesOnly, tab.Filter, tab.ByWeight = was.Inline, was.ChangesOnly, was.Filter, was.ByWeight
	}
	a.asked++
	tab.asked = a.asked
	a.Show(tab)
	a.compare(tab, o, n, v)
	return nil
}

// Recompare compares two other texts in the place of the comparison in front.
func (a *App) Recompare(older, newer int64) error {
	was := a.comparing()
	if was == nil {
		return a.CompareTexts(older, newer)
	}
	now := &Comparing{
		OlderID: older, NewerID: newer, Inline: was.Inline, ChangesOnly: was.ChangesOnly, Filter: was.Filter, ByWeight: was.ByWeight,
	}
	if a.find(now.Key()) == nil {
		a.tabs[a.current] = now // CompareTexts finds it there by its key
	}
	if err := a.CompareTexts(older, newer); err != nil {
		if i := slices.Index(a.tabs, Tab(now)); i >= 0 {
			a.tabs[i] = was
		}
		return err
	}
	if now.Key() != was.Key() {
		a.closeKey(was.Key())
	}
	return nil
}

// compare makes the comparison of a tab in the background. The chosen paragraph stays chosen.
func (a *App) compare(tab *Comparing, older, newer Stored, v View) {
	var c *Comparison
	asked := tab.asked
	a.work(func() (err error) {
		if c, err = Compare(context.Background(), older, newer, v); err != nil {
			a.o.Post(func() { a.drop(tab) })
		}
		return err
	}, func() {
		if open, ok := a.find(tab.Key()).(*Comparing); !ok || open.asked != asked {
			return
		}
		was := tab.Comparison
		notes, err := a.notesOf(older, newer)
		a.report(err)
		tab.notes = notes
		tab.Comparison = c.In(a.Words) // the language may have been switched meanwhile
		tab.Selected = c.rowAfter(was, tab.Selected)
		a.tell("status.compared", a.countWords(c), c.Took.Milliseconds())
	})
}

// drop closes a comparison that could not be made, if it is still the one asked for.
func (a *App) drop(tab *Comparing) {
	if open, ok := a.find(tab.Key()).(*Comparing); ok && open.asked == tab.asked {
		a.closeKey(tab.Key())
	}
}

// find is the open tab with a key; nil where there is none.
func (a *App) find(key string) Tab {
	for _, t := range a.tabs {
		if t.Key() == key {
			return t
		}
	}
	return nil
}

// countWords says how many rows there are of each class.
func (a *App) countWords(c *Comparison) string {
	var parts []string
	for _, class := range []resolution.Class{
		resolution.Same, resolution.Changed, resolution.MovedOnly, resolution.MovedChanged, resolution.Split,
		resolution.Merged, resolution.New, resolution.Gone,
	} {
		if n := c.Redline.Counts[class]; n > 0 {
			parts = append(parts, a.Say("count."+string(class), n))
		}
	}
	return strings.Join(parts, " · ")
}

// Counts says in words how many rows of the comparison are of each class.
func (a *App) Counts(c *Comparison) string { return a.countWords(c) }

// Follow acts on a citation that was tapped: the cited text is shown where the library has it, else its import offered.
func (a *App) Follow(symbol string) error {
	if texts := a.BySymbol(symbol); len(texts) > 0 {
		return a.OpenText(texts[0].ID)
	}
	if a.Hooks.Confirm != nil {
		a.Hooks.Confirm(a.Say("follow.import", symbol), func() { a.report(a.askImport()) })
	}
	return nil
}

// Has reports whether the library holds a text with a symbol.
func (a *App) Has(symbol string) bool { return len(a.BySymbol(symbol)) > 0 }

// Choose selects the i-th paragraph or row of the view in front.
func (a *App) Choose(i int) {
	switch t := a.Current().(type) {
	case *Reading:
		t.Selected = i
	case *Comparing:
		t.Selected = i
	case *Editing:
		t.Selected = i
	case *ComparingThree:
		t.Selected = i
	case *Tracing:
		t.Selected = i
	case *Paralleling:
		t.Selected = i
	case *Importing:
		t.choose(i)
	case *Gathering:
		t.Selected = i
	case *Rolling:
		t.Chosen = i
	case *Guarding:
		t.Chosen = i
	case *Finding:
		t.Selected, t.Use = i, 0
		a.labelChosen(t)
	case *Basketing:
		t.Selected = i
	}
	a.changed()
}

func (a *App) compareWithBase() error {
	s := a.shown()
	bases := a.Bases(*s)
	if len(bases) == 0 {
		return fmt.Errorf("there is nothing to compare with yet: import another text first")
	}
	return a.CompareTexts(bases[0].Text.ID, s.Text.ID)
}

func (a *App) askBase() error {
	s := a.shown()
	var texts []Text
	for _, b := range a.Bases(*s) {
		texts = append(texts, b.Text)
	}
	if a.Hooks.PickText != nil {
		newer := s.Text.ID
		a.Hooks.PickText(a.Say("pick.base"), texts, func(t Text) { a.report(a.CompareTexts(t.ID, newer)) })
	}
	return nil
}

func (a *App) swap() error {
	t := a.comparing()
	return a.Recompare(t.NewerID, t.OlderID)
}

func (a *App) toggleInline() error {
	t := a.comparing()
	t.Inline = !t.Inline
	return nil
}

// stepChange goes to the next or the previous change.
func (a *App) stepChange(by int) func() error {
	return func() error {
		t := a.comparing()
		at := t.Changes()
		switch {
		case len(at) > 0:
		case len(t.AllChanges()) > 0:
			a.tell("status.all-left-out")
			return nil
		default:
			a.tell("status.no-changes")
			return nil
		}
		next, _ := slices.BinarySearch(at, t.Selected+max(0, by))
		if by < 0 {
			next--
		}
		if next < 0 || next >= len(at) {
			a.tell("status.no-more-changes")
			return nil
		}
		t.Selected = at[next]
		a.changed()
		return nil
	}
}

// Position says which of the changes is chosen: the 4th of 6. Between changes it is the last one passed.
func (t *Comparing) Position() (nth, of int) {
	at := t.Changes()
	n, _ := slices.BinarySearch(at, t.Selected+1)
	return n, len(at)
}

func (a *App) agree(status resolution.Status) error {
	if err := a.SetStatus(*a.shown(), a.chosen(), status); err != nil {
		return err
	}
	return a.refresh()
}

func (a *App) showPlay() error {
	p, err := a.Play(*a.shown())
	if err != nil {
		return err
	}
	a.Show(&Playing{Play: p})
	return nil
}

// refresh reads anew what the open tabs show of agreements and of the library.
func (a *App) refresh() error {
	if err := a.reload(); err != nil {
		return err
	}
	for i := len(a.tabs) - 1; i >= 0; i-- {
		if err := a.refreshTab(i); err != nil {
			return err
		}
	}
	a.changed()
	return nil
}

func (a *App) refreshTab(i int) (err error) {
	switch t := a.tabs[i].(type) {
	case *Reading:
		if _, ok := a.Text(t.Stored.Text.ID); !ok {
			a.CloseTab(i)
			return nil
		}
		if t.Standings, err = a.Standings(t.Stored); err == nil {
			t.Notes, err = a.PrivateNotes(t.Stored)
		}
	case *Comparing:
		err = a.refreshComparing(i, t)
	case *ComparingThree:
		err = a.refreshThree(i, t)
	case seriesTab:
		err = a.refreshSeries(i, t)
	case *Paralleling:
		a.refreshParallel(i, t)
	case *Finding:
		err = a.refreshFinding(i, t)
	case *Basketing:
		err = a.refreshBasket(t)
	case *Safekeeping:
		err = t.read(a)
	case *Playing:
		var s Stored
		if s, err = a.Stored(t.Play.Text.ID); err == nil {
			t.Play, err = a.Play(s)
		}
	}
	return err
}

func (a *App) refreshComparing(i int, t *Comparing) error {
	_, older := a.Text(t.OlderID)
	_, newer := a.Text(t.NewerID)
	if !older || !newer {
		a.CloseTab(i)
		return nil
	}
	if t.Comparison == nil {
		return nil
	}
	v, err := a.View(t.Older, t.Newer)
	if err != nil {
		return err
	}
	c := *t.Comparison // a comparison is immutable: its statuses are drawn into a copy
	c.Redline.Rows = restand(c.Redline.Rows, v.Standings)
	t.Comparison = &c
	if t.notes, err = a.notesOf(t.Older, t.Newer); err != nil {
		return err
	}
	if !v.Corrections.equal(c.corrections) {
		a.asked++
		t.asked = a.asked
		a.compare(t, t.Older, t.Newer, v)
	}
	return nil
}

// restand gives the cells of rows new statuses.
func restand(rows []resolution.Row, s Standings) []resolution.Row {
	out := slices.Clone(rows)
	for i := range out {
		out[i].Older = restandCells(out[i].Older, s.Older)
		out[i].Newer = restandCells(out[i].Newer, s.Newer)
	}
	return out
}

func restandCells(cells []resolution.Cell, s []resolution.Standing) []resolution.Cell {
	out := slices.Clone(cells)
	for i := range out {
		out[i].Standing = s[out[i].Index]
	}
	return out
}
