package app

import (
	"slices"
	"strings"

	"mutatis/app/docx"
	"mutatis/app/resolution"
	"mutatis/diff"
)

// HandMark is words that somebody marked by hand: struck through, or new and set apart by a line under them, a colour, a
// ground or bold type. It is no tracked change: Word neither knows who made it nor can accept it.
type HandMark struct {
	Label  string // of the paragraph; "" for titles and notes
	Words  string
	Struck bool
}

// hand knows how the words of a draft are set, and takes out of it what is marked as new by hand. That words are set apart
// proves nothing by itself: defined terms are underlined, titles are bold. They are new where the text is nearer to its base
// without them.
type hand struct {
	draft resolution.Draft
	ink   string // the letters and digits of the file
	looks []docx.Look
	usual docx.Look // what most of the text bears: it marks nothing
	at    int       // behind the paragraph that was found last
	marks []HandMark
}

func newHand(set []docx.Stretch, d resolution.Draft) *hand {
	h := &hand{draft: d}
	var ink strings.Builder
	counts, plain := map[docx.Look]int{}, 0
	for _, s := range set {
		letters := inked(s.Text)
		ink.WriteString(letters)
		for range len(letters) {
			h.looks = append(h.looks, s.Look)
		}
		if s.Look&docx.Struck == 0 {
			plain += len(letters)
			for _, l := range setApart {
				counts[s.Look&l] += len(letters)
			}
		}
	}
	h.ink = ink.String()
	for _, l := range setApart {
		if counts[l]*2 > plain {
			h.usual |= l
		}
	}
	return h
}

// setApart are the looks by which people show what is new.
var setApart = []docx.Look{docx.Underlined, docx.Coloured, docx.Highlighted, docx.Bold}

// looksOf finds a text in the file, behind the one that was found before, and says how each of its letters is set.
func (h *hand) looksOf(text []rune, bold bool) []docx.Look {
	letters := inked(string(text))
	at := -1
	if letters != "" {
		if at = strings.Index(h.ink[h.at:], letters); at >= 0 {
			at += h.at
		} else {
			at = strings.Index(h.ink, letters)
		}
	}
	looks := make([]docx.Look, len(text))
	if at < 0 {
		return looks
	}
	h.at = at + len(letters)
	mute := h.usual
	if !bold {
		mute |= docx.Bold
	}
	for i, r := range text {
		if isInk(r) {
			looks[i] = h.looks[at] &^ mute
			at += len(string(r))
		}
	}
	return looks
}

// stretches are the runs of letters that are set apart, struck ones by themselves.
func stretches(text []rune, looks []docx.Look) (found []stretch) {
	open, struck := false, false
	for i, r := range text {
		if !isInk(r) {
			continue
		}
		is := looks[i]&docx.Struck != 0
		switch {
		case looks[i] == 0:
			open = false
		case open && is == struck:
			found[len(found)-1].to = i + 1
		default:
			found, open, struck = append(found, stretch{i, i + 1}), true, is
		}
	}
	return found
}

// ink is how the letters of a text are set.
func ink(text []rune, looks []docx.Look) (set []docx.Look) {
	for i, r := range text {
		if isInk(r) {
			set = append(set, looks[i])
		}
	}
	return set
}

// without is the draft without what is marked as new by hand in it; the marks are kept.
func (h *hand) without(c *Comparison) resolution.Draft {
	if !slices.ContainsFunc(h.looks, func(l docx.Look) bool { return l&^h.usual != 0 }) {
		return h.draft
	}
	d := h.draft
	d.Paragraphs, d.Footnotes = slices.Clone(d.Paragraphs), slices.Clone(d.Footnotes)
	h.at = 0
	labels := d.Labels()
	bases := basesOf(c.Redline.Rows, c.Older.Draft.Paragraphs)
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		h.clean(p, labels[i], bases[i], inBody[p.Kind])
	}
	notes := basesOf(c.Redline.Footnotes, notesAsDraft(c.Older.Draft).Paragraphs)
	for i := range d.Footnotes {
		p := resolution.Paragraph{Text: d.Footnotes[i].Text}
		h.clean(&p, "", notes[i], true)
		d.Footnotes[i].Text = p.Text
	}
	return pruned(d, h.draft)
}

