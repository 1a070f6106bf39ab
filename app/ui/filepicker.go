package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
)

// filePicker lists a folder, to pick files from or a place for a file in. Fyne's own dialog picks one file only.
type filePicker struct {
	ui      *UI
	saving  bool
	folders bool     // a folder is picked
	title   string   // what is asked for, where one library is picked
	only    []string // the extensions of the files that are listed; nil: those that can be imported
	folder  string
	entries []os.DirEntry
	picked  map[string]bool // paths
	path    *field          // the folder, or a file that is typed or pasted
	name    *field          // of the file that is saved
	list    *widget.List
	button  *widget.Button
	popup   *widget.PopUp
	then    func(paths []string)
}

// pickFiles asks for files to import.
func (u *UI) pickFiles(then func(paths []string)) { newFilePicker(u, &filePicker{then: then}) }

// pickFolder asks for a folder to import.
func (u *UI) pickFolder(then func(path string)) {
	newFilePicker(u, &filePicker{folders: true, then: func(paths []string) { then(paths[0]) }})
}

// libraries are the extensions of libraries and of encrypted copies.
var libraries = []string{".mutatis", ".age"}

// pickLibrary asks for a library, or a copy of one.
func (u *UI) pickLibrary(title string, then func(path string)) {
	newFilePicker(u, &filePicker{title: title, only: libraries, then: func(paths []string) { then(paths[0]) }})
}

// pickPlaceFor is pickPlace for a file that may take the place of another or not.
func (u *UI) pickPlaceFor(name string, over bool, then func(path string)) {
	p := &filePicker{saving: true, only: libraries, then: func(paths []string) {
		if _, err := os.Stat(paths[0]); err == nil && !over {
			u.show(fmt.Errorf("%s", u.app.Say("save.there", filepath.Base(paths[0]))))
			return
		}
		then(paths[0])
	}}
	newFilePicker(u, p).name.SetText(name)
}

// pickPlace asks where to save a file of a name.
func (u *UI) pickPlace(name string, then func(path string)) {
	p := &filePicker{saving: true, then: func(paths []string) { u.unlessThere(paths[0], func() { then(paths[0]) }) }}
	if slices.Contains(libraries, filepath.Ext(name)) {
		p.only = libraries
	}
	newFilePicker(u, p).name.SetText(name)
}

// unlessThere asks before a file is written over.
func (u *UI) unlessThere(path string, then func()) {
	if _, err := os.Stat(path); err != nil {
		then()
		return
	}
	u.confirm(u.app.Say("save.replace", filepath.Base(path)), then)
}

// newFilePicker opens a picker that knows what it picks and what is done with it.
func newFilePicker(u *UI, p *filePicker) *filePicker {
	p.ui, p.picked = u, map[string]bool{}
	p.path, p.name = newField(u), newField(u)
	for _, f := range []*field{p.path, p.name} {
		f.onEscape = p.close
		f.OnSubmitted = func(string) { p.accept() }
	}
	p.list = widget.NewList(func() int { return len(p.entries) }, newFileRow, p.update)
	p.list.OnSelected = p.tapped
	p.popup = widget.NewModalPopUp(inset(p.content()), u.window.Canvas())
	size := u.window.Canvas().Size()
	p.popup.Resize(fyne.NewSize(min(680, size.Width-40), min(520, size.Height-40)))
	p.open(u.remembered.folder())
	p.popup.Show()
	u.window.Canvas().Focus(p.first())
	p.path.TypedShortcut(&fyne.ShortcutSelectAll{}) // what is typed or pasted takes the place of the folder
	return p
}

// first is the field a person writes in first.
func (p *filePicker) first() *field {
	if p.saving {
		return p.name
	}
	return p.path
}

func (p *filePicker) content() fyne.CanvasObject {
	say := p.ui.app.Say
	heading, accept := "files.import", "files.import.accept"
	switch {
	case p.saving:
		heading, accept = "files.save", "files.save.accept"
	case p.folders:
		heading, accept = "files.folder", "files.folder.accept"
	case p.title != "":
		accept = "files.library.accept"
	}
	asked := say(heading)
	if p.title != "" {
		asked = p.title
	}
	p.button = widget.NewButton(say(accept), p.accept)
	p.button.Importance = widget.HighImportance
	up := widget.NewButtonWithIcon("", theme.Icon(theme.IconNameMoveUp), func() { p.open(filepath.Dir(p.folder)) })
	home := widget.NewButtonWithIcon("", theme.Icon(theme.IconNameHome), p.goHome)
	top := container.NewVBox(
		widget.NewLabelWithStyle(asked, fyne.TextAlignLeading, fyne.TextStyle{Bold: true}),
		container.NewBorder(nil, nil, container.NewHBox(home, up), nil, p.path))
	hint := aside(say("files.hint", strings.Join(app.Readable(), " ")))
	if p.title != "" {
		hint.SetWords(say("files.library.hint", strings.Join(p.only, " ")))
	}
	if p.folders {
		hint.SetWords(say("files.folder.hint", strings.Join(app.Readable(), " ")))
	}
	bottom := container.NewVBox(container.NewBorder(nil, nil, nil, container.NewHBox(widget.NewButton(say("cancel"), p.close), p.button), hint))
	if p.saving {
		hint.Hide()
		bottom.Objects = slices.Insert(bottom.Objects, 0, fyne.CanvasObject(
			container.NewBorder(nil, nil, widget.NewLabel(say("files.name")), nil, p.name)))
	}
	return container.NewBorder(top, bottom, nil, nil, p.list)
}

