package app

import (
	"cmp"
	"slices"
	"strings"

	"mutatis/storage"
)

// PrivateCommands are the commands that note something of the chosen paragraph for oneself.
func (a *App) PrivateCommands() []Command {
	note := func(id, kind string) Command {
		return Command{ID: id, Label: id, Menu: "agree", Enabled: a.notable, Run: func() error { return a.askPrivateNote(kind) }}
	}
	return []Command{
		note("note.note", storage.Note), note("note.position", storage.Position), note("note.instruction", storage.Instruction),
	}
}

// askPrivateNote asks for the words of a note on the chosen paragraph. There is one of each kind: what is there already is
// changed, and removed where no words are left.
func (a *App) askPrivateNote(kind string) error {
	if a.Hooks.EnterText == nil {
		return nil
	}
	s, at, _ := a.noted()
	all, err := a.PrivateNotes(s)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(all[at], func(n PrivateNote) bool { return n.Kind == kind && !n.Older })
	was := PrivateNote{}
	if i >= 0 {
		was = all[at][i]
	}
	a.Hooks.EnterText(a.Say("enter."+kind, a.ParagraphName(s, at)), was.Text, func(words string) {
		a.report(a.putPrivateNote(s, at, was, kind, strings.TrimSpace(words)))
		a.report(a.refresh())
	})
	return nil
}

// ParagraphName is what a delegate calls a paragraph; of one without a label, what it is.
func (a *App) ParagraphName(s Stored, at int) string {
	if at < 0 || at >= len(s.Draft.Paragraphs) {
		return ""
	}
	return cmp.Or(s.Draft.Labels()[at], a.Say("kind."+string(s.Draft.Paragraphs[at].Kind)))
}

func (a *App) putPrivateNote(s Stored, at int, was PrivateNote, kind, words string) (err error) {
	switch {
	case words == was.Text:
	case words == "":
		err = a.RemovePrivateNote(was)
	case was.Text != "":
		err = a.EditPrivateNote(was, words)
	default:
		_, err = a.AddPrivateNote(s, at, kind, words)
	}
	return err
}
