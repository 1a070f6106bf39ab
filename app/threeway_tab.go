package app

import (
	"context"
	"fmt"
	"slices"

	"mutatis/app/resolution"
)

// ComparingThree shows a draft against two bases.
type ComparingThree struct {
	promised
	*ThreeWay   // nil while it is being computed
	BaseIDs     [2]int64
	DraftID     int64
	ChangesOnly bool
	Selected    int // index of the chosen row, -1 for none
	notes       notesBeside
	held        int // the paragraph of the draft that is to be chosen when the rows are there, counted from 1; 0 for none
}

// chosenParagraph is the paragraph of the draft that is chosen, counted from 1; 0 for none.
func (t *ComparingThree) chosenParagraph() int {
	if t.ThreeWay != nil && t.Selected >= 0 && t.Selected < len(t.Rows) && len(t.Rows[t.Selected].Draft) > 0 {
		return t.Rows[t.Selected].Draft[0].Index + 1
	}
	return 0
}

// show takes a comparison; the paragraph that was chosen stays so.
func (t *ComparingThree) show(w *ThreeWay) {
	if at := t.chosenParagraph(); at > 0 {
		t.held = at
	}
	t.ThreeWay = w
	t.Selected = min(t.Selected, len(w.Rows)-1)
	if t.held > 0 {
		t.Selected = slices.IndexFunc(w.Rows, func(r ThreeRow) bool { return hasCell(r.Draft, t.held-1) })
		t.held = 0
	}
	if changes := t.Changes(); t.Selected < 0 && len(changes) > 0 {
		t.Selected = changes[0] // as in a comparison with one text: the first is where reading begins
	}
}

// Key makes one such view a draft.
func (t *ComparingThree) Key() string { return fmt.Sprintf("three %d", t.DraftID) }

// Name names the draft and its bases.
func (t *ComparingThree) Name(w Words) string {
	if t.ThreeWay == nil {
		return w.Say("tab.comparing")
	}
	return w.Say("three.title", t.Caption.Name, t.Captions[0].Name, t.Captions[1].Name)
}

// ThreeCommands are the commands of the three-way view. Its changes are stepped through as those of a comparison.
func (a *App) ThreeCommands() []Command {
	return []Command{
		{ID: "compare.three", Label: "compare.three", Menu: "compare", Enabled: a.hasTwoBases, Run: a.compareWithTwo},
	}
}

func (a *App) three() *ComparingThree {
	t, _ := a.Current().(*ComparingThree)
	return t
}

func (a *App) threeShown() bool { t := a.three(); return t != nil && t.ThreeWay != nil }

// hasTwoBases reports whether the text in front can be compared with two others at once.
func (a *App) hasTwoBases() bool {
	s := a.shown()
	if s == nil || s.Text.ID == 0 {
		return false
	}
	_, ok := a.anyTwoBases(*s)
	return ok
}

// anyTwoBases are the two best bases, or where there are none such the first two of those that are offered: a person
// can choose others.
func (a *App) anyTwoBases(draft Stored) ([2]Text, bool) {
	if bases, ok := a.TwoBases(draft); ok {
		return bases, true
	}
	if offered := a.Bases(draft); len(offered) > 1 {
		first, second := offered[0].Text, offered[1].Text
		if second.earlier(first) {
			first, second = second, first
		}
		return [2]Text{first, second}, true
	}
	return [2]Text{}, false
}

// TwoBases are the two texts a draft is best compared with at once: the last adopted resolution of an earlier session,
// and the text of its own session that was tabled last before it.
func (a *App) TwoBases(draft Stored) (bases [2]Text, ok bool) {
	before := a.before(draft.Text)
	if p, has := a.predecessor(draft.Text); has {
		before = append([]Text{p}, before...)
	}
	last := slices.IndexFunc(before, func(t Text) bool { return t.Session < draft.Text.Session && t.Stage == resolution.Adopted })
	tabled := slices.IndexFunc(before, func(t Text) bool { return t.Session == draft.Text.Session })
	if last < 0 || tabled < 0 {
		return bases, false
	}
	return [2]Text{before[last], before[tabled]}, true
}

func (a *App) compareWithTwo() error {
	bases, _ := a.anyTwoBases(*a.shown())
	return a.CompareThreeTexts(bases[0].ID, bases[1].ID, a.shown().Text.ID)
}

// CompareThreeTexts compares a text of the library with two others in the background and shows it.
func (a *App) CompareThreeTexts(first, second, draft int64) error {
	texts, err := a.threeTexts(first, second, draft)
	if err != nil {
		return err
	}
	tab := &ComparingThree{BaseIDs: [2]int64{first, second}, DraftID: draft, Selected: -1}
	if open, ok := a.find(tab.Key()).(*ComparingThree); ok {
		tab.ChangesOnly, tab.held = open.ChangesOnly, open.chosenParagraph()
	}
	a.Show(tab)
	return a.fillThree(tab, texts)
}

func (a *App) threeTexts(ids ...int64) (texts [3]Stored, err error) {
	for k, id := range ids {
		if texts[k], err = a.Stored(id); err != nil {
			return texts, err
		}
	}
	return texts, nil
}

// refreshThree compares anew: agreements or corrections may have changed.
func (a *App) refreshThree(i int, t *ComparingThree) error {
	for _, id := range []int64{t.BaseIDs[0], t.BaseIDs[1], t.DraftID} {
		if _, ok := a.Text(id); !ok {
			a.CloseTab(i)
			return nil
		}
	}
	texts, err := a.threeTexts(t.BaseIDs[0], t.BaseIDs[1], t.DraftID)
	if err != nil {
		return err
	}
	return a.fillThree(t, texts)
}

// fillThree computes the comparison of a tab.
func (a *App) fillThree(tab *ComparingThree, texts [3]Stored) error {
	v, err := a.ThreeView(texts[0], texts[1], texts[2])
	if err != nil {
		return err
	}
	notes, err := a.notesOf(texts[:]...)
	if err != nil {
		return err
	}
	var t *ThreeWay
	a.fill(tab, func() (err error) {
		t, err = CompareThree(context.Background(), texts[0], texts[1], texts[2], v)
		return err
	}, func() { tab.notes = notes; tab.show(t.In(a.Words)) })
	return nil
}

// ThreeView is what the library adds to a three-way comparison.
func (a *App) ThreeView(first, second, draft Stored) (v ThreeView, err error) {
	if v.First, err = a.View(first, draft); err != nil {
		return v, err
	}
	if v.Second, err = a.View(second, draft); err != nil {
		return v, err
	}
	v.Between, err = a.Corrections(first, second)
	return v, err
}

// stepThree goes to the next or the previous row that differs from a base.
func (a *App) stepThree(by int) func() error {
	return func() error {
		t := a.three()
		next, ok := stepIn(t.Changes(), t.Selected, by)
		if !ok {
			a.tell("status.no-more-changes")
			return nil
		}
		t.Selected = next
		a.changed()
		return nil
	}
}

// stepIn finds the member of an ascending list next to a number, before or after it.
func stepIn(list []int, from, by int) (int, bool) {
	k, _ := slices.BinarySearch(list, from+max(0, by))
	if by < 0 {
		k--
	}
	if k < 0 || k >= len(list) {
		return 0, false
	}
	return list[k], true
}
