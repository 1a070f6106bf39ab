package app

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/cases"

	"mutatis/app/resolution"
	"mutatis/diff"
)

// variants groups hits by their wording: whole paragraphs by their canonical words, stretches by theirs without regard
// for case. The surest and nearest come first, among equals the one that was used first.
func variants(q Query, hits []hit) []Variant {
	groups := map[string][]hit{}
	for _, h := range hits {
		key := string(h.wording.Words[:])
		if !h.whole {
			key = cases.Fold().String(diff.Canonical(slice(h.wording.Text, h.from, h.to)))
		}
		groups[key] = append(groups[key], h)
	}
	var all []Variant
	for _, group := range groups {
		all = append(all, variant(group))
	}
	slices.SortFunc(all, func(v, w Variant) int {
		return cmp.Or(cmp.Compare(v.Tier, w.Tier), cmp.Compare(w.Likeness, v.Likeness), compareUses(v.First, w.First), cmp.Compare(v.First.Index, w.First.Index))
	})
	return all
}

func variant(group []hit) Variant {
	best := slices.MinFunc(group, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.tier, b.tier), cmp.Compare(b.likeness, a.likeness), cmp.Compare(a.wording.ID, b.wording.ID))
	})
	words := best.wording.Text
	if !best.whole {
		words = slice(words, best.from, best.to)
	}
	v := Variant{
		Words: words, Tier: best.tier, Likeness: best.likeness, Paragraphs: len(group),
	}
	for _, h := range group {
		v.Uses = append(v.Uses, h.uses...)
	}
	slices.SortStableFunc(v.Uses, compareUses)
	v.First, v.Last = v.Uses[0], v.Uses[len(v.Uses)-1]
	texts, organs := map[int64]bool{}, map[Organ]bool{}
	for _, u := range v.Uses {
		texts[u.Text.ID] = true
		organs[organOf(u.Text)] = true
	}
	v.Texts = len(texts)
	for _, o := range []Organ{Assembly, SecurityCouncil, EconomicCouncil, HumanRights} {
		if organs[o] {
			v.Organs = append(v.Organs, o)
		}
	}
	return v
}

// compareUses orders uses by their texts, then as they stand in them. Texts of which nobody knows the session come last:
// they are no first use.
func compareUses(u, w Use) int {
	return cmp.Or(compareTexts(u.Text, w.Text), cmp.Compare(u.Index, w.Index))
}

func compareTexts(t, u Text) int {
	s, v := assemblySession(t), assemblySession(u)
	switch {
	case t.ID == u.ID:
		return 0
	case s != v && (s == 0 || v == 0):
		return cmp.Compare(v, s)
	case s != v:
		return cmp.Compare(s, v)
	case t.earlier(u):
		return -1
	}
	return 1
}

// assemblySession is the session of the General Assembly in which a text was written, 0 where nothing says it. What is no
// text of the Assembly has its date.
func assemblySession(t Text) int {
	if t.Date != "" && organOf(t) != Assembly {
		return resolution.SessionOn(t.Date)
	}
	if t.Session > 0 && t.Session < 1900 {
		return t.Session
	}
	return resolution.SessionOn(t.Date)
}

// organPrefixes tell whose a text is by its symbol, the longest first.
var organPrefixes = []struct {
	prefix string
	organ  Organ
}{
	{"A/HRC/", HumanRights}, {"E/CN.4/", HumanRights}, {"A/", Assembly}, {"S/", SecurityCouncil}, {"E/", EconomicCouncil},
}

func organOf(t Text) Organ {
	symbol := t.Symbol
	if symbol == "" && t.Number != "" {
		if s, err := resolution.ParseSymbol(t.Number); err == nil {
			symbol = s.String()
		}
	}
	for _, p := range organPrefixes {
		if strings.HasPrefix(symbol, p.prefix) {
			return p.organ
		}
	}
	return ""
}

// allows reports whether a text is searched.
func (s Scope) allows(t Text) bool {
	n := assemblySession(t)
	switch {
	case s.Series != 0 && t.Series != s.Series,
		s.Adopted && t.Stage != resolution.Adopted,
		s.From != 0 && n < s.From,
		s.To != 0 && (n > s.To || n == 0),
		s.Organ != "" && organOf(t) != s.Organ:
		return false
	}
	return s.Before == (Text{}) || earlierThan(t, s.Before)
}

