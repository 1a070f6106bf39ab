package app

import "mutatis/app/resolution"

// originCommands are the commands that show where paragraphs come from.
func originCommands(a *App) []Command {
	return []Command{
		{ID: "view.provenance", Label: "view.provenance", Menu: "view", Enabled: always, Run: a.toggleOrigins, Checked: func() bool { return a.ShowOrigins }},
		{ID: "search.origin", Label: "search.origin", Menu: "edit", Enabled: func() bool { return a.searchable() || a.paragraphEdited() }, Run: a.askOrigin},
	}
}

func (a *App) toggleOrigins() error {
	a.ShowOrigins = !a.ShowOrigins
	return nil
}

// askOrigin shows where the chosen paragraph comes from, as a tap on the words under it does.
func (a *App) askOrigin() error {
	if s, at, p, ok := a.editedOrigin(); ok {
		if p.From.Text.ID == 0 || a.Hooks.ShowOrigin == nil {
			a.tell("provenance.none")
			return nil
		}
		a.Hooks.ShowOrigin(s, at, p)
		return nil
	}
	text, paragraph, _ := a.spot()
	s, err := a.Stored(text)
	if err != nil {
		return err
	}
	all := a.Provenances(s)
	switch {
	case paragraph >= len(all) && a.origins.asked[provenanceKey(s)] && all == nil:
		a.tell("provenance.working")
	case paragraph >= len(all) || all[paragraph].Origin == "" || all[paragraph].From.Text.ID == 0:
		a.tell("provenance.none")
	case a.Hooks.ShowOrigin != nil:
		a.Hooks.ShowOrigin(s, paragraph, all[paragraph])
	}
	return nil
}

// OpenOrigin shows the paragraph that another one comes from, in its text.
func (a *App) OpenOrigin(p Provenance) error {
	if err := a.OpenText(p.From.Text.ID); err != nil {
		return err
	}
	a.Choose(p.From.Index)
	return nil
}

// Redline is the words of a paragraph with what is other in them than in the paragraph they come from.
func (p Provenance) Redline(words string) []resolution.Run { return redlineOf(p.From.Context, words) }

// OriginHead says how many paragraphs of a text come from where, and honestly where was looked.
func (a *App) OriginHead(s Stored) string {
	all, key := a.Provenances(s), provenanceKey(s)
	if _, known := a.origins.of[key]; !known {
		if a.origins.failed[key] {
			return a.Say("provenance.failed")
		}
		return a.Say("provenance.working")
	}
	return a.originCounts(all, a.origins.placesOf(s))
}
