package resolution

import (
	"cmp"
	"regexp"
	"slices"
)

var agendaNumber = regexp.MustCompile(`\d{1,3}(?: ?\(?\p{L}\))?`)

// edit is one place of the text as it was: code points from…to of a paragraph, or of a note.
type edit struct {
	paragraph, note int // indexes; paragraph -1 for a place in a note
	from, to        int
	now             string // what stands there in the new draft
	what            RollWhat
	why             string
	look            bool
	advice          string
}

// add notes an edit, unless its place is taken by one before it.
func (w *roller) add(e edit) {
	for _, o := range w.edits {
		if o.paragraph == e.paragraph && (e.paragraph >= 0 || o.note == e.note) && e.from < o.to && o.from < e.to {
			return
		}
	}
	w.edits = append(w.edits, e)
}

// left notes a place of a paragraph that is left for a person.
func (w *roller) left(i, from, to int, what RollWhat, why string) {
	was := string([]rune(w.d.Paragraphs[i].Text)[from:to])
	w.add(edit{paragraph: i, from: from, to: to, now: was, what: what, why: why, look: true})
}

// apply makes the edits and lists them with the places where they stand now.
func (w *roller) apply() (Draft, []Rolled) {
	slices.SortStableFunc(w.edits, func(a, b edit) int {
		return cmp.Or(cmp.Compare(orLast(a.paragraph), orLast(b.paragraph)), noteOf(a)-noteOf(b), cmp.Compare(a.from, b.from))
	})
	d, list := w.d, []Rolled{}
	for _, e := range w.of(-1, -1) { // of the text as a whole
		list = append(list, Rolled{Paragraph: -1, What: e.what, Why: e.why, Look: e.look, Advice: e.advice})
	}
	for i, p := range w.d.Paragraphs {
		edits := w.of(i, -1)
		text, places := spliced(p.Text, edits)
		for k := range places {
			places[k].Paragraph, places[k].Label = i, cmp.Or(w.labels[i], string(p.Kind))
		}
		list = append(list, places...)
		d.Paragraphs[i].Text, d.Paragraphs[i].Notes = text, shiftCalls(p.Notes, edits)
	}
	for k, f := range w.d.Footnotes {
		text, places := spliced(f.Text, w.of(-1, k))
		for j := range places {
			places[j].Paragraph, places[j].Note, places[j].Label = -1, f.Number, "note "+f.Number
		}
		list = append(list, places...)
		d.Footnotes[k].Text = text
	}
	return d, list
}

func orLast(paragraph int) int {
	if paragraph < 0 {
		return 1 << 30
	}
	return paragraph
}

func (w *roller) of(paragraph, note int) []edit {
	var out []edit
	for _, e := range w.edits {
		if e.paragraph == paragraph && (paragraph >= 0 || e.note == note) {
			out = append(out, e)
		}
	}
	return out
}

// spliced makes edits, sorted and apart, in a text.
func spliced(text string, edits []edit) (string, []Rolled) {
	runes, out, at := []rune(text), []rune{}, 0
	var places []Rolled
	for _, e := range edits {
		out = append(out, runes[at:e.from]...)
		now := []rune(e.now)
		places = append(places, Rolled{
			What: e.what, Why: e.why, Look: e.look, Advice: e.advice, Was: string(runes[e.from:e.to]), Now: e.now, Offset: len(out), Length: len(now),
		})
		out, at = append(out, now...), e.to
	}
	return string(append(out, runes[at:]...)), places
}

// shiftCalls keeps note calls at the words they stand at.
func shiftCalls(calls []NoteCall, edits []edit) []NoteCall {
	if len(edits) == 0 {
		return calls
	}
	out := slices.Clone(calls)
	for k, c := range calls {
		shift := 0
		for _, e := range edits {
			switch n := len([]rune(e.now)); {
			case e.from == e.to && c.Offset <= e.to: // words put in behind a call stay behind it
			case c.Offset >= e.to:
				shift += n - (e.to - e.from)
			case c.Offset > e.from:
				shift += min(n-(c.Offset-e.from), 0)
			}
		}
		out[k].Offset = c.Offset + shift
	}
	return out
}

// splice puts words in the place of code points from…to.
func splice(text string, from, to int, now string) string {
	runes := []rune(text)
	return string(runes[:from]) + now + string(runes[to:])
}

// noteOf orders places in notes; in paragraphs all are alike.
func noteOf(e edit) int {
	if e.paragraph >= 0 {
		return 0
	}
	return e.note
}
