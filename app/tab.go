package app

import (
	"fmt"
	"slices"

	"mutatis/app/resolution"
)

// Tab is one open view. Each kind is a struct of its own, and the window draws it by its type.
type Tab interface {
	// Key tells tabs apart: asking for a key that is open brings that tab forward.
	Key() string
	// Name is what stands on the tab.
	Name(w Words) string
}

// Reading shows one text.
type Reading struct {
	Stored    Stored
	Standings []resolution.Standing
	Notes     [][]PrivateNote // of each paragraph
	Selected  int             // index of the chosen paragraph, -1 for none
}

// Comparing shows what changed between two texts.
type Comparing struct {
	*Comparison      // nil while it is being computed
	OlderID, NewerID int64
	Bases            []Base // what the newer text can be compared with
	Inline           bool
	ChangesOnly      bool
	Filter           Filter // which changes are left out
	ByWeight         bool   // the list of changes has the heaviest first
	Selected         int    // index of the chosen row
	notes            notesBeside
	Held             *resolution.Row // the row a person holds, to put it together with another; nil for none
	asked            int
}

// Importing is the import check of one or more texts: nothing is stored before the person accepts.
type Importing struct {
	Imports  []*Import
	Current  int
	Selected int // index of the chosen paragraph, -1 for none
	Caret    int // code points of the chosen paragraph before the place where it would be split, -1 for none
}

// Playing shows the state of play of a text.
type Playing struct{ Play Play }

// Previewing shows the pages as they are printed.
type Previewing struct {
	Title string
	Print Print
}

// Key and Name make the tabs.
func (t *Reading) Key() string   { return fmt.Sprintf("read %d", t.Stored.Text.ID) }
func (t *Comparing) Key() string { return fmt.Sprintf("compare %d", t.NewerID) }
func (t *Importing) Key() string { return "import" }
func (t *Playing) Key() string   { return fmt.Sprintf("play %d", t.Play.Text.ID) }
func (t *Previewing) Key() string {
	return "preview " + t.Title
}

// Name of a reading tab is the text's own.
func (t *Reading) Name(Words) string { return t.Stored.Text.Name() }

// Name of a comparison names both texts.
func (t *Comparing) Name(w Words) string {
	if t.Comparison == nil {
		return w.Say("tab.comparing")
	}
	return t.Older.Text.Name() + " – " + t.Newer.Text.Name()
}

// Name of an import check names the text that is looked at.
func (t *Importing) Name(w Words) string {
	name := t.Imports[t.Current].Name
	if name == "" {
		name = w.Say("import.pasted")
	}
	return w.Say("tab.import", name)
}

// Name of a state of play.
func (t *Playing) Name(w Words) string { return w.Say("tab.play", t.Play.Text.Name()) }

// Name of a preview.
func (t *Previewing) Name(w Words) string { return w.Say("tab.preview", t.Title) }

// Tabs lists the open tabs in their order.
func (a *App) Tabs() []Tab { return a.tabs }

// Current is the tab in front; nil where none is open.
func (a *App) Current() Tab {
	if a.current < 0 || a.current >= len(a.tabs) {
		return nil
	}
	return a.tabs[a.current]
}

// Show brings a tab to the front, opened if its key is not there yet; one that is there is replaced.
func (a *App) Show(t Tab) {
	a.put(t)
	a.changed()
}

func (a *App) put(t Tab) {
	defer a.cameTo()
	for i, open := range a.tabs {
		if open.Key() == t.Key() {
			a.tabs[i], a.current = t, i
			return
		}
	}
	a.tabs = append(a.tabs, t)
	a.current = len(a.tabs) - 1
}

// Select brings the i-th tab to the front.
func (a *App) Select(i int) {
	if i >= 0 && i < len(a.tabs) && i != a.current {
		a.current = i
		a.cameTo()
		a.changed()
	}
}

// cameTo notes which tab is in front now: closing it leads back to the one from which a person came.
func (a *App) cameTo() {
	key := a.tabs[a.current].Key()
	a.lookedAt(a.tabs[a.current])
	a.came = append(slices.DeleteFunc(a.came, func(k string) bool { return k == key }), key)
}

// goBack brings the tab to the front that was there before one that is closed now; without one, its neighbour.
func (a *App) goBack() {
	for n := len(a.came) - 1; n >= 0; n-- {
		if i := slices.IndexFunc(a.tabs, func(t Tab) bool { return t.Key() == a.came[n] }); i >= 0 {
			a.current = i
			return
		}
	}
}

// CloseTab closes the i-th tab. Editing that is not saved stays in the library and is offered again.
func (a *App) CloseTab(i int) {
	if i < 0 || i >= len(a.tabs) {
		return
	}
	if g, ok := a.tabs[i].(*Gathering); ok {
		g.Stop()
	}
	front, key := i == a.current, a.tabs[i].Key()
	a.tabs = append(a.tabs[:i:i], a.tabs[i+1:]...)
	a.came = slices.DeleteFunc(a.came, func(k string) bool { return k == key })
	if a.current >= i && a.current > 0 {
		a.current--
	}
	if front {
		a.goBack()
	}
	if len(a.tabs) == 0 {
		a.current = -1
	}
	a.changed()
}
