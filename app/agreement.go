package app

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// standing is a paragraph's status with the words it was given to.
type standing struct {
	resolution.Standing
	words   storage.Hash // of the paragraph when it was agreed
	at      time.Time
	who     string
	wording string // the words of words; "" where no text holds them any more
	in      Text   // where they stand
}

// agreed reports whether the status binds words, so that a change of them must show.
func agreed(s resolution.Status) bool { return s == resolution.AgreedAdRef || s == resolution.Agreed }

// Standings gives the status of every paragraph of a text. What was said of the paragraph itself rules; else it
// inherits from the draft before it: the same words keep their status, changed words lose their agreement visibly.
func (a *App) Standings(s Stored) ([]resolution.Standing, error) {
	all, err := a.standings(s, map[int64]bool{})
	if err != nil {
		return nil, fmt.Errorf("reading what is agreed of %s: %w", s.Text.Name(), err)
	}
	out := make([]resolution.Standing, len(all))
	for i := range all {
		out[i] = all[i].Standing
	}
	return out, nil
}

// standings follows the drafts back; seen guards against a circle of parents.
func (a *App) standings(s Stored, seen map[int64]bool) ([]standing, error) {
	seen[s.Text.ID] = true
	out := make([]standing, len(s.Draft.Paragraphs))
	for i, p := range s.Draft.Paragraphs {
		out[i].Status = unspoken(p)
	}
	if before, ok := a.predecessor(s.Text); ok && !seen[before.ID] {
		if err := a.inherit(out, s, before, seen); err != nil {
			return nil, err
		}
	}
	events, err := a.library.Events(s.Text.ID)
	if err != nil {
		return nil, err
	}
	for _, e := range effective(events) {
		if e.Paragraph < len(out) {
			x := standing{
				Standing: resolution.Standing{Status: resolution.Status(e.Status), Lost: e.Words != s.Words[e.Paragraph]},
				words:    e.Words, at: e.At, who: e.Who,
			}
			if !x.Lost {
				x.wording, x.in = s.Draft.Paragraphs[e.Paragraph].Text, s.Text
			}
			out[e.Paragraph] = x
		}
	}
	return out, nil
}

// unspoken is the status of a paragraph nobody has said anything of: what stands in square brackets is not agreed.
func unspoken(p resolution.Paragraph) resolution.Status {
	if strings.ContainsAny(p.Text, "[［") {
		return resolution.Bracketed
	}
	return resolution.Open
}

// inherit brings over what the draft before says.
func (a *App) inherit(out []standing, s Stored, before Text, seen map[int64]bool) error {
	older, err := a.Stored(before.ID)
	if err != nil {
		return err
	}
	old, err := a.standings(older, seen)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(old, func(x standing) bool { return !x.at.IsZero() }) {
		return nil // nobody has said anything: no need to pair
	}
	return a.bringOver(older, s, func(i, j int) { out[j] = pass(out[j], old[i], s.Words[j]) })
}

// pass is the status a paragraph takes over from one it continues.
func pass(now, then standing, words storage.Hash) standing {
	if then.at.IsZero() {
		return now // nobody has said anything of it
	}
	if then.words == words {
		then.Lost = false
		return then
	}
	if !agreed(then.Status) || (agreed(now.Status) && !now.Lost) {
		return now
	}
	then.Lost = true
	return then
}

// effective leaves out what was undone and keeps the last word on every paragraph.
func effective(events []storage.Event) []storage.Event {
	undone := map[storage.UID]bool{}
	for _, e := range events {
		if e.Undoes != (storage.UID{}) {
			undone[e.Undoes] = true
		}
	}
	last := map[int]storage.Event{}
	for _, e := range events {
		if e.Undoes == (storage.UID{}) && !undone[e.UID] {
			last[e.Paragraph] = e
		}
	}
	var out []storage.Event
	for _, e := range last {
		out = append(out, e)
	}
	return out
}

// pairs aligns two stored texts.
func (a *App) pairs(older, newer Stored) ([]Pairing, error) {
	corrections, err := a.Corrections(older, newer)
	if err != nil {
		return nil, err
	}
	return Pair(context.Background(), older.Draft.Paragraphs, newer.Draft.Paragraphs, corrections)
}

