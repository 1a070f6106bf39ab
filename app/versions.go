package app

import (
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
	Labels     []string // of the paragraphs: "OP4"
}

// CitedBy lists the texts that name a text by its symbol, the latest first.
func (a *App) CitedBy(t Text) ([]Citing, error) {
	if t.Symbol == "" {
		return nil, nil
	}
	places, err := a.library.Citing(t.Symbol)
	if err != nil {
		return nil, err
	}
	paragraphs := map[int64][]int{}
	for _, p := range places {
		paragraphs[p.Draft] = append(paragraphs[p.Draft], p.Paragraph)
	}
	var all []Citing
	for i := len(a.texts) - 1; i >= 0; i-- {
		u := a.texts[i]
		if len(paragraphs[u.ID]) == 0 || u.ID == t.ID {
			continue
		}
		c := Citing{Text: u, Paragraphs: paragraphs[u.ID]}
		s, err := a.Stored(u.ID)
		if err != nil {
			return nil, err
		}
		labels := s.Draft.Labels()
		for _, p := range c.Paragraphs {
			c.Labels = append(c.Labels, labels[p])
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(c, d Citing) int { return d.Text.Session - c.Text.Session })
	return all, nil
}
