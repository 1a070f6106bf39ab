package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// openAt opens a library with a clock that the test sets.
func openAt(t testing.TB, path string, now *time.Time) *App {
	t.Helper()
	a, err := Open(path, Options{Now: func() time.Time { *now = now.Add(time.Millisecond); return *now }, Language: "en", Who: "a delegate"})
	must(t, err)
	a.Hooks.Failed = func(err error) { t.Errorf("shown to the person: %v", err) }
	return a
}

var morning = time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)

// A backup is made at the start, then at most every hour, at the end where one is due, and never when nothing was changed.
func TestBackupsByThemselves(t *testing.T) {
	now := morning
	path := filepath.Join(t.TempDir(), "library.mutatis")
	count := func(want int, when string) {
		t.Helper()
		all, err := storage.Backups(path)
		must(t, err)
		if len(all) != want {
			t.Errorf("%s: %d backups, want %d", when, len(all), want)
		}
	}
	a := openAt(t, path, &now)
	s := add(t, a, draft("A/RES/78/911", 78, resolution.Adopted, "Recalling its earlier work,", "1. Decides to meet."))
	count(0, "without being asked for")
	a.KeepSafe()
	count(1, "at the start")
	must(t, a.SetStatus(s, []int{1}, resolution.Agreed))
	count(1, "within the hour")
	now = now.Add(2 * time.Hour)
	must(t, a.SetStatus(s, []int{1}, resolution.Open))
	count(2, "after two hours")
	must(t, a.SetStatus(s, []int{1}, resolution.Agreed))
	must(t, a.Close())
	count(2, "closed within the hour")

	now = now.Add(20 * time.Minute)
	a = openAt(t, path, &now)
	now = now.Add(2 * time.Hour)
	a.KeepSafe()
	count(3, "at the next start")
	now = now.Add(2 * time.Hour)
	must(t, a.Close())
	count(3, "closed, nothing was changed")
}

func TestRestoreABackup(t *testing.T) {
	now := morning
	a := openAt(t, filepath.Join(t.TempDir(), "library.mutatis"), &now)
	defer func() { must(t, a.Close()) }()
	add(t, a, draft("A/RES/78/911", 78, resolution.Adopted, "Recalling its earlier work,", "1. Decides to meet."))
	must(t, a.BackUp())
	add(t, a, draft("A/RES/79/911", 79, resolution.Adopted, "Recalling its work,", "1. Decides to meet again."))
	all, err := a.Backups()
	if err != nil || len(all) != 1 || all[0].Texts != 1 {
		t.Fatal(all, err)
	}
	a.Restore(all[0].Path)
	if len(a.Texts()) != 1 {
		t.Errorf("%d texts after restoring", len(a.Texts()))
	}
	must(t, a.Undo())
	if len(a.Texts()) != 2 {
		t.Errorf("%d texts after taking that back", len(a.Texts()))
	}
	add(t, a, draft("A/RES/80/911", 80, resolution.Adopted, "Recalling its work,", "1. Decides to meet once more."))
}

// A library that cannot be opened is restored without the program.
func TestRestoreADamagedLibrary(t *testing.T) {
	now := morning
	path := filepath.Join(t.TempDir(), "library.mutatis")
	a := openAt(t, path, &now)
	add(t, a, draft("A/RES/78/911", 78, resolution.Adopted, "Recalling its earlier work,", "1. Decides to meet."))
	must(t, a.BackUp())
	must(t, a.Close())
	must(t, os.Truncate(path, 3000))
	if _, err := Open(path, Options{}); err == nil {
		t.Fatal("a damaged library was opened")
	}
	all, err := BackupsOf(path)
	must(t, err)
	kept, err := RestoreTo(path, all[0].Path)
	if info, statErr := os.Stat(kept); err != nil || statErr != nil || info.Size() != 3000 {
		t.Fatal("the damaged file is not kept:", kept, err, statErr)
	}
	a = openAt(t, path, &now)
	defer a.Close()
	if len(a.Texts()) != 1 {
		t.Errorf("%d texts", len(a.Texts()))
	}
}

