package app

import (
	"slices"

	"mutatis/app/resolution"
)

// governed is what says something together with what it hangs on: A on "requests" in "requests A to ask B".
type governed struct {
	by   string
	what meaning
}

// exchanged: two parts of a sentence took each other's place without taking along what they hang on. Not a word came or
// went, and the sentence says something else: "requests A to ask B", "from A to B", "not A but B".
func (e *evidence) exchanged() []Reason {
	if e.class == resolution.Split || e.class == resolution.Merged {
		return nil
	}
	governors := []func(witness, int) string{witness.nearestWord, witness.nearest}
	if e.newer.side.draft.Language == resolution.Chinese { // its particles come behind
		governors = governors[:1]
	}
	for _, governor := range governors {
		older, newer := e.older.hangs(governor), e.newer.hangs(governor)
		lost, gained := less(older, newer), less(newer, older)
		for i, was := range lost[:min(len(lost), mostHanging)] {
			for _, other := range lost[i+1:] {
				if crossed(was.governed, other.governed, gained) {
					return []Reason{substantive(2, "weight.exchanged", e.older.words(was.sign), e.older.words(other.sign))}
				}
			}
		}
	}
	return nil
}

// mostHanging bounds how much is looked through: where more hangs otherwise, the text was rewritten, and that is said.
const mostHanging = 40

// less lists what hangs in a text so and nowhere so in the other.
func less(all, other []hanging) []hanging {
	known := map[governed]bool{}
	for _, h := range other {
		known[h.governed] = true
	}
	var out []hanging
	for _, h := range all {
		if !known[h.governed] {
			out = append(out, h)
		}
	}
	return out
}

// crossed reports two things that hang the other way round in the newer text.
func crossed(a, b governed, gained []hanging) bool {
	if a.by == b.by || a.what == b.what {
		return false
	}
	hangs := func(g governed) bool {
		return slices.ContainsFunc(gained, func(h hanging) bool { return h.governed == g })
	}
	return hangs(governed{a.by, b.what}) && hangs(governed{b.by, a.what})
}

// hanging is a sign with what it hangs on.
type hanging struct {
	governed
	sign sign
}

// hangs lists what both texts say, with what it hangs on; what a change touched first.
func (w witness) hangs(governor func(witness, int) string) []hanging {
	var all []hanging
	for i, s := range w.signs {
		if s.alone || !mayHang[s.Kind] {
			continue
		}
		if by := governor(w, i); by != "" {
			all = append(all, hanging{governed{by, s.meaning()}, s})
		}
	}
	slices.SortStableFunc(all, func(a, b hanging) int {
		switch {
		case a.sign.changed == b.sign.changed:
			return 0
		case a.sign.changed:
			return -1
		}
		return 1
	})
	return all
}

// mayHang holds the kinds of sign that can take each other's place.
var mayHang = map[resolution.SignKind]bool{
	resolution.SignWord: true, resolution.SignActor: true, resolution.SignBody: true, resolution.SignScope: true, resolution.SignMoney: true,
	resolution.SignNumber: true, resolution.SignTitle: true,
}

// nearestWord is the word before sign i that says something. Over a comma or an "and" nothing hangs on anything, for
// the members of a list may stand in any order.
func (w witness) nearestWord(i int) string {
	for k := i - 1; k >= 0; k-- {
		switch s := w.signs[k]; {
		case s.Kind == resolution.SignPoint || s.Kind == resolution.SignLight && s.Rank == joins:
			return ""
		case s.Kind == resolution.SignLight && s.Rank != contrasts || s.Kind == resolution.SignAdditive:
		default:
			return s.governs()
		}
	}
	return ""
}

// nearest is the small words before sign i, or where there are none the word before it.
func (w witness) nearest(i int) string {
	by := ""
	for k := i - 1; k >= 0; k-- {
		switch s := w.signs[k]; {
		case s.Kind == resolution.SignLight && s.Rank == joins || s.Kind == resolution.SignPoint:
			return ""
		case s.Kind == resolution.SignLight:
			by = s.Key + " " + by
		case by == "":
			return s.governs()
		default:
			return by
		}
	}
	return by
}

func (s sign) governs() string { return string(rune('a'+int(s.Kind))) + s.Key }

// The ranks of small words that join.
const (
	joins     = 1 // "and"
	contrasts = 2 // "but"
)
