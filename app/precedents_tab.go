package app

import (
	"context"
	"fmt"
	"slices"

	"mutatis/app/resolution"
)

// Finding shows what was found of words in earlier texts.
type Finding struct {
	*Precedents        // nil while it is being looked for
	Query       Query  // what is asked now
	TextID      int64  // the text whose paragraph is asked for; 0 for typed words
	Index       int    // of that paragraph
	Label       string // what a delegate calls it
	Selected    int    // index of the chosen variant, -1 for none
	Use         int    // index of its chosen use: 0 is the first
	Failed      string // why nothing could be looked for: a sentence
	asked       int
}

// Basketing shows the basket.
type Basketing struct {
	All      []Found
	Selected int // -1 for none
}

// Key makes one search a paragraph, and one for typed words.
func (t *Finding) Key() string { return fmt.Sprintf("find %d %d", t.TextID, t.Index) }

// Name of a search names the words or the paragraph.
func (t *Finding) Name(w Words) string {
	if t.TextID != 0 {
		return w.Say("precedents.title", t.Label)
	}
	words := []rune(t.Query.Words)
	if len(words) > 24 {
		words = append(words[:23:23], '…')
	}
	return w.Say("precedents.phrase", string(words))
}

// Key of the basket: there is one.
func (t *Basketing) Key() string { return "basket" }

// Name of the basket.
func (t *Basketing) Name(w Words) string { return w.Say("basket.title") }

// searchCommands are the commands of agreed language and the basket.
func searchCommands(a *App) []Command {
	command := func(id string, enabled func() bool, run func() error) Command {
		return Command{ID: id, Label: id, Menu: "edit", Enabled: enabled, Run: run}
	}
	all := []Command{
		command("search.phrase", always, a.askPhrase),
		command("search.precedents", a.searchable, a.searchChosen),
		command("search.later", func() bool { t := a.finding(); return t != nil && t.TextID != 0 }, a.toggleLater),
		command("search.adopted", a.foundShown, a.toggleAdopted),
		command("search.reset", a.filtered, a.ResetScope),
		command("search.last", a.variantChosen, a.openLast),
		command("search.copy", a.variantChosen, a.copyVariant),
		command("basket.add", a.basketable, a.addChosen),
		command("basket.show", always, a.ShowBasket),
		command("basket.copy", always, a.copyBasket),
		command("basket.remove", a.basketChosen, func() error { return a.RemoveFromBasket(a.basketing().Selected) }),
		command("basket.phrase", a.phraseChosen, a.switchPhrase),
		command("basket.up", a.basketChosen, a.moveChosen(-1)),
		command("basket.down", a.basketChosen, a.moveChosen(1)),
		command("basket.empty", a.basketWritable, a.EmptyBasket),
	}
	all[2].Checked = func() bool { t := a.finding(); return t != nil && t.TextID != 0 && t.Query.Scope.Before == Text{} }
	phrase := slices.IndexFunc(all, func(c Command) bool { return c.ID == "basket.phrase" })
	all[phrase].Checked = func() bool { return a.phraseChosen() && a.basketing().All[a.basketing().Selected].Alone }
	all[3].Checked = func() bool { t := a.finding(); return t != nil && t.Query.Scope.Adopted }
	return all
}

func (a *App) finding() *Finding {
	t, _ := a.Current().(*Finding)
	return t
}

func (a *App) basketing() *Basketing {
	t, _ := a.Current().(*Basketing)
	return t
}

func (a *App) foundShown() bool { return a.finding() != nil }

// variant is the chosen variant in front.
func (a *App) variant() (Variant, bool) {
	t := a.finding()
	if t == nil || t.Precedents == nil || t.Selected < 0 || t.Selected >= len(t.Variants) {
		return Variant{}, false
	}
	return t.Variants[t.Selected], true
}

func (a *App) variantChosen() bool { _, ok := a.variant(); return ok }

func (a *App) basketChosen() bool {
	t := a.basketing()
	return t != nil && t.Selected >= 0 && t.Selected < len(t.All) && a.writable()
}

// phraseChosen reports whether a wording is chosen of which a phrase was found.
func (a *App) phraseChosen() bool {
	return a.basketChosen() && a.basketing().All[a.basketing().Selected].HasPhrase()
}

func (a *App) switchPhrase() error {
	t := a.basketing()
	return a.TakePhrase(t.Selected, !t.All[t.Selected].Alone)
}

func (a *App) basketWritable() bool { return a.basketing() != nil && a.writable() }

// searchable reports whether a paragraph is chosen that can be looked for.
func (a *App) searchable() bool { _, _, ok := a.spot(); return ok }

func (a *App) basketable() bool { return a.writable() && (a.variantChosen() || a.searchable()) }

func (a *App) askPhrase() error {
	if a.Hooks.EnterText == nil {
		return nil
	}
	words := ""
	if t := a.finding(); t != nil && t.TextID == 0 {
		words = t.Query.Words
	}
	a.Hooks.EnterText(a.Say("enter.phrase"), words, func(words string) { a.report(a.FindWords(words)) })
	return nil
}

// FindWords looks for typed words in all texts and shows what is found.
func (a *App) FindWords(words string) error { return a.FindWordsIn(words, "") }

// FindWordsIn looks for words of which it is known in which language they are, as those selected in a text are. Another
// phrase of the same tab is looked for where the one before it was.
func (a *App) FindWordsIn(words string, l resolution.Language) error {
	t := &Finding{Query: Query{Words: words, Language: l}, Selected: -1}
	if was, ok := a.find(t.Key()).(*Finding); ok {
		t.Query.Scope = was.Query.Scope
	}
	return a.ShowPrecedents(t)
}

