package app

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// planted is a paragraph of the library that is looked for, with its words changed.
type planted struct {
	Language resolution.Language
	Text     string
	Phrase   string
	Changed  map[string]string // by the share of changed words: "20", "40"
}

// TestScale builds a library of MUTATIS_SCALE paragraphs and prints what it takes to build, open and search it. It fails
// where what does not hang on the machine is missed: recall, size, memory, and the processor's time of a search. With
// MUTATIS_SCALE_LIBRARY it uses the library there, built if it is missing.
func TestScale(t *testing.T) {
	size, _ := strconv.Atoi(os.Getenv("MUTATIS_SCALE"))
	if size == 0 {
		t.Skip("MUTATIS_SCALE=600000 builds a large library")
	}
	path := os.Getenv("MUTATIS_SCALE_LIBRARY")
	if path == "" {
		path = filepath.Join(t.TempDir(), "scale.mutatis")
	}
	if _, err := os.Stat(path); err != nil {
		buildScale(t, path, size)
	}
	ask := exec.Command(os.Args[0], "-test.run=^TestScaleAsked$", "-test.v")
	ask.Env = append(os.Environ(), "MUTATIS_SCALE_ASK="+path)
	out, err := ask.CombinedOutput()
	t.Logf("\n%s", out)
	if err != nil {
		t.Error(err)
	}
}

// texts a series has, and paragraphs a text has, in the built library.
const (
	scaleTexts      = 30
	scaleParagraphs = 30
)

func buildScale(t *testing.T, path string, size int) {
	library, err := storage.Open(path, storage.Options{Now: time.Now, Analyzer: analyzer})
	must(t, err)
	defer library.Close()
	var plants []planted
	done, spent := 0, time.Duration(0)
	cpu := time.Duration(0)
	for series := 0; done < size; series++ {
		for i, l := range resolution.Languages {
			w := scaleTongue(l, i)
			s, err := library.AddSeries(fmt.Sprintf("%s %s %d", w.aWord(), w.aWord(), series))
			must(t, err)
			for n, row := range scaleSeries(t, w, s.ID, series) {
				began, used := time.Now(), processor()
				_, _, err := library.AddDraft(row, nil)
				spent, cpu = spent+time.Since(began), cpu+processor()-used
				must(t, err)
				done += len(row.Paragraphs)
				if n == scaleTexts/2 && (series*17+i)%max(1, size/scaleTexts/scaleParagraphs/350) == 0 {
					plants = append(plants, plant(w, row))
				}
			}
		}
	}
	data, err := json.Marshal(plants)
	must(t, err)
	must(t, os.WriteFile(path+".json", data, 0o600))
	info, err := os.Stat(path)
	must(t, err)
	state, err := library.SearchState()
	must(t, err)
	t.Logf("import      %d paragraphs, %d wordings, %d planted: %.0f a second, %.0f a second of processor time, with all indexes",
		done, state.All, len(plants), float64(done)/spent.Seconds(), float64(done)/cpu.Seconds())
	t.Logf("file        %.0f MB", float64(info.Size())/1e6)
	if most := 1200 * float64(done) / 600000; float64(info.Size())/1e6 > most && done > 100000 {
		t.Errorf("the file is larger than %.0f MB", most)
	}
	if rate := float64(done) / cpu.Seconds(); rate < 2000 {
		t.Errorf("%.0f paragraphs a second of processor time", rate)
	}
}

var scaleTongues = map[resolution.Language]*tongue{}

func scaleTongue(l resolution.Language, i int) *tongue {
	if scaleTongues[l] == nil {
		scaleTongues[l] = newTongue(l, uint64(i))
	}
	return scaleTongues[l]
}

// scaleSeries is a resolution from year to year: every second text is the L-document of the year after. Most paragraphs
// stay, some change a few words, some are new.
func scaleSeries(t *testing.T, w *tongue, series int64, number int) []storage.Draft {
	var rows []storage.Draft
	paragraphs := make([]string, scaleParagraphs)
	kind := func(i int) resolution.Kind {
		if i < scaleParagraphs*2/5 {
			return resolution.Preambular
		}
		return resolution.Operative
	}
	for i := range paragraphs {
		paragraphs[i] = w.fresh(kind(i))
	}
	paragraphs[scaleParagraphs-1] = w.formulas[w.r.IntN(len(w.formulas))]
	for n := range scaleTexts {
		session := 50 + n/2
		d := resolution.Draft{Symbol: fmt.Sprintf("A/RES/%d/%d", session, number+1), Language: w.lang, Session: session, Stage: resolution.Adopted}
		if n%2 == 0 {
			d.Symbol, d.Stage = fmt.Sprintf("A/C.3/%d/L.%d", session, number+1), resolution.Tabled
		}
		for i, text := range paragraphs {
			p := resolution.Paragraph{Kind: kind(i), Text: text}
			if p.Kind == resolution.Operative {
				p.Number = strconv.Itoa(i - scaleParagraphs*2/5 + 1)
			}
			d.Paragraphs = append(d.Paragraphs, p)
		}
		row, err := toRow(d)
		must(t, err)
		row.Series = series
		rows = append(rows, row)
		for i := range paragraphs {
			switch x := w.r.IntN(100); {
			case x < 22:
				paragraphs[i] = w.changed(paragraphs[i], 0.02+w.r.Float64()*0.2)
			case x < 30:
				paragraphs[i] = w.fresh(kind(i))
			}
		}
	}
	return rows
}

