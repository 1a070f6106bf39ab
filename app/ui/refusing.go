package ui

import (
	"fmt"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/ui/widgets"
)

// Refusal is a library that cannot be opened, and how the window goes on.
type Refusal struct {
	Path        string // of the library
	Err         error
	Preferences fyne.Preferences // what the person chose before: language, light or dark
	Language    string           // of the interface, where none was chosen; "" is the system's
	// Open opens a library, or makes it where it is not there and made says so, and fills the window with it; then gets it.
	Open func(path string, made bool, then func(*app.App)) error
	// Work does what takes long beside the window and then comes home; nil does it at once.
	Work func(long func() error, home func(error))
}

// refusing is the window that has no library to show: what is wrong and what can be done.
type refusing struct {
	Refusal
	ui    *UI // without a library: its words, its pickers and its dialogs
	fault app.Fault
	trial string // what was tried last and failed
	busy  bool
}

// Refuse fills a window that has no library to show.
func Refuse(window fyne.Window, r Refusal) {
	fmt.Fprintln(os.Stderr, r.Err)
	u := &UI{
		app: &app.App{}, window: window, remembered: memory{r.Preferences}, language: r.Language, held: func() fyne.KeyModifier { return 0 },
		views: map[string]view{}, selection: &widgets.Selection{}, busy: true, // there is nothing to refresh
	}
	u.recall()
	if r.Work == nil {
		r.Work = func(long func() error, home func(error)) { home(long()) }
	}
	v := &refusing{Refusal: r, ui: u, fault: app.FaultOf(r.Path, r.Err)}
	window.SetTitle("Mutatis")
	window.SetMainMenu(nil)
	window.Resize(fyne.NewSize(840, 680))
	window.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if ev.Name == fyne.KeyEscape {
			window.Close()
		}
	})
	v.draw()
}

func (v *refusing) say(key string, args ...any) string { return v.ui.app.Say(key, args...) }

// draw shows what is wrong and what can be done, each with what it does.
func (v *refusing) draw() {
	title := "refuse.title"
	if v.fault.Kind == "missing" {
		title = "refuse.missing-title"
	}
	column := container.NewVBox(heading(v.say(title)), pathLabel(v.Path), wrapped(sentences(&told{v.ui.app.Words.Fault(v.fault)})))
	if v.trial != "" {
		failed := wrapped(v.trial)
		failed.Importance = widget.DangerImportance
		column.Add(failed)
	}
	if v.busy {
		column.Add(wrapped(v.say("refuse.busy")))
		column.Add(widget.NewProgressBarInfinite())
	} else {
		v.addBackups(column)
		for i, o := range v.fault.Offers() {
			column.Add(v.offer(o, i == 0))
		}
		column.Add(v.row(v.button("file.quit", v.ui.window.Close), ""))
	}
	ground := canvas.NewRectangle(theme.Color(theme.ColorNameBackground))
	v.ui.window.SetPadded(false)
	v.ui.window.SetContent(container.NewStack(ground, container.NewVScroll(container.NewCenter(container.New(widthOf(660), inset(column))))))
}

// told is a sentence as an error, to be written like one.
type told struct{ words string }

func (t *told) Error() string { return t.words }

// pathLabel is a path in as many lines as it needs: it has no blanks to break at.
func pathLabel(path string) *widget.Label {
	l := widget.NewLabelWithStyle(path, fyne.TextAlignCenter, fyne.TextStyle{})
	l.Wrapping = fyne.TextWrapBreak
	return l
}

// addBackups lists the backups that lie beside the library, each with a button that puts it in its place.
func (v *refusing) addBackups(column *fyne.Container) {
	if !v.fault.Restorable() {
		return
	}
	backups, err := app.BackupsOf(v.Path)
	if err != nil || len(backups) == 0 {
		return
	}
	column.Add(bold(v.say("refuse.copies")))
	column.Add(wrapped(v.say("refuse.backups")))
	list := container.NewVBox()
	for _, b := range backups {
		restore := widget.NewButton(v.say("safe.restore"), func() { v.restore(b.Path) })
		line := widget.NewLabel(v.ui.app.Words.BackupWords(b))
		line.Truncation = fyne.TextTruncateEllipsis
		list.Add(container.NewBorder(nil, nil, nil, restore, line))
	}
	scroll := container.NewVScroll(list)
	scroll.SetMinSize(fyne.NewSize(0, min(list.MinSize().Height, 160)))
	column.Add(scroll)
	column.Add(widget.NewSeparator())
}