// earlierThan reports whether a text can have lent its words to another. A working draft comes after what was tabled
// in its session before it, and before what was adopted there.
func earlierThan(t, u Text) bool {
	s, v := assemblySession(t), assemblySession(u)
	switch {
	case t.ID == u.ID && t.ID != 0:
		return false
	case t.ID == u.Parent && t.ID != 0:
		return true
	case s == 0 || v == 0:
		return v == 0 && s != 0 || s == v && (u.ID == 0 || t.ID < u.ID)
	case s != v:
		return s < v
	case u.Stage == resolution.Working:
		return t.Stage != resolution.Adopted && (u.ID == 0 || t.ID < u.ID)
	}
	return t.earlier(u)
}

// notSearched are what no one looks for as agreed language, unless by its kind.
var notSearched = map[resolution.Kind]bool{
	resolution.Masthead: true, resolution.Title: true, resolution.Organ: true, resolution.Closing: true,
}

// allowsKind reports whether a paragraph of a kind is searched. Operative takes in its subparagraphs.
func (s Scope) allowsKind(k resolution.Kind) bool {
	switch s.Kind {
	case "":
		return !notSearched[k]
	case resolution.Operative:
		return k == resolution.Operative || k == resolution.Subparagraph
	}
	return k == s.Kind
}

// complete gives the listed variants what only they need: redlines, labels and the titles of their series.
func (f *finder) complete(q Query, all []Variant) error {
	_, isExpression := parseExpression(q.Words)
	asked := q.Words
	if !q.Whole {
		asked = trimmed(q.Words)
	}
	for i, v := range all {
		if q.Whole || !isExpression {
			v.Redline = redlineOf(asked, v.Words)
		}
		titles := map[int64]bool{}
		for _, u := range v.Uses {
			if title := f.series[u.Text.Series]; title != "" && !titles[u.Text.Series] {
				titles[u.Text.Series] = true
				v.Series = append(v.Series, title)
			}
		}
		var err error
		if all[i], err = f.labelled(v, 1); err != nil {
			return err
		}
	}
	return nil
}

// redlineOf is both wordings in one.
func redlineOf(older, newer string) []resolution.Run {
	var runs []resolution.Run
	for _, s := range diff.Words(older, newer) {
		switch s.Op {
		case diff.Equal:
			runs = append(runs, resolution.Run{Text: s.B})
		case diff.Delete:
			runs = append(runs, resolution.Run{Text: s.A, Mark: resolution.Deleted})
		case diff.Insert:
			runs = append(runs, resolution.Run{Text: s.B, Mark: resolution.Inserted})
		}
	}
	return runs
}

// labelled gives the first uses of a variant, and the last, what the paragraphs are called.
func (f *finder) labelled(v Variant, most int) (Variant, error) {
	v.Uses = slices.Clone(v.Uses)
	for i := range v.Uses {
		if i >= most && i != len(v.Uses)-1 || v.Uses[i].Label != "" {
			continue
		}
		outline, err := f.library.Outline(v.Uses[i].Text.ID)
		if err != nil {
			return v, err
		}
		v.Uses[i].Label = labelIn(outline, v.Uses[i].Index)
	}
	v.First, v.Last = v.Uses[0], v.Uses[len(v.Uses)-1]
	return v, nil
}

// timeline counts uses by session, those without one first.
func timeline(all []Variant) []SessionUses {
	by := map[int]SessionUses{}
	for _, v := range all {
		for i, u := range v.Uses {
			n := assemblySession(u.Text)
			s := by[n]
			s.Session = n
			s.Uses++
			if i == 0 {
				s.First++
			}
			by[n] = s
		}
	}
	var line []SessionUses
	for _, s := range by {
		line = append(line, s)
	}
	slices.SortFunc(line, func(s, t SessionUses) int { return cmp.Compare(s.Session, t.Session) })
	return line
}

// searched says which texts a scope holds in some languages, and the sessions between them that it does not.
func (f *finder) searched(scope Scope, languages []resolution.Language) Searched {
	s := Searched{}
	there := map[int]bool{}
	filters := scope
	filters.Before = Text{}
	for _, t := range f.texts {
		if !slices.Contains(languages, t.Language) {
			continue
		}
		if !scope.allows(t) {
			switch {
			case !filters.allows(t):
				s.LeftOut++
			case t.ID != scope.Before.ID:
				s.Later++
			}
			continue
		}
		s.Texts++
		n := assemblySession(t)
		if n == 0 {
			s.Unknown++
			continue
		}
		there[n] = true
		if s.From == 0 || n < s.From {
			s.From = n
		}
		s.To = max(s.To, n)
	}
	if scope.From != 0 && s.To != 0 {
		s.From = scope.From
	}
	if scope.To != 0 && s.To != 0 {
		s.To = scope.To
	}
	for n := s.From; n <= s.To && s.To != 0; n++ {
		if !there[n] {
			s.Gaps = append(s.Gaps, n)
		}
	}
	return s
}
