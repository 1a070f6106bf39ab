package app

import (
	"fmt"

	"mutatis/app/resolution"
	"mutatis/assets"
)

// AddSample puts the sample texts that come with the program into the library. What is there already is left alone.
func (a *App) AddSample() error {
	series, ids := map[string]int64{}, map[string]int64{}
	for _, s := range assets.SampleTexts() {
		i, err := ReadBytes(s.File, []byte(s.Text))
		if err != nil {
			return fmt.Errorf("reading the sample: %w", err)
		}
		d := &i.Draft
		d.Symbol, d.Session, d.Stage, d.Date = s.Symbol, s.Session, resolution.Stage(s.Stage), s.Date
		d.Language = resolution.Language(s.Language)
		i.Place = Place{Series: series[s.Series], Title: s.Series, Parent: ids[s.Parent], Sample: true}
		t, _, err := a.Add(i)
		if err != nil {
			return fmt.Errorf("adding the sample: %w", err)
		}
		series[s.Series], ids[s.File] = t.Series, t.ID
	}
	a.undo = nil // a sample is no action of the person
	return nil
}

// Empty reports whether the library holds no text.
func (a *App) Empty() bool { return len(a.texts) == 0 }
