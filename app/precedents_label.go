package app

import (
	"fmt"
	"strings"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// labelIn is what a delegate calls a paragraph of an outline, else its kind.
func labelIn(outline []storage.Paragraph, at int) string {
	if at < 0 || at >= len(outline) {
		return ""
	}
	var d resolution.Draft
	for _, p := range outline {
		d.Paragraphs = append(d.Paragraphs, fromRowParagraph(p))
	}
	if label := d.Labels()[at]; label != "" {
		return label
	}
	return outline[at].Kind
}

// Named is the text of a use with its date and what the paragraph is called there.
func (u Use) Named(w Words) string {
	name := u.Text.Name()
	if day := w.Day(u.Text.Date); day != "" {
		name += fmt.Sprintf(" (%s)", day)
	}
	if u.Label != "" {
		name += ", " + u.Label
	}
	return name
}

// Say is the honest line: in how many texts of which sessions was looked, and which sessions the library lacks.
func (s Searched) Say(w Words) string {
	line := w.Say("precedents.searched", s.Texts)
	switch {
	case s.Texts == 0:
		line = w.Say("precedents.searched-none")
	case s.To == 0:
	case s.Texts == 1:
		line = w.Say("precedents.searched-one", s.To)
	case s.From == s.To:
		line = w.Say("precedents.searched-session", s.Texts, s.To)
	default:
		line = w.Say("precedents.searched-sessions", s.Texts, spans([]int{s.From, s.To}))
	}
	if len(s.Gaps) > 0 {
		line += "; " + w.Say("precedents.gaps", spans(runsOf(s.Gaps)...))
	}
	if s.Unknown > 0 {
		line += "; " + w.Say("precedents.unknown", s.Unknown)
	}
	if s.LeftOut > 0 {
		line += "; " + w.Say("precedents.left-out", s.LeftOut)
	}
	if s.Later > 0 {
		line += "; " + w.Say("precedents.later", s.Later)
	}
	if s.Unindexed > 0 {
		line += "; " + w.Say("precedents.unindexed", s.Unindexed)
	}
	return line
}

// runsOf joins numbers that follow one another: 51, 53, 54, 55 are [51 51] and [53 55].
func runsOf(numbers []int) [][]int {
	var runs [][]int
	for _, n := range numbers {
		if k := len(runs) - 1; k >= 0 && runs[k][1] == n-1 {
			runs[k][1] = n
		} else {
			runs = append(runs, []int{n, n})
		}
	}
	return runs
}

// spans writes ranges of sessions: "51, 53–55".
func spans(ranges ...[]int) string {
	var parts []string
	for _, r := range ranges {
		switch r[1] - r[0] {
		case 0:
			parts = append(parts, fmt.Sprint(r[0]))
		default:
			parts = append(parts, fmt.Sprintf("%d–%d", r[0], r[1]))
		}
	}
	return strings.Join(parts, ", ")
}

// tierKeys are the translation keys of the tiers.
var tierKeys = map[Tier]string{ExactWords: "precedents.exact", StemWords: "precedents.forms", NearWords: "precedents.near"}

// TierWords says how sure a variant is: "word for word", "87 % alike".
func (v Variant) TierWords(w Words) string {
	if v.Tier == NearWords {
		return w.Say(tierKeys[v.Tier], int(v.Likeness*100))
	}
	return w.Say(tierKeys[v.Tier])
}

// Summary says in one line where a variant was first and last used and how often.
func (v Variant) Summary(w Words) string {
	if len(v.Uses) == 1 {
		return w.Say("precedents.once", v.First.Named(w))
	}
	return w.Say("precedents.summary", v.First.Named(w), v.Last.Named(w), len(v.Uses), v.Texts, len(v.Series))
}
