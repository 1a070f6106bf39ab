package app

import (
	"strings"

	"mutatis/app/resolution"
)

// evidence is what is known of a change when it is weighed.
type evidence struct {
	older, newer witness
	changes      []change
	hunks        []hunk // in reading order
	spaced       bool   // words were broken or joined
	misspelt     bool   // a word is spelt otherwise
	blank        bool   // a blank was filled in
	class        resolution.Class
	round        round
}

// witness is one side of a change, read for what it says.
type witness struct {
	joined
	signs  []sign
	topics resolution.Topic
}

// sign is a sign of a joined text.
type sign struct {
	resolution.Sign
	changed bool // it lies in a stretch that changed
	alone   bool // the other side has nothing that says the same
	opening bool // it opens a paragraph
	hunk    int  // the change it lies in, -1 for none
}

// read reads one side of a row. The changes' stretches of this side are found by pick.
func read(j joined, changes []change, pick func(change) stretch) witness {
	w := witness{joined: j}
	for _, p := range j.parts {
		read := resolution.ReadSigns(p.paragraph.Text, p.paragraph.Kind, p.citations, j.side.draft.Language)
		w.topics |= read.Topics
		for i, s := range read.Signs {
			s.From, s.To = s.From+p.at.from, s.To+p.at.from
			w.signs = append(w.signs, sign{Sign: s, opening: i == 0 && s.Kind == resolution.SignVerb, hunk: -1})
		}
	}
	at := 0
	for i := range w.signs {
		for at < len(changes) && pick(changes[at]).to <= w.signs[i].From {
			at++
		}
		for k := at; k < len(changes) && pick(changes[k]).from < w.signs[i].To; k++ {
			if s := pick(changes[k]); !s.empty() && isChange(changes[k]) && s.to > w.signs[i].From {
				w.signs[i].changed = true
			}
		}
	}
	return w
}

// hunk is a deletion with the insertion that takes its place.
type hunk struct {
	older, newer stretch
	lost, gained int    // words in it that the other side has not
	name         bool   // it completes a name or leaves off part of one
	passing      string // why it passes with the year
}

// cutHunks finds the hunks of a change and tells every sign in which it lies.
func (e *evidence) cutHunks() {
	open := false
	for _, c := range e.changes {
		if !isChange(c) {
			open = open && strings.TrimSpace(string(e.newer.text[c.newer.from:c.newer.to])) == ""
			continue
		}
		if !open {
			e.hunks = append(e.hunks, hunk{older: stretch{c.older.from, c.older.from}, newer: stretch{c.newer.from, c.newer.from}})
		}
		open = true
		h := &e.hunks[len(e.hunks)-1]
		h.older.to, h.newer.to = max(h.older.to, c.older.to), max(h.newer.to, c.newer.to)
	}
	e.likenesses()
	for i, h := range e.hunks {
		if !h.older.empty() && !h.newer.empty() && letters(e.older.between(h.older)) == letters(e.newer.between(h.newer)) {
			e.older.settle(h.older) // "health care", "healthcare"
			e.newer.settle(h.newer)
			e.spaced = e.spaced || onlySpaced(e.older.between(h.older), e.newer.between(h.newer))
		}
		e.hunks[i].lost, e.hunks[i].gained = e.older.enter(h.older, i), e.newer.enter(h.newer, i)
	}
	e.completeNames()
}

// settle takes from the signs of a stretch that they stand alone.
func (w witness) settle(s stretch) {
	for i, x := range w.signs {
		if x.From >= s.from && x.To <= s.to {
			w.signs[i].alone = false
		}
	}
}

func (w witness) between(s stretch) string { return string(w.text[s.from:s.to]) }

// completeNames finds what only completes a name that stands there already, or leaves off part of it: "the Third
// International Conference on Financing for Development".
func (e *evidence) completeNames() {
	for i, h := range e.hunks {
		w, s := e.newer, h.newer
		if s.empty() {
			w, s = e.older, h.older
		}
		if h.older.empty() != h.newer.empty() && w.completesName(s) {
			w.settle(s)
			e.hunks[i].lost, e.hunks[i].gained, e.hunks[i].name = 0, 0, true
		}
	}
}

