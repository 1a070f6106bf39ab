package app

import (
	"cmp"
	"context"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
	"mutatis/diff"
)

// succession is a real resolution and the next real text with its title, of a later session.
type succession struct{ older, newer resolution.Draft }

// successions finds every pair of successive texts in the shared folder and in the archive in it.
func successions(t *testing.T) []succession {
	t.Helper()
	bySeries := map[string][]resolution.Draft{}
	seen := map[string]bool{}
	for _, file := range sharedTexts(t) {
		s, _, err := FileTextWith(file, ReadOptions{})
		if d := s.Draft; err == nil && d.Session > 0 && d.Title() != "" && d.Symbol != "" && !seen[d.Symbol] {
			seen[d.Symbol] = true
			key := string(d.Language) + diff.Canonical(strings.ToLower(d.Title()))
			bySeries[key] = append(bySeries[key], d)
		}
	}
	var out []succession
	for _, key := range slices.Sorted(maps.Keys(bySeries)) {
		out = append(out, following(bySeries[key])...)
	}
	return out
}

// following pairs each adopted text of a series with the text of the next session there is, the adopted one if it can be.
func following(texts []resolution.Draft) []succession {
	slices.SortFunc(texts, func(a, b resolution.Draft) int {
		return cmp.Or(cmp.Compare(a.Session, b.Session), cmp.Compare(b.Stage, a.Stage), cmp.Compare(a.Symbol, b.Symbol))
	})
	var out []succession
	for i, older := range texts {
		if older.Stage != resolution.Adopted {
			continue
		}
		var next *resolution.Draft
		for j := i + 1; j < len(texts); j++ {
			d := &texts[j]
			if d.Session > older.Session && (next == nil || d.Session == next.Session && d.Stage == resolution.Adopted) {
				next = d
			}
		}
		if next != nil {
			out = append(out, succession{older, *next})
		}
	}
	return out
}

func sharedTexts(t *testing.T) []string {
	t.Helper()
	root := os.Getenv("MUTATIS_SHARED")
	if root == "" {
		t.Skip("MUTATIS_SHARED names no folder with real texts")
	}
	bulk := t.TempDir()
	if out, err := exec.Command("tar", "-xJf", filepath.Join(root, "texts", "bulk-300.tar.xz"), "-C", bulk).CombinedOutput(); err != nil {
		t.Logf("the archive was not read: %v %s", err, out)
	}
	var files []string
	for _, folder := range []string{filepath.Join(root, "texts"), bulk} {
		must(t, filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
			if strings.HasSuffix(path, ".txt") {
				files = append(files, path)
			}
			return err
		}))
	}
	return files
}

func notesAs(d resolution.Draft) []resolution.Paragraph {
	var out []resolution.Paragraph
	for _, f := range d.Footnotes {
		out = append(out, resolution.Paragraph{Kind: resolution.Operative, Text: f.Text})
	}
	return out
}

// held parts off the pairs that the rules were not made by: every second title by its letters.
func held(s succession) bool {
	n := 0
	for _, r := range s.older.Title() {
		n += int(r)
	}
	return n%2 == 1
}

// rollOutcome is what became of one place that the real next text changed, or that the roll changed.
type rollOutcome struct {
	pair, label, what string // right, wrong, left, listed, blank, needless, rewritten
	was, real, ours   string
	rule              resolution.RollWhat
}

// TestRollTruth rolls every real text on to the session of the real next one, and compares. The figures are those of
// docs/rolling.md; ROLL_LOOK=1 shows every place that is not right. Half of the pairs were kept apart while the rules
// were made.
func TestRollTruth(t *testing.T) {
	look := os.Getenv("ROLL_LOOK") != ""
	for _, half := range []bool{false, true} {
		count := map[bool]map[string]map[string]int{true: {}, false: {}} // in the session it asked for or later, by rule, by what became of it
		pairs := map[bool]int{}
		for _, s := range successions(t) {
			if held(s) != half {
				continue
			}
			next := s.newer.Session <= resolution.NextSession(s.older)
			pairs[next]++
			for _, o := range judgeRoll(t, s) {
				if count[next][string(o.rule)] == nil {
					count[next][string(o.rule)] = map[string]int{}
				}
				count[next][string(o.rule)][o.what]++
				if look && o.what != "right" {
					t.Logf("%s %s %s %s: %q real %q ours %q", o.pair, o.label, o.rule, o.what, o.was, o.real, o.ours)
				}
			}
		}
		for _, next := range []bool{true, false} {
			t.Logf("kept apart %v, in the session it asked for %v: %d pairs", half, next, pairs[next])
			for _, rule := range slices.Sorted(maps.Keys(count[next])) {
				t.Logf("  %-9s %v", rule, count[next][rule])
			}
		}
		mostlyRight(t, count[true])
	}
}

