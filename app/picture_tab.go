package app

import (
	"fmt"

	"mutatis/app/resolution"
)

// Picturing shows a whole series at a glance.
type Picturing struct {
	ofSeries
	*Picture        // nil while it is being computed
	Series   int64  //
	Language string // of its texts
	Row      int    // the chosen paragraph, -1 for none
	Column   int    // and the text in which it is chosen
}

// Key makes one picture a series and language.
func (t *Picturing) Key() string { return fmt.Sprintf("picture %d %s", t.Series, t.Language) }

// Name of a picture names the series.
func (t *Picturing) Name(w Words) string {
	if t.Picture == nil {
		return w.Say("picture.working")
	}
	return w.Say("picture.title", t.Title)
}

// pictureCommands are the commands of the picture of a series.
func pictureCommands(a *App) []Command {
	return []Command{
		{ID: "view.picture", Label: "view.picture", Menu: "view", Enabled: a.textShown, Run: func() error { return a.ShowPicture(*a.shown()) }},
		{ID: "view.in-text", Label: "view.in-text", Menu: "view", Enabled: a.placed, Run: a.openPlace},
	}
}

func (a *App) picturing() *Picturing {
	t, _ := a.Current().(*Picturing)
	return t
}

// spot is the paragraph that is chosen in front: the text it stands in, and its place there.
func (a *App) spot() (text int64, paragraph int, ok bool) {
	switch t := a.Current().(type) {
	case *Tracing:
		text, paragraph = t.Place()
		return text, paragraph, t.Lives != nil
	case *Picturing:
		if t.Picture == nil || t.Row < 0 || t.Row >= len(t.Rows) {
			return 0, 0, false
		}
		cell := t.Rows[t.Row].Cells[t.Column]
		return t.Texts[t.Column].ID, cell.Index, cell.There()
	case *Finding:
		v, ok := a.variant()
		if !ok {
			return 0, 0, false
		}
		u := v.Uses[min(max(t.Use, 0), len(v.Uses)-1)]
		return u.Text.ID, u.Index, true
	}
	if s, at := a.shown(), a.chosen(); s != nil && s.Text.ID != 0 && len(at) > 0 {
		return s.Text.ID, at[0], true
	}
	return 0, 0, false
}

// placed reports whether a paragraph is chosen that can be shown in its text.
func (a *App) placed() bool {
	_, reading := a.Current().(*Reading)
	_, _, ok := a.spot()
	return ok && !reading
}

// openPlace shows the chosen paragraph in its text.
func (a *App) openPlace() error {
	text, paragraph, _ := a.spot()
	if err := a.OpenText(text); err != nil {
		return err
	}
	a.Choose(paragraph)
	return nil
}

// ShowPicture draws the whole series of a text in the background and shows it.
func (a *App) ShowPicture(s Stored) error {
	return a.showSeries(&Picturing{ofSeries: ofSeries{TextID: s.Text.ID}, Series: s.Text.Series, Language: string(s.Text.Language), Row: -1}, s)
}

// prepare draws the series.
func (t *Picturing) prepare(l *Lives) (func(Words), error) {
	picture := l.Picture()
	return func(Words) { t.show(picture) }, nil
}

// show takes a picture; what was chosen is kept if it is still there.
func (t *Picturing) show(p *Picture) {
	if t.Picture == nil {
		t.Column = max(len(p.Texts)-1, 0)
	}
	t.Picture = p
	if t.Row >= len(p.Rows) || t.Column >= len(p.Texts) {
		t.Row, t.Column = -1, max(len(p.Texts)-1, 0)
	}
}

// Point chooses a paragraph of the picture in front, in one of its texts.
func (a *App) Point(row, column int) {
	if t := a.picturing(); t != nil && t.Picture != nil && row >= 0 && row < len(t.Rows) && column >= 0 && column < len(t.Texts) {
		t.Row, t.Column = row, column
		a.changed()
	}
}

// Counts says what there is in the picture: how many paragraphs of how many texts.
func (p *Picture) Counts(w Words) string {
	if len(p.Texts) == 0 {
		return ""
	}
	n := 0
	for _, r := range p.Rows {
		if r.Last == len(p.Texts)-1 {
			n++
		}
	}
	return w.Say("picture.counts", len(p.Rows), n, len(p.Texts), p.Texts[0].Name(), p.Texts[len(p.Texts)-1].Name())
}

// webPage reports whether what is in front can be saved as a web page.
func (a *App) webPage() bool {
	_, playing := a.Current().(*Playing)
	_, checked := a.Current().(*Checked)
	return playing || checked || a.compared() || a.traced() || a.threeShown() || a.guardShown() || a.rolling()
}

// savedAsPDF reports whether what is in front can be saved as a PDF.
func (a *App) savedAsPDF() bool {
	found := a.finding()
	_, checked := a.Current().(*Checked)
	return checked || found != nil && found.Precedents != nil || a.basketing() != nil || a.previewing() != nil || a.guardShown() || a.rolling() || a.shown() != nil
}

// savedAsText reports whether what is in front can be saved as plain text: a text, or the basket with its citations.
func (a *App) savedAsText() bool { return a.basketing() != nil || a.shown() != nil }

// frontReport is what is in front as a list that can be printed; false where it is none.
func (a *App) frontReport() (resolution.Report, bool) {
	switch t := a.Current().(type) {
	case *Playing:
		return t.Play.Report(a.Words), true
	case *Tracing:
		if t.Lives != nil {
			return t.History.Report(a.Words), true
		}
	case *ComparingThree:
		if t.ThreeWay != nil {
			return t.ThreeWay.Report(a.Words), true
		}
	case *Finding:
		if t.Precedents != nil {
			return a.precedentsReport(t), true
		}
	case *Basketing:
		return BasketReport(t.All, a.Words), true
	case *Guarding:
		if t.Guard != nil {
			return t.List(a.Words), true
		}
	case *Checked:
		return t.List(a.Words), true
	case *Rolling:
		return t.List(a.Words), true
	}
	return resolution.Report{}, false
}