// basesOf are the texts that stand for the newer paragraphs of rows in the base, by the newer paragraph: the others of its
// row beside it.
func basesOf(rows []resolution.Row, older []resolution.Paragraph) map[int]string {
	bases := map[int]string{}
	for _, r := range rows {
		var at []int
		for _, c := range r.Older {
			at = append(at, c.Index)
		}
		for _, c := range r.Newer {
			bases[c.Index] = joinedText(older, at)
		}
	}
	return bases
}

// clean takes out of a paragraph what is marked as new in it.
func (h *hand) clean(p *resolution.Paragraph, label, base string, bold bool) {
	text := []rune(p.Text)
	looks := h.looksOf(text, bold)
	found := stretches(text, looks)
	var marks []HandMark
	whole := !slices.ContainsFunc(ink(text, looks), func(l docx.Look) bool { return l == 0 }) // a new paragraph is marked as one or not at all
	cost := unlike(base, p.Text)
	for _, s := range slices.Backward(found) {
		m := HandMark{Label: label, Words: string(text[s.from:s.to]), Struck: looks[s.from]&docx.Struck != 0}
		left, now, ok := shortest(base, p.Text, s, cost)
		if ok = ok && (base != "" || whole); ok {
			cut(p, left)
			cost = now
		}
		if ok || m.Struck {
			marks = append(marks, m)
		}
	}
	slices.Reverse(marks)
	h.marks = append(h.marks, marks...)
}

// shortest finds the way to take a stretch out of a text, with the signs around it, that leaves it nearest to its base; not
// ok where the text is not nearer by all the letters of the stretch.
func shortest(base, text string, s stretch, cost int) (left stretch, now int, ok bool) {
	runes := []rune(text)
	wide := s
	for wide.to < len(runes) && !isInk(runes[wide.to]) {
		wide.to++
	}
	for wide.from > 0 && !isInk(runes[wide.from-1]) {
		wide.from--
	}
	most := cost - solid(runes[s.from:s.to])
	for _, try := range []stretch{s, {s.from, wide.to}, {wide.from, s.to}, wide} {
		rest := strings.TrimSpace(string(runes[:try.from]) + string(runes[try.to:]))
		if n := unlike(base, rest); n <= most && (!ok || n < now || n == now && diff.Canonical(rest) == diff.Canonical(base)) {
			left, now, ok = try, n, true
		}
	}
	return left, now, ok
}

// unlike counts the letters and digits that two texts do not have in common.
func unlike(a, b string) (n int) {
	for _, s := range diff.Words(a, b) {
		if s.Op != diff.Equal {
			n += solid([]rune(s.A)) + solid([]rune(s.B))
		}
	}
	return n
}

// cut takes a stretch out of a paragraph, with the calls in it.
func cut(p *resolution.Paragraph, s stretch) {
	runes := []rune(p.Text)
	head, tail := runes[:s.from], runes[s.to:]
	if len(head) > 0 && len(tail) > 0 && head[len(head)-1] == ' ' && tail[0] == ' ' {
		tail, s.to = tail[1:], s.to+1
	}
	p.Text = string(head) + string(tail)
	var calls []resolution.NoteCall
	for _, n := range p.Notes {
		switch {
		case n.Offset > s.from && n.Offset <= s.to:
			continue
		case n.Offset > s.to:
			n.Offset -= s.to - s.from
		}
		calls = append(calls, n)
	}
	p.Notes = calls
	p.Opening = min(p.Opening, len([]rune(p.Text)))
}

// pruned drops the paragraphs of which nothing is left, and the notes that nothing calls any more.
func pruned(d, was resolution.Draft) resolution.Draft {
	called := func(d resolution.Draft) map[string]bool {
		all := map[string]bool{}
		for _, p := range d.Paragraphs {
			for _, n := range p.Notes {
				all[n.Number] = true
			}
		}
		return all
	}
	before, now := called(was), called(d)
	d.Paragraphs = slices.DeleteFunc(d.Paragraphs, func(p resolution.Paragraph) bool { return inked(p.Text) == "" })
	d.Footnotes = slices.DeleteFunc(d.Footnotes, func(f resolution.Footnote) bool {
		return inked(f.Text) == "" || before[f.Number] && !now[f.Number]
	})
	return d
}
