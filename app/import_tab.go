package app

// importCommands are what is done in the import check, and with folders.
func importCommands(a *App) []Command {
	on := func(id string, enabled func() bool, run func(*Importing, *Import) error) Command {
		return Command{ID: id, Label: id, Menu: "edit", Enabled: enabled, Run: func() error {
			tab, now := a.checking()
			if now == nil {
				return nil
			}
			return run(tab, now)
		}}
	}
	return []Command{
		on("import.next-doubt", a.doubted, a.nextDoubt),
		on("import.confirm", a.importing, a.confirmChosen),
		on("import.join", a.importChosen, func(t *Importing, i *Import) error { return i.Join(t.Selected) }),
		on("import.word", a.wordDoubted, func(t *Importing, i *Import) error { return a.mendChosen(t, i) }),
		on("import.split", a.caretSet, a.splitChosen),
		on("import.note", a.importChosen, func(t *Importing, i *Import) error { return i.MakeNote(t.Selected, "") }),
		on("import.leave-out", a.importChosen, func(t *Importing, i *Import) error { return i.LeaveOut(t.Selected) }),
		on("import.undo", a.importCorrected, func(_ *Importing, i *Import) error { i.Undo(); return nil }),
		{ID: "import.volume", Label: "import.volume", Menu: "edit", Enabled: a.volumeChecked, Run: a.splitVolume},
		{ID: "import.accept-all", Label: "import.accept-all", Menu: "edit", Enabled: a.importing, Run: a.acceptAll},
		{ID: "gather.keep-doubtful", Label: "gather.keep-doubtful", Menu: "edit", Enabled: a.doubtfulWait, Run: a.keepDoubtful},
		{ID: "gather.go-on", Label: "gather.go-on", Menu: "edit", Enabled: a.gatheringStopped, Run: a.goOnGathering},
		{ID: "gather.stop", Label: "gather.stop", Menu: "edit", Enabled: a.gatheringRuns, Run: a.stopGathering},
	}
}

// checking is the text whose import is checked in front; nil for none.
func (a *App) checking() (*Importing, *Import) {
	tab, ok := a.Current().(*Importing)
	if !ok || tab.Current < 0 || tab.Current >= len(tab.Imports) {
		return nil, nil
	}
	return tab, tab.Imports[tab.Current]
}

func (a *App) doubted() bool {
	_, now := a.checking()
	return now != nil && len(now.Doubts()) > 0
}

// importChosen reports whether a paragraph of the text that is checked is chosen.
func (a *App) importChosen() bool {
	tab, now := a.checking()
	return now != nil && now.has(tab.Selected) && a.writable()
}

// wordDoubted reports a doubt about a word of the chosen paragraph.
func (a *App) wordDoubted() bool {
	tab, now := a.checking()
	if now == nil || !a.writable() {
		return false
	}
	_, _, ok := now.WordDoubt(tab.Selected)
	return ok
}

func (a *App) caretSet() bool {
	tab, now := a.checking()
	return now != nil && now.has(tab.Selected) && tab.Caret > 0 && a.writable()
}

func (a *App) importCorrected() bool {
	_, now := a.checking()
	return now != nil && now.Corrected()
}

func (a *App) nextDoubt(t *Importing, i *Import) error {
	if at := i.NextDoubt(t.Selected); at >= 0 {
		t.choose(at)
	}
	return nil
}

// choose brings a paragraph of the text that is checked to the front.
func (t *Importing) choose(at int) { t.Selected, t.Caret = at, -1 }

// confirmChosen says that the chosen paragraph is right and goes to the next doubt. Where none is left the text is kept.
func (a *App) confirmChosen(t *Importing, i *Import) error {
	if i.has(t.Selected) && i.doubtful(t.Selected) {
		if err := i.Confirm(t.Selected); err != nil {
			return err
		}
	}
	if at := i.NextDoubt(t.Selected); at >= 0 {
		t.choose(at)
		return nil
	}
	return a.Accept()
}

// mendChosen writes the doubtful word of the chosen paragraph as it should be, and goes on where no other doubt is left in it.
func (a *App) mendChosen(t *Importing, i *Import) error {
	if err := i.MendWord(t.Selected); err != nil {
		return err
	}
	if at := i.NextDoubt(t.Selected); at >= 0 && !i.doubtful(t.Selected) {
		t.choose(at)
	}
	return nil
}

func (a *App) splitChosen(t *Importing, i *Import) error {
	err := i.Split(t.Selected, t.Caret)
	if err == nil {
		t.Caret = -1
	}
	return err
}

// first is the paragraph that a person looks at first: the first doubt, -1 for none.
func (i *Import) first() int { return i.NextDoubt(-1) }

func (i *Import) doubtful(at int) bool {
	for _, p := range i.Problems {
		if p.Paragraph == at {
			return true
		}
	}
	return false
}

// sure reports whether nothing is left to look at.
func (i *Import) sure() bool { return len(i.Problems) == 0 }

// acceptAll keeps every text of the check that has no doubts.
func (a *App) acceptAll() error {
	tab, _ := a.checking()
	if tab == nil {
		return nil
	}
	var left []*Import
	kept := 0
	for n, i := range tab.Imports {
		if !i.sure() {
			left = append(left, i)
			continue
		}
		if _, _, err := a.Add(i); err != nil {
			tab.Imports = append(left, tab.Imports[n:]...)
			tab.turn(0)
			return err
		}
		kept++
	}
	tab.Imports = left
	tab.turn(0)
	if len(left) == 0 {
		a.closeKey(tab.Key())
	}
	a.tell("status.imported-all", kept, len(left))
	return nil
}

// turn goes to one of the texts that wait.
func (t *Importing) turn(to int) {
	t.Current = max(0, min(to, len(t.Imports)-1))
	t.choose(-1)
	if t.Current < len(t.Imports) {
		t.Selected = t.Imports[t.Current].first()
	}
}

func (a *App) doubtfulWait() bool {
	return a.gathering() != nil && a.gathering().Count(GatheredDoubtful) > 0 && a.writable()
}

func (a *App) gatheringRuns() bool {
	return a.gathering() != nil && a.gathering().Running && !a.gathering().Stopping
}

// gatheringStopped reports a list that was stopped before its end.
func (a *App) gatheringStopped() bool {
	t := a.gathering()
	return t != nil && !t.Running && t.Count(GatheredMissed) > 0 && a.writable()
}

// gathering is the reading of a folder in front; nil for another tab.
func (a *App) gathering() *Gathering {
	t, _ := a.Current().(*Gathering)
	return t
}

func (a *App) stopGathering() error {
	a.gathering().Stop()
	return nil
}

func (a *App) askFolder() error {
	if a.Hooks.PickFolder != nil {
		a.Hooks.PickFolder(a.ImportFolder)
	}
	return nil
}
