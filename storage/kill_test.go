package storage

import (
	"bufio"
	"context"
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
		victim(path)
		return
	}
	os.Exit(m.Run())
}

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
	if n%5 != 4 {
		return nil
	}
	return l.SaveCopy(context.Background(), l.Path()+".copy")
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
	trouble             string
}

func (a *acknowledged) hear(t *testing.T, line string) {
	what, rest, _ := strings.Cut(line, " ")
	if what == "error" {
		a.trouble = rest
		return
	}
	id, err := strconv.ParseInt(rest, 10, 64)
	into, ok := map[string]*int64{"draft": &a.draft, "events": &a.events, "work": &a.work}[what]
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
	c.Env = append(os.Environ(), victimVariable+"="+path)
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
	kills := often(killsVariable, 5)
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
	if events, err := l.Events(a.events); a.events != 0 && (err != nil || len(events) != 2) {
		t.Errorf("kill %d: events of text %d: %v %v", k, a.events, events, err)
	}
	if w, err := l.Work("draft"); a.work != 0 && (err != nil || string(w.Data) < fmt.Sprintf("%020d", a.work)) {
		t.Errorf("kill %d: work %q %v, want %d or later", k, w.Data, err, a.work)
	}
}
