package app

import (
	"strings"

	"mutatis/app/resolution"
)

// SetScope searches other texts with the same words.
func (a *App) SetScope(s Scope) error {
	t := a.finding()
	if t == nil || t.Query.Scope == s {
		return nil
	}
	t.Query.Scope = s
	return a.ShowPrecedents(t)
}

// SetSearchLanguage looks for typed words in another language; "" tells it from the words. A paragraph has its own.
func (a *App) SetSearchLanguage(l resolution.Language) error {
	t := a.finding()
	if t == nil || t.TextID != 0 || t.Query.Language == l {
		return nil
	}
	t.Query.Language = l
	return a.ShowPrecedents(t)
}

// filters is a scope without what a paragraph's search has of itself: that only earlier texts can be its source.
func (s Scope) filters() Scope { s.Before = Text{}; return s }

// Filtered reports whether a person narrowed the search.
func (t *Finding) Filtered() bool {
	return t.Query.Scope.filters() != Scope{} || t.TextID == 0 && t.Query.Language != ""
}

func (a *App) filtered() bool { t := a.finding(); return t != nil && t.Filtered() }

// ResetScope searches all texts again; of a paragraph's, those that were searched at first.
func (a *App) ResetScope() error {
	t := a.finding()
	if t == nil {
		return nil
	}
	t.Query.Scope = Scope{Before: t.Query.Scope.Before}
	if t.TextID == 0 {
		t.Query.Language = ""
	}
	return a.ShowPrecedents(t)
}

// toggleLater also searches the texts that came later, or only earlier ones.
func (a *App) toggleLater() error {
	t := a.finding()
	scope := t.Query.Scope
	if scope.Before != (Text{}) {
		scope.Before = Text{}
		return a.SetScope(scope)
	}
	s, err := a.Stored(t.TextID)
	if err != nil {
		return err
	}
	scope.Before = s.Text
	return a.SetScope(scope)
}

func (a *App) toggleAdopted() error {
	scope := a.finding().Query.Scope
	scope.Adopted = !scope.Adopted
	return a.SetScope(scope)
}

// ScopeWords says in words what a search is narrowed to, "" for nothing.
func (a *App) ScopeWords(q Query) string {
	var parts []string
	s := q.Scope
	if s.Organ != "" {
		parts = append(parts, a.Say("organ."+string(s.Organ)))
	}
	if s.Series != 0 {
		parts = append(parts, a.SeriesTitle(s.Series))
	}
	switch {
	case s.From != 0 && s.To != 0:
		parts = append(parts, a.Say("scope.sessions", spans([]int{s.From, s.To})))
	case s.From != 0:
		parts = append(parts, a.Say("scope.sessions-from", s.From))
	case s.To != 0:
		parts = append(parts, a.Say("scope.sessions-to", s.To))
	}
	if s.Kind != "" {
		parts = append(parts, a.Say("scope."+string(s.Kind)))
	}
	if s.Adopted {
		parts = append(parts, a.Say("scope.adopted"))
	}
	return strings.Join(parts, "; ")
}