// mostlyRight asks of the texts that were taken up in the session they asked for that, of what was rolled on, hardly
// anything is wrong.
func mostlyRight(t *testing.T, count map[string]map[string]int) {
	t.Helper()
	for _, rule := range []string{"session", "recall", "year", "report"} {
		c := count[rule]
		if wrong := c["wrong"] + c["wrong-kept"]; wrong*8 > c["right"]+8 {
			t.Errorf("%s: %d right and %d wrong", rule, c["right"], wrong)
		}
	}
}

// rollEdit is one edit of a text: code points from…to of it became other words.
type rollEdit struct {
	from, to int
	now      string
}

func changesBetween(a, b string) []rollEdit {
	var out []rollEdit
	at := 0
	for _, g := range diff.Words(a, b) {
		n := len([]rune(g.A))
		if g.Op != diff.Equal {
			if k := len(out) - 1; k >= 0 && out[k].to == at {
				out[k].to, out[k].now = at+n, out[k].now+g.B
			} else {
				out = append(out, rollEdit{at, at + n, g.B})
			}
		}
		at += n
	}
	return out
}

// technical are the words that sessions, dates and recalls are made of.
func technicalWords(text string) bool {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,;.-–[]()…/", r) }) {
		w := strings.ToLower(word)
		if strings.ContainsAny(w, "0123456789") || strings.Contains(ordinalWords, " "+w+" ") || strings.HasSuffix(w, "th") || strings.HasSuffix(w, "tieth") {
			continue
		}
		return false
	}
	return true
}

const ordinalWords = " first second third fourth fifth sixth seventh eighth ninth tenth twenty thirty forty fifty sixty seventy eighty ninety january february march april may june july august september october november december and of resolution resolutions its session sessions a "

func judgeRoll(t *testing.T, s succession) []rollOutcome {
	t.Helper()
	rolled, list, err := resolution.Roll(s.older, resolution.Rolling{Session: s.newer.Session})
	if err != nil {
		t.Logf("%s: %v", s.older.Symbol, err)
		return nil
	}
	older := slices.DeleteFunc(slices.Clone(s.older.Paragraphs), func(p resolution.Paragraph) bool { return p.Kind == resolution.Closing })
	ours := rolled.Paragraphs
	pairs, err := Pair(context.Background(), older, s.newer.Paragraphs, Corrections{})
	must(t, err)
	labels := resolution.Draft{Paragraphs: older, Language: s.older.Language}.Labels()
	name := s.older.Symbol + ">" + s.newer.Symbol
	var out []rollOutcome
	for _, p := range pairs {
		if len(p.Older) == 1 && len(p.Newer) == 1 && p.Similarity > 0.5 {
			i := p.Older[0]
			out = append(out, judgeText(older[i].Text, s.newer.Paragraphs[p.Newer[0]].Text, ours[i].Text, listedIn(list, labels[i], ""), name, labels[i])...)
		}
	}
	a, b := notesAs(s.older), notesAs(s.newer)
	pairs, err = Pair(context.Background(), a, b, Corrections{})
	must(t, err)
	for _, p := range pairs {
		if len(p.Older) == 1 && len(p.Newer) == 1 && p.Similarity > 0.5 {
			i := p.Older[0]
			out = append(out, judgeText(a[i].Text, b[p.Newer[0]].Text, rolled.Footnotes[i].Text, listedIn(list, "", s.older.Footnotes[i].Number), name, "note "+s.older.Footnotes[i].Number)...)
		}
	}
	for _, r := range list {
		if r.Why == "recall-none" {
			what := "needless"
			for _, p := range s.newer.Paragraphs {
				for _, c := range resolution.Citations(p.Text, s.newer.Language) {
					if c.Symbol == s.older.Symbol {
						what = "right"
					}
				}
			}
			out = append(out, rollOutcome{name, r.Label, what, "", "", r.Advice, "advised"})
		}
	}
	return out
}

func listedIn(list []resolution.Rolled, label, note string) []resolution.Rolled {
	var out []resolution.Rolled
	for _, r := range list {
		if note != "" && r.Note == note || note == "" && label != "" && r.Label == label {
			out = append(out, r)
		}
	}
	return out
}

