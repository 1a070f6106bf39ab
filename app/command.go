package app

import (
	"fmt"

	"mutatis/app/resolution"
)

// Command is one thing a person can ask for. Menu, toolbar, shortcuts and palette are built from the one table of them.
type Command struct {
	ID      string // "compare.next"
	Label   string // key of the translation
	Menu    string // the menu it stands in: "file", "edit", "view", "compare", "changes", "agree", "draft", "help"
	Enabled func() bool
	Run     func() error
	Checked func() bool // for a command that switches something; nil else
}

// Commands is the table, in the order of the menus.
func (a *App) Commands() []Command { return a.commands }

// Command finds a command by its ID.
func (a *App) Command(id string) (Command, bool) {
	for _, c := range a.commands {
		if c.ID == id {
			return c, true
		}
	}
	return Command{}, false
}

// Do runs a command if it can be run now, and shows what went wrong.
func (a *App) Do(id string) {
	c, ok := a.Command(id)
	if !ok {
		a.report(fmt.Errorf("there is no command %s", id))
		return
	}
	a.Regain()
	if c.Enabled() {
		a.report(c.Run())
		a.changed()
	}
}

func always() bool { return true }

// commandTable is every command of the program.
func commandTable(a *App) []Command {
	var table []Command
	for _, part := range [][]Command{
		fileCommands(a), a.SafetyCommands(), closeCommands(a), editCommands(a), importCommands(a), viewCommands(a), a.ParallelCommands(), a.HistoryCommands(), pictureCommands(a), compareCommands(a),
		a.ThreeCommands(), a.GuardCommands(), changeCommands(a), a.CorrectionCommands(), searchCommands(a), originCommands(a), agreeCommands(a), a.PrivateCommands(), a.CheckCommands(), a.RollCommands(), draftCommands(a), helpCommands(a),
	} {
		table = append(table, part...)
	}
	return table
}

func fileCommands(a *App) []Command {
	open := func() bool { return a.shown() != nil }
	return []Command{
		{ID: "file.import", Label: "file.import", Menu: "file", Enabled: a.writable, Run: a.askImport},
		{ID: "file.import-folder", Label: "file.import-folder", Menu: "file", Enabled: a.writable, Run: a.askFolder},
		{ID: "file.paste", Label: "file.paste", Menu: "file", Enabled: a.writable, Run: a.paste},
		{ID: "file.accept", Label: "file.accept", Menu: "file", Enabled: a.importing, Run: a.Accept},
		{ID: "file.skip", Label: "file.skip", Menu: "file", Enabled: a.importing, Run: a.skip},
		{ID: "file.export.pdf", Label: "file.export.pdf", Menu: "file", Enabled: a.savedAsPDF, Run: a.export("pdf")},
		{ID: "file.export.docx", Label: "file.export.docx", Menu: "file", Enabled: a.savedAsWord, Run: a.export("docx")},
		{ID: "file.export.changes", Label: "file.export.changes", Menu: "file", Enabled: a.compared, Run: a.exportChanges},
		{ID: "file.export.txt", Label: "file.export.txt", Menu: "file", Enabled: a.savedAsText, Run: a.export("txt")},
		{ID: "file.export.akn", Label: "file.export.akn", Menu: "file", Enabled: open, Run: a.export("akn")},
		{ID: "file.export.json", Label: "file.export.json", Menu: "file", Enabled: open, Run: a.export("json")},
		{ID: "file.export.html", Label: "file.export.html", Menu: "file", Enabled: a.webPage, Run: a.export("html")},
		{ID: "file.preview", Label: "file.preview", Menu: "file", Enabled: a.printable, Run: a.preview},
		{ID: "file.print", Label: "file.print", Menu: "file", Enabled: a.printable, Run: a.print},
		{ID: "file.copy", Label: "file.copy", Menu: "file", Enabled: always, Run: a.askCopy},
		{ID: "file.verify", Label: "file.verify", Menu: "file", Enabled: always, Run: a.verify},
	}
}

func closeCommands(a *App) []Command {
	return []Command{
		{ID: "file.close", Label: "file.close", Menu: "file", Enabled: a.anyTab, Run: a.closeCurrent},
	}
}

func editCommands(a *App) []Command {
	return []Command{
		{ID: "edit.undo", Label: "edit.undo", Menu: "edit", Enabled: a.undoable, Run: a.undoCurrent},
		{ID: "edit.search", Label: "edit.search", Menu: "edit", Enabled: always, Run: a.focus("search")},
		{ID: "edit.rename", Label: "edit.rename", Menu: "edit", Enabled: a.hasSeries, Run: a.renameSeries},
		{ID: "edit.remove", Label: "edit.remove", Menu: "edit", Enabled: a.removable, Run: a.remove},
	}
}

