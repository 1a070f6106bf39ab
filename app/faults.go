package app

import (
	"context"
	"fmt"
	"slices"

	"mutatis/storage"
)

// Faults is what a check of the library found.
type Faults struct {
	Texts []FaultyText
	File  []storage.Finding // of the library as a whole
}

// FaultyText is a text that is not what was stored.
type FaultyText struct {
	Text     Text // in the bin it has no more than an ID
	Findings []storage.Finding
}

// Name is what the text is called in a list.
func (f FaultyText) Name(w Words) string {
	if f.Text.Symbol == "" && f.Text.Title == "" && f.Text.Label == "" {
		return w.Say("faults.text", f.Text.ID)
	}
	return f.Text.Name()
}

// faults orders findings by the texts they are about.
func (a *App) faults(found []storage.Finding) (f Faults) {
	for _, x := range found {
		if x.Draft == 0 {
			f.File = append(f.File, x)
			continue
		}
		at := slices.IndexFunc(f.Texts, func(t FaultyText) bool { return t.Text.ID == x.Draft })
		if at < 0 {
			t, ok := a.Text(x.Draft)
			if !ok {
				t = Text{ID: x.Draft}
			}
			at = len(f.Texts)
			f.Texts = append(f.Texts, FaultyText{Text: t})
		}
		f.Texts[at].Findings = append(f.Texts[at].Findings, x)
	}
	return f
}

// Finding says what is wrong, in the interface's language.
func (w Words) Finding(f storage.Finding) string {
	if f.Paragraph > 0 {
		return w.Say("finding."+f.Kind, f.Paragraph)
	}
	return w.Say("finding." + f.Kind)
}

// Lines say what is wrong, each thing once.
func (w Words) Lines(found []storage.Finding) (lines []string) {
	for _, f := range found {
		if line := w.Finding(f); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// verify reads the whole library in the background and shows what is wrong in it.
func (a *App) verify() error {
	a.tell("status.verifying")
	var found []storage.Finding
	a.workOr(func() (err error) {
		found, err = a.library.Verify(context.Background())
		return err
	}, func() { a.tellVerified(found) }, func() { a.tell("status.not-verified") })
	return nil
}

// workOr is work that has something to do where it fails, too, before the person is told.
func (a *App) workOr(long func() error, home, failed func()) {
	a.o.Go(func() {
		err := long()
		a.o.Post(func() {
			if err != nil {
				failed()
				a.report(err)
				return
			}
			home()
		})
	})
}

// Verify reads the whole library and says what is wrong in it, a sentence each.
func (a *App) Verify(ctx context.Context) ([]string, error) {
	found, err := a.library.Verify(ctx)
	if err != nil {
		return nil, fmt.Errorf("checking the library: %w", err)
	}
	var sentences []string
	for _, f := range found {
		if f.Draft == 0 {
			sentences = append(sentences, f.Message)
			continue
		}
		name := fmt.Sprintf("text %d", f.Draft)
		if t, ok := a.Text(f.Draft); ok {
			name = t.Name()
		}
		sentences = append(sentences, name+": "+f.Message)
	}
	return sentences, nil
}

// tellVerified says what a check found, and shows it where it found anything.
func (a *App) tellVerified(found []storage.Finding) {
	if len(found) == 0 {
		a.tell("status.verified")
		return
	}
	f := a.faults(found)
	if len(f.Texts) > 0 {
		a.tell("status.findings", len(f.Texts))
	} else {
		a.tell("status.findings-file")
	}
	if a.Hooks.ShowFaults != nil {
		a.Hooks.ShowFaults(f)
	}
}
