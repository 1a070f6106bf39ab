package app

import (
	"fmt"
	"slices"

	"mutatis/app/resolution"
)

// Versions lists the language versions of a text, the text itself among them, in the order of the United Nations: Arabic,
// Chinese, English, French, Russian, Spanish. Versions bear the same symbol; without a symbol they stand in the same
// series, session and stage under the same label and date. Of two imports in one language the later counts.
func (a *App) Versions(t Text) []Text {
	var all []Text
	for _, l := range resolution.Languages {
		if l == t.Language {
			all = append(all, t)
			continue
		}
		for i := len(a.texts) - 1; i >= 0; i-- {
			if u := a.texts[i]; u.Language == l && t.versionOf(u) {
				all = append(all, u)
				break
			}
		}
	}
	if !slices.ContainsFunc(all, func(u Text) bool { return u.ID == t.ID }) {
		all = append(all, t) // in a language that is not known
	}
	return all
}

func (t Text) versionOf(u Text) bool {
	if t.Symbol != "" || u.Symbol != "" {
		return t.Symbol == u.Symbol
	}
	return t.Series != 0 && t.Series == u.Series && t.Session != 0 && t.Session == u.Session && t.Stage == u.Stage &&
		t.Date == u.Date && t.Label == u.Label
}

// Citing is a text of the library that names another, and the paragraphs in which it does.
type Citing struct {
	Text       Text
	Paragraphs []int
}

// CitedBy lists the texts that name a document by its symbol, the latest first. The document itself need not be in the
// library.
func (a *App) CitedBy(symbol string) ([]Citing, error) {
	if symbol == "" {
		return nil, nil
	}
	places, err := a.library.Citing(symbol)
	if err != nil {
		return nil, fmt.Errorf("looking for what cites %s: %w", symbol, err)
	}
	paragraphs := map[int64][]int{}
	for _, p := range places {
		paragraphs[p.Draft] = append(paragraphs[p.Draft], p.Paragraph)
	}
	var all []Citing
	for i := len(a.texts) - 1; i >= 0; i-- {
		if at := paragraphs[a.texts[i].ID]; len(at) > 0 {
			all = append(all, Citing{a.texts[i], at})
		}
	}
	slices.SortStableFunc(all, func(c, d Citing) int { return d.Text.Session - c.Text.Session })
	return all, nil
}

// askCiting offers what cites the text in front.
func (a *App) askCiting() error { return a.AskCiting(a.shown().Text.Symbol) }

// AskCiting offers the texts that name a document and opens the chosen one where it does.
func (a *App) AskCiting(symbol string) error {
	citing, err := a.CitedBy(symbol)
	if err != nil {
		return err
	}
	if len(citing) == 0 {
		a.tell("citing.none", symbol)
		return nil
	}
	var texts []Text
	for _, c := range citing {
		texts = append(texts, c.Text)
	}
	if a.Hooks.PickText == nil {
		return nil
	}
	a.Hooks.PickText(a.Say("citing.title", symbol, len(texts)), texts, func(t Text) {
		at := slices.IndexFunc(citing, func(c Citing) bool { return c.Text.ID == t.ID })
		if a.report(a.OpenText(t.ID)); at >= 0 {
			a.Choose(citing[at].Paragraphs[0])
		}
	})
	return nil
}