func (a *App) searchChosen() error {
	text, paragraph, _ := a.spot()
	s, err := a.Stored(text)
	if err != nil {
		return err
	}
	return a.FindParagraph(s, paragraph)
}

// FindParagraph looks for the wordings of a paragraph in earlier texts and shows them.
func (a *App) FindParagraph(s Stored, at int) error {
	p := s.Draft.Paragraphs[at]
	label := s.Draft.Labels()[at]
	if label == "" {
		label = a.Say("kind." + string(p.Kind))
	}
	q := Query{Words: p.Text, Whole: true, Language: s.Text.Language, Scope: Scope{Before: s.Text}}
	return a.ShowPrecedents(&Finding{Query: q, TextID: s.Text.ID, Index: at, Label: label + " · " + s.Text.Name(), Selected: -1})
}

// ShowPrecedents looks for a query in the background and shows what is found. A later query of the same tab makes an
// earlier one void.
func (a *App) ShowPrecedents(t *Finding) error {
	a.asked++
	t.asked, t.Precedents, t.Selected, t.Use, t.Failed = a.asked, nil, -1, 0, ""
	a.Show(t)
	a.KeepFindable()
	f, q, asked := a.finder(), t.Query, a.asked
	isAsked := func() bool {
		open, ok := a.find(t.Key()).(*Finding)
		return ok && open.asked == asked
	}
	a.o.Go(func() {
		p, err := f.find(context.Background(), q)
		a.o.Post(func() {
			if !isAsked() {
				return
			}
			if err != nil {
				t.Failed = err.Error()
			} else {
				t.Precedents = &p
			}
			a.changed()
		})
	})
	return nil
}

// refreshFinding looks anew: texts may have been added or gone. What was chosen stays chosen where it is still found.
func (a *App) refreshFinding(i int, t *Finding) error {
	if t.TextID != 0 {
		if _, ok := a.Text(t.TextID); !ok {
			a.CloseTab(i)
			return nil
		}
	}
	a.asked++
	asked := a.asked
	t.asked = asked
	f, q := a.finder(), t.Query
	a.work(func() error {
		p, err := f.find(context.Background(), q)
		a.o.Post(func() {
			if open, ok := a.find(t.Key()).(*Finding); err == nil && ok && open.asked == asked {
				t.choose(&p)
				a.labelChosen(t)
			}
		})
		return err
	}, a.changed)
	return nil
}

// choose takes a new answer and chooses the variant in it that was chosen before.
func (t *Finding) choose(p *Precedents) {
	words := ""
	if t.Precedents != nil && t.Selected >= 0 && t.Selected < len(t.Variants) {
		words = t.Variants[t.Selected].Words
	}
	t.Precedents, t.Selected, t.Use = p, -1, 0
	for i, v := range p.Variants {
		if words != "" && v.Words == words {
			t.Selected = i
		}
	}
}

// found is the use of the chosen variant that is chosen; with its label.
func (a *App) foundUse() (Variant, Use, error) {
	v, _ := a.variant()
	t := a.finding()
	if t.Use < 0 || t.Use >= len(v.Uses) {
		t.Use = 0
	}
	if v.Uses[t.Use].Label == "" {
		var err error
		if v, err = a.LabelUses(v); err != nil {
			return v, Use{}, err
		}
		t.Variants[t.Selected] = v
	}
	return v, v.Uses[t.Use], nil
}

// copyVariant puts the chosen wording on the clipboard, with where it stands.
func (a *App) copyVariant() error {
	v, u, err := a.foundUse()
	if err == nil && a.Hooks.Copy != nil {
		a.Hooks.Copy(FoundIn(v, u).PhraseAlone().Cite())
		a.tell("status.cited")
	}
	return err
}

// addChosen puts into the basket what is chosen in front.
func (a *App) addChosen() error {
	var f Found
	if a.variantChosen() {
		v, u, err := a.foundUse()
		if err != nil {
			return err
		}
		f = FoundIn(v, u)
	} else {
		text, paragraph, _ := a.spot()
		s, err := a.Stored(text)
		if err != nil {
			return err
		}
		f = FoundParagraph(s, paragraph)
	}
	if err := a.AddToBasket(f); err != nil {
		return err
	}
	all, err := a.Basket()
	a.tell("basket.count", len(all))
	return err
}

// ShowBasket shows the basket.
func (a *App) ShowBasket() error {
	all, err := a.Basket()
	a.Show(&Basketing{All: all, Selected: -1})
	return err
}

func (a *App) refreshBasket(t *Basketing) (err error) {
	if t.All, err = a.Basket(); t.Selected >= len(t.All) {
		t.Selected = len(t.All) - 1
	}
	return err
}

// refreshBaskets shows the basket anew wherever it is open.
func (a *App) refreshBaskets() error {
	if t, ok := a.find("basket").(*Basketing); ok {
		return a.refreshBasket(t)
	}
	return nil
}

func (a *App) moveChosen(by int) func() error {
	return func() error {
		t := a.basketing()
		to := t.Selected + by
		if to < 0 || to >= len(t.All) {
			return nil
		}
		if err := a.MoveInBasket(t.Selected, by); err != nil {
			return err
		}
		t.Selected = to
		return nil
	}
}

// copyBasket puts all of the basket on the clipboard.
func (a *App) copyBasket() error {
	all, err := a.Basket()
	if err == nil && a.Hooks.Copy != nil && len(all) > 0 {
		a.Hooks.Copy(BasketText(all))
		a.tell("status.cited")
	}
	return err
}
