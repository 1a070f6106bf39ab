package storage

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The variables that make the test binary the program that is killed, and say how often things are tried.
const (
	victimVariable = "MUTATIS_KILL_VICTIM"
	modeVariable   = "MUTATIS_KILL_MODE"
	killsVariable  = "MUTATIS_KILLS"
	flipsVariable  = "MUTATIS_FLIPS"
)

// often is the number in an environment variable, or usual where it is unset.
func often(variable string, usual int) int {
	if n, err := strconv.Atoi(os.Getenv(variable)); err == nil {
		return n
	}
	return usual
}

func TestMain(m *testing.M) {
	if path := os.Getenv(victimVariable); path != "" {
		victims[os.Getenv(modeVariable)](path)
		return
	}
	os.Exit(m.Run())
}

// victims are the programs that are killed, by what they do.
var victims = map[string]func(path string){"": victim, "merge": mergingVictim, "migrate": migratingVictim}

// victim stores without end and says what is stored, until it is killed.
func victim(path string) {
	l, err := Open(path, Options{})
	for n := 0; err == nil; n++ {
		err = storeSomething(l, n)
	}
	fmt.Println("error", err)
	os.Exit(1)
}

func storeSomething(l *Library, n int) error {
	d := longDraft(rand.Int64N(1 << 40))
	id, _, err := l.AddDraft(d, &Source{Name: "a.bin", Bytes: []byte(strings.Repeat(d.Paragraphs[0].Text, 100))})
	if err != nil {
		return err
	}
	fmt.Println("draft", id)
	events := []Event{{Draft: id, Paragraph: 1, Status: "agreed"}, {Draft: id, Paragraph: 2, Status: "bracketed"}}
	if err := l.AddEvents(events); err != nil {
		return err
	}
	fmt.Println("events", id)
	if err := l.SaveWork(Work{Key: "draft", Data: fmt.Appendf(nil, "%020d", id)}); err != nil {
		return err
	}
	fmt.Println("work", id)
	if n%3 == 2 {
		if err := purgeSomething(l); err != nil {
			return err
		}
	}
	if n%5 != 4 {
		return nil
	}
	if _, _, err := l.Backup(context.Background(), ""); err != nil {
		return err
	}
	return l.SaveCopy(context.Background(), l.Path()+".copy")
}

// purgeSomething stores a text and deletes it for good.
func purgeSomething(l *Library) error {
	id, _, err := l.AddDraft(longDraft(rand.Int64N(1<<40)), nil)
	if err != nil {
		return err
	}
	if err := l.Trash(id); err != nil {
		return err
	}
	if err := l.Purge(context.Background(), id); err != nil {
		return err
	}
	fmt.Println("purged", id)
	return nil
}

// otherOf is the library that is merged into the one at path.
func otherOf(path string) string { return path + ".other" }

// mergingVictim takes over another library, which it may be in the midst of when it is killed.
func mergingVictim(path string) {
	l, err := Open(path, Options{})
	if err == nil {
		_, err = l.Merge(context.Background(), otherOf(path))
	}
	if err == nil {
		fmt.Println("merged 1")
		time.Sleep(time.Minute) // until it is killed
	}
	fmt.Println("error", err)
	os.Exit(1)
}

// migratingVictim brings a library of the first schema up to date.
func migratingVictim(path string) {
	_, err := Open(path, Options{})
	if err == nil {
		fmt.Println("migrated 1")
		time.Sleep(time.Minute)
	}
	fmt.Println("error", err)
	os.Exit(1)
}

// longDraft is a text of thirty paragraphs that no other seed gives.
func longDraft(seed int64) Draft {
	d := sample(fmt.Sprintf("A/C.9/59/L.%d", seed), "en")
	for i := range 30 {
		d.Paragraphs = append(d.Paragraphs, Paragraph{
			Kind: "operative", Number: fmt.Sprint(i + 1), Opening: 8, Notes: []NoteCall{{fmt.Sprint(i), i}},
			Text:      fmt.Sprintf("Invites village %d-%d to keep its wells clean, %s", seed, i, strings.Repeat("содержать колодцы в чистоте ", 12)),
			Citations: []Citation{{fmt.Sprintf("A/RES/%d/1", i), 3, 5}},
		})
		d.Footnotes = append(d.Footnotes, Footnote{fmt.Sprint(i), "See A/59/1."})
	}
	return d
}

// acknowledged is what a killed program had said was stored.
type acknowledged struct {
	drafts              int // how many
	draft, events, work int64
	purged, done        int64
	trouble             string
}

func (a *acknowledged) hear(t *testing.T, line string) {
	what, rest, _ := strings.Cut(line, " ")
	if what == "error" {
		a.trouble = rest
		return
	}
	id, err := strconv.ParseInt(rest, 10, 64)
	into, ok := map[string]*int64{"draft": &a.draft, "events": &a.events, "work": &a.work,
		"purged": &a.purged, "merged": &a.done, "migrated": &a.done}[what]
	if err != nil || !ok {
		t.Error("the program said:", line)
		return
	}
	*into = id
	if what == "draft" {
		a.drafts++
	}
}

// kill lets a program store into path for a while, then ends it without warning.
func kill(t *testing.T, path string, after time.Duration) (a acknowledged) {
	return watch(t, exec.Command(os.Args[0]), path, after)
}

func watch(t *testing.T, c *exec.Cmd, path string, after time.Duration) (a acknowledged) {
	c.Env = append(append(os.Environ(), c.Env...), victimVariable+"="+path)
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	timer := time.AfterFunc(after, func() { c.Process.Kill() })
	defer timer.Stop()
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		a.hear(t, lines.Text())
	}
	io.Copy(io.Discard, out)
	c.Wait()
	return a
}

