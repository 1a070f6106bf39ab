package app

import (
	"context"
	"fmt"
	"slices"

	"mutatis/app/resolution"
	"mutatis/diff"
)

// HistoryEvent says what became of a paragraph in one text of its series.
type HistoryEvent string

// The events of a history.
const (
	FirstSeen HistoryEvent = "first"
	Unchanged HistoryEvent = "same"     // the same words as in the text before
	Reworded  HistoryEvent = "reworded" //
	SplitUp   HistoryEvent = "split"    // it became several, or is one of several
	MergedIn  HistoryEvent = "merged"   // it was made of several, or is one of them
	Dropped   HistoryEvent = "dropped"  // the text lacks it; said once, at the first that does
	Restored  HistoryEvent = "restored" // it is there again, in the same words or in others
)

// HistoryStep is a paragraph in one text of its series.
type HistoryStep struct {
	Text   Text
	Event  HistoryEvent
	Label  string         // what it is called there; "" where it is not
	Index  int            // its place in that text; -1 where it is not there
	Since  Text           // the text it is compared with, the last before that has it; zero at the first
	Row    resolution.Row // what changed in it since then
	ByHand bool           // a person had a say in what it continues
	Words  Text           // the earlier text whose very words came back, where they did
	judged Judgement
}

// Born is a stretch of a paragraph with the text in which its words first appeared along its history. All Words joined
// are the paragraph.
type Born struct {
	Text  Text
	Words string
}

// History is one paragraph through its series.
type History struct {
	Text     Text
	Index    int
	Label    string
	Title    string // of its text
	Steps    []HistoryStep
	Births   []Born
	Searched []Text // every text of the series in its language, in order: what is in no other was not looked at
}

// History follows one paragraph of a text of the library through its series.
func (a *App) History(s Stored, paragraph int) (History, error) {
	l, err := a.Lives(s)
	if err != nil {
		return History{}, err
	}
	return l.History(s.Text.ID, paragraph)
}

// Lives are all paragraphs of a series followed through its texts. It never changes.
type Lives struct {
	Texts    []Stored // in order, all in one language
	lineages []diff.Lineage
	at       map[diff.Place]diff.Step
	words    Words
	said     corrections // that were heeded
}

// Lives follows the paragraphs of the series of a text through all its texts in the same language.
func (a *App) Lives(s Stored) (*Lives, error) {
	texts, said, err := a.seriesTexts(s)
	if err != nil {
		return nil, err
	}
	return newLives(context.Background(), texts, said, a.Words)
}

// seriesTexts reads all texts of the series of a text, and what people said of their pairings.
func (a *App) seriesTexts(s Stored) (texts []Stored, said corrections, err error) {
	if s.Text.ID == 0 {
		return nil, nil, fmt.Errorf("%s is in no series: add it to the library first", s.Text.Name())
	}
	for _, t := range a.inOrder(s.Text) {
		text, err := a.Stored(t.ID)
		if err != nil {
			return nil, nil, err
		}
		texts = append(texts, text)
	}
	said, err = a.corrections()
	return texts, said, err
}

// inOrder lists the texts of the same series and language, the oldest first, a draft after the text it was made from.
func (a *App) inOrder(t Text) []Text {
	var list, made []Text
	for _, u := range a.texts {
		switch {
		case u.Series != t.Series || u.Language != t.Language:
		case u.Stage == resolution.Working && u.Parent != 0:
			made = append(made, u)
		default:
			list = append(list, u)
		}
	}
	for len(made) > 0 {
		left := len(made)
		made = slices.DeleteFunc(made, func(u Text) bool { return insertAfter(&list, u) })
		if len(made) == left { // their parents are elsewhere
			list = append(list, made...)
			break
		}
	}
	return list
}

// insertAfter puts a text behind its parent and what was made from that before.
func insertAfter(list *[]Text, t Text) bool {
	at := slices.IndexFunc(*list, func(u Text) bool { return u.ID == t.Parent })
	if at < 0 {
		return false
	}
	for at++; at < len(*list) && (*list)[at].Parent == t.Parent && (*list)[at].Stage == resolution.Working; at++ {
	}
	*list = slices.Insert(*list, at, t)
	return true
}

func newLives(ctx context.Context, texts []Stored, said corrections, w Words) (*Lives, error) {
	hints := said.through(texts)
	left, err := leftPartners(ctx, texts, said)
	if err != nil {
		return nil, err
	}
	hints.Apart = append(hints.Apart, left...)
	kind := func(p diff.Place) resolution.Kind { return texts[p.Text].Draft.Paragraphs[p.Paragraph].Kind }
	hints.Weigh = func(older, newer diff.Place) float64 { return kinship(kind(older), kind(newer)) }
	lineages, err := diff.Trace(ctx, wordings(texts), hints)
	if err != nil {
		return nil, fmt.Errorf("following the paragraphs through the series: %w", err)
	}
	l := &Lives{Texts: texts, lineages: lineages, at: map[diff.Place]diff.Step{}, words: w, said: said}
	for _, x := range lineages {
		for _, s := range x {
			l.at[s.Place] = s
		}
	}
	return l, nil
}

// wordings is the paragraphs' words of several texts.
func wordings(of []Stored) [][]string {
	out := make([][]string, len(of))
	for n, s := range of {
		out[n] = texts(s.Draft.Paragraphs)
	}
	return out
}

// History is one paragraph of one of the texts through all of them.
func (l *Lives) History(text int64, paragraph int) (History, error) {
	n := slices.IndexFunc(l.Texts, func(s Stored) bool { return s.Text.ID == text })
	if n < 0 || paragraph < 0 || paragraph >= len(l.Texts[n].Draft.Paragraphs) {
		return History{}, fmt.Errorf("text %d has no paragraph %d in this series", text, paragraph+1)
	}
	at := diff.Place{Text: n, Paragraph: paragraph}
	h := History{
		Text: l.Texts[n].Text, Index: paragraph, Label: l.label(at), Title: l.Texts[n].Draft.Title(),
		Steps: l.steps(diff.Follow(l.lineages, at)),
	}
	for _, s := range l.Texts {
		h.Searched = append(h.Searched, s.Text)
	}
	for _, b := range bridged(diff.Births(wordings(l.Texts), l.lineages, at)) {
		h.Births = append(h.Births, Born{l.Texts[b.Text].Text, b.Words})
	}
	return h.In(l.words), nil
}

// bridged gives a single older word to what stands on both its sides, where that was first seen in one text: in "79/7 of
// 30 October 2024" the month is as young as the rest, though other dates had it before.
func bridged(births []diff.Birth) []diff.Birth {
	var out []diff.Birth
	for k, b := range births {
		if k > 0 && k+1 < len(births) && CountWords(b.Words) <= 1 {
			if text := out[len(out)-1].Text; births[k+1].Text == text && b.Text < text {
				b.Text = text
			}
		}
		if n := len(out); n > 0 && out[n-1].Text == b.Text {
			out[n-1].Words += b.Words
		} else {
			out = append(out, b)
		}
	}
	return out
}

// In is the history with its reasons in another language of the interface.
func (h History) In(w Words) History {
	h.Steps = slices.Clone(h.Steps)
	for k, s := range h.Steps {
		h.Steps[k].Row.Reason = s.judged.Say(w)
	}
	return h
}

// label is what a delegate calls a paragraph, else its kind.
func (l *Lives) label(p diff.Place) string {
	d := l.Texts[p.Text].Draft
	if label := d.Labels()[p.Paragraph]; label != "" {
		return label
	}
	return string(d.Paragraphs[p.Paragraph].Kind)
}