// What is in the bin is listed with its day, comes back, and goes for good after thirty days, once there is a backup.
func TestBin(t *testing.T) {
	now := morning
	path := filepath.Join(t.TempDir(), "library.mutatis")
	a := openAt(t, path, &now)
	s := add(t, a, draft("A/RES/78/911", 78, resolution.Adopted, "Recalling Zanzibar,", "1. Decides to meet."))
	must(t, a.Remove(s.Text.ID))
	bin, err := a.Bin()
	if err != nil || len(bin) != 1 || bin[0].Goes.Format(time.DateOnly) != "2026-12-25" {
		t.Fatal(bin, err)
	}
	must(t, a.TakeOut(s.Text.ID))
	if len(a.Texts()) != 1 {
		t.Error("it did not come back")
	}
	must(t, a.Undo())
	if bin, err := a.Bin(); err != nil || len(bin) != 1 || a.CanUndo() == "" {
		t.Error(bin, err)
	}
	must(t, a.Close())

	now = now.AddDate(0, 0, 29)
	a = openAt(t, path, &now)
	a.KeepSafe()
	if bin, err := a.Bin(); err != nil || len(bin) != 1 {
		t.Error("gone before its day:", bin, err)
	}
	must(t, a.Close())
	now = now.AddDate(0, 0, 2)
	a = openAt(t, path, &now)
	defer a.Close()
	a.KeepSafe()
	if bin, err := a.Bin(); err != nil || len(bin) != 0 {
		t.Error("still there after its day:", bin, err)
	}
	b, err := os.ReadFile(path)
	if err != nil || strings.Contains(string(b), "Zanzibar") {
		t.Error("its words are in the file", err)
	}
	if all, err := a.Backups(); err != nil || len(all) == 0 || all[len(all)-1].Texts != 0 {
		t.Errorf("backups %+v %v", all, err)
	}
}

// Whoever deletes for good is told of backups that hold the text, and may have it deleted there.
func TestPurgeAsksAboutBackups(t *testing.T) {
	now := morning
	a := openAt(t, filepath.Join(t.TempDir(), "library.mutatis"), &now)
	defer a.Close()
	s := add(t, a, draft("A/RES/78/911", 78, resolution.Adopted, "Recalling Zanzibar,", "1. Decides to meet."))
	must(t, a.BackUp())
	must(t, a.AddToBasket(Found{Words: "Zanzibar", Text: s.Text.ID}))
	e, err := a.Edit(s)
	must(t, err)
	must(t, a.Remove(s.Text.ID))
	if err := a.Purge(s.Text.ID); err == nil || !strings.Contains(err.Error(), "unfinished draft") {
		t.Error("purged under an unfinished draft:", err)
	}
	must(t, a.Discard(e))
	var asked []string
	a.Hooks.Confirm = func(question string, yes func()) {
		asked = append(asked, question)
		yes()
	}
	a.AskPurge(s.Text.ID)
	if len(asked) != 2 {
		t.Errorf("asked %q", asked)
	}
	all, err := a.Backups()
	must(t, err)
	for _, path := range []string{a.Path(), all[0].Path} {
		b, err := os.ReadFile(path)
		if err != nil || strings.Contains(string(b), "Zanzibar") {
			t.Error("its words are in", path, err)
		}
	}
	if err := a.Undo(); err == nil {
		t.Error("a purge was taken back")
	}
	for a.CanUndo() != "" { // what is about the purged text does not stand in the way for ever
		_ = a.Undo()
	}
}

// The sample is one action, however many texts it has.
func TestUndoOfTheSample(t *testing.T) {
	a := newApp(t)
	must(t, a.AddSample())
	must(t, a.Undo())
	if a.HasSample() || a.CanUndo() != "" {
		t.Error("the sample was not taken back as one action")
	}
}

