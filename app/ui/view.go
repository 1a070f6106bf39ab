package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
)

// view draws a tab.
type view interface {
	object() fyne.CanvasObject
	// refresh draws the tab; it looks for itself what changed. The tab is of the kind the view was made for.
	refresh(app.Tab)
	// typedKey takes a key while no field of text has the keyboard.
	typedKey(*fyne.KeyEvent)
	// copied is what the copying command puts on the clipboard, "" for nothing.
	copied() string
	// leave keeps what a person is in the middle of writing.
	leave()
}

// newView makes the view of a tab by its kind.
func (u *UI) newView(t app.Tab) view {
	switch t.(type) {
	case *app.Reading:
		return newReading(u)
	case *app.Comparing:
		return newComparing(u)
	case *app.Importing:
		return newImporting(u)
	case *app.Gathering:
		return newGathering(u)
	case *app.Editing:
		return newEditing(u)
	case *app.Playing:
		return newPlaying(u)
	case *app.Previewing:
		return newPreviewing(u)
	case *app.Tracing:
		return newTracing(u)
	case *app.ComparingThree:
		return newThreeway(u)
	case *app.Picturing:
		return newPicturing(u)
	case *app.Paralleling:
		return newParalleling(u)
	case *app.Finding:
		return newFinding(u)
	case *app.Rolling:
		return newRolling(u)
	case *app.Guarding:
		return newGuarding(u)
	case *app.Basketing:
		return newBasketing(u)
	case *app.Safekeeping:
		return newSafekeeping(u)
	case *app.Merged, *app.Rescued, *app.Checked:
		return newReporting(u)
	}
	return &nameless{u: u, root: centred("")}
}

// nameless stands for a tab that the window has no view of: it says so rather than showing nothing.
type nameless struct {
	u    *UI
	root *widget.Label
}

func (v *nameless) object() fyne.CanvasObject { return v.root }
func (v *nameless) refresh(t app.Tab) {
	v.root.SetText(v.u.app.Say("view.none", t.Name(v.u.app.Words)))
}
func (v *nameless) typedKey(*fyne.KeyEvent) {}
func (v *nameless) copied() string          { return "" }
func (v *nameless) leave()                  {}

// front is the view in front; nil where no tab is open.
func (u *UI) front() view {
	if t := u.app.Current(); t != nil {
		return u.views[t.Key()]
	}
	return nil
}

// showFront puts the view of the tab in front into its place and drops the views of tabs that were closed.
func (u *UI) showFront() {
	open := map[string]bool{}
	for _, t := range u.app.Tabs() {
		open[t.Key()] = true
	}
	for key, v := range u.views {
		if !open[key] {
			v.leave()
			delete(u.views, key)
		}
	}
	t := u.app.Current()
	if t == nil {
		u.put(u.welcome())
		return
	}
	v, ok := u.views[t.Key()]
	if !ok {
		v = u.newView(t)
		u.views[t.Key()] = v
	}
	v.refresh(t)
	u.put(v.object())
}

// put shows an object in the middle, if it is not there already.
func (u *UI) put(o fyne.CanvasObject) {
	if len(u.place.Objects) == 1 && u.place.Objects[0] == o {
		return
	}
	u.place.Objects = []fyne.CanvasObject{o}
	u.place.Refresh()
}

// leaveView lets every view keep what is being written in it.
func (u *UI) leaveView() {
	for _, v := range u.views {
		v.leave()
	}
}

// copyChosen puts the selected words on the clipboard, else the chosen paragraph.
func (u *UI) copyChosen() {
	if words := u.selection.Words(); words != "" {
		u.app.Hooks.Copy(words)
		return
	}
	if v := u.front(); v != nil {
		if words := v.copied(); words != "" {
			u.app.Hooks.Copy(words)
		}
	}
}
