package ui

import (
	"cmp"
	"os"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/ui/widgets"
)

// Options says how the window is made. The zero value remembers nothing.
type Options struct {
	Preferences fyne.Preferences  // where the window remembers things; nil: nowhere
	Version     string            // of the program, for About
	Language    string            // of the interface, where none was chosen; "" is the system's
	Beside      func(work func()) // runs work beside the making of the window; nil leaves it to the window
}

// UI is the window on an app.App. All its methods belong to Fyne's goroutine.
type UI struct {
	app        *app.App
	window     fyne.Window
	remembered memory
	version    string
	language   string // where none was chosen
	own        []app.Command
	held       func() fyne.KeyModifier // the modifiers that are held down

	shade         widgets.Shade
	dark          bool    // as it is drawn
	readOnly      bool    // the library, as it is drawn
	letters       float32 // size of a document's letters
	libraryHidden bool

	menu    *menuBar
	tools   *toolbar
	library *library
	tabs    *tabBar
	views   map[string]view // of the open tabs, by their keys
	place   *fyne.Container // where the view in front stands
	split   *container.Split
	status  *statusLine

	selection *widgets.Selection // the words selected with the mouse, one stretch in the whole window
	busy      bool               // drawing
	started   bool               // what was open the last time is open again
}

// New draws an app in a window and takes the window's events. The window is not shown yet.
func New(a *app.App, window fyne.Window, o Options) *UI {
	u := &UI{
		app: a, window: window, remembered: memory{o.Preferences}, version: o.Version, language: o.Language, held: heldKeys,
		views: map[string]view{}, selection: &widgets.Selection{},
	}
	u.own = u.ownCommands()
	u.selection.OnChanged = u.selected
	u.recall()
	u.hook()
	window.SetPadded(false)
	window.Resize(u.remembered.size())
	if o.Beside != nil {
		o.Beside(warmStock) // it and the making of the window take a fifth of a second each
	}
	window.Show()
	u.build()
	window.SetCloseIntercept(u.quit)
	window.SetOnDropped(u.dropped)
	window.Canvas().SetOnTypedKey(u.typedAnywhere)
	window.Canvas().SetOnTypedRune(u.typedRune)
	fyne.CurrentApp().Settings().AddListener(func(fyne.Settings) { u.followSystem() })
	return u
}

// recall takes over what was remembered.
func (u *UI) recall() {
	u.letters = float32(u.remembered.number("letters", normalLetters))
	u.libraryHidden = u.remembered.word("library.hidden") != ""
	u.app.HideChanges = u.remembered.word("changes.hidden") != ""
	u.app.ShowOrigins = u.remembered.word("provenance") != ""
	u.app.Looked = u.remembered.languages()
	u.shade = widgets.Shade(u.remembered.number("shade", 0))
	language := cmp.Or(u.remembered.word("language"), u.language, systemLanguage())
	u.app.Words = app.LoadWords(language)
	u.wear()
}

// wear puts the theme on.
func (u *UI) wear() {
	shade := u.shade
	if shade == widgets.AsSystem && !desktopPrefers() {
		shade = widgets.Light
	}
	fyne.CurrentApp().Settings().SetTheme(widgets.NewTheme(shade, u.app.Words.Language))
}

// followSystem draws the window anew where the system turned from light to dark or back.
func (u *UI) followSystem() {
	if u.dark != isDark() && !u.busy {
		u.build()
	}
}

// isDark reports whether the theme is dark now.
func isDark() bool {
	settings := fyne.CurrentApp().Settings()
	t, ours := settings.Theme().(*widgets.Theme)
	return ours && t.Dark(settings.ThemeVariant())
}

// desktopPrefers reports whether there is a desktop that could say whether it is light or dark. Without one the toolkit
// takes it for dark.
func desktopPrefers() bool {
	return runtime.GOOS != "linux" || os.Getenv("DBUS_SESSION_BUS_ADDRESS") != ""
}

// setShade makes the window light or dark.
func (u *UI) setShade(s widgets.Shade) {
	u.shade = s
	u.remembered.setNumber("shade", float64(s))
	u.busy = true // the toolkit tells of its new theme before we are ready to draw in it
	u.wear()
	u.busy = false
	u.build()
}

// hook answers what the app asks of the window.
func (u *UI) hook() {
	u.app.Hooks = app.Hooks{
		Changed: u.refresh, Failed: u.show, PickFiles: u.pickFiles, PickFolder: u.pickFolder, AskPassword: u.askPassword,
		PickPlace: u.pickPlace, PickText: u.pickText,
		EnterText: u.enterText, EnterSecret: u.enterSecret, Confirm: u.confirm, Focus: u.focus,
		Paste:      func() string { return fyne.CurrentApp().Clipboard().Content() },
		Copy:       func(words string) { fyne.CurrentApp().Clipboard().SetContent(words) },
		SetVariant: func(dark bool) { u.setShade(map[bool]widgets.Shade{true: widgets.Dark, false: widgets.Light}[dark]) },
		ShowOrigin: u.showOrigin,
		Sure:       u.sure, Tell: u.tell, PickLibrary: u.pickLibrary, ShowFaults: u.showFaults,
		SwitchTo: u.switchTo,
	}
}