func plant(w *tongue, row storage.Draft) planted {
	p := planted{Language: w.lang, Text: row.Paragraphs[w.r.IntN(len(row.Paragraphs))].Text, Changed: map[string]string{}}
	for _, share := range []string{"20", "40"} {
		n, _ := strconv.Atoi(share)
		p.Changed[share] = w.changed(p.Text, float64(n)/100)
	}
	parts := w.split(p.Text)
	n := min(7, len(parts))
	at := w.r.IntN(len(parts) - n + 1)
	p.Phrase = w.join(parts[at : at+n])
	return p
}

func processor() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestScaleAsked opens and searches a built library in a process of its own, so that its memory is the program's.
func TestScaleAsked(t *testing.T) {
	path := os.Getenv("MUTATIS_SCALE_ASK")
	if path == "" {
		t.Skip("TestScale runs it")
	}
	var plants []planted
	data, err := os.ReadFile(path + ".json")
	must(t, err)
	must(t, json.Unmarshal(data, &plants))
	began, used := time.Now(), processor()
	a, err := Open(path, Options{Language: "en"})
	must(t, err)
	defer a.Close()
	fmt.Printf("open        %d texts: %d ms, %d ms of processor time\n", len(a.texts), time.Since(began).Milliseconds(), (processor() - used).Milliseconds())
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(plants), func(i, j int) { plants[i], plants[j] = plants[j], plants[i] })
	for _, kind := range []string{"phrase", "20", "40"} {
		s := scaleRun{kind: kind, missed: map[resolution.Language]int{}, asked: map[resolution.Language]int{}}
		for _, p := range plants {
			s.ask(t, a, p)
		}
		s.tell(t)
	}
	fmt.Printf("memory      %s\n", residentMost())
	if kB, _ := strconv.Atoi(strings.Fields(residentMost() + " 0")[0]); kB > 300000 {
		t.Errorf("the program takes %d kB", kB)
	}
}

// scaleRun asks one kind of question of every planted paragraph.
type scaleRun struct {
	kind          string
	wall, cpu     []time.Duration
	missed, asked map[resolution.Language]int
}

func (s *scaleRun) ask(t *testing.T, a *App, p planted) {
	q := Query{Words: p.Phrase, Language: p.Language}
	if s.kind != "phrase" {
		q.Words, q.Whole = p.Changed[s.kind], true
	}
	began, used := time.Now(), processor()
	answer, err := a.Precedents(context.Background(), q)
	must(t, err)
	s.wall, s.cpu = append(s.wall, time.Since(began)), append(s.cpu, processor()-used)
	s.asked[p.Language]++
	if !p.found(answer) {
		s.missed[p.Language]++
	}
}

// found reports whether the planted paragraph is among the first ten answers, or all ten are as near as it is.
func (p planted) found(answer Precedents) bool {
	first := answer.Variants[:min(10, len(answer.Variants))]
	if !answer.Query.Whole {
		first = answer.Variants
	}
	for _, v := range first {
		if v.Words == p.Text {
			return true
		}
		for _, u := range v.Uses {
			if u.Context == p.Text {
				return true
			}
		}
	}
	if !answer.Query.Whole {
		return answer.Cut
	}
	asked := resolution.Stems(resolution.Units(answer.Query.Words, p.Language))
	near := resolution.Likeness(asked, resolution.Stems(resolution.Units(p.Text, p.Language)))
	return len(first) == 10 && near <= first[9].Likeness
}

func (s *scaleRun) tell(t *testing.T) {
	least := map[string]float64{"20": 0.97, "40": 0.93, "phrase": 0.97}[s.kind]
	line := ""
	for _, l := range resolution.Languages {
		recall := 1 - float64(s.missed[l])/float64(max(1, s.asked[l]))
		line += fmt.Sprintf(" %s %.3f", l, recall)
		if recall < least {
			t.Errorf("recall of %s in %s is %.3f of %d", s.kind, l, recall, s.asked[l])
		}
	}
	fmt.Printf("%-11s %d asked: p50 %s p95 %s, of processor time p50 %s p95 %s; found%s\n", s.kind, len(s.wall),
		percentile(s.wall, 50), percentile(s.wall, 95), percentile(s.cpu, 50), percentile(s.cpu, 95), line)
	if p := percentile(s.cpu, 95); p > 100*time.Millisecond {
		t.Errorf("one of twenty searches for %s takes %s of processor time", s.kind, p)
	}
}

func percentile(all []time.Duration, n int) time.Duration {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.SortedFunc(slices.Values(all), cmp.Compare)
	return sorted[min(len(sorted)-1, len(sorted)*n/100)].Round(100 * time.Microsecond)
}

// residentMost is the most memory the program ever had, "" where the system does not say.
func residentMost() string {
	data, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			return strings.TrimSpace(rest)
		}
	}
	return ""
}
