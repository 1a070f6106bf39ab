package app

import (
	"fmt"

	"mutatis/app/resolution"
)

// ZeroDraft is a text rolled on to a coming session, with what became of every place.
type ZeroDraft struct {
	Base   Stored
	Draft  resolution.Draft
	Places []resolution.Rolled
}

// RollOn makes the zero draft of a coming session from a text. Earlier are the symbols of the texts before it in its
// series, where they are known.
func RollOn(base Stored, session int, earlier []string) (ZeroDraft, error) {
	d, places, err := resolution.Roll(base.Draft, resolution.Rolling{Session: session, Earlier: earlier})
	if err != nil {
		return ZeroDraft{}, fmt.Errorf("%s: %w", base.Text.Name(), err)
	}
	return ZeroDraft{base, d, places}, nil
}

// RollOn makes the zero draft of a coming session from a text of the library, which knows what came before it.
func (a *App) RollOn(base Stored, session int) (ZeroDraft, error) {
	var earlier []string
	for _, t := range a.texts {
		if t.Series != 0 && t.Series == base.Text.Series && t.Symbol != "" && t.earlier(base.Text) && t.Stage == resolution.Adopted {
			earlier = append(earlier, t.Symbol)
		}
	}
	return RollOn(base, session, earlier)
}

// Label names a zero draft: "zero draft of session 60, from A/RES/59/262".
func (z ZeroDraft) Label(w Words) string {
	return w.Say("roll.label", z.Draft.Session, z.Base.Text.Name())
}

// Stored is the zero draft as a text that is in no library yet.
func (z ZeroDraft) Stored(w Words) Stored {
	return Stored{
		Text: Text{
			Label: z.Label(w), Title: z.Draft.Title(), Language: z.Draft.Language, Session: z.Draft.Session, Stage: z.Draft.Stage,
			Series: z.Base.Text.Series, Parent: z.Base.Text.ID,
		},
		Draft: z.Draft,
	}
}

// KeepZeroDraft stores a zero draft in the series of the text it was made from. One that is there already is named, not
// added twice.
func (a *App) KeepZeroDraft(z ZeroDraft) (t Text, already bool, err error) {
	row, err := toRow(z.Draft)
	if err != nil {
		return Text{}, false, err
	}
	row.Series, row.Parent, row.Label = z.Base.Text.Series, z.Base.Text.ID, z.Label(a.Words)
	id, already, err := a.keep(row, nil, "")
	if err != nil {
		return Text{}, false, fmt.Errorf("keeping the zero draft: %w", err)
	}
	t, _ = a.Text(id)
	return t, already, nil
}

// ToLook are the places a person must look at, and Done those that were rolled on and need no look, in the order of the text.
func (z ZeroDraft) ToLook() []resolution.Rolled { return z.only(true) }

// Done are the places that were rolled on and need no look.
func (z ZeroDraft) Done() []resolution.Rolled { return z.only(false) }

func (z ZeroDraft) only(look bool) []resolution.Rolled {
	var list []resolution.Rolled
	for _, r := range z.Places {
		if r.Look == look && r.Why != "recall-comma" { // a comma is no news
			list = append(list, r)
		}
	}
	return list
}

// Rolled says why a place was rolled on, or what a person should look at.
func (w Words) Rolled(r resolution.Rolled) string {
	if r.Why == "step" {
		return w.Say("roll.why.step", r.Advice)
	}
	return w.Say("roll.why." + r.Why)
}

// RolledPlace names the place: what a delegate calls the paragraph, the note, the masthead, or the whole text.
func (w Words) RolledPlace(r resolution.Rolled) string {
	switch {
	case r.Note != "":
		return w.Say("check.note", r.Note)
	case r.What == resolution.RollMasthead:
		return w.Say("kind.masthead")
	case r.What == resolution.RollClosing:
		return w.Say("kind.closing")
	case r.Paragraph < 0:
		return w.Say("check.whole")
	case r.Label == "", isKind(r.Label):
		return w.Say("kind." + r.Label)
	}
	return r.Label
}

func isKind(label string) bool {
	for _, k := range resolution.Kinds {
		if label == string(k) {
			return true
		}
	}
	return false
}

// RolledJSON is a place of a rolled text as the terminal program prints it.
type RolledJSON struct {
	Paragraph int    `json:"paragraph"` // index in the draft's paragraphs; -1 for the masthead, the closing, a note or the whole
	Note      string `json:"note"`
	Label     string `json:"label"` // "OP3 (a)", "note 4"
	What      string `json:"what"`  // masthead, session, year, recall, report, date, closing
	Rule      string `json:"rule"`
	Done      bool   `json:"done"` // it was rolled on
	Look      bool   `json:"look"` // a person must look at it
	Was       string `json:"was"`
	Now       string `json:"now"`
	Offset    int    `json:"offset"` // code points of the new text before the place
	Length    int    `json:"length"`
	Why       string `json:"why"`
	Advice    string `json:"advice"`
}

// JSON gives the places of a zero draft the form of the terminal program.
func (z ZeroDraft) JSON(w Words) []RolledJSON {
	list := []RolledJSON{}
	for _, r := range z.Places {
		list = append(list, RolledJSON{
			r.Paragraph, r.Note, r.Label, string(r.What), r.Why, r.Done(), r.Look, r.Was, r.Now, r.Offset, r.Length, w.Rolled(r), r.Advice,
		})
	}
	return list
}
