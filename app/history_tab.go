package app

import (
	"context"
	"fmt"
)

// Tracing shows one paragraph through its series.
type Tracing struct {
	Lives    *Lives  // nil while it is being computed; the histories of the series' other paragraphs are at hand in it
	History  History // of the chosen paragraph
	Selected int     // index of the chosen step, -1 for none
	TextID   int64
	Index    int
	asked    int
}

// Key makes one history a paragraph.
func (t *Tracing) Key() string { return fmt.Sprintf("history %d %d", t.TextID, t.Index) }

// Name of a history names the paragraph and its text.
func (t *Tracing) Name(w Words) string {
	if t.Lives == nil {
		return w.Say("history.working")
	}
	return w.Say("history.title", t.History.Label, t.History.Text.Name())
}

// HistoryCommands are the commands that show a history.
func (a *App) HistoryCommands() []Command {
	return []Command{{ID: "view.history", Label: "view.history", Menu: "view", Enabled: a.traceable, Run: a.trace}}
}

// traceable reports whether a paragraph of a text of the library is chosen.
func (a *App) traceable() bool {
	s := a.shown()
	return s != nil && s.Text.ID != 0 && len(a.chosen()) > 0
}

func (a *App) trace() error { return a.ShowHistory(*a.shown(), a.chosen()[0]) }

// ShowHistory follows a paragraph through its series in the background and shows it.
func (a *App) ShowHistory(s Stored, paragraph int) error {
	tab := &Tracing{Selected: -1, TextID: s.Text.ID, Index: paragraph}
	a.Show(tab)
	if err := a.fillTracing(tab, s); err != nil {
		a.closeKey(tab.Key())
		return err
	}
	return nil
}

// refreshTracing tells a history anew: texts or corrections may have been added.
func (a *App) refreshTracing(i int, t *Tracing) error {
	if _, ok := a.Text(t.TextID); !ok {
		a.CloseTab(i)
		return nil
	}
	s, err := a.Stored(t.TextID)
	if err != nil {
		return err
	}
	return a.fillTracing(t, s)
}

// fillTracing computes the history of a tab.
func (a *App) fillTracing(tab *Tracing, s Stored) error {
	texts, said, err := a.seriesTexts(s)
	if err != nil {
		return err
	}
	a.asked++
	asked := a.asked
	tab.asked = asked
	isAsked := func() bool {
		open, ok := a.find(tab.Key()).(*Tracing)
		return ok && open.asked == asked
	}
	var lives *Lives
	var history History
	words := a.Words
	a.work(func() (err error) {
		if lives, err = newLives(context.Background(), texts, said, words); err == nil {
			history, err = lives.History(tab.TextID, tab.Index)
		}
		if err != nil {
			a.o.Post(func() {
				if isAsked() {
					a.closeKey(tab.Key())
				}
			})
		}
		return err
	}, func() {
		if isAsked() {
			tab.Lives, tab.History = lives, history.In(a.Words)
			a.changed()
		}
	})
	return nil
}