// SetStatus says of paragraphs of a text how far they are agreed. It can be undone.
func (a *App) SetStatus(s Stored, paragraphs []int, status resolution.Status) error {
	var events []storage.Event
	for _, i := range paragraphs {
		events = append(events, storage.Event{
			Draft: s.Text.ID, Paragraph: i, Words: s.Words[i], Status: string(status), Who: a.o.Who,
		})
	}
	if err := a.library.AddEvents(events); err != nil {
		return fmt.Errorf("keeping the status: %w", err)
	}
	a.did("undo.status", func() error { return a.takeBack(events) })
	return nil
}

func (a *App) takeBack(events []storage.Event) error {
	var back []storage.Event
	for _, e := range events {
		back = append(back, storage.Event{
			Draft: e.Draft, Paragraph: e.Paragraph, Words: e.Words, Undoes: e.UID, Who: a.o.Who,
		})
	}
	return a.library.AddEvents(back)
}

// Play is the state of play of a text: every paragraph that is negotiated, with its status.
type Play struct {
	Text   Text
	Rows   []PlayRow
	Totals map[resolution.Status]int // what lost its agreement counts as open
	Lost   int                       // words changed since agreed
	Gone   []GoneRow                 // agreed in the draft before and no longer there
}

// PlayRow is one paragraph of a state of play.
type PlayRow struct {
	Index    int
	Label    string
	Words    string // the whole paragraph
	Standing resolution.Standing
	Since    time.Time // zero where nobody has said anything
	Who      string
	Agreed   string           // the words that were agreed, where they changed since; "" where no text holds them
	AgreedIn Text             // that holds them
	Changes  []resolution.Run // the words with what changed since they were agreed marked; nil where nothing did
}

// GoneRow is an agreed paragraph of the draft before that this one lacks.
type GoneRow struct {
	Label  string
	Words  string
	Status resolution.Status
}

// Play draws up the state of play of a text.
func (a *App) Play(s Stored) (Play, error) {
	all, err := a.standings(s, map[int64]bool{})
	if err != nil {
		return Play{}, fmt.Errorf("drawing up the state of play of %s: %w", s.Text.Name(), err)
	}
	play := Play{Text: s.Text, Totals: map[resolution.Status]int{}}
	labels := s.Draft.Labels()
	for i, p := range s.Draft.Paragraphs {
		if labels[i] == "" {
			continue
		}
		x := all[i]
		play.Rows = append(play.Rows, a.playRow(PlayRow{Index: i, Label: labels[i], Words: p.Text}, x, s))
		if x.Lost {
			play.Lost++
			play.Totals[resolution.Open]++
		} else {
			play.Totals[x.Status]++
		}
	}
	play.Gone, err = a.gone(s)
	return play, err
}

// gone lists the paragraphs agreed in the draft before that have no successor.
func (a *App) gone(s Stored) ([]GoneRow, error) {
	before, ok := a.predecessor(s.Text)
	if !ok {
		return nil, nil
	}
	older, err := a.Stored(before.ID)
	if err != nil {
		return nil, err
	}
	old, err := a.standings(older, map[int64]bool{s.Text.ID: true})
	if err != nil {
		return nil, err
	}
	pairs, err := a.pairs(older, s)
	if err != nil {
		return nil, err
	}
	var gone []GoneRow
	labels := older.Draft.Labels()
	for _, p := range pairs {
		for _, i := range p.Older {
			if len(p.Newer) == 0 && agreed(old[i].Status) && !old[i].Lost {
				gone = append(gone, GoneRow{labels[i], older.Draft.Paragraphs[i].Text, old[i].Status})
			}
		}
	}
	return gone, nil
}

// bringOver calls over for every paragraph i of a text and the paragraph j of the next that it became.
func (a *App) bringOver(older, newer Stored, over func(i, j int)) error {
	pairs, err := a.pairs(older, newer)
	if err != nil {
		return err
	}
	for _, p := range pairs {
		for _, j := range p.Newer {
			for _, i := range p.Older {
				over(i, j)
			}
		}
	}
	return nil
}
