package app

import (
	"context"
	"slices"

	"mutatis/app/docx"
	"mutatis/app/resolution"
	"mutatis/storage"
)

// Guarding shows what a Word file changes of its base text without marking it.
type Guarding struct {
	promised
	*Guard       // nil while it is being made
	TextID int64 // what the file was read into; 0 for one that is not kept yet
	BaseID int64
	Chosen int // index of a finding, then of a mark by hand; -1 for none
	file   string
}

// Key makes one such view a file.
func (t *Guarding) Key() string { return "guard " + t.file }

// Name of the tab names the file.
func (t *Guarding) Name(w Words) string { return w.Say("guard.title", t.file) }

// List draws the findings up.
func (t *Guarding) List(w Words) resolution.Report {
	if t.Guard == nil {
		return resolution.Report{Title: w.Say("guard.working"), Language: resolution.Language(w.Language)}
	}
	return t.Guard.In(w).Report(w)
}

// GuardCommands are the commands that look for changes without a mark.
func (a *App) GuardCommands() []Command {
	return []Command{{ID: "compare.unmarked", Label: "compare.unmarked", Menu: "compare", Enabled: a.guardable, Run: a.askUnmarked}}
}

// guardable reports whether a text of the library is in front, or a Word file whose import is checked.
func (a *App) guardable() bool {
	if _, now := a.checking(); now != nil {
		return now.MediaType == readers[".docx"].mediaType
	}
	s := a.shown()
	return s != nil && s.Text.ID != 0
}

// heldFile is a Word file that is to be looked through, and what is known of it.
type heldFile struct {
	name string
	data []byte
	text Text // what it was read into; of one that is not kept only the language
	base int64
}

// askUnmarked looks through the Word file in front: against the text beside which it is shown, else the one that it says
// it was made from.
func (a *App) askUnmarked() error {
	if _, now := a.checking(); now != nil {
		return a.lookThrough(heldFile{name: now.Name, data: now.Bytes, text: Text{Language: now.Draft.Language}})
	}
	s := a.shown()
	src, err := a.library.Source(s.Text.ID)
	if err != nil {
		return err
	}
	if src == nil || src.MediaType != readers[".docx"].mediaType {
		return &trouble{a.Say("guard.no-source", s.Text.Name()), ErrNotWord}
	}
	g := heldFile{name: src.Name, data: src.Bytes, text: s.Text}
	if t := a.comparing(); t != nil {
		g.base = t.OlderID
	}
	return a.lookThrough(g)
}

// lookThrough finds the base of a file, where nobody named it, and shows what is not marked against it.
func (a *App) lookThrough(g heldFile) error {
	if g.base != 0 {
		return a.showUnmarked(g)
	}
	library, texts := a.library, a.texts
	a.work(func() (err error) {
		g.base, err = declaredBase(library, texts, g)
		return err
	}, func() {
		if g.base != 0 {
			a.report(a.showUnmarked(g))
			return
		}
		a.askWhatFrom(g)
	})
	return nil
}

// askWhatFrom lets a person say what a file was made from.
func (a *App) askWhatFrom(g heldFile) {
	var offered []Text
	for _, t := range slices.Backward(a.texts) {
		if t.ID != g.text.ID && t.Language == g.text.Language {
			offered = append(offered, t)
		}
	}
	if len(offered) == 0 || a.Hooks.PickText == nil {
		a.tell("guard.no-base")
		return
	}
	a.Hooks.PickText(a.Say("guard.pick", g.name), offered, func(t Text) {
		g.base = t.ID
		a.report(a.showUnmarked(g))
	})
}

// declaredBase is the text of the library that is likest what a file says it changes: its text with all tracked changes
// rejected. It is 0 where there is none. It may be called from any goroutine.
func declaredBase(library *storage.Library, texts []Text, g heldFile) (int64, error) {
	d, err := docx.Read(context.Background(), g.data, docx.Options{View: docx.Original})
	if err != nil {
		return 0, err
	}
	var others []Text
	for _, t := range texts {
		if t.ID != g.text.ID && t.Language == d.Draft.Language {
			others = append(others, t)
		}
	}
	p := newPlacer(library, others)
	place, err := p.propose(d.Draft)
	if err != nil {
		return 0, err
	}
	for _, id := range []int64{place.Twin, place.Text} {
		if _, ok := p.texts[id]; ok {
			return id, nil
		}
	}
	return 0, nil
}

// showUnmarked shows what a file changes of its base without marking it.
func (a *App) showUnmarked(g heldFile) error {
	base, err := a.Stored(g.base)
	if err != nil {
		return err
	}
	v := View{Words: a.Words}
	if v.Standings.Older, err = a.Standings(base); err != nil {
		return err
	}
	tab := &Guarding{TextID: g.text.ID, BaseID: g.base, Chosen: -1, file: g.name}
	a.Show(tab)
	var made *Guard
	a.fill(tab, func() (err error) {
		made, err = NewGuard(context.Background(), base, g.name, g.data, v)
		return err
	}, func() { tab.Guard = made.In(a.Words) })
	return nil
}

func (a *App) guarding() *Guarding {
	t, _ := a.Current().(*Guarding)
	return t
}

// guardShown reports whether the finished list of what is not marked is in front.
func (a *App) guardShown() bool { t := a.guarding(); return t != nil && t.Guard != nil }

// OpenFinding shows the paragraph of a finding in the base text, where it still stands as it was.
func (a *App) OpenFinding(t *Guarding, at int) error {
	all := t.Findings()
	if at < 0 || at >= len(all) || all[at].Place != FoundInText || len(all[at].Row.Older) == 0 {
		return nil
	}
	if err := a.OpenText(t.BaseID); err != nil {
		return err
	}
	a.Choose(all[at].Row.Older[0].Index)
	return nil
}

// warnUnmarked tells in an import check of changes that a Word file with tracked changes does not mark against the text
// that it says it was made from. What cannot be held against anything is told of by others.
func (p *placing) warnUnmarked(i *Import) {
	if i.MediaType != readers[".docx"].mediaType || !slices.ContainsFunc(i.Problems, isTracked) {
		return
	}
	var texts []Text
	for _, t := range p.placer.texts {
		texts = append(texts, t)
	}
	id, err := declaredBase(p.placer.library, texts, heldFile{name: i.Name, data: i.Bytes})
	if err != nil || id == 0 {
		return
	}
	row, err := p.placer.library.Draft(id)
	if err != nil {
		return
	}
	d, err := fromRow(row)
	if err != nil {
		return
	}
	g, err := NewGuard(context.Background(), Stored{Text: textOf(row), Draft: d}, i.Name, i.Bytes, View{})
	if err == nil && g.Silent() > 0 {
		i.Problems = slices.Insert(i.Problems, 0, resolution.NewProblem(-1, unmarkedProblem, g.Silent(), g.Older.Text.Name()))
	}
}

// unmarkedProblem is the key of the sentence on changes that a file does not mark.
const unmarkedProblem = "unmarked"

// IsUnmarked reports whether a problem of an import is that changes are not marked: what they are can be shown.
func IsUnmarked(p resolution.Problem) bool { return p.Key == unmarkedProblem }

func isTracked(p resolution.Problem) bool { return p.Key == "accepted" || p.Key == "accepted-by" }
