package docx

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// TestRealTexts makes Word files of real texts, as the reader of plain text understood them, and reads those: the same
// paragraphs must come out, whether their numbers were typed before a tab, before a blank, or are automatic.
func TestRealTexts(t *testing.T) {
	read, different := 0, 0
	for path, want := range realDrafts(t) {
		if !inOrder(want) {
			continue
		}
		for _, gap := range []string{"\t", " ", automatic} {
			read++
			if fault := sameDraft(mustRead(t, wordOf(want, gap), Accepted).Draft, want); fault != "" {
				different++
				t.Logf("%s with %q: %s", filepath.Base(path), gap, fault)
			}
		}
	}
	t.Logf("%d of %d are read differently", different, read)
	if different*100 > read {
		t.Errorf("%d of %d are read differently", different, read)
	}
}

// inOrder reports whether every note is called once, in the order of the notes, as Word would number them.
func inOrder(d resolution.Draft) bool {
	var calls, notes []string
	for _, p := range d.Paragraphs {
		for _, n := range p.Notes {
			calls = append(calls, n.Number)
		}
	}
	for _, n := range d.Footnotes {
		notes = append(notes, n.Number)
	}
	counted := func(number string) bool { return !isDigits(number) }
	return slices.Equal(slices.DeleteFunc(calls, counted), slices.DeleteFunc(notes, counted))
}

// wordOf makes a Word file of a draft.
func wordOf(d resolution.Draft, gap string) []byte {
	h := d.Header
	ids, notes := map[string]int{}, ""
	for i, n := range d.Footnotes {
		ids[n.Number] = i + 2
		custom := ""
		if strings.Trim(n.Number, "0123456789") != "" {
			custom = n.Number + " "
		}
		notes += Note(i+2, T(custom+n.Text))
	}
	head := func(line string) string { return P(wordSigns(line, ids)) }
	body := Tbl(Row(head(h.Organization), head(h.Symbol)), Row(head(strings.Join(h.Other, "\n")), head(h.Distribution)+head(h.Date)+head(h.Original)))
	for _, line := range []string{h.Session, h.Committee, h.AgendaItem, h.Adoption, h.Basis, h.Sponsors} {
		body += head(line)
	}
	auto := &autoLists{next: map[int]int{}}
	for _, p := range d.Paragraphs {
		place := ""
		if number := p.Numeral(d.Language); gap == automatic {
			if place = auto.place(number, p); place != "" {
				p.Number = ""
			}
		}
		body += wordParagraph(d, p, place, gap, ids)
	}
	start := ""
	if len(d.Footnotes) > 0 {
		start = fmt.Sprintf(`<w:footnotePr><w:numStart w:val="%s"/></w:footnotePr>`, firstNumber(d.Footnotes))
	}
	return build(parts{"body": body, "footnotes": notes, "settings": start, "numbering": auto.numbering()})
}

// wordSigns makes calls of the signs in a line.
func wordSigns(line string, ids map[string]int) string {
	inside := ""
	for _, part := range signs.FindAllString(line, -1) {
		if id := ids[part]; id > 0 {
			inside += wordSign(part, id)
		} else {
			inside += T(part)
		}
	}
	return inside
}

var signs = regexp.MustCompile(`\*+|[^*]+`)

func wordSign(sign string, id int) string {
	return fmt.Sprintf(`<w:r><w:footnoteReference w:customMarkFollows="1" w:id="%d"/><w:t>%s</w:t></w:r>`, id, sign)
}

func firstNumber(notes []resolution.Footnote) string {
	for _, n := range notes {
		if strings.Trim(n.Number, "0123456789") == "" {
			return n.Number
		}
	}
	return "1"
}

// automatic stands in the place of what parts a typed number from its words.
const automatic = "\u00a0"

// autoLists numbers paragraphs as a person does in Word: one list in three levels, started over where it must be.
type autoLists struct {
	next  map[int]int // the number due at each level
	texts [3]string
	lists []string
}

var autoFormats = [3]string{"decimal", "lowerLetter", "lowerRoman"}

// place puts a paragraph into the list, "" where its number is none of the list's.
func (a *autoLists) place(number string, p resolution.Paragraph) string {
	level := p.Level
	if level > 2 || number == "" || p.Kind == resolution.Title || p.Kind == resolution.Part {
		return ""
	}
	n, inner := 1, strings.Trim(number, "().- ")
	for n < 100 && numeral(n, autoFormats[level], "") != inner {
		n++
	}
	text := strings.Replace(number, inner, fmt.Sprintf("%%%d", level+1), 1)
	if n == 100 || a.texts[level] != "" && a.texts[level] != text {
		return ""
	}
	a.texts[level] = text
	if len(a.lists) == 0 || a.next[level] != n && (n != 1 || a.next[level] != 0) {
		a.lists = append(a.lists, List(len(a.lists)+1, 1, fmt.Sprintf(`<w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride>`, level, n)))
	}
	a.next[level] = n + 1
	for deeper := level + 1; deeper < 3; deeper++ {
		a.next[deeper] = 0
	}
	return Num(len(a.lists), level)
}

func (a *autoLists) numbering() string {
	levels := ""
	for i, text := range a.texts {
		levels += Lvl(i, autoFormats[i], text)
	}
	return Kind(1, levels) + strings.Join(a.lists, "")
}

func wordParagraph(d resolution.Draft, p resolution.Paragraph, place, gap string, ids map[string]int) string {
	number := p.Numeral(d.Language)
	runes := []rune(p.Text)
	inside, at := "", 0
	write := func(to int) {
		if at < p.Opening && to > at {
			cut := min(to, p.Opening)
			inside += I(string(runes[at:cut]))
			at = cut
		}
		if p.Kind == resolution.Title {
			inside += B(string(runes[at:to]))
		} else {
			inside += T(string(runes[at:to]))
		}
		at = to
	}
	for _, n := range p.Notes {
		write(n.Offset)
		if strings.Trim(n.Number, "0123456789") == "" {
			inside += Ref(ids[n.Number])
		} else {
			inside += wordSign(n.Number, ids[n.Number])
		}
	}
	write(len(runes))
	switch p.Kind {
	case resolution.Title:
		if p.Number != "" {
			number = p.Number + "."
		}
		return P(B(strings.TrimSpace(number+gap)), inside)
	case resolution.Part:
		if p.Text == "" {
			return P(Pr(centred), T(p.Number))
		}
		return P(Pr(centred), T(p.Number)) + P(Pr(centred), B(p.Text))
	case resolution.Heading, resolution.Annex:
		if number == "" && p.Kind == resolution.Heading {
			return P(Pr(centred), B(p.Text))
		}
	}
	if number != "" {
		inside = T(number+gap) + inside
	}
	return P(place, inside)
}

// sameDraft says where two drafts differ in what was recognised.
func sameDraft(got, want resolution.Draft) string {
	lines := func(d resolution.Draft) []string {
		var all []string
		for _, p := range d.Paragraphs {
			all = append(all, fmt.Sprintf("%s|%s|%s", p.Kind, p.Number, withCalls(p)))
		}
		for _, n := range d.Footnotes {
			all = append(all, n.Number+" "+n.Text)
		}
		return all
	}
	a, b := lines(got), lines(want)
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d is\n  %.200s\nnot\n  %.200s", i, a[i], b[i])
		}
	}
	if len(a) != len(b) {
		return fmt.Sprintf("%d lines, not %d", len(a), len(b))
	}
	if got.Symbol != want.Symbol {
		return fmt.Sprintf("symbol %q, not %q", got.Symbol, want.Symbol)
	}
	return ""
}
