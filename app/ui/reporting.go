package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
)

// reporting draws a report of lines and tables: what taking over another library did, what was saved of a damaged one.
type reporting struct {
	ui     *UI
	report resolution.Report
	body   *fyne.Container
	root   fyne.CanvasObject
}

func newReporting(u *UI) *reporting {
	v := &reporting{ui: u, body: container.NewVBox()}
	v.root = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(14, 14, 20, 20), v.body))
	return v
}

func (v *reporting) object() fyne.CanvasObject { return v.root }

func (v *reporting) refresh(t app.Tab) {
	v.report = t.(listing).List(v.ui.app.Words)
	say := func(words string, style resolution.Style) fyne.CanvasObject { return prose(v.ui, words, style) }
	v.body.Objects = []fyne.CanvasObject{say(v.report.Title, resolution.Bold), breaking(v.report.Subtitle)}
	for _, s := range v.report.Sections {
		if s.Heading != "" {
			v.body.Add(say(s.Heading, resolution.Bold))
		}
		if len(s.Text) > 0 {
			v.body.Add(say(strings.Join(s.Text, "\n"), resolution.Plain))
		}
		if len(s.Table.Rows) > 0 {
			v.body.Add(v.table(s.Table, v.leads(t)))
		}
	}
	if m, ok := t.(*app.Merged); ok && m.Undoable() {
		v.body.Add(v.takeBack(m))
	}
	v.body.Refresh()
}

// listing is a tab that is a report.
type listing interface {
	List(app.Words) resolution.Report
}

// takeBack is the button that undoes a merge, with what it does.
func (v *reporting) takeBack(m *app.Merged) fyne.CanvasObject {
	b := button(v.ui.app.Say("merge.take-back"), theme.IconNameContentUndo, func() { v.ui.app.TakeBackMerge(m); v.ui.focusView() })
	if v.ui.app.ReadOnly() {
		b.Disable()
	}
	return container.NewVBox(container.NewHBox(b), wrapped(v.ui.app.Say("merge.take-back-about")))
}

// breaking is a label that breaks a path where it has no blanks.
func breaking(words string) *widget.Label {
	l := wrapped(words)
	if strings.ContainsRune(words, filepath.Separator) {
		l.Wrapping = fyne.TextWrapBreak
	}
	return l
}

// leads is where the rows of a list lead when their first cell is tapped; nil for a list whose rows lead nowhere.
func (v *reporting) leads(t app.Tab) func(row int) {
	c, ok := t.(*app.Checked)
	if !ok {
		return nil
	}
	return func(row int) { v.ui.show(v.ui.app.Lead(c, row)); v.ui.focusView() }
}

// table sets rows one under the other, each as high as its highest cell.
func (v *reporting) table(t resolution.ReportTable, lead func(row int)) fyne.CanvasObject {
	all := container.NewVBox()
	row := container.NewGridWithColumns(len(t.Columns))
	for _, c := range t.Columns {
		row.Add(prose(v.ui, c, resolution.Bold))
	}
	all.Add(row)
	for n, cells := range t.Rows {
		row := container.NewGridWithColumns(len(t.Columns))
		for i, cell := range cells {
			if i == 0 && lead != nil {
				row.Add(pointing(v.ui, plain(cell), func() { lead(n) }))
				continue
			}
			row.Add(prose(v.ui, plain(cell), resolution.Plain))
		}
		all.Add(widget.NewSeparator())
		all.Add(row)
	}
	return all
}

func bold(words string) *widget.Label {
	l := wrapped(words)
	l.TextStyle.Bold = true
	return l
}

// copied is the report as lines, cells apart by tabs.
func (v *reporting) copied() string {
	var b strings.Builder
	for _, s := range v.report.Sections {
		for _, line := range append([]string{s.Heading}, s.Text...) {
			if line != "" {
				b.WriteString(line + "\n")
			}
		}
		for _, row := range s.Table.Rows {
			var cells []string
			for _, cell := range row {
				cells = append(cells, plain(cell))
			}
			b.WriteString(strings.Join(cells, "\t") + "\n")
		}
	}
	return b.String()
}

func (v *reporting) typedKey(*fyne.KeyEvent) {}
func (v *reporting) leave()                  {}