// Two windows on one library: each sees what the other does when it looks.
func TestLook(t *testing.T) {
	now := morning
	path := filepath.Join(t.TempDir(), "library.mutatis")
	a, b := openAt(t, path, &now), openAt(t, path, &now)
	defer a.Close()
	defer b.Close()
	must(t, b.Look())
	s := add(t, a, draft("A/RES/78/911", 78, resolution.Adopted, "Recalling its earlier work,", "1. Decides to meet."))
	must(t, b.Look())
	if len(b.Texts()) != 1 {
		t.Error("the other window does not see the text")
	}
	must(t, b.OpenText(s.Text.ID))
	must(t, a.Remove(s.Text.ID))
	must(t, a.Purge(s.Text.ID))
	must(t, b.Look())
	if len(b.Texts()) != 0 || len(b.Tabs()) != 0 {
		t.Error("the other window still shows a text that was deleted for good")
	}
	if _, err := b.Stored(s.Text.ID); err == nil {
		t.Error("it can still be read there")
	}
}

func TestMergeLibraries(t *testing.T) {
	now := morning
	folder := t.TempDir()
	a := openAt(t, filepath.Join(folder, "a.mutatis"), &now)
	defer a.Close()
	s := add(t, a, draft("A/RES/78/911", 78, resolution.Adopted, "Recalling its earlier work,", "1. Decides to meet."))
	copied := filepath.Join(folder, "b.mutatis")
	must(t, a.SaveCopy(copied, storage.CopyOptions{}))
	b := openAt(t, copied, &now)
	must(t, b.RenameSeries(s.Text.Series, "Gardens of schools"))
	must(t, b.SetStatus(s, []int{2}, resolution.Agreed))
	add(t, b, draft("A/RES/79/911", 79, resolution.Adopted, "Recalling its work,", "1. Decides to meet again."))
	must(t, b.Close())
	must(t, a.SetStatus(s, []int{2}, resolution.Bracketed))
	a.MergeLibrary(copied)
	if len(a.Texts()) != 2 || a.SeriesTitle(s.Text.Series) != "Gardens of schools" {
		t.Errorf("%d texts in %q", len(a.Texts()), a.SeriesTitle(s.Text.Series))
	}
	t1, ok := a.Current().(*Merged)
	if !ok {
		t.Fatalf("in front is %T", a.Current())
	}
	var lines []string
	for _, section := range t1.List(a.Words).Sections {
		lines = append(lines, section.Text...)
		for _, row := range section.Table.Rows {
			line := ""
			for _, cell := range row {
				line += cell[0].Text + " | "
			}
			lines = append(lines, line)
		}
	}
	want := `Texts taken over: 1
Statuses taken over: 1
Status: A/RES/78/911 (English), paragraph 3 | in brackets | agreed | in brackets | 
Title of a series: Gardens of schools | School gardens | Gardens of schools | Gardens of schools | `
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("the report says\n%s\nwant\n%s", got, want)
	}
}

// A note follows its words into other texts, and its paragraph into the next draft.
func TestPrivateNotes(t *testing.T) {
	a := newApp(t)
	s := add(t, a, draft("A/C.2/79/L.1", 79, resolution.Tabled, "Recalling its earlier work on gardens,", "1. Decides to meet in the garden every spring."))
	n, err := a.AddPrivateNote(s, 2, storage.Position, "Не соглашаться на весну")
	must(t, err)
	must(t, a.EditPrivateNote(n, "Осень"))
	next := add(t, a, draft("A/C.2/79/L.1/Rev.1", 79, resolution.Revised, "Recalling its earlier work on gardens,", "1. Decides to meet in the garden every summer."))
	for _, c := range []struct {
		name  string
		s     Stored
		older bool
	}{{"the same words", s, false}, {"the next draft", next, true}} {
		notes, err := a.PrivateNotes(c.s)
		must(t, err)
		if len(notes[1]) != 0 || len(notes[2]) != 1 || notes[2][0].Text != "Осень" || notes[2][0].Older != c.older {
			t.Errorf("%s: %+v", c.name, notes)
		}
	}
	notes, err := a.PrivateNotes(s)
	must(t, err)
	must(t, a.RemovePrivateNote(notes[2][0]))
	must(t, a.Undo())
	must(t, a.Undo()) // the import of the next draft
	must(t, a.Undo()) // the change
	if notes, err := a.PrivateNotes(s); err != nil || len(notes[2]) != 1 || notes[2][0].Text != "Не соглашаться на весну" {
		t.Errorf("%+v %v", notes, err)
	}
	path := filepath.Join(t.TempDir(), "others.mutatis")
	must(t, a.SaveForOthers(path, false))
	b, err := os.ReadFile(path)
	if err != nil || strings.Contains(string(b), "весну") || strings.Contains(string(b), "Осень") {
		t.Error("a note is in the copy for others", err)
	}
}

