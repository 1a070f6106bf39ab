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
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// importForm holds what is known of a text as a whole: its symbol, its series, its session, its language, how far it
// has come, its date.
type importForm struct {
	ui      *UI
	object  *fyne.Container
	resized func() // it may take more room, or less
	quiet   bool   // the form is being filled in by the program
	now     *app.Import

	symbol, label, title, session, date *field
	series, language, stage             *picker
	seriesIDs                           []int64 // of the options of series
	proposed                            int64   // the series that the program proposed, 0 for none
	known                               *widgets.Label
	icon                                *widget.Icon
	where                               *radio          // in a series that is there, or in a new one
	place                               *fyne.Container // of the series' picker or the new title
	row                                 *headRow        // of the sentence and the choice
	again                               *widget.Check   // keeps a text that is there already a second time
	belongs                             *fyne.Container // where and place
	facts                               *fyne.Container // the fields
	summary                             *widgets.Label  // what they hold, where they are folded away
	more                                *keyButton      // shows them, or folds them away
	short, opened                       bool            // there is little height; a person asked for the fields
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
	f.title.SetPlaceHolder(say("import.title"))
	f.language = newPicker(u, func(i int) { f.now.Draft.Language = resolution.Languages[i]; u.app.KeepCheck(); u.refresh() })
	f.stage = newPicker(u, func(i int) { f.now.Draft.Stage = stages[i]; u.app.KeepCheck() })
	f.series = newPicker(u, f.pickSeries)
	f.facts = container.New(shares{2.2, 2, 0.8, 1.15, 1.15, 1.3},
		labelled(say("import.symbol"), f.symbol), labelled(say("import.label"), f.label),
		labelled(say("import.session"), f.session), labelled(say("import.date"), f.date),
		labelled(say("import.language"), f.language), labelled(say("import.stage"), f.stage))
	f.object = container.New(piled{side: 8, gap: 5}, f.facts, f.proposal(), widget.NewSeparator())
	return f
}

// proposal is the sentence that says where the text belongs, with the choice to take it or to make a new series.
func (f *importForm) proposal() fyne.CanvasObject {
	say := f.ui.app.Say
	f.icon = widget.NewIcon(nil)
	f.known = widgets.NewLabel("", widgets.LabelLook{Size: theme.TextSize(), Color: theme.ColorNameForeground, Shortens: true})
	f.where = newRadio(f.ui, []string{say("import.into-series"), say("import.new-series")}, f.pickWhere)
	f.place = container.NewStack()
	f.belongs = container.NewHBox(f.where, container.New(widthOf(seriesWidth), f.place))
	f.again = widget.NewCheck(say("twin.again"), f.keepAgain)
	said := container.NewBorder(nil, nil, container.NewCenter(f.icon), nil, f.known)
	f.summary = widgets.NewLabel("", widgets.LabelLook{Size: theme.TextSize(), Color: theme.ColorNameForeground, Bold: true})
	f.more = newKeyButton(say("import.details"), string(fyne.KeyD), f.turn)
	f.summary.Hide()
	f.more.Hide()
	f.row = &headRow{start: f.summary, words: said, least: sentenceRoom}
	return headRowOf(f.row, []fyne.CanvasObject{f.again, f.belongs, f.more})
}

const seriesWidth = 380

// sentenceRoom is the least that the sentence about a text's place has beside the choice. One that needs more than there
// is stands in a line above it.
const sentenceRoom = 200

// sentenceIcon is the room of the sign before the sentence.
const sentenceIcon = 40

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
			f.ui.app.KeepCheck()
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
	f.proposed = i.Place.Series
	f.again.SetChecked(i.Place.Again)
	f.offerSeries()
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

// offerSeries shows where the text will stand: the picker of a series, or the title of a new one.
func (f *importForm) offerSeries() {
	was := f.quiet
	f.quiet = true
	defer func() { f.quiet = was }()
	f.seriesIDs = nil
	var names []string
	for _, s := range f.ui.app.SeriesList() {
		f.seriesIDs, names = append(f.seriesIDs, s.ID), append(names, s.Title)
	}
	place := f.now.Place
	f.series.offer(names, slices.Index(f.seriesIDs, place.Series))
	if place.Series != 0 {
		f.where.choose(f.where.Options[0])
		f.place.Objects = []fyne.CanvasObject{f.series}
	} else {
		f.where.choose(f.where.Options[1])
		f.place.Objects = []fyne.CanvasObject{f.title}
	}
	if len(names) == 0 {
		f.where.Disable()
	} else {
		f.where.Enable()
	}
	f.place.Refresh()
	f.say()
}

// say says why the text belongs where it is proposed to stand.
func (f *importForm) say() {
	words, icon := f.sentence(), theme.IconNameInfo
	if f.now.Place.Series != 0 {
		icon = theme.IconNameConfirm
	}
	f.again.Hidden = f.now.Place.Twin == 0
	twin := !f.again.Hidden && !f.now.Place.Again
	f.belongs.Hidden = twin || f.folded()
	if there, is := f.ui.app.NamesakeOf(f.now); is {
		words, icon = f.ui.app.Say("import.known-namesake", there.Name()), theme.IconNameWarning
	}
	if twin {
		words, icon = f.ui.app.TwinOf(f.now), theme.IconNameWarning
	}
	f.icon.SetResource(theme.NewPrimaryThemedResource(theme.Icon(icon)))
	f.known.SetWords(words)
	f.fold(max(sentenceRoom, fyne.MeasureText(words, theme.TextSize(), fyne.TextStyle{}).Width+sentenceIcon))
	layOut(f.object)
	if f.resized != nil {
		f.resized()
	}
}

func (f *importForm) sentence() string {
	place, say := f.now.Place, f.ui.app.Say
	switch {
	case place.Series == 0 && f.proposed != 0:
		return say("import.known-else", f.ui.app.SeriesTitle(f.proposed))
	case place.Series == 0 && f.folded() && place.Title != "":
		return say("import.known-new", place.Title)
	case place.Series == 0:
		return say("import.known-none")
	case place.Series != f.proposed:
		return say("import.known-chosen", f.ui.app.SeriesTitle(place.Series))
	case place.Known > 0 && place.Text != 0:
		return say("import.known-text", place.Known, f.nameOf(place.Text))
	}
	return say("import.known-title", f.ui.app.SeriesTitle(place.Series))
}

// keepAgain keeps a text beside its twin, or does not.
func (f *importForm) keepAgain(again bool) {
	if f.quiet || f.now == nil {
		return
	}
	f.now.Place.Again = again
	f.ui.app.KeepCheck()
	f.say()
	f.ui.refresh()
	f.ui.focusView()
}

func (f *importForm) nameOf(text int64) string {
	t, _ := f.ui.app.Text(text)
	return t.Name()
}

// pickWhere takes the series that was proposed, else the first there is, or a new one.
func (f *importForm) pickWhere(chosen string) {
	if f.quiet || f.now == nil {
		return
	}
	f.now.Place.Series = 0
	if chosen == f.where.Options[0] && len(f.seriesIDs) > 0 {
		f.now.Place.Series = f.seriesIDs[0]
		if f.proposed != 0 {
			f.now.Place.Series = f.proposed
		}
	}
	f.ui.app.KeepCheck()
	f.offerSeries()
}

func (f *importForm) pickSeries(i int) {
	if !f.quiet {
		f.now.Place.Series = f.seriesIDs[i]
		f.ui.app.KeepCheck()
		f.offerSeries()
	}
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