// judgeText sets what the roll changed in a paragraph beside what the real next text changed in it.
func judgeText(was, real, ours string, list []resolution.Rolled, pair, label string) []rollOutcome {
	theirs, mine := changesBetween(was, real), changesBetween(was, ours)
	runes := []rune(was)
	stays := true // but for sessions, dates and recalls
	for _, c := range theirs {
		stays = stays && technicalWords(string(runes[c.from:c.to])) && technicalWords(c.now)
	}
	var out []rollOutcome
	for _, g := range together(theirs, mine) {
		o := rollOutcome{pair: pair, label: label, was: string(runes[g.from:g.to]), real: within(runes, theirs, g), ours: within(runes, mine, g)}
		o.rule = ruleOf(list, o.ours, o.was)
		same := withoutCommas(o.real) == withoutCommas(o.ours)
		if o.rule == "words" || o.rule == "figure" {
			continue // amounts, and what no rule is about
		}
		switch {
		case !hasMine(mine, g) && !stays:
			continue
		case same, o.was == "" && o.ours != "" && strings.Contains(withoutCommas(real), strings.TrimPrefix(withoutCommas(o.ours), "and")):
			o.what = "right" // beside others, where the text skipped sessions
		case !hasMine(mine, g):
			o.what = "left"
			for _, r := range list {
				if !r.Done() && strings.Contains(r.Was, strings.TrimSpace(o.was)) {
					o.what = "listed"
				}
			}
		case strings.Contains(o.ours, "[") && o.real != o.was:
			o.what = "blank"
		case !stays && !technicalChange(runes, theirs, g):
			o.what = "rewritten"
		case o.real == o.was:
			o.what = "wrong-kept"
		default:
			o.what = "wrong"
		}
		out = append(out, o)
	}
	return out
}

// withoutCommas are words as they are compared here: a comma before "and" is a matter of taste.
func withoutCommas(text string) string {
	return strings.Join(strings.Fields(strings.NewReplacer(",", " ", "-", "", " ", "").Replace(strings.ToLower(diff.Canonical(text)))), "")
}

func technicalChange(runes []rune, theirs []rollEdit, g rollEdit) bool {
	for _, c := range theirs {
		if c.from <= g.to && g.from <= c.to && !(technicalWords(string(runes[c.from:c.to])) && technicalWords(c.now)) {
			return false
		}
	}
	return true
}

func ruleOf(list []resolution.Rolled, ours, was string) resolution.RollWhat {
	for _, r := range list {
		if r.Done() && (strings.Contains(r.Now, strings.TrimSpace(ours)) || strings.Contains(ours, strings.TrimSpace(r.Now))) {
			return r.What
		}
	}
	for _, r := range list {
		if strings.Contains(r.Was, strings.TrimSpace(was)) {
			return r.What
		}
	}
	switch {
	case strings.Contains(was, "/"):
		return "recall"
	case aYear.MatchString(was):
		return "date"
	case ordinalWord(was):
		return "session"
	case strings.ContainsAny(was, "0123456789"):
		return "figure"
	}
	return "words"
}

var aYear = regexp.MustCompile(`(?:19|20)\d\d`)

func ordinalWord(text string) bool {
	w := strings.ToLower(strings.TrimSpace(text))
	return strings.HasSuffix(w, "th") || strings.HasSuffix(w, "first") || strings.HasSuffix(w, "second") || strings.HasSuffix(w, "third")
}

// together are the places of both lists of changes, those that touch made one.
func together(a, b []rollEdit) []rollEdit {
	all := slices.Concat(a, b)
	slices.SortFunc(all, func(x, y rollEdit) int { return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(x.to, y.to)) })
	var out []rollEdit
	for _, c := range all {
		if k := len(out) - 1; k >= 0 && c.from <= out[k].to {
			out[k].to = max(out[k].to, c.to)
			continue
		}
		out = append(out, rollEdit{c.from, c.to, ""})
	}
	return out
}

func hasMine(mine []rollEdit, g rollEdit) bool {
	return slices.ContainsFunc(mine, func(c rollEdit) bool { return g.from <= c.from && c.to <= g.to })
}

// within is what a stretch of the text reads after changes.
func within(runes []rune, changes []rollEdit, g rollEdit) string {
	var b strings.Builder
	at := g.from
	for _, c := range changes {
		if c.from >= g.from && c.to <= g.to {
			b.WriteString(string(runes[at:c.from]) + c.now)
			at = c.to
		}
	}
	b.WriteString(string(runes[at:g.to]))
	return b.String()
}
