package app

// changeCommands are the commands of the list of changes: what it shows and in which order.
func changeCommands(a *App) []Command {
	list := []Command{
		{ID: "compare.list", Label: "compare.list", Menu: "changes", Enabled: a.compared, Run: a.toggleList,
			Checked: func() bool { return !a.HideChanges }},
		{ID: "compare.by-weight", Label: "compare.by-weight", Menu: "changes", Enabled: a.compared, Run: a.toggleOrder,
			Checked: func() bool { return a.compared() && a.comparing().ByWeight }},
	}
	for _, f := range facets {
		list = append(list, Command{
			ID: "filter." + string(f), Label: "filter." + string(f), Menu: "changes", Enabled: a.compared,
			Run:     func() error { return a.setFilter(a.comparing().Filter.Toggle(f)) },
			Checked: func() bool { return a.compared() && !a.comparing().Filter.Without(f) },
		})
	}
	return append(list, Command{ID: "filter.all", Label: "filter.all", Menu: "changes",
		Enabled: func() bool { return a.compared() && a.comparing().Filter != 0 }, Run: func() error { return a.setFilter(0) }})
}

func (a *App) toggleList() error {
	a.HideChanges = !a.HideChanges
	return nil
}

func (a *App) toggleOrder() error {
	t := a.comparing()
	t.ByWeight = !t.ByWeight
	return nil
}

// setFilter leaves other changes out. What is chosen stays chosen if it is still shown; else the next change is.
func (a *App) setFilter(f Filter) error {
	t := a.comparing()
	t.Filter = f
	if at := t.Selected; at >= 0 && at < len(t.Redline.Rows) && !f.Shows(t.Redline.Rows[at]) {
		if next, ok := stepIn(t.Changes(), at, 1); ok {
			t.Selected = next
		} else if before, ok := stepIn(t.Changes(), at, -1); ok {
			t.Selected = before
		}
	}
	return nil
}
