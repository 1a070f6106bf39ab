package app

import (
	"fmt"
	"slices"

	"mutatis/app/resolution"
)

// Checked shows what an editor would stop at in a text or in a draft that is being written.
type Checked struct {
	Text     string // what the text is called
	Draft    resolution.Draft
	Findings []resolution.Finding
	text     int64    // of the library, where it is one
	work     *Editing // the draft that is being written, where it is one
}

// Key tells the checks of two texts apart.
func (t *Checked) Key() string {
	if t.work != nil {
		return "check " + t.work.Key()
	}
	return fmt.Sprint("check ", t.text)
}

// Name of the tab.
func (t *Checked) Name(w Words) string { return w.Say("tab.checked", t.Text) }

// List draws the findings up in the order of the text.
func (t *Checked) List(w Words) resolution.Report {
	r := resolution.Report{Title: t.Name(w), Subtitle: w.Say("check.count", len(t.Findings)), Language: resolution.Language(w.Language)}
	if len(t.Findings) == 0 {
		r.Subtitle = w.Say("check.nothing")
		return r
	}
	table := resolution.ReportTable{Columns: []string{w.Say("play.paragraph"), w.Say("check.level"), w.Say("check.finding")}}
	for _, f := range t.Findings {
		table.Rows = append(table.Rows, cells(w.FindingPlace(t.Draft, f), w.Say("check.level."+string(f.Level)), w.Remark(f)))
	}
	r.Sections = []resolution.Section{{Table: table}}
	return r
}

// Remark says in the interface's language what an editor would stop at.
func (w Words) Remark(f resolution.Finding) string { return w.Say("check.remark."+f.Key, f.Args...) }

// FindingPlace names the place of a finding: what a delegate calls the paragraph, the note, or the whole text.
func (w Words) FindingPlace(d resolution.Draft, f resolution.Finding) string {
	switch {
	case f.Note != "":
		return w.Say("check.note", f.Note)
	case f.Paragraph < 0 || f.Paragraph >= len(d.Paragraphs):
		return w.Say("check.whole")
	case f.Label == string(d.Paragraphs[f.Paragraph].Kind):
		return w.Say("kind." + f.Label)
	}
	return f.Label
}

// CheckCommands are the commands of the editor's check.
func (a *App) CheckCommands() []Command {
	return []Command{{ID: "draft.check", Label: "draft.check", Menu: "draft", Enabled: a.checkable, Run: a.checkText}}
}

func (a *App) checkable() bool { return a.editing() || a.textShown() }

// checkText looks through the text in front, or the draft that is being written as it is now.
func (a *App) checkText() error {
	if e, ok := a.Current().(*Editing); ok {
		a.Show(&Checked{Text: e.Name(a.Words), Draft: e.Draft, Findings: resolution.Check(e.Draft), work: e})
		return nil
	}
	s := a.shown()
	a.Show(&Checked{Text: s.Text.Name(), Draft: s.Draft, Findings: resolution.Check(s.Draft), text: s.Text.ID})
	return nil
}

// Lead shows the paragraph of the i-th finding in the text, or in the draft to mend it there; that of a note is the one that
// calls it. A draft that was saved or dropped since is not opened again.
func (a *App) Lead(t *Checked, i int) error {
	if i < 0 || i >= len(t.Findings) {
		return nil
	}
	at := placeOf(t.Findings[i], t.Draft)
	if t.work == nil {
		if err := a.OpenText(t.text); err != nil {
			return err
		}
		a.Choose(at)
		return nil
	}
	if a.find(t.work.Key()) == nil {
		return nil
	}
	a.Show(t.work)
	a.Choose(stillAt(t.Draft.Paragraphs, t.work.Draft.Paragraphs, at))
	return nil
}

// placeOf is the paragraph of a finding, -1 for none.
func placeOf(f resolution.Finding, d resolution.Draft) int {
	if f.Note == "" {
		return f.Paragraph
	}
	return slices.IndexFunc(d.Paragraphs, func(p resolution.Paragraph) bool {
		return slices.ContainsFunc(p.Notes, func(n resolution.NoteCall) bool { return n.Number == f.Note })
	})
}

// stillAt finds where a paragraph of a draft stands after the draft was written on: where its words are, else where it was.
func stillAt(then, now []resolution.Paragraph, at int) int {
	if at < 0 || at >= len(then) {
		return -1
	}
	if moved := slices.IndexFunc(now, func(p resolution.Paragraph) bool { return p.Text == then[at].Text }); moved >= 0 &&
		(at >= len(now) || now[at].Text != then[at].Text) {
		return moved
	}
	return min(at, len(now)-1)
}
