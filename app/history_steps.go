package app

import (
	"slices"

	"mutatis/app/resolution"
	"mutatis/diff"
)

// steps tells a paragraph's way text by text. Where it is away it is told once.
func (l *Lives) steps(way []diff.Step) []HistoryStep {
	var out []HistoryStep
	for k, s := range way {
		if k == 0 {
			out = append(out, l.first(s))
			continue
		}
		before := way[k-1]
		if s.Text-before.Text > 1 {
			out = append(out, l.dropped(before, before.Text+1))
		}
		out = append(out, l.next(before, s))
	}
	if n := len(way); n > 0 && way[n-1].Text < len(l.Texts)-1 {
		out = append(out, l.dropped(way[n-1], way[n-1].Text+1))
	}
	return out
}

func (l *Lives) step(p diff.Place, e HistoryEvent) HistoryStep {
	return HistoryStep{Text: l.Texts[p.Text].Text, Event: e, Label: l.label(p), Index: p.Paragraph}
}

// first shows the paragraph as it was first seen, without marks.
func (l *Lives) first(s diff.Step) HistoryStep {
	h := l.step(s.Place, FirstSeen)
	cell := Cells(l.Texts[s.Text].Draft, nil)[s.Paragraph]
	h.Row = resolution.Row{Class: resolution.New, Newer: []resolution.Cell{cell}, Inline: cell.Runs}
	return h
}

// dropped tells of the first text that lacks the paragraph.
func (l *Lives) dropped(last diff.Step, text int) HistoryStep {
	h := HistoryStep{Text: l.Texts[text].Text, Event: Dropped, Index: -1, Since: l.Texts[last.Text].Text}
	l.judge(&h, last.Text, text, Pairing{Older: []int{last.Paragraph}, Class: resolution.Gone})
	return h
}

// next compares a step with the one before, with all that was split or merged between these two texts.
func (l *Lives) next(before, now diff.Step) HistoryStep {
	p := l.pairing(before.Place, now.Place)
	h := l.step(now.Place, eventOf[p.Class])
	if now.Text-before.Text > 1 {
		h.Event = Restored
	}
	if now.Restored >= 0 {
		h.Words = l.Texts[now.Restored].Text
	}
	h.Since = l.Texts[before.Text].Text
	l.judge(&h, before.Text, now.Text, p)
	return h
}

// judge draws and weighs what changed between two texts.
func (l *Lives) judge(h *HistoryStep, older, newer int, p Pairing) {
	a, b := l.Texts[older].Draft, l.Texts[newer].Draft
	h.Row, h.judged = redlineRow(newSide(a, nil), newSide(b, nil), p, roundOf(a, b))
	h.ByHand = l.said.between(l.Texts[older].Words, l.Texts[newer].Words).concern(h.Row)
	if h.Event == Unchanged && h.Row.Class == resolution.Changed { // a note was added or dropped
		h.Event = Reworded
	}
}

var eventOf = map[resolution.Class]HistoryEvent{
	resolution.Same: Unchanged, resolution.MovedOnly: Unchanged, resolution.Changed: Reworded, resolution.MovedChanged: Reworded,
	resolution.Split: SplitUp, resolution.Merged: MergedIn,
}

// pairing is the match between two texts that two places stand in: all that they share sources and parts with.
func (l *Lives) pairing(before, now diff.Place) Pairing {
	in := map[diff.Place]bool{}
	for open := []diff.Place{before, now}; len(open) > 0; {
		p := open[len(open)-1]
		open = open[:len(open)-1]
		if in[p] {
			continue
		}
		in[p] = true
		for _, q := range slices.Concat(l.at[p].From, l.at[p].Into) {
			if q.Text == before.Text && p.Text == now.Text || q.Text == now.Text && p.Text == before.Text {
				open = append(open, q)
			}
		}
	}
	var p Pairing
	for q := range in {
		if q.Text == before.Text {
			p.Older = append(p.Older, q.Paragraph)
		} else {
			p.Newer = append(p.Newer, q.Paragraph)
		}
	}
	slices.Sort(p.Older)
	slices.Sort(p.Newer)
	m := diff.Match{A: p.Older, B: p.Newer, Moved: l.at[now].Moved}
	p.Class = classOf(m, l.Texts[before.Text].Draft.Paragraphs, l.Texts[now.Text].Draft.Paragraphs)
	return p
}
