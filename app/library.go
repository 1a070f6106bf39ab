package app

import (
	"fmt"
	"slices"
	"strings"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// reload reads the lists of the library anew.
func (a *App) reload() error {
	series, err := a.library.Series()
	if err != nil {
		return fmt.Errorf("reading the list of series: %w", err)
	}
	rows, err := a.library.Titles()
	if err != nil {
		return fmt.Errorf("reading the list of texts: %w", err)
	}
	sortByTitle(series)
	a.series, a.texts = series, make([]Text, 0, len(rows))
	for _, row := range rows {
		if t := textOf(row); !t.Trashed {
			a.texts = append(a.texts, t)
		}
	}
	slices.SortFunc(a.texts, byAge)
	a.known.added()
	return nil
}

// sortByTitle orders series by their titles, however these are written.
func sortByTitle(series []storage.Series) {
	folded := make(map[int64]string, len(series))
	for _, s := range series {
		folded[s.ID] = resolution.Fold(s.Title)
	}
	slices.SortFunc(series, func(s, t storage.Series) int { return strings.Compare(folded[s.ID], folded[t.ID]) })
}

func byTitle(s, t storage.Series) int {
	return strings.Compare(resolution.Fold(s.Title), resolution.Fold(t.Title))
}

func byAge(t, u Text) int {
	switch {
	case t.earlier(u):
		return -1
	case t.ID == u.ID:
		return 0
	}
	return 1
}

// SeriesNode is a series in the tree of the library, its sessions newest first.
type SeriesNode struct {
	ID       int64
	Title    string
	Sample   bool
	Sessions []SessionNode
}

// SessionNode is one session of a series, its texts newest first.
type SessionNode struct {
	Session int
	Texts   []Text
}

// Texts lists every text of the library, older ones first.
func (a *App) Texts() []Text { return a.texts }

// Text finds a text by its number in the library.
func (a *App) Text(id int64) (Text, bool) {
	i := slices.IndexFunc(a.texts, func(t Text) bool { return t.ID == id })
	if i < 0 {
		return Text{}, false
	}
	return a.texts[i], true
}

// Tree is the library by series and session. A query leaves the texts whose title, symbol or label holds every one of
// its words, however they are written.
func (a *App) Tree(query string) []SeriesNode {
	words := strings.Fields(resolution.Fold(query))
	var tree []SeriesNode
	for _, s := range a.series {
		if n := a.seriesNode(s, words); len(n.Sessions) > 0 {
			tree = append(tree, n)
		}
	}
	return tree
}

func (a *App) seriesNode(s storage.Series, words []string) SeriesNode {
	node := SeriesNode{ID: s.ID, Title: s.Title, Sample: true}
	for i := len(a.texts) - 1; i >= 0; i-- {
		t := a.texts[i]
		if t.Series != s.ID || !holds(resolution.Fold(strings.Join([]string{s.Title, t.Title, t.Symbol, t.Label}, " ")), words) {
			continue
		}
		if n := len(node.Sessions); n == 0 || node.Sessions[n-1].Session != t.Session {
			node.Sessions = append(node.Sessions, SessionNode{Session: t.Session})
		}
		last := &node.Sessions[len(node.Sessions)-1]
		last.Texts = append(last.Texts, t)
		node.Sample = node.Sample && t.Sample
	}
	return node
}

func holds(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// Stored reads a whole text of the library.
func (a *App) Stored(id int64) (Stored, error) {
	if s, ok := a.drafts[id]; ok {
		if t, ok := a.Text(id); ok {
			s.Text = t // its place in the library may have changed
		}
		return s, nil
	}
	row, err := a.library.Draft(id)
	if err != nil {
		return Stored{}, fmt.Errorf("reading text %d: %w", id, err)
	}
	d, err := fromRow(row)
	if err != nil {
		return Stored{}, err
	}
	s := Stored{Text: textOf(row), Draft: d}
	if s.Corrections, err = correctionsOf(row); err != nil {
		return Stored{}, err
	}
	for _, p := range row.Paragraphs {
		s.Words = append(s.Words, p.Words)
	}
	a.remember(s)
	return s, nil
}

// mostDrafts is how many texts are remembered at most.
const mostDrafts = 128

// remember keeps a text that was read, and forgets the one that was read longest ago.
func (a *App) remember(s Stored) {
	if a.drafts == nil {
		a.drafts = map[int64]Stored{}
	}
	if len(a.readOrder) >= mostDrafts {
		delete(a.drafts, a.readOrder[0])
		a.readOrder = a.readOrder[1:]
	}
	a.drafts[s.Text.ID] = s
	a.readOrder = append(a.readOrder, s.Text.ID)
}

// BySymbol lists the texts of the library that bear a symbol, the interface's own language first.
func (a *App) BySymbol(symbol string) []Text {
	if s, err := resolution.ParseSymbol(symbol); err == nil {
		symbol = s.String()
	}
	var found []Text
	for _, t := range a.texts {
		if t.Symbol != "" && t.Symbol == symbol {
			found = append(found, t)
		}
	}
	slices.SortStableFunc(found, func(t, u Text) int { return a.distance(t) - a.distance(u) })
	return found
}

// distance is how far a text's language is from the reader: nought for the interface's own.
func (a *App) distance(t Text) int {
	if string(t.Language) == a.Words.Language {
		return 0
	}
	return 1
}

// Base is a text another can be compared with, and why it is offered.
type Base struct {
	Text Text
	Why  string // "last year", "previous draft", "cited", ""
}

// Bases lists what a text can be compared with, the likeliest first: the draft it was made from, the draft before it,
// last year's resolution, the resolutions it cites, then every other text in its language, then the rest.
func (a *App) Bases(newer Stored) []Base {
	var bases []Base
	seen := map[int64]bool{newer.Text.ID: true}
	add := func(t Text, why string) {
		if !seen[t.ID] {
			seen[t.ID] = true
			bases = append(bases, Base{t, why})
		}
	}
	if t, ok := a.predecessor(newer.Text); ok {
		add(t, "base.previous")
	}
	for _, t := range a.before(newer.Text) {
		add(t, baseReason(t, newer.Text))
	}
	for _, symbol := range cited(newer.Draft) {
		for _, t := range a.BySymbol(symbol) {
			if t.Language == newer.Text.Language {
				add(t, "base.cited")
			}
		}
	}
	for _, same := range []bool{true, false} {
		for _, t := range a.texts {
			if (t.Language == newer.Text.Language) == same {
				add(t, "")
			}
		}
	}
	return bases
}

func baseReason(t, newer Text) string {
	if t.Session < newer.Session && t.Stage == resolution.Adopted {
		return "base.adopted"
	}
	return "base.series"
}

// before lists the texts of the same series and language that are earlier, newest first.
func (a *App) before(t Text) []Text {
	var found []Text
	for i := len(a.texts) - 1; i >= 0; i-- {
		u := a.texts[i]
		if u.Series == t.Series && u.Language == t.Language && u.ID != t.ID && u.earlier(t) {
			found = append(found, u)
		}
	}
	return found
}

// predecessor is the draft whose agreements a text inherits: the one it was made from, else the draft before it in the
// same series, session and language.
func (a *App) predecessor(t Text) (Text, bool) {
	if t.Parent != 0 {
		return a.Text(t.Parent)
	}
	for _, u := range a.before(t) {
		if u.Session == t.Session {
			return u, true
		}
	}
	return Text{}, false
}

func cited(d resolution.Draft) []string {
	var symbols []string
	for _, p := range d.Paragraphs {
		for _, c := range resolution.Citations(p.Text, d.Language) {
			if !slices.Contains(symbols, c.Symbol) {
				symbols = append(symbols, c.Symbol)
			}
		}
	}
	return symbols
}
