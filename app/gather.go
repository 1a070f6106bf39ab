package app

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
)

// Gathering is the reading of a folder, or of many files: its progress, and at its end what became of each file.
type Gathering struct {
	Folder   string   // "" for files that were picked one by one
	Files    []string // all that are read, in the order in which they are
	Done     int
	Now      string // the file that is being read
	Results  []Gathered
	Running  bool
	Stopping bool // it was told to stop, and what it is at comes to its end
	Selected int  // index of the chosen result, -1 for none

	run  int // tells two lists of files apart
	stop context.CancelFunc
}

// Gathered says what became of one file.
type Gathered struct {
	Path     string `json:"file"`
	Name     string `json:"name,omitempty"`     // of the text: its symbol and title, as far as they are known
	Outcome  string `json:"outcome"`            // one of the constants below
	Sentence string `json:"sentence,omitempty"` // what is wrong, or what to look at
	Text     int64  `json:"id,omitempty"`       // in the library, where it is there
	Problems int    `json:"problems"`           // places to look at
	Like     int64  `json:"like,omitempty"`     // another text of the library with its symbol, kept beside this one
	Differs  int    `json:"differs,omitempty"`  // words by which the two differ
}

// What becomes of a file.
const (
	GatheredRead     = "read"     // kept, without doubts
	GatheredDoubtful = "doubtful" // waits for a person
	GatheredRefused  = "refused"
	GatheredAlready  = "already"
	GatheredMissed   = "missed" // not reached before it was stopped
)

// Outcomes lists what becomes of files in the order in which a list is read: what wants a person first.
var Outcomes = []string{GatheredDoubtful, GatheredRefused, GatheredMissed, GatheredRead, GatheredAlready}

// handful is how many files at most go to the import check one by one; more are gathered.
const handful = 5

// Key makes the tab.
func (t *Gathering) Key() string { return fmt.Sprint("gather ", t.run) }

// Name of a folder's reading is the folder's.
func (t *Gathering) Name(w Words) string {
	if t.Folder == "" {
		return w.Say("tab.gather-files")
	}
	return w.Say("tab.gather", filepath.Base(t.Folder))
}

// Stop ends the reading at once; what is kept stays kept, and the list says what was not reached.
func (t *Gathering) Stop() {
	t.Stopping = t.Running
	if t.stop != nil {
		t.stop()
	}
}

// Count is how many files had an outcome.
func (t *Gathering) Count(outcome string) (n int) {
	for _, g := range t.Results {
		if g.Outcome == outcome {
			n++
		}
	}
	return n
}

// ImportFolder reads every readable file of a folder and of those below it. Texts without doubts are kept as they come,
// doubtful ones wait.
func (a *App) ImportFolder(path string) { a.gather([]string{path}) }

// gather shows a new list and fills it in the background. A folder that is being read is only brought forward.
func (a *App) gather(names []string) {
	tab := &Gathering{Running: true, Selected: -1}
	if len(names) == 1 {
		tab.Folder = names[0]
	}
	if was := a.gatheringOf(tab.Folder); was != nil {
		if was.Running {
			a.Show(was)
			return
		}
		tab.run = was.run
	} else {
		a.gathers++
		tab.run = a.gathers
	}
	a.Show(tab)
	a.runGathering(tab, a.newGatherer(GatherOptions{}), func(g *gatherer) []string { return g.expand(names) })
}

// gatheringOf is the open list of a folder; nil for none.
func (a *App) gatheringOf(folder string) *Gathering {
	for _, t := range a.tabs {
		if g, ok := t.(*Gathering); ok && folder != "" && g.Folder == folder {
			return g
		}
	}
	return nil
}