// Every action of a person can be taken back.
func TestUndoOfEverything(t *testing.T) {
	a := newApp(t)
	s := add(t, a, draft("A/RES/78/911", 78, resolution.Adopted, "Recalling its earlier work,", "1. Decides to meet."))
	other := add(t, a, draft("A/RES/79/911", 79, resolution.Adopted, "Recalling its work,", "1. Decides to meet again."))
	e, err := a.Edit(s)
	must(t, err)
	a.Show(e)
	a.Hooks.Confirm = func(_ string, yes func()) { yes() }
	state := func() string {
		all, err := a.library.Drafts()
		must(t, err)
		line := ""
		for _, d := range all {
			d.Document = 0 // it is found anew where a text is moved
			events, err := a.library.Events(d.ID)
			must(t, err)
			for _, ev := range effective(events) {
				line += ev.Status + " "
			}
			line += d.Symbol + a.SeriesTitle(d.Series) + map[bool]string{true: " in the bin"}[d.Trashed] + "; "
		}
		notes, err := a.library.PrivateNotes()
		must(t, err)
		works, err := a.library.Works()
		must(t, err)
		said, err := a.corrections()
		must(t, err)
		for _, n := range notes {
			line += n.Text
		}
		for range works {
			line += " draft"
		}
		for _, p := range said {
			line += string(p.Verdict)
		}
		return line
	}
	for _, c := range []struct {
		name string
		do   func() error
	}{
		{"import", func() error { add(t, a, draft("A/RES/80/1", 80, resolution.Adopted, "New,")); return nil }},
		{"status", func() error { return a.SetStatus(s, []int{1}, resolution.Agreed) }},
		{"rename", func() error { return a.RenameSeries(s.Text.Series, "Other") }},
		{"remove", func() error { return a.Remove(other.Text.ID) }},
		{"pairing", func() error { return a.BelongApart(s, other, 1, 1) }},
		{"discard", a.askDiscard},
		{"note", func() error { _, err := a.AddPrivateNote(s, 1, storage.Note, "x"); return err }},
		{"save", func() error {
			e, err := a.Edit(s)
			must(t, err)
			must(t, e.SetText(1, "Recalling something else,"))
			_, err = a.Save(e)
			return err
		}},
	} {
		before := state()
		a.Show(e)
		must(t, c.do())
		if c.name == "save" {
			before = strings.Replace(before, "; ", "; ", 1)
		}
		if state() == before {
			t.Errorf("%s did nothing", c.name)
			continue
		}
		must(t, a.Undo())
		after := state()
		if c.name == "import" || c.name == "save" { // it is in the bin, as it must be
			after = dropBinned(after)
		}
		if after != before && dropBinned(after) != dropBinned(before) {
			t.Errorf("%s was not taken back:\n%s\n%s", c.name, before, after)
		}
	}
	if _, err := a.Verify(context.Background()); err != nil {
		t.Error(err)
	}
}

func dropBinned(state string) string {
	var kept []string
	for _, part := range strings.Split(state, "; ") {
		if !strings.HasSuffix(part, " in the bin") {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "; ")
}