// completesName reports a stretch of names and small words, nothing that joins among them, that belongs to the name
// before or after it.
func (w witness) completesName(s stretch) bool {
	first, last := -1, -1
	for i, x := range w.signs {
		if x.From < s.from || x.To > s.to {
			continue
		}
		small := x.Kind == resolution.SignLight && x.Rank == 0
		if !small && !(x.Capital && nameLike[x.Kind]) {
			return false
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	return first > 0 && (w.inName(first-1) || last+1 < len(w.signs) && !smallSign(w.signs[first]) && w.inName(last+1))
}

// nameLike holds the kinds of sign that names are made of.
var nameLike = map[resolution.SignKind]bool{
	resolution.SignWord: true, resolution.SignActor: true, resolution.SignBody: true, resolution.SignScope: true,
}

func (w witness) inName(i int) bool { return w.signs[i].Capital && nameLike[w.signs[i].Kind] }

func smallSign(s sign) bool {
	return s.Kind == resolution.SignLight || s.Kind == resolution.SignPoint
}

// enter tells the signs of a stretch in which hunk they lie and counts the words among them that stand alone.
func (w witness) enter(s stretch, hunk int) int {
	n := 0
	for i, x := range w.signs {
		if x.To > s.from && x.From < s.to {
			w.signs[i].hunk = hunk
			if x.alone && isContent(x) {
				n++
			}
		}
	}
	return n
}

func isContent(s sign) bool { return s.Kind == resolution.SignWord || s.Kind == resolution.SignDegree }

func isChange(c change) bool { return c.mark == resolution.Deleted || c.mark == resolution.Inserted }

func (w witness) words(s sign) string { return string(w.text[s.From:s.To]) }

func (w witness) kind() resolution.Kind {
	if len(w.parts) == 0 {
		return resolution.Unknown
	}
	return w.parts[0].paragraph.Kind
}

// meaning is what two signs are compared by.
type meaning struct {
	kind resolution.SignKind
	key  string
	rank int
}

func (s sign) meaning() meaning {
	m := meaning{s.Kind, s.Key, 0}
	if s.Kind == resolution.SignYear {
		m.kind = resolution.SignDate // of the same year, a day may come or go
	}
	if s.Kind == resolution.SignBody || s.Kind == resolution.SignModal {
		m.rank = s.Rank
	}
	return m
}

// compare finds the signs of each side that the other has not. Where paragraphs were merged or split, what is said once
// need not be said twice.
func (e *evidence) compare() {
	older, newer := e.older.count(), e.newer.count()
	repeated := e.class == resolution.Merged || e.class == resolution.Split
	e.older.markAlone(older, newer, repeated)
	e.newer.markAlone(newer, older, repeated)
	e.cutHunks()
}

func (w witness) count() map[meaning]int {
	n := map[meaning]int{}
	for _, s := range w.signs {
		n[s.meaning()]++
	}
	return n
}

// markAlone marks the signs that are too many on this side, those in changed words before others.
func (w witness) markAlone(own, other map[meaning]int, repeated bool) {
	spare := map[meaning]int{}
	for m, n := range own {
		if n > other[m] && !(repeated && other[m] > 0) {
			spare[m] = n - other[m]
		}
	}
	for _, changed := range []bool{true, false} {
		for i, s := range w.signs {
			if m := s.meaning(); s.changed == changed && spare[m] > 0 {
				w.signs[i].alone = true
				spare[m]--
			}
		}
	}
}

// alone lists the signs of a kind that only this side has.
func (w witness) alone(kinds ...resolution.SignKind) []sign {
	var out []sign
	for _, s := range w.signs {
		for _, k := range kinds {
			if s.alone && s.Kind == k {
				out = append(out, s)
			}
		}
	}
	return out
}

// has reports whether only this side has a sign of one of the kinds.
func (w witness) has(kinds ...resolution.SignKind) bool { return len(w.alone(kinds...)) > 0 }

// either reports whether a kind of sign stands on one side only.
func (e *evidence) either(kinds ...resolution.SignKind) bool {
	return e.older.has(kinds...) || e.newer.has(kinds...)
}
