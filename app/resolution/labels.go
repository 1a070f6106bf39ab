package resolution

import (
	"strconv"
	"strings"
)

// Labels is what a delegate calls each paragraph: "PP2", "OP3", "OP3 bis", "OP3 (a) (i)"; "I.OP3" where parts number
// their paragraphs each for itself; "" for titles and the like.
func (d Draft) Labels() []string {
	labels := make([]string, len(d.Paragraphs))
	l := labeller{restarts: d.restarts()}
	for i, p := range d.Paragraphs {
		labels[i] = l.label(p)
	}
	return labels
}

// restarts reports whether operative numbers begin again in the text.
func (d Draft) restarts() bool {
	ones := 0
	for _, p := range d.Paragraphs {
		if p.Kind == Operative && p.Number == "1" {
			ones++
		}
	}
	return ones > 1
}

// labeller counts on through a draft.
type labeller struct {
	restarts       bool
	part           string
	pre, operative int
	above          string   // the label of the paragraph that subparagraphs belong to
	levels         []string // the labels of the levels above the next subparagraph
}

func (l *labeller) label(p Paragraph) string {
	switch p.Kind {
	case Part:
		if l.restarts {
			l.part, l.pre, l.operative = p.Number+".", 0, 0
		}
	case Organ:
		l.pre, l.operative = 0, 0
	case Preambular:
		return l.begin("PP", p.Number, &l.pre)
	case Operative:
		return l.begin("OP", p.Number, &l.operative)
	case Subparagraph:
		level := max(p.Level, 1)
		for len(l.levels) < level {
			l.levels = append(l.levels, "")
		}
		l.levels = append(l.levels[:level-1], p.Number)
		return strings.Join(strings.Fields(l.above+" "+strings.Join(l.levels, " ")), " ")
	}
	return ""
}

// begin names a preambular or operative paragraph: by its number, or by its place where it has none.
func (l *labeller) begin(slot, printed string, count *int) string {
	number := strings.TrimLeft(printed, "ABCDEFGHIJKLMNOPQRSTUVWXYZПОД序执 ")
	if number == "" {
		*count++
		number = strconv.Itoa(*count)
	} else if n := leadingNumber(number); n > 0 {
		*count = n
	}
	l.above, l.levels = l.part+slot+number, nil
	return l.above
}
