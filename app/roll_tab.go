package app

import (
	"context"
	"crypto/rand"
	"errors"
	"slices"
	"strconv"
	"strings"

	"mutatis/app/resolution"
)

// Rolling shows what became of a text that was rolled on to the next session, against the text it was made from: first
// what a person must look at, then the rest. The draft itself is written in a tab of its own.
type Rolling struct {
	ZeroDraft
	Compared *Comparison // of the draft with its base
	Work     *Editing
	Chosen   int // index of a card, -1 for none
}

// Key makes one such view a draft.
func (t *Rolling) Key() string { return "roll " + t.Work.ID }

// Name of the tab names the draft.
func (t *Rolling) Name(w Words) string { return w.Say("roll.title", t.Label(w)) }

// RolledCard is a paragraph, a note or a line of the masthead with what became of it; or a heading.
type RolledCard struct {
	Heading   string           // of a heading, nothing else in it
	Called    string           // "OP3"
	Reasons   []string         // what became of its places, and why
	Runs      []resolution.Run // its words in both texts
	Kind      resolution.Kind
	Paragraph int // index in the draft; -1 for a note or the masthead
}

// RollCommands are the commands that roll a text on.
func (a *App) RollCommands() []Command {
	return []Command{{ID: "draft.roll", Label: "draft.roll", Menu: "draft", Enabled: a.draftable, Run: a.askRoll}}
}

// askRoll asks for the session to roll the text in front on to; the one it asks for itself is filled in.
func (a *App) askRoll() error {
	s := *a.shown()
	if a.Hooks.EnterText == nil {
		return nil
	}
	next := ""
	if n := resolution.NextSession(s.Draft); n > 0 {
		next = strconv.Itoa(n)
	}
	a.Hooks.EnterText(a.Say("roll.ask"), next, func(words string) {
		n, err := strconv.Atoi(strings.TrimSpace(words))
		if err != nil {
			a.tell("roll.not-number", words)
			return
		}
		a.report(a.RollText(s, n))
	})
	return nil
}

// RollText makes the zero draft of a session from a text of the library: kept like any draft that is being written, it
// survives a crash. It shows what became of every place.
func (a *App) RollText(s Stored, session int) error {
	z, err := a.RollOn(s, session)
	if err != nil {
		return a.rollFault(err, s, session)
	}
	var c *Comparison
	words := a.Words
	a.work(func() (err error) {
		c, err = Compare(context.Background(), s, z.Stored(words), View{Words: words})
		return err
	}, func() {
		e := &Editing{ID: rand.Text(), Base: s.Text.ID, Draft: z.Draft, save: a.keepWork, Label: z.Label(a.Words)}
		if err := a.keepWork(e); err != nil {
			a.report(err)
			return
		}
		a.put(e)
		a.Show(&Rolling{ZeroDraft: z, Compared: c, Work: e, Chosen: -1})
		a.tell("roll.counts", len(z.ToLook()), len(z.Done()))
	})
	return nil
}

// rollFault says in the interface's language why a text cannot be rolled on.
func (a *App) rollFault(err error, s Stored, session int) error {
	switch {
	case errors.Is(err, resolution.ErrRollOrgan):
		return &trouble{a.Say("roll.fault.organ"), err}
	case errors.Is(err, resolution.ErrRollUnknown):
		return &trouble{a.Say("roll.fault.unknown"), err}
	case errors.Is(err, resolution.ErrRollBack):
		return &trouble{a.Say("roll.fault.back", s.Draft.Session), err}
	case errors.Is(err, resolution.ErrRollFar):
		return &trouble{a.Say("roll.fault.far", session), err}
	}
	return err
}

// OpenRolled shows a card's paragraph in the draft, to write in it. A draft that was saved or dropped is not opened again.
func (a *App) OpenRolled(t *Rolling, card RolledCard) error {
	if card.Heading != "" || a.find(t.Work.Key()) == nil {
		return nil
	}
	if card.Paragraph >= 0 {
		t.Work.Selected = min(card.Paragraph, len(t.Work.Draft.Paragraphs)-1)
	}
	a.Show(t.Work)
	return nil
}

// rolling reports whether what became of a text that was rolled on is in front.
func (a *App) rolling() bool { _, ok := a.Current().(*Rolling); return ok }

// Cards draws up what became of the text: what a person must look at first.
func (t *Rolling) Cards(w Words) []RolledCard {
	look, done := t.split(w)
	var cards []RolledCard
	if len(look) == 0 {
		cards = append(cards, RolledCard{Heading: w.Say("roll.no-look"), Paragraph: -1})
	} else {
		cards = append(append(cards, RolledCard{Heading: w.Say("roll.to-look"), Paragraph: -1}), look...)
	}
	if len(done) > 0 {
		cards = append(append(cards, RolledCard{Heading: w.Say("roll.done"), Paragraph: -1}), done...)
	}
	return cards
}

