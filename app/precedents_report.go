package app

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mutatis/app/resolution"
)

// Report draws what was found as it is printed: what was asked, where was looked, and every wording with its uses.
func (a *App) precedentsReport(t *Finding) resolution.Report {
	w, p := a.Words, t.Precedents
	r := resolution.Report{Title: t.Name(w), Subtitle: a.HonestWords(t), Language: resolution.Language(w.Language)}
	r.Sections = append(r.Sections, resolution.Section{Heading: w.Say("precedents.asked"), Text: []string{p.Query.Words}})
	if len(p.Variants) == 0 {
		r.Sections[0].Text = append(r.Sections[0].Text, w.Say("precedents.none"))
	}
	for _, v := range p.Variants {
		r.Sections = append(r.Sections, v.section(w))
	}
	return r
}

// capital is words with a capital letter at their beginning.
func capital(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}

func (v Variant) section(w Words) resolution.Section {
	s := resolution.Section{Heading: capital(v.TierWords(w)) + " · " + v.Summary(w), Text: []string{v.Words}}
	if v.First.Context != v.Words {
		s.Text = append(s.Text, v.First.Context)
	}
	if len(v.Uses) > 2 {
		var names []string
		for _, u := range v.Uses {
			names = append(names, u.Named(w))
		}
		s.Text = append(s.Text, w.Say("precedents.uses", len(v.Uses))+": "+strings.Join(names, "; "))
	}
	return s
}

// HonestWords says how many wordings were found and where was looked; what was left out is said, too.
func (a *App) HonestWords(t *Finding) string {
	w, p := a.Words, t.Precedents
	parts := []string{w.Say("precedents.wordings", p.Found), p.Searched.Say(w)}
	if p.Language != "" {
		parts = append(parts, w.Say("language."+string(p.Language)))
	} else {
		parts = append(parts, w.Say("scope.latin"))
	}
	if scope := a.ScopeWords(p.Query); scope != "" {
		parts = append(parts, w.Say("scope.narrowed", scope))
	}
	if p.Cut {
		parts = append(parts, w.Say("precedents.cut"))
	}
	return strings.Join(parts, " · ")
}
