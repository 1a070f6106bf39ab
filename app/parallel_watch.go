package app

import (
	"slices"
	"strconv"
	"strings"

	"mutatis/app/resolution"
)

// watch lists where two versions do not say the same, in the order of the rows.
func watch(rows []ParallelRow, l, r *version) []Difference {
	var found []Difference
	shift := 0 // how far the numbers of operative paragraphs are apart: one number that is out shifts all that follow
	for i, row := range rows {
		b, c := l.block(row.Left), r.block(row.Right)
		switch {
		case c == nil:
			found = append(found, Difference{Row: i, Kind: DifferentParagraph, Left: b.name()})
			continue
		case b == nil:
			found = append(found, Difference{Row: i, Kind: DifferentParagraph, Right: c.name()})
			continue
		}
		if b.count != 0 && c.count != 0 {
			if b.count-c.count != shift {
				found = append(found, Difference{i, DifferentLabel, b.label, c.label})
			}
			shift = b.count - c.count
		}
		found = append(found, b.differences(i, c)...)
	}
	if n, m := len(l.draft.Footnotes), len(r.draft.Footnotes); n != m {
		found = append(found, Difference{-1, DifferentFootnotes, strconv.Itoa(n), strconv.Itoa(m)})
	}
	return found
}

// differences lists what two blocks that stand side by side do not both say.
func (b *versionBlock) differences(row int, c *versionBlock) []Difference {
	var found []Difference
	if b.kind != c.kind {
		found = append(found, Difference{row, DifferentKind, string(b.kind), string(c.kind)})
	}
	for kind, said := range factKinds {
		left, right := onlyIn(b.facts, c.facts, resolution.FactKind(kind)), onlyIn(c.facts, b.facts, resolution.FactKind(kind))
		if left+right != "" {
			found = append(found, Difference{row, said, left, right})
		}
	}
	if b.notes != c.notes {
		found = append(found, Difference{row, DifferentNotes, strconv.Itoa(b.notes), strconv.Itoa(c.notes)})
	}
	return found
}

var factKinds = [...]DifferenceKind{
	resolution.FactNumber: DifferentNumber, resolution.FactDate: DifferentDate, resolution.FactSymbol: DifferentSymbol,
}

// onlyIn names the facts of a kind that are written in figures here and nowhere there, not in words either, once for each
// time they stand here more often.
func onlyIn(here, there []resolution.Fact, kind resolution.FactKind) string {
	stand := map[string]int{}
	for _, f := range there {
		stand[f.Key]++
	}
	var only []string
	for _, f := range here {
		if stand[f.Key]--; stand[f.Key] < 0 && f.Kind == kind && f.Figures {
			only = append(only, f.Key)
		}
	}
	return strings.Join(only, ", ")
}

func (v *version) block(at []int) *versionBlock {
	if len(at) == 0 {
		return nil
	}
	return &v.blocks[slices.IndexFunc(v.blocks, func(b versionBlock) bool { return b.at[0] == at[0] })]
}

func (b *versionBlock) name() string {
	if b.label != "" {
		return b.label
	}
	return string(b.kind)
}