// offer is the button of an offer with what it does beside it.
func (v *refusing) offer(o app.Offer, first bool) fyne.CanvasObject {
	b := v.button("offer."+string(o), func() { v.take(o) })
	if first {
		b.Importance = widget.HighImportance
	}
	return v.row(b, v.say("offer."+string(o)+"-about"))
}

// button is one that Return presses, and in which Escape quits.
func (v *refusing) button(key string, run func()) *dialogButton {
	b := &dialogButton{escape: v.ui.window.Close}
	b.Text, b.OnTapped = v.say(key), run
	b.ExtendBaseWidget(b)
	return b
}

const offerWidth = 270

func (v *refusing) row(b fyne.CanvasObject, about string) fyne.CanvasObject {
	button := container.New(widthOf(offerWidth), container.NewVBox(b, layout.NewSpacer()))
	return container.NewBorder(nil, nil, button, nil, wrapped(about))
}

// take does what the person chose.
func (v *refusing) take(o app.Offer) {
	switch o {
	case app.OfferAgain:
		v.open(v.Path, false, nil)
	case app.OfferMake:
		v.open(v.Path, true, nil)
	case app.OfferAnew:
		v.anew()
	case app.OfferRescue:
		v.rescue()
	case app.OfferRestore:
		v.ui.pickLibrary(v.say("pick.restore"), v.restore)
	case app.OfferOther:
		v.ui.pickLibrary(v.say("pick.library"), func(path string) { v.open(path, false, nil) })
	case app.OfferNew:
		v.ui.pickPlaceFor("library.mutatis", false, func(path string) { v.open(path, true, nil) })
	case app.OfferCopy:
		v.ui.pickPlaceFor(filepath.Base(v.Path), false, v.copyTo)
	}
}

// open opens a library in this window. One that cannot be opened either takes the place of the first.
func (v *refusing) open(path string, made bool, then func(*app.App)) {
	err := v.Open(path, made, then)
	if err == nil {
		return
	}
	v.Path, v.Err, v.fault, v.busy = path, err, app.FaultOf(path, err), false
	v.draw()
}

// work does what takes long, shows that it does, and opens the library after it; where it fails, what went wrong.
func (v *refusing) work(long func() error, then func(*app.App)) {
	v.busy, v.trial = true, ""
	v.draw()
	v.Work(long, func(err error) {
		v.busy = false
		if err != nil {
			v.failed(err)
			return
		}
		v.open(v.Path, true, then)
	})
}

func (v *refusing) failed(err error) {
	fmt.Fprintln(os.Stderr, err)
	v.trial = sentences(v.ui.app.Words.Trouble(err))
	v.draw()
}

// restore puts a copy in the place of the library. An encrypted one is asked its passphrase.
func (v *refusing) restore(copied string) {
	if app.IsEncrypted(copied) {
		v.ui.enterSecret(v.say("enter.passphrase"), func(passphrase string) { v.restoreWith(copied, passphrase) })
		return
	}
	v.restoreWith(copied, "")
}

func (v *refusing) restoreWith(copied, passphrase string) {
	var kept string
	v.work(func() (err error) {
		kept, err = app.RestoreEncrypted(v.Path, copied, passphrase)
		return err
	}, func(a *app.App) { a.TellKept(kept) })
}

func (v *refusing) anew() {
	var kept string
	v.work(func() (err error) {
		kept, err = app.Begin(v.Path)
		return err
	}, func(a *app.App) { a.TellKept(kept) })
}

func (v *refusing) rescue() {
	var list *app.Rescued
	v.work(func() (err error) {
		list, err = app.Rescue(v.Path)
		return err
	}, func(a *app.App) { a.ShowRescued(list) })
}

func (v *refusing) copyTo(path string) {
	if err := app.CopyElsewhere(v.Path, path); err != nil {
		v.failed(err)
		return
	}
	v.open(path, false, nil)
}
