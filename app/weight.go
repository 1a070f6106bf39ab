package app

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// Judgement is what a change weighs and why.
type Judgement struct {
	Weight  resolution.Weight // "" where nothing changed
	Reasons []Reason          // the heaviest first, at most mostReasons
}

// Reason is one reason of a judgement: a key of the interface's words and what is set into them.
type Reason struct {
	Key    string
	Args   []string
	weight resolution.Weight
	order  int // within the weight, the first said first
}

// mostReasons is how many reasons are said of one change.
const mostReasons = 3

// Say gives the reasons in the language of the interface.
func (j Judgement) Say(w Words) string {
	said := make([]string, len(j.Reasons))
	for i, r := range j.Reasons {
		args := make([]any, len(r.Args))
		for k, a := range r.Args {
			args[k] = isolated(a)
		}
		said[i] = w.Say(r.Key, args...)
	}
	return strings.Join(said, "; ")
}

// isolated is words as they stand in a sentence that runs from left to right: what runs the other way does so by itself,
// so that two quotations beside each other do not change places and a number at the end of one stays there.
func isolated(words string) string {
	const first, pop = "\u2068", "\u2069" // first strong isolate, pop directional isolate
	if strings.ContainsFunc(words, func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) }) {
		return first + words + pop
	}
	return words
}

var heaviness = map[resolution.Weight]int{resolution.Substantive: 0, resolution.Technical: 1, resolution.Editorial: 2}

// conclude weighs reasons: the heaviest decides, and lighter ones than it are not said.
func conclude(reasons []Reason) Judgement {
	if len(reasons) == 0 {
		return Judgement{}
	}
	slices.SortStableFunc(reasons, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(heaviness[a.weight], heaviness[b.weight]), cmp.Compare(a.order, b.order))
	})
	j := Judgement{Weight: reasons[0].weight}
	for _, r := range reasons {
		known := slices.ContainsFunc(j.Reasons, func(x Reason) bool { return x.Key == r.Key && slices.Equal(x.Args, r.Args) })
		if !known && len(j.Reasons) < mostReasons && r.weight == j.Weight {
			j.Reasons = append(j.Reasons, r)
		}
	}
	return j
}

// round says how the newer text follows the older: whether it was rolled on to another session, so that dates and
// sessions had to change, or is a later form of the same text.
type round struct {
	rolled  bool
	session int // of the newer text, 0 where it is not known
	passed  int // sessions from the older text to the newer, 0 where it is not known
}

func roundOf(older, newer resolution.Draft) round {
	a, b := sessionOf(older), sessionOf(newer)
	same := a > 0 && a == b && !(adopted(older) && adopted(newer))
	r := round{rolled: !same, session: b}
	if a > 0 && b > 0 {
		r.passed = b - a
	}
	return r
}

// sessionOf is the session of the Assembly in which a text stands: as it says itself, else by the latest date in it.
func sessionOf(d resolution.Draft) int {
	if d.Session > 0 {
		return d.Session
	}
	for _, text := range []string{d.Symbol, d.Number} {
		if s, err := resolution.ParseSymbol(text); err == nil && s.SessionNumber() > 0 {
			return s.SessionNumber()
		}
	}
	date := d.Date
	if date == "" {
		date = d.LatestDate()
	}
	return resolution.SessionOn(date)
}

// adopted reports a text that was adopted: its stage says so or it has closing lines.
func adopted(d resolution.Draft) bool {
	return d.Stage == resolution.Adopted || slices.ContainsFunc(d.Paragraphs, func(p resolution.Paragraph) bool {
		return p.Kind == resolution.Closing
	})
}

// judge weighs what became of the paragraphs of a row. It depends on nothing but what it is given; notes says that a
// note call was added or dropped.
func judge(a, b joined, changes []change, class resolution.Class, r round, notes bool) Judgement {
	switch class {
	case resolution.New:
		return judgeNew(b, r)
	case resolution.Gone:
		return judgeGone(a, r)
	}
	e := evidence{older: read(a, changes, olderText), newer: read(b, changes, newerText), changes: changes, class: class, round: r}
	e.compare()
	var reasons []Reason
	for _, ask := range questions {
		reasons = append(reasons, ask(&e)...)
	}
	if notes {
		reasons = append(reasons, Reason{Key: "weight.notes", weight: resolution.Technical, order: 90})
	}
	if len(reasons) == 0 {
		reasons = e.editorial()
	}
	return conclude(soften(reasons, b))
}

// furniture holds the kinds of paragraph that no one negotiates: what changes in them is technical at most.
var furniture = map[resolution.Kind]bool{
	resolution.Masthead: true, resolution.Closing: true, resolution.Organ: true,
}

func soften(reasons []Reason, j joined) []Reason {
	if len(j.parts) == 0 || !furniture[j.parts[0].paragraph.Kind] {
		return reasons
	}
	for _, r := range reasons {
		if r.weight != resolution.Editorial {
			return []Reason{{Key: "weight.furniture." + string(j.parts[0].paragraph.Kind), weight: resolution.Technical}}
		}
	}
	return reasons
}
