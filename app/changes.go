package app

import (
	"cmp"
	"slices"

	"mutatis/app/resolution"
)

// Facet is a kind of change that a person can leave out of a comparison: a weight or a class.
type Facet string

// The facets of a change: its weight, and what became of its paragraph.
const (
	SubstantiveChange Facet = "substantive"
	TechnicalChange   Facet = "technical"
	EditorialChange   Facet = "editorial"
	RewordedChange    Facet = "reworded"
	MovedChange       Facet = "moved"
	SplitChange       Facet = "split"
	MergedChange      Facet = "merged"
	NewChange         Facet = "new"
	DeletedChange     Facet = "deleted"
)

// WeightFacets and ClassFacets list the facets in the order in which they are offered.
var (
	WeightFacets = []Facet{SubstantiveChange, TechnicalChange, EditorialChange}
	ClassFacets  = []Facet{RewordedChange, MovedChange, SplitChange, MergedChange, NewChange, DeletedChange}
)

// classFacets are the facets of a class. What was moved and reworded is both: it is shown as long as either is.
var classFacets = map[resolution.Class][]Facet{
	resolution.Changed: {RewordedChange}, resolution.MovedOnly: {MovedChange}, resolution.MovedChanged: {RewordedChange, MovedChange},
	resolution.Split: {SplitChange}, resolution.Merged: {MergedChange}, resolution.New: {NewChange}, resolution.Gone: {DeletedChange},
}

// Filter is a set of facets that are left out of a comparison. The zero value leaves nothing out.
type Filter uint16

// facets are all of them; the place of each is its bit in a filter.
var facets = slices.Concat(WeightFacets, ClassFacets)

func bitOf(f Facet) Filter { return 1 << slices.Index(facets, f) }

// Without reports whether changes of a facet are left out.
func (f Filter) Without(x Facet) bool { return f&bitOf(x) != 0 }

// Toggle leaves the changes of a facet out, or takes them in again.
func (f Filter) Toggle(x Facet) Filter { return f ^ bitOf(x) }

// Shows reports whether a row is shown. A row without a change is no change to be left out, and one whose weight nobody
// knows is left out by none.
func (f Filter) Shows(r resolution.Row) bool {
	if r.Class == resolution.Same || f == 0 {
		return true
	}
	if r.Weight != "" && f.Without(Facet(r.Weight)) {
		return false
	}
	return slices.ContainsFunc(classFacets[r.Class], func(x Facet) bool { return !f.Without(x) })
}

// Change is one line of the list of changes.
type Change struct {
	Row  int  // index in Redline.Rows, or in Redline.Footnotes
	Note bool // it is a footnote
	What resolution.Row
}

// AllChanges lists every change of the comparison, footnotes last, whatever is left out.
func (c *Comparison) AllChanges() []Change {
	var all []Change
	for _, part := range []struct {
		rows []resolution.Row
		note bool
	}{{c.Redline.Rows, false}, {c.Redline.Footnotes, true}} {
		for i, row := range part.rows {
			if row.Class != resolution.Same {
				all = append(all, Change{i, part.note, row})
			}
		}
	}
	return all
}

// ChangeList lists the changes that are shown, in the order of the text or the heaviest first, and counts those that
// are not.
func (t *Comparing) ChangeList() (shown []Change, leftOut int) {
	for _, c := range t.AllChanges() {
		if t.Filter.Shows(c.What) {
			shown = append(shown, c)
		} else {
			leftOut++
		}
	}
	if t.ByWeight {
		slices.SortStableFunc(shown, func(x, y Change) int { return cmp.Compare(heaviness[x.What.Weight], heaviness[y.What.Weight]) })
	}
	return shown, leftOut
}

// FacetCounts says how many changes there are of every facet, whatever is left out.
func (c *Comparison) FacetCounts() map[Facet]int {
	counts := map[Facet]int{}
	for _, change := range c.AllChanges() {
		if change.What.Weight != "" {
			counts[Facet(change.What.Weight)]++
		}
		for _, f := range classFacets[change.What.Class] {
			counts[f]++
		}
	}
	return counts
}

// Changes lists the indexes of the rows that a person steps through: the changes that are shown.
func (t *Comparing) Changes() []int {
	return slices.DeleteFunc(t.Comparison.Changes(), func(i int) bool { return !t.Filter.Shows(t.Redline.Rows[i]) })
}

// LeftOut says in words how many changes of which weight are among rows that a filter leaves out: "3 editorial".
func (w Words) LeftOut(rows []resolution.Row, f Filter) (words string, many int) {
	counts := map[resolution.Weight]int{}
	for _, r := range rows {
		if !f.Shows(r) {
			counts[r.Weight]++
			many++
		}
	}
	for _, weight := range []resolution.Weight{resolution.Substantive, resolution.Technical, resolution.Editorial, ""} {
		if n := counts[weight]; n > 0 {
			if words != "" {
				words += ", "
			}
			words += w.Say("filter.many."+cmp.Or(string(weight), "unknown"), n)
		}
	}
	return words, many
}