// runGathering reads files in the background and brings home what became of them, at most ten times a second.
func (a *App) runGathering(tab *Gathering, g *gatherer, files func(*gatherer) []string) {
	var ctx context.Context
	ctx, tab.stop = context.WithCancel(context.Background())
	tab.Running, tab.Stopping = true, false
	undo := &gathered{}
	g.listed = func(files []string) {
		if !g.again { // else the list knows its files
			a.o.Post(func() { tab.Files = files; a.changed() })
		}
	}
	g.progress = func(now string, some []outcome) {
		a.o.Post(func() {
			a.report(a.take(tab, undo, now, some))
			a.changed()
		})
	}
	a.o.Go(func() {
		g.run(ctx, files(g))
		a.o.Post(func() { a.gatheringDone(tab, undo) })
	})
}

// gathered is what one undo takes back.
type gathered struct{ ids []int64 }

// take puts what became of some files into the list, and their texts into those of the library.
func (a *App) take(tab *Gathering, undo *gathered, now string, some []outcome) error {
	tab.Now = now
	var kept []storedText
	for _, o := range some {
		if o.Outcome != GatheredMissed {
			tab.Done++
		}
		if o.stored.text.ID != 0 {
			kept = append(kept, o.stored)
			if !o.stored.already {
				undo.ids = append(undo.ids, o.stored.text.ID)
			}
		}
		if at := slices.IndexFunc(tab.Results, func(g Gathered) bool { return g.Path == o.Path }); at >= 0 && o.again {
			tab.Results[at] = o.Gathered
			continue
		}
		tab.Results = append(tab.Results, o.Gathered)
	}
	if len(kept) == 0 {
		return nil
	}
	return a.adopt(kept...)
}

func (a *App) gatheringDone(tab *Gathering, undo *gathered) {
	tab.Running, tab.Now = false, ""
	tab.Stop() // frees what the context holds
	if len(undo.ids) > 0 {
		ids := slices.Clone(undo.ids)
		a.did("undo.gather", func() error { return a.trash(ids, a.library.Trash) })
	}
	a.tell("status.gathered", tab.Count(GatheredRead), tab.Count(GatheredDoubtful), tab.Count(GatheredRefused), tab.Count(GatheredAlready))
}

// keepDoubtful reads the doubtful files of the list in front again and keeps them as they are read.
func (a *App) keepDoubtful() error {
	tab := a.gathering()
	if tab == nil || tab.Running {
		return nil
	}
	a.gatherAgain(tab, tab.files(GatheredDoubtful), GatherOptions{KeepDoubtful: true})
	return nil
}

// gatherAgain reads some files of a list again; what becomes of them takes the place of what is there.
func (a *App) gatherAgain(tab *Gathering, files []string, o GatherOptions) {
	g := a.newGatherer(o)
	g.again = true
	tab.Done = len(tab.Results) - len(files)
	a.runGathering(tab, g, func(*gatherer) []string { return files })
}

// goOnGathering reads what the list in front did not reach before it was stopped.
func (a *App) goOnGathering() error {
	tab := a.gathering()
	if tab == nil || tab.Running {
		return nil
	}
	a.gatherAgain(tab, tab.files(GatheredMissed), GatherOptions{})
	return nil
}

// files lists those of an outcome.
func (t *Gathering) files(outcome string) (files []string) {
	for _, g := range t.Results {
		if g.Outcome == outcome {
			files = append(files, g.Path)
		}
	}
	return files
}

// OpenGathered shows a result of a list: the text that is kept, or the import check of the file, read again.
func (a *App) OpenGathered(t *Gathering, result int) {
	if result < 0 || result >= len(t.Results) {
		return
	}
	if g := t.Results[result]; g.Text != 0 && g.Outcome != GatheredDoubtful {
		a.report(a.OpenText(g.Text))
	} else {
		a.importEach([]string{g.Path})
	}
}

// keptFrom tells the lists that a file which waited is kept now.
func (a *App) keptFrom(path string, text int64) {
	for _, tab := range a.tabs {
		g, ok := tab.(*Gathering)
		if !ok || path == "" {
			continue
		}
		for k := range g.Results {
			if r := &g.Results[k]; r.Path == path && r.Outcome != GatheredRead {
				r.Outcome, r.Text, r.Sentence = GatheredRead, text, ""
			}
		}
	}
}