func (p *filePicker) goHome() {
	home, err := os.UserHomeDir()
	if err != nil {
		p.ui.show(fmt.Errorf("finding your home folder: %w", err))
		return
	}
	p.open(home)
}

func newFileRow() fyne.CanvasObject {
	label := widget.NewLabel("")
	label.Truncation = fyne.TextTruncateEllipsis
	return container.NewBorder(nil, nil, widget.NewIcon(nil), nil, label)
}

func (p *filePicker) update(i int, o fyne.CanvasObject) {
	parts := o.(*fyne.Container).Objects
	entry := p.entries[i]
	parts[0].(*widget.Label).SetText(entry.Name())
	icon := theme.IconNameFile
	switch {
	case entry.IsDir():
		icon = theme.IconNameFolder
	case p.saving, p.folders:
	case p.picked[filepath.Join(p.folder, entry.Name())]:
		icon = theme.IconNameCheckButtonChecked
	default:
		icon = theme.IconNameCheckButton
	}
	parts[1].(*widget.Icon).SetResource(theme.Icon(icon))
}

// open lists a folder: folders first, then the files that can be read.
func (p *filePicker) open(folder string) {
	all, err := os.ReadDir(folder)
	if err != nil {
		p.ui.show(fmt.Errorf("opening the folder %s: %w", folder, err))
		return
	}
	p.folder, p.entries = folder, nil
	for _, e := range all {
		if !strings.HasPrefix(e.Name(), ".") && (e.IsDir() || p.lists(e.Name())) {
			p.entries = append(p.entries, e)
		}
	}
	slices.SortStableFunc(p.entries, func(a, b os.DirEntry) int {
		if a.IsDir() != b.IsDir() {
			return map[bool]int{true: -1, false: 1}[a.IsDir()]
		}
		return strings.Compare(resolution.Fold(a.Name()), resolution.Fold(b.Name()))
	})
	p.path.SetText(folder)
	p.list.UnselectAll()
	p.list.ScrollToTop()
	p.list.Refresh()
}

// lists reports whether a file is listed.
func (p *filePicker) lists(name string) bool {
	only := p.only
	if only == nil {
		only = app.Readable()
	}
	return slices.Contains(only, strings.ToLower(filepath.Ext(name)))
}

// tapped opens a folder, picks or unpicks a file, or takes its name.
func (p *filePicker) tapped(i int) {
	entry := p.entries[i]
	path := filepath.Join(p.folder, entry.Name())
	p.list.UnselectAll()
	switch {
	case entry.IsDir():
		p.open(path)
	case p.folders: // its files are shown, and all are imported
	case p.saving:
		p.name.SetText(entry.Name())
	case p.title != "": // one is picked
		was := p.picked[path]
		p.picked = map[string]bool{path: !was}
		p.list.Refresh()
	default:
		p.picked[path] = !p.picked[path]
		p.list.RefreshItem(i)
	}
}

// accept goes to the folder that was typed, or takes the file that was typed or the files that were picked.
func (p *filePicker) accept() {
	typed := strings.TrimSpace(p.path.Text)
	info, err := os.Stat(typed)
	isFolder := err == nil && info.IsDir()
	switch {
	case p.folders && isFolder:
		p.folder = filepath.Clean(typed)
	case p.folders:
		p.ui.show(fmt.Errorf("%s", p.ui.app.Say("files.folder.none", typed)))
		return
	case isFolder && typed != p.folder:
		p.open(typed)
		return
	}
	paths := p.chosen(typed)
	if len(paths) == 0 {
		return
	}
	if !p.folders {
		p.folder = filepath.Dir(paths[0])
	}
	p.ui.remembered.setFolder(p.folder)
	p.close()
	p.then(paths)
}

func (p *filePicker) chosen(typed string) []string {
	if p.folders {
		return []string{p.folder}
	}
	if p.saving {
		name := strings.TrimSpace(p.name.Text)
		if filepath.IsAbs(name) { // typed whole
			return []string{filepath.Clean(name)}
		}
		if name != "" {
			return []string{filepath.Join(p.folder, filepath.Base(name))}
		}
		return nil
	}
	var paths []string
	for path, picked := range p.picked {
		if picked {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	if len(paths) == 0 && typed != p.folder && typed != "" {
		paths = append(paths, typed)
	}
	return paths
}

func (p *filePicker) close() {
	p.popup.Hide()
	p.ui.focusView()
}