// split makes a card of all places of a paragraph; one of them to look at makes it a card to look at.
func (t *Rolling) split(w Words) (look, done []RolledCard) {
	for i := 0; i < len(t.Places); {
		j := i + 1
		for j < len(t.Places) && oneCard(t.Places[i], t.Places[j]) {
			j++
		}
		places := t.Places[i:j]
		card := t.card(w, places)
		if slices.ContainsFunc(places, func(r resolution.Rolled) bool { return r.Look }) {
			look = append(look, card)
		} else {
			done = append(done, card)
		}
		i = j
	}
	return look, done
}

// oneCard reports places of one card: of one paragraph or note, or lines of the masthead of which the same is said.
func oneCard(a, b resolution.Rolled) bool {
	if a.Advice != "" || b.Advice != "" || a.Paragraph != b.Paragraph || a.Note != b.Note {
		return false
	}
	return a.Paragraph >= 0 || a.Note != "" || a.Why == b.Why
}

func (t *Rolling) card(w Words, places []resolution.Rolled) RolledCard {
	first := places[0]
	card := RolledCard{Called: w.RolledPlace(first), Paragraph: first.Paragraph, Kind: resolution.Unknown}
	for _, r := range places {
		if r.Why == "recall-comma" {
			continue
		}
		reason := w.Rolled(r)
		if words := strings.TrimSpace(r.Now); r.Look && words != "" && first.Paragraph >= 0 {
			reason = w.Say("roll.place", words, reason)
		}
		if !slices.Contains(card.Reasons, reason) {
			card.Reasons = append(card.Reasons, reason)
		}
	}
	switch {
	case first.Why == "recall-none":
		card.Runs = []resolution.Run{{Text: first.Advice}}
	case first.Paragraph >= 0:
		card.Kind = t.Draft.Paragraphs[first.Paragraph].Kind
		card.Runs = t.row(first.Paragraph).Inline
	case first.Note != "":
		card.Runs = placedRuns(t.noteText(first.Note), places)
	default:
		card.Runs = lineRuns(places)
	}
	return card
}

// lineRuns are the lines of a masthead, one behind the other.
func lineRuns(places []resolution.Rolled) []resolution.Run {
	var runs []resolution.Run
	for k, r := range places {
		if k > 0 {
			runs = append(runs, resolution.Run{Text: " · "})
		}
		runs = append(runs, placedRuns(r.Now, []resolution.Rolled{r})...)
	}
	return runs
}

// row is the row of the comparison in which a paragraph of the draft stands.
func (t *Rolling) row(paragraph int) resolution.Row {
	for _, r := range t.Compared.Redline.Rows {
		for _, c := range r.Newer {
			if c.Index == paragraph {
				return r
			}
		}
	}
	return resolution.Row{}
}

func (t *Rolling) noteText(number string) string {
	note, _ := t.Draft.Footnote(number)
	return note.Text
}

// placedRuns are the words of a new text with what stood in its places before, struck through.
func placedRuns(text string, places []resolution.Rolled) []resolution.Run {
	runes, at := []rune(text), 0
	var runs []resolution.Run
	add := func(words string, mark resolution.Mark) {
		if words != "" {
			runs = append(runs, resolution.Run{Text: words, Mark: mark})
		}
	}
	for _, r := range places {
		length := len([]rune(r.Now))
		if r.Offset < at || r.Offset+length > len(runes) {
			continue
		}
		add(string(runes[at:r.Offset]), resolution.Kept)
		if r.Was == r.Now {
			add(r.Now, resolution.Kept)
		} else {
			add(r.Was, resolution.Deleted)
			add(r.Now, resolution.Inserted)
		}
		at = r.Offset + length
	}
	add(string(runes[at:]), resolution.Kept)
	return runs
}

// List draws the places up as they are printed.
func (t *Rolling) List(w Words) resolution.Report {
	r := resolution.Report{
		Title: t.Name(w), Subtitle: w.Say("roll.counts", len(t.ToLook()), len(t.Done())) + " " + w.Say("roll.compared", t.Base.Text.Name()),
		Language: resolution.Language(w.Language),
	}
	for _, c := range t.Cards(w) {
		if c.Heading != "" {
			table := resolution.ReportTable{Columns: []string{w.Say("play.paragraph"), w.Say("roll.words"), w.Say("roll.what")}}
			r.Sections = append(r.Sections, resolution.Section{Heading: c.Heading, Table: table})
			continue
		}
		table := &r.Sections[len(r.Sections)-1].Table
		row := cells(c.Called, "", strings.Join(c.Reasons, "; "))
		row[1] = c.Runs
		table.Rows = append(table.Rows, row)
	}
	return r
}
