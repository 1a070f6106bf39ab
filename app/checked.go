package app

import (
	"fmt"

	"mutatis/app/resolution"
)

// Checked shows what an editor would stop at in a text or in a draft that is being written.
type Checked struct {
	Text     string // what the text is called
	Draft    resolution.Draft
	Findings []resolution.Finding
	key      string
}

// Key tells the checks of two texts apart.
func (t *Checked) Key() string { return "check " + t.key }

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
		d := e.Draft
		a.Show(&Checked{e.Name(a.Words), d, resolution.Check(d), e.Key()})
		return nil
	}
	s := a.shown()
	a.Show(&Checked{s.Text.Name(), s.Draft, resolution.Check(s.Draft), fmt.Sprint(s.Text.ID)})
	return nil
}
