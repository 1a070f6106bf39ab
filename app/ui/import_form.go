package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
)

// importForm holds what is known of a text as a whole: its symbol, its series, its session, its language, how far it
// has come, its date.
type importForm struct {
	ui     *UI
	object fyne.CanvasObject
	quiet  bool // the form is being filled in by the program
	now    *app.Import

	symbol, label, title, session, date *field
	series, language, stage             *picker
	seriesIDs                           []int64 // of the options of series; 0 is a new one
	known                               *widget.Label
}

var stages = []resolution.Stage{resolution.Working, resolution.Tabled, resolution.Revised, resolution.Adopted}

func newImportForm(u *UI) *importForm {
	f := &importForm{ui: u}
	say := u.app.Say
	f.symbol = f.field(func(s string) { f.now.Draft.Symbol = canonicalSymbol(s) })
	f.label = f.field(func(s string) { f.now.Place.Label = s })
	f.title = f.field(func(s string) { f.now.Place.Title = s })
	f.session = f.field(func(s string) { f.now.Draft.Session, _ = strconv.Atoi(s) })
	f.date = f.field(func(s string) { f.now.Draft.Date = s })
	f.session.Validator, f.date.Validator = f.isSession, f.isDate
	f.date.SetPlaceHolder(say("import.date-form"))
	f.label.SetPlaceHolder(say("import.label-hint"))
	f.language = newPicker(u, func(i int) { f.now.Draft.Language = resolution.Languages[i] })
	f.stage = newPicker(u, func(i int) { f.now.Draft.Stage = stages[i] })
	f.series = newPicker(u, f.pickSeries)
	f.known = widget.NewLabel("")
	f.known.Importance, f.known.Wrapping = widget.SuccessImportance, fyne.TextWrapWord
	f.object = container.NewVBox(
		container.NewGridWithColumns(2,
			labelled(say("import.symbol"), f.symbol), labelled(say("import.label"), f.label)),
		container.NewGridWithColumns(2,
			labelled(say("import.series"), f.series), labelled(say("import.title"), f.title)),
		container.NewGridWithColumns(4,
			labelled(say("import.session"), f.session), labelled(say("import.date"), f.date),
			labelled(say("import.language"), f.language), labelled(say("import.stage"), f.stage)),
		f.known)
	return f
}

// labelled sets a small label above a field.
func labelled(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedVBoxLayout(0), container.New(layout.NewCustomPaddedLayout(2, 0, 6, 0), muted(label)), o)
}

// field is a field of the form whose words go to keep when they are valid.
func (f *importForm) field(keep func(string)) *field {
	e := newField(f.ui)
	e.OnChanged = func(s string) {
		if !f.quiet && f.now != nil && e.Validate() == nil {
			keep(strings.TrimSpace(s))
		}
	}
	return e
}

// fill shows what is known of a text.
func (f *importForm) fill(i *app.Import) {
	f.now, f.quiet = i, true
	defer func() { f.quiet = false }()
	d := i.Draft
	f.symbol.SetText(d.Symbol)
	f.label.SetText(i.Place.Label)
	f.title.SetText(i.Place.Title)
	f.session.SetText("")
	if d.Session != 0 {
		f.session.SetText(strconv.Itoa(d.Session))
	}
	f.date.SetText(d.Date)
	f.language.offer(f.languages(), slices.Index(resolution.Languages, d.Language))
	f.stage.offer(f.stages(), slices.Index(stages, d.Stage))
	f.offerSeries()
	f.known.SetText("")
	if i.Place.Series != 0 && i.Place.Known > 0 {
		f.known.SetText(f.ui.app.Say("import.known", f.ui.app.SeriesTitle(i.Place.Series), i.Place.Known))
	}
	f.known.Hidden = f.known.Text == ""
}

func (f *importForm) languages() (names []string) {
	for _, l := range resolution.Languages {
		names = append(names, languageName(f.ui.app.Words, l))
	}
	return names
}

func (f *importForm) stages() (names []string) {
	for _, s := range stages {
		names = append(names, f.ui.app.Say("stage."+string(s)))
	}
	return names
}

// offerSeries lists the series there are, a new one first. Only a new one needs a title.
func (f *importForm) offerSeries() {
	f.seriesIDs = []int64{0}
	names := []string{f.ui.app.Say("import.new-series")}
	for _, s := range f.ui.app.SeriesList() {
		f.seriesIDs, names = append(f.seriesIDs, s.ID), append(names, s.Title)
	}
	f.series.offer(names, slices.Index(f.seriesIDs, f.now.Place.Series))
	if f.now.Place.Series == 0 {
		f.title.Enable()
	} else {
		f.title.Disable()
	}
}

func (f *importForm) pickSeries(i int) {
	f.now.Place.Series, f.now.Place.Known = f.seriesIDs[i], 0
	f.offerSeries()
}

func (f *importForm) isSession(s string) error {
	if n, err := strconv.Atoi(strings.TrimSpace(s)); strings.TrimSpace(s) != "" && (err != nil || n < 1 || n > 999) {
		return fmt.Errorf("%s", f.ui.app.Say("import.session-wrong"))
	}
	return nil
}

func (f *importForm) isDate(s string) error {
	if _, err := time.Parse(time.DateOnly, strings.TrimSpace(s)); strings.TrimSpace(s) != "" && err != nil {
		return fmt.Errorf("%s", f.ui.app.Say("import.date-wrong"))
	}
	return nil
}

// canonicalSymbol writes a symbol as it is kept; what is none stays as it was typed.
func canonicalSymbol(s string) string {
	if parsed, err := resolution.ParseSymbol(s); err == nil {
		return parsed.String()
	}
	return s
}