// A program that is killed at any moment, the making of a new library among them, leaves no half texts and loses nothing
// that it called stored. Another window that is open meanwhile goes on.
func TestKilledAtAnyMoment(t *testing.T) {
	kills := often(killsVariable, 5) * 3 / 5
	var path string
	var peer *Library
	journals, drafts := 0, 0
	for k := range kills {
		if k%8 == 0 {
			if peer != nil {
				must(t, peer.Close())
			}
			path, peer = filepath.Join(t.TempDir(), "texts.mutatis"), nil
		}
		a := kill(t, path, time.Duration(20+rand.N(280))*time.Millisecond)
		if info, err := os.Stat(path + "-journal"); err == nil && info.Size() > 0 {
			journals++
		}
		if peer != nil {
			if _, err := peer.Drafts(); err != nil {
				t.Errorf("kill %d: the other window: %v", k, err)
			}
		}
		l := mustOpenAt(t, path)
		survived(t, k, l, a)
		drafts += a.drafts
		if peer == nil {
			peer = l
		} else {
			must(t, l.Close())
		}
	}
	t.Logf("%d kills, %d with a hot journal, %d texts stored", kills, journals, drafts)
}

// survived checks that everything acknowledged is there and whole.
func survived(t *testing.T, k int, l *Library, a acknowledged) {
	if a.trouble != "" {
		t.Errorf("kill %d: the program said: %s", k, a.trouble)
	}
	if err := verifyClean(l); err != nil {
		t.Errorf("kill %d: %v", k, err)
	}
	heads, err := l.Drafts()
	must(t, err)
	last := int64(0)
	for _, d := range heads {
		last = max(last, d.ID)
	}
	if last < a.draft {
		t.Errorf("kill %d: text %d was stored, the last is %d", k, a.draft, last)
	}
	if _, err := l.Draft(a.purged); a.purged != 0 && !errors.Is(err, ErrNotThere) {
		t.Errorf("kill %d: text %d was purged, and is there: %v", k, a.purged, err)
	}
	if events, err := l.Events(a.events); a.events != 0 && (err != nil || len(events) != 2) {
		t.Errorf("kill %d: events of text %d: %v %v", k, a.events, events, err)
	}
	if w, err := l.Work("draft"); a.work != 0 && (err != nil || string(w.Data) < fmt.Sprintf("%020d", a.work)) {
		t.Errorf("kill %d: work %q %v, want %d or later", k, w.Data, err, a.work)
	}
}

// killIn is kill for a program that does something else.
func killIn(t *testing.T, mode, path string, after time.Duration) acknowledged {
	c := exec.Command(os.Args[0])
	c.Env = []string{modeVariable + "=" + mode}
	return watch(t, c, path, after)
}

// A program that is killed while it takes over another library has taken all of it or nothing.
func TestKilledMerging(t *testing.T) {
	kills := max(2, often(killsVariable, 5)/5)
	other, _ := libraryBytes(func(l *Library) error {
		for i := range int64(30) {
			if _, _, err := l.AddDraft(longDraft(i), &Source{Name: "a", Bytes: []byte(strings.Repeat("source ", 500))}); err != nil {
				return err
			}
		}
		return nil
	})
	own, err := storedBytes()
	must(t, err)
	none, all := 0, 0
	for k := range kills {
		path := filepath.Join(t.TempDir(), "texts.mutatis")
		must(t, os.WriteFile(path, own, 0o600))
		must(t, os.WriteFile(otherOf(path), other, 0o600))
		a := killIn(t, "merge", path, time.Duration(50+rand.N(2500))*time.Millisecond)
		l := mustOpenAt(t, path)
		survived(t, k, l, a)
		heads, err := l.Drafts()
		must(t, err)
		switch {
		case len(heads) == 20 && a.done == 0:
			none++
		case len(heads) == 50:
			all++
		default:
			t.Errorf("kill %d: %d texts; it said that it was done: %d", k, len(heads), a.done)
		}
		checkBackups(t, path)
		must(t, l.Close())
	}
	t.Logf("%d kills: %d before the merge was done, %d after", kills, none, all)
}

// checkBackups looks whether each backup is whole: a killed program leaves none that is not.
func checkBackups(t *testing.T, path string) {
	t.Helper()
	backups, err := Backups(path)
	must(t, err)
	for _, b := range backups {
		if err := checkCopy(context.Background(), b.Path); err != nil {
			t.Errorf("the backup %s: %v", b.Path, err)
		}
	}
}

// A program that is killed while it brings a library up to date leaves the old or the new one, with everything in it.
func TestKilledMigrating(t *testing.T) {
	kills := max(2, often(killsVariable, 5)/5)
	before, after := 0, 0
	for k := range kills {
		path := oldLibrary(t, 1+k%2)
		a := killIn(t, "migrate", path, time.Duration(rand.N(120))*time.Millisecond)
		if a.trouble != "" {
			t.Errorf("kill %d: the program said: %s", k, a.trouble)
		}
		if mustVersion(t, path) == current() {
			after++
		} else {
			before++
		}
		l := mustOpenAt(t, path)
		heads, err := l.Drafts()
		must(t, err)
		if err := verifyClean(l); err != nil || len(heads) != 2 {
			t.Errorf("kill %d: %d texts, %v", k, len(heads), err)
		}
		must(t, l.Close())
	}
	t.Logf("%d kills: %d before it was done, %d after", kills, before, after)
}
