package app

import "context"

// ofSeries is what tabs have in common that tell of all texts of a series.
type ofSeries struct {
	promised
	TextID int64 // the text from which it was asked for
}

func (t *ofSeries) from() int64 { return t.TextID }

// seriesTab is a tab that tells of the lives of a series' paragraphs.
type seriesTab interface {
	Tab
	number() *int
	from() int64
	// prepare makes of the lives what the tab shows: away from the window. Show puts it into the tab.
	prepare(l *Lives) (show func(Words), err error)
}

// showSeries shows a tab and reads the series of a text for it in the background.
func (a *App) showSeries(tab seriesTab, s Stored) error {
	a.Show(tab)
	if err := a.fillSeries(tab, s); err != nil {
		a.closeKey(tab.Key())
		return err
	}
	return nil
}

// refreshSeries reads the series anew: texts or corrections may have been added.
func (a *App) refreshSeries(i int, tab seriesTab) error {
	if _, ok := a.Text(tab.from()); !ok {
		a.CloseTab(i)
		return nil
	}
	s, err := a.Stored(tab.from())
	if err != nil {
		return err
	}
	return a.fillSeries(tab, s)
}

func (a *App) fillSeries(tab seriesTab, s Stored) error {
	texts, said, err := a.seriesTexts(s)
	if err != nil {
		return err
	}
	var show func(Words)
	words := a.Words
	a.fill(tab, func() error {
		lives, err := newLives(context.Background(), texts, said, words)
		if err == nil {
			show, err = tab.prepare(lives)
		}
		return err
	}, func() { show(a.Words) })
	return nil
}
