package app

// Gathering is the reading of a folder, or of many files: its progress, and at its end what became of each file.
type Gathering struct {
	Folder   string   // "" for files that were picked one by one
	Files    []string // all that are read, in the order in which they are
	Done     int
	Now      string // the file that is being read
	Results  []Gathered
	Running  bool
	Selected int // index of the chosen result, -1 for none
	stop     func()
}

// Gathered says what became of one file.
type Gathered struct {
	Path     string `json:"file"`
	Outcome  string `json:"outcome"` // one of the constants below
	Sentence string `json:"sentence,omitempty"`
	Text     int64  `json:"id,omitempty"` // in the library, where it is kept
}

// What becomes of a file.
const (
	GatheredRead     = "read"     // kept, without doubts
	GatheredDoubtful = "doubtful" // waits for a person
	GatheredRefused  = "refused"
	GatheredAlready  = "already"
	GatheredMissed   = "missed" // not reached before it was stopped
)

// Key makes the tab.
func (t *Gathering) Key() string { return "gather " + t.Folder }

// Name of a folder's reading is the folder's.
func (t *Gathering) Name(w Words) string { return w.Say("tab.gather", t.Folder) }

// Stop ends the reading at once; what is kept stays kept.
func (t *Gathering) Stop() {
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

// ImportFolder reads every readable file of a folder and of those below it. Texts without doubts are kept.
func (a *App) ImportFolder(path string) {}

// OpenGathered shows the import check of a file that waits, read again.
func (a *App) OpenGathered(t *Gathering, result int) {}
