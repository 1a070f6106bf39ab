package resolution

import "strconv"

// Renumber counts the operative paragraphs, the subparagraphs and the notes of a draft through from the beginning.
// Numbers such as "3 bis" become whole, and a part that restarted its count restarts it again.
func Renumber(d *Draft) {
	restart := restarts(*d)
	operative := 0
	var labels [5]int // how many subparagraphs were counted on each level
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		switch p.Kind {
		case Part:
			if restart {
				operative = 0
			}
		case Operative:
			operative++
			labels = [5]int{}
			p.Number = strconv.Itoa(operative)
		case Preambular:
			labels = [5]int{}
		case Subparagraph:
			level := min(max(p.Level, 1), 4)
			labels[level]++
			clear(labels[level+1:])
			p.Number = Label(labels[level], level, d.Language)
		}
	}
	single(d, operative)
	renumberNotes(d)
}

// single takes the number off an operative paragraph that stands alone: it is not numbered.
func single(d *Draft, operative int) {
	if operative != 1 {
		return
	}
	for i := range d.Paragraphs {
		if d.Paragraphs[i].Kind == Operative {
			d.Paragraphs[i].Number = ""
		}
	}
}

// restarts reports whether the parts of a draft count their operative paragraphs each for itself.
func restarts(d Draft) bool {
	parts := 0
	for _, p := range d.Paragraphs {
		if p.Kind == Part {
			parts++
		}
		if parts > 1 && p.Kind == Operative {
			return p.Number == "1"
		}
	}
	return false
}

// renumberNotes gives the notes the order of their first calls. A note that is called nowhere stays behind the others.
func renumberNotes(d *Draft) {
	renamed := map[string]string{}
	var notes []Footnote
	for i := range d.Paragraphs {
		calls := append([]NoteCall(nil), d.Paragraphs[i].Notes...)
		for k := range calls {
			old := calls[k].Number
			note, ok := d.Footnote(old)
			if !ok || !isNumber(old) {
				continue
			}
			if renamed[old] == "" {
				renamed[old] = strconv.Itoa(len(renamed) + 1)
				notes = append(notes, Footnote{renamed[old], note.Text})
			}
			calls[k].Number = renamed[old]
		}
		d.Paragraphs[i].Notes = calls
	}
	for _, f := range d.Footnotes {
		if renamed[f.Number] == "" {
			notes = append(notes, f)
		}
	}
	d.Footnotes = notes
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// DropOrphans takes out the notes that no paragraph calls.
func DropOrphans(d *Draft) {
	called := map[string]bool{}
	for _, p := range d.Paragraphs {
		for _, n := range p.Notes {
			called[n.Number] = true
		}
	}
	var notes []Footnote
	for _, f := range d.Footnotes {
		if called[f.Number] {
			notes = append(notes, f)
		}
	}
	d.Footnotes = notes
}

// labelLetters are the letters that count subparagraphs of the first level.
var labelLetters = map[Language][]rune{
	English: []rune("abcdefghijklmnopqrstuvwxyz"),
	Arabic:  []rune("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
}

// romans count subparagraphs of the second level.
var romans = []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"}

// Label is the n-th label of a level as the language writes it: "(b)" in English, "b)" in French, Spanish and Russian,
// "(ب)" in Arabic; "(ii)" or "ii)" on the second level.
func Label(n, level int, l Language) string {
	inner := strconv.Itoa(n)
	switch {
	case level == 2 && n <= len(romans):
		inner = romans[n-1]
	case level != 2:
		letters, ok := labelLetters[l]
		if !ok {
			letters = labelLetters[English]
		}
		inner = string(letters[(n-1)%len(letters)])
		if n > len(letters) {
			inner += inner // (aa), (bb)
		}
	}
	if l == French || l == Spanish || l == Russian {
		return inner + ")"
	}
	return "(" + inner + ")"
}