// build makes every part of the window anew: at the start, and when its language or its colours change.
func (u *UI) build() {
	u.views, u.dark, u.readOnly = map[string]view{}, isDark(), u.app.ReadOnly()
	query := ""
	if u.library != nil {
		query = u.library.search.Text
	}
	u.menu, u.tools, u.tabs, u.status = newMenuBar(u), newToolbar(u), newTabBar(u), newStatusLine(u)
	u.library = newLibrary(u)
	u.place = container.NewStack()
	middle := container.NewBorder(u.tabs.scroll, nil, nil, nil, u.place)
	u.split = container.NewHSplit(u.library.object, middle)
	u.split.Offset = u.remembered.number("split", 0.225)
	var body fyne.CanvasObject = u.split
	if u.libraryHidden {
		body = middle
	}
	ground := canvas.NewRectangle(theme.Color(theme.ColorNameBackground))
	u.window.SetMainMenu(u.menu.menu)
	u.window.SetContent(container.NewStack(ground, container.NewBorder(
		container.NewVBox(u.tools.object, widget.NewSeparator()), u.status.object, nil, nil, body)))
	u.library.search.SetText(query)
	u.refresh()
}

// refresh draws what changed. Every part looks for itself whether anything concerns it.
func (u *UI) refresh() {
	if u.busy {
		return
	}
	if u.readOnly != u.app.ReadOnly() { // what can be tapped is another
		u.build()
		return
	}
	u.busy = true
	defer func() { u.busy = false }()
	u.tabs.refresh()
	u.showFront()
	u.library.refresh()
	u.menu.refresh()
	u.tools.refresh()
	u.status.refresh()
	u.rememberTabs()
	u.window.SetTitle(u.title())
}

func (u *UI) title() string {
	if t := u.app.Current(); t != nil {
		return t.Name(u.app.Words) + " — Mutatis"
	}
	return "Mutatis"
}

// command finds a command of either table.
func (u *UI) command(id string) (app.Command, bool) {
	for _, c := range u.commands() {
		if c.ID == id {
			return c, true
		}
	}
	return app.Command{}, false
}

// frontText is the text of the library that is in front, 0 where there is none.
func (u *UI) frontText() int64 {
	switch t := u.app.Current().(type) {
	case *app.Reading:
		return t.Stored.Text.ID
	case *app.Comparing:
		return t.NewerID
	case *app.Playing:
		return t.Play.Text.ID
	case *app.Editing:
		return t.Base
	}
	return 0
}

// focus gives the keyboard to a part of the window.
func (u *UI) focus(part string) {
	if part == "search" {
		if u.libraryHidden {
			u.toggleLibrary()
		}
		u.window.Canvas().Focus(u.library.search)
		u.library.search.TypedShortcut(&fyne.ShortcutSelectAll{})
		return
	}
	u.focusView()
}

// focusView gives the keyboard back to the view in front: keys that no field takes are its own.
func (u *UI) focusView() { u.window.Canvas().Unfocus() }

// dropped imports files and folders that were dropped on the window.
func (u *UI) dropped(_ fyne.Position, files []fyne.URI) {
	var paths []string
	for _, f := range files {
		if info, err := os.Stat(f.Path()); err == nil && info.IsDir() {
			u.app.ImportFolder(f.Path())
			continue
		}
		paths = append(paths, f.Path())
	}
	if len(paths) > 0 {
		u.app.ImportFiles(paths)
	}
}

// switchTo draws the window in another language.
func (u *UI) switchTo(language string) {
	u.remembered.setWord("language", language)
	u.wear()
	u.build()
}

func (u *UI) toggleLibrary() {
	u.keepSplit()
	u.libraryHidden = !u.libraryHidden
	u.remembered.setWord("library.hidden", map[bool]string{true: "yes"}[u.libraryHidden])
	u.build()
}

func (u *UI) keepSplit() {
	if !u.libraryHidden {
		u.remembered.setNumber("split", u.split.Offset)
	}
}

// quit remembers how the window stood and closes it.
func (u *UI) quit() {
	u.leaveView()
	u.keepSplit()
	u.remembered.setSize(u.window.Canvas().Size())
	u.window.Close()
}

// rememberTabs notes what is open, at once: a program that is ended from outside says no goodbye.
func (u *UI) rememberTabs() {
	if !u.started {
		return
	}
	var open []openedTab
	for _, t := range u.app.Tabs() {
		switch t := t.(type) {
		case *app.Reading:
			open = append(open, openedTab{text: t.Stored.Text.ID})
		case *app.Comparing:
			open = append(open, openedTab{text: t.NewerID, older: t.OlderID})
		}
	}
	u.remembered.setTabs(u.app.Path(), open)
	u.remembered.setLanguages(u.app.Looked)
}
