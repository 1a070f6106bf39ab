package app

import "fmt"

// Tracing shows one paragraph through its series.
type Tracing struct {
	ofSeries
	Lives    *Lives  // nil while it is being computed; the histories of the series' other paragraphs are at hand in it
	History  History // of the chosen paragraph
	Selected int     // index of the chosen step, -1 for none
	Index    int
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
func (a *App) traceable() bool { _, _, ok := a.spot(); return ok }

func (a *App) trace() error {
	text, paragraph, _ := a.spot()
	s, err := a.Stored(text)
	if err != nil {
		return err
	}
	return a.ShowHistory(s, paragraph)
}

// tracing is the history in front; nil where another tab is.
func (a *App) tracing() *Tracing {
	t, _ := a.Current().(*Tracing)
	return t
}

// traced reports whether a finished history is in front.
func (a *App) traced() bool { t := a.tracing(); return t != nil && t.Lives != nil }

// Place is the text of the chosen step and the paragraph's place in it, else the one whose history it is.
func (t *Tracing) Place() (text int64, paragraph int) {
	if t.Selected >= 0 && t.Selected < len(t.History.Steps) {
		if s := t.History.Steps[t.Selected]; s.Index >= 0 {
			return s.Text.ID, s.Index
		}
	}
	return t.TextID, t.Index
}

// stepHistory goes to the next or the previous text in which something became of the paragraph.
func (a *App) stepHistory(by int) error {
	t := a.tracing()
	var at []int
	for i, s := range t.History.Steps {
		if s.Event != Unchanged {
			at = append(at, i)
		}
	}
	next, ok := stepIn(at, t.Selected, by)
	if !ok {
		a.tell("status.no-more-changes")
		return nil
	}
	t.Selected = next
	a.changed()
	return nil
}

// ShowHistory follows a paragraph through its series in the background and shows it.
func (a *App) ShowHistory(s Stored, paragraph int) error {
	return a.showSeries(&Tracing{ofSeries: ofSeries{TextID: s.Text.ID}, Selected: -1, Index: paragraph}, s)
}

// prepare follows the paragraph through the texts.
func (t *Tracing) prepare(l *Lives) (func(Words), error) {
	history, err := l.History(t.TextID, t.Index)
	return func(w Words) { t.Lives, t.History = l, history.In(w) }, err
}
