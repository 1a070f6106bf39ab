package app

// What a command needs in order to be enabled.

func (a *App) writable() bool { return !a.ReadOnly() }

func (a *App) anyTab() bool { return a.Current() != nil }

func (a *App) severalTabs() bool { return len(a.tabs) > 1 }

func (a *App) importing() bool { _, ok := a.Current().(*Importing); return ok && a.writable() }

func (a *App) editing() bool { _, ok := a.Current().(*Editing); return ok }

// paragraphEdited reports whether a draft is being edited and one of its paragraphs is chosen.
func (a *App) paragraphEdited() bool {
	e, ok := a.Current().(*Editing)
	return ok && e.Selected >= 0 && e.Selected < len(e.Draft.Paragraphs)
}

// comparing is the comparison in front; nil where another tab is.
func (a *App) comparing() *Comparing {
	t, _ := a.Current().(*Comparing)
	return t
}

// compared reports whether a finished comparison is in front.
func (a *App) compared() bool { t := a.comparing(); return t != nil && t.Comparison != nil }

// shown is the stored text in front: the one that is read, or the newer of a comparison, or that of a state of play.
func (a *App) shown() *Stored {
	switch t := a.Current().(type) {
	case *Reading:
		return &t.Stored
	case *Comparing:
		if t.Comparison != nil {
			return &t.Newer
		}
	case *ComparingThree:
		if t.ThreeWay != nil {
			return &t.Draft
		}
	case *Tracing:
		if s, err := a.Stored(t.TextID); err == nil {
			return &s
		}
	case *Picturing:
		if s, err := a.Stored(t.TextID); err == nil {
			return &s
		}
	case *Guarding:
		if s, err := a.Stored(t.TextID); err == nil && t.TextID != 0 {
			return &s
		}
	case *Playing:
		if s, err := a.Stored(t.Play.Text.ID); err == nil {
			return &s
		}
	}
	return nil
}

func (a *App) textShown() bool { return a.shown() != nil }

func (a *App) hasSeries() bool { return a.textShown() && a.writable() }

// removable reports whether the text in front can be taken out of the library: what is being read, nothing else.
func (a *App) removable() bool { _, ok := a.Current().(*Reading); return ok && a.writable() }

func (a *App) draftable() bool { return a.textShown() && a.writable() }

func (a *App) printable() bool {
	switch a.Current().(type) {
	case *Reading, *Comparing, *Playing, *Previewing:
		return a.shown() != nil || a.previewing() != nil
	case *ComparingThree:
		return a.threeShown()
	case *Guarding:
		return a.guardShown()
	case *Tracing:
		return a.traced()
	case *Picturing:
		return a.picturing().Picture != nil
	case *Finding:
		return a.finding().Precedents != nil
	case *Editing, *Basketing, *Checked, *Rolling:
		return true
	}
	return false
}

func (a *App) previewing() *Previewing {
	t, _ := a.Current().(*Previewing)
	return t
}

func (a *App) undoable() bool {
	if e, ok := a.Current().(*Editing); ok {
		return e.CanUndo()
	}
	if a.importCorrected() {
		return true
	}
	return a.CanUndo() != ""
}

// chosen lists the paragraphs of the shown text that are chosen.
func (a *App) chosen() []int {
	switch t := a.Current().(type) {
	case *Reading:
		if t.Selected >= 0 && t.Selected < len(t.Stored.Draft.Paragraphs) {
			return []int{t.Selected}
		}
	case *Comparing:
		if t.Comparison == nil || t.Selected < 0 || t.Selected >= len(t.Redline.Rows) {
			return nil
		}
		var at []int
		for _, c := range t.Redline.Rows[t.Selected].Newer {
			at = append(at, c.Index)
		}
		return at
	case *ComparingThree:
		if t.ThreeWay == nil || t.Selected < 0 || t.Selected >= len(t.Rows) {
			return nil
		}
		var at []int
		for _, c := range t.Rows[t.Selected].Draft {
			at = append(at, c.Index)
		}
		return at
	}
	return nil
}

func (a *App) paragraphChosen() bool { return len(a.chosen()) > 0 && a.writable() }
