package app

// steppable reports whether the view in front has changes that a person steps through.
func (a *App) steppable() bool {
	return a.compared() || a.threeShown() || a.traced() || a.paralleling() != nil
}

// step goes to the next or the previous change of the view in front.
func (a *App) step(by int) func() error {
	return func() error {
		switch a.Current().(type) {
		case *ComparingThree:
			return a.stepThree(by)()
		case *Tracing:
			return a.stepHistory(by)
		case *Paralleling:
			return a.stepDifference(by)()
		}
		return a.stepChange(by)()
	}
}

// hasChangesOnly reports whether the view in front can leave out what did not change.
func (a *App) hasChangesOnly() bool { return a.compared() || a.threeShown() || a.paralleling() != nil }

func (a *App) changesOnly() bool {
	switch t := a.Current().(type) {
	case *Comparing:
		return t.ChangesOnly
	case *ComparingThree:
		return t.ChangesOnly
	case *Paralleling:
		return t.DifferencesOnly
	}
	return false
}

func (a *App) toggleChangesOnly() error {
	switch t := a.Current().(type) {
	case *Comparing:
		t.ChangesOnly = !t.ChangesOnly
	case *ComparingThree:
		t.ChangesOnly = !t.ChangesOnly
	case *Paralleling:
		t.DifferencesOnly = !t.DifferencesOnly
	}
	return nil
}