func viewCommands(a *App) []Command {
	language := func(l string) Command {
		return Command{ID: "view.language." + l, Label: "view.language." + l, Menu: "view", Enabled: always,
			Run: func() error { return a.SetLanguage(l) }, Checked: func() bool { return a.Words.Language == l }}
	}
	variant := func(id string, dark bool) Command {
		return Command{ID: id, Label: id, Menu: "view", Enabled: always, Run: func() error { return a.setVariant(dark) }}
	}
	return []Command{
		{ID: "view.next-tab", Label: "view.next-tab", Menu: "view", Enabled: a.severalTabs, Run: a.stepTab(1)},
		{ID: "view.previous-tab", Label: "view.previous-tab", Menu: "view", Enabled: a.severalTabs, Run: a.stepTab(-1)},
		variant("view.light", false), variant("view.dark", true),
		language("en"), language("ru"),
	}
}

func compareCommands(a *App) []Command {
	return []Command{
		{ID: "compare.base", Label: "compare.base", Menu: "compare", Enabled: a.textShown, Run: a.compareWithBase},
		{ID: "compare.choose", Label: "compare.choose", Menu: "compare", Enabled: a.textShown, Run: a.askBase},
		{ID: "compare.swap", Label: "compare.swap", Menu: "compare", Enabled: a.compared, Run: a.swap},
		{ID: "compare.next", Label: "compare.next", Menu: "compare", Enabled: a.steppable, Run: a.step(1)},
		{ID: "compare.previous", Label: "compare.previous", Menu: "compare", Enabled: a.steppable, Run: a.step(-1)},
		{ID: "compare.inline", Label: "compare.inline", Menu: "compare", Enabled: a.compared, Run: a.toggleInline,
			Checked: func() bool { return a.compared() && a.comparing().Inline }},
		{ID: "compare.changes-only", Label: "compare.changes-only", Menu: "compare", Enabled: a.hasChangesOnly, Run: a.toggleChangesOnly,
			Checked: a.changesOnly},
	}
}

func agreeCommands(a *App) []Command {
	set := func(id string, s resolution.Status) Command {
		return Command{ID: id, Label: id, Menu: "agree", Enabled: a.paragraphChosen, Run: func() error { return a.agree(s) }}
	}
	return []Command{
		set("agree.open", resolution.Open), set("agree.bracketed", resolution.Bracketed),
		set("agree.ad-ref", resolution.AgreedAdRef), set("agree.agreed", resolution.Agreed),
		{ID: "agree.play", Label: "agree.play", Menu: "agree", Enabled: a.textShown, Run: a.showPlay},
	}
}

func draftCommands(a *App) []Command {
	insert := func(id string, k resolution.Kind) Command {
		return Command{ID: id, Label: id, Menu: "draft", Enabled: a.editing, Run: a.edit(func(e *Editing) error { return e.Insert(e.Selected+1, k) })}
	}
	change := func(id string, f func(*Editing) error) Command {
		return Command{ID: id, Label: id, Menu: "draft", Enabled: a.paragraphEdited, Run: a.edit(f)}
	}
	return []Command{
		{ID: "draft.new", Label: "draft.new", Menu: "draft", Enabled: a.draftable, Run: a.newDraft},
		insert("draft.insert.preambular", resolution.Preambular),
		insert("draft.insert.operative", resolution.Operative),
		insert("draft.insert.subparagraph", resolution.Subparagraph),
		change("draft.up", func(e *Editing) error { return e.Move(e.Selected, -1) }),
		change("draft.down", func(e *Editing) error { return e.Move(e.Selected, 1) }),
		change("draft.delete", func(e *Editing) error { return e.Delete(e.Selected) }),
		{ID: "draft.renumber", Label: "draft.renumber", Menu: "draft", Enabled: a.editing, Run: a.edit((*Editing).Renumber)},
		{ID: "draft.save", Label: "draft.save", Menu: "draft", Enabled: a.editing, Run: a.saveDraft},
		{ID: "draft.discard", Label: "draft.discard", Menu: "draft", Enabled: a.editing, Run: a.askDiscard},
	}
}

func helpCommands(a *App) []Command {
	return []Command{
		{ID: "help.sample", Label: "help.sample", Menu: "help", Enabled: func() bool { return a.writable() && !a.HasSample() }, Run: a.AddSample},
		{ID: "help.remove-sample", Label: "help.remove-sample", Menu: "help", Enabled: func() bool { return a.writable() && a.HasSample() }, Run: a.RemoveSample},
	}
}
