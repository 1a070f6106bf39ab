package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"mutatis/app"
)

// gathered is the view of a folder with so many files, every tenth doubtful, every tenth refused.
func gathered(u *UI, n int, running bool) *gathering {
	tab := &app.Gathering{Folder: "/texts/80", Done: n, Running: running, Now: "/texts/80/A_80_L.7.pdf", Selected: -1}
	for i := range n {
		g := app.Gathered{Path: fmt.Sprintf("/texts/80/A_C.3_80_L.%d.pdf", i), Outcome: app.GatheredRead, Sentence: "22 paragraphs, 3 footnotes, English"}
		switch i % 10 {
		case 3:
			g.Outcome, g.Sentence = app.GatheredDoubtful, "2 places to look at: a line ends inside «multi-stakeholder»"
		case 7:
			g.Outcome, g.Sentence = app.GatheredRefused, "The file is a scan without text: have the letters recognised first, with a program for scans, and import its result."
		case 9:
			g.Outcome, g.Sentence = app.GatheredAlready, "It is in the library as A/C.3/80/L.9."
		}
		tab.Results = append(tab.Results, g)
		tab.Files = append(tab.Files, g.Path)
	}
	if running {
		tab.Files = append(tab.Files, tab.Files...)
	}
	u.app.Show(tab)
	return u.front().(*gathering)
}

func TestAFolderShowsFirstWhatAPersonMustLookAt(t *testing.T) {
	u := opened(t, false)
	v := gathered(u, 1000, false)
	want := []struct {
		outcome string
		many    int
	}{{app.GatheredDoubtful, 100}, {app.GatheredRefused, 100}, {app.GatheredRead, 700}, {app.GatheredAlready, 100}}
	at := 0
	for i, w := range want {
		for range w.many {
			if got := v.drawn[v.rows[at]].Outcome; got != w.outcome {
				t.Fatalf("row %d is %s, want %s", at, got, w.outcome)
			}
			at++
		}
		v.filter(w.outcome)
		if len(v.rows) != w.many || v.filters[i+1].key.Text != fmt.Sprint(w.many) {
			t.Errorf("%s: %d rows, the button counts %s", w.outcome, len(v.rows), v.filters[i+1].key.Text)
		}
		v.filter("")
	}
	if first, last := v.list.InView(); last-first > 40 {
		t.Errorf("rows %d to %d exist at once", first, last)
	}
}

func TestAFolderKeepsItsPlaceWhileItIsRead(t *testing.T) {
	u := opened(t, false)
	v := gathered(u, 100, true)
	if v.stop.Hidden || !v.keep.Hidden {
		t.Error("while it is read it can be stopped, and nothing else")
	}
	key(u, fyne.KeyDown)
	key(u, fyne.KeyDown)
	chosen := v.drawn[v.result(v.chosen)].Path
	tab := v.tab
	tab.Results = append(tab.Results, app.Gathered{Path: "/texts/80/new.pdf", Outcome: app.GatheredDoubtful, Sentence: "x"})
	tab.Done++
	u.refresh()
	if got := v.drawn[v.result(v.chosen)].Path; got != chosen || len(v.rows) != 101 {
		t.Errorf("%d rows, chosen was %s, is %s", len(v.rows), chosen, got)
	}
	tab.Running = false
	u.refresh()
	if !v.stop.Hidden || v.keep.Hidden {
		t.Error("at the end what is doubtful can be kept, and nothing stopped")
	}
}

func TestARowOfAFolderOpensItsText(t *testing.T) {
	u := opened(t, true)
	v := gathered(u, 10, false)
	kept := text(t, u, tabled, "en")
	v.tab.Results[0].Text = kept.ID
	u.refresh()
	v.filter(app.GatheredRead)
	key(u, fyne.KeyDown)
	key(u, fyne.KeyReturn)
	r, ok := u.app.Current().(*app.Reading)
	if !ok || r.Stored.Text.ID != kept.ID {
		t.Errorf("in front is %T", u.app.Current())
	}
}

// TestAFolderThatWasStoppedGoesOn: while it stops it says so, and then offers to go on.
func TestAFolderThatWasStoppedGoesOn(t *testing.T) {
	u := opened(t, false)
	v := gathered(u, 20, true)
	v.tab.Stopping = true
	u.refresh()
	if !v.stop.Disabled() || v.now.Words() != u.app.Say("gather.stopping") || !v.goOn.Hidden {
		t.Errorf("while it stops it says %q", v.now.Words())
	}
	v.tab.Running, v.tab.Stopping = false, false
	for _, path := range v.tab.Files[20:] {
		v.tab.Results = append(v.tab.Results, app.Gathered{Path: path, Outcome: app.GatheredMissed})
	}
	u.refresh()
	if v.goOn.Hidden || !v.stop.Hidden || v.bar.Value*2 != v.bar.Max {
		t.Errorf("stopped at the half, the bar shows %v of %v", v.bar.Value, v.bar.Max)
	}
}

// TestAFolderIsTakenAtOnce: Return in the folder's field takes the folder that is typed there.
func TestAFolderIsTakenAtOnce(t *testing.T) {
	u := opened(t, false)
	var got string
	folder := t.TempDir()
	p := newFilePicker(u, &filePicker{folders: true, then: func(paths []string) { got = paths[0] }})
	p.path.SetText(folder)
	if p.accept(); got != folder {
		t.Errorf("took %q", got)
	}
	got = ""
	p = newFilePicker(u, &filePicker{folders: true, then: func(paths []string) { got = paths[0] }})
	p.path.SetText(folder + "/nowhere")
	if p.accept(); got != "" {
		t.Errorf("a folder that is not there: took %q", got)
	}
}
