package resolution

import (
	"strings"
)

// marksIn lists the places of a passage where a note may be called.
func (r *reader) marksIn(index int, p *passage, text []rune, numbers map[string]bool) []mark {
	if len(numbers) == 0 {
		return nil
	}
	var found []mark
	for i := 0; i < len(text); i++ {
		if text[i] == '*' && i > 0 {
			if m, ok := starMark(text, i, numbers); ok {
				m.passage = index
				found = append(found, m)
				i = m.to
			}
			continue
		}
		if !isNumeral(text[i]) {
			continue
		}
		end := i
		for end < len(text) && isNumeral(text[end]) {
			end++
		}
		for _, m := range r.marksOfRun(text, i, end, numbers) {
			m.passage, m.page = index, p.pageAt(m.from)
			found = append(found, m)
		}
		i = end
	}
	return found
}

func isNumeral(r rune) bool {
	return r >= '0' && r <= '9' || r >= '٠' && r <= '٩' || strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r)
}

// starMark is a call by stars.
func starMark(text []rune, i int, numbers map[string]bool) (mark, bool) {
	end := i
	for end < len(text) && text[end] == '*' {
		end++
	}
	stars := string(text[i:end])
	return mark{from: i, to: end, number: stars, cost: 1}, numbers[stars]
}

// marksOfRun lists what a run of digits may call: the note of its whole number, or of its last digits (a year or a
// number with the mark stuck to it; its first digits in Arabic, where extraction turns the two round).
func (r *reader) marksOfRun(text []rune, from, to int, numbers map[string]bool) []mark {
	digits := plain(raised.Replace(string(text[from:to])))
	super := strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", text[from])
	var found []mark
	if numbers[digits] {
		m := mark{from: from, to: to, number: digits}
		if !super {
			m = r.wholeMark(text, m)
		}
		m.at = holeAfter(text, m)
		found = append(found, m)
	}
	for n := 1; n <= 3 && n < len(digits); n++ {
		tail := digits[len(digits)-n:]
		if numbers[tail] && tail[0] != '0' {
			cost := r.stuckCost(text, from, to-n, digits[:len(digits)-n], tail)
			if isSuper(text[to-n]) && !isSuper(text[to-n-1]) {
				cost = 0
			}
			found = append(found, mark{from: to - n, to: to, number: tail, cost: cost})
		}
		if head := digits[:n]; r.lang == Arabic && numbers[head] && isYear(digits[n:]) {
			found = append(found, mark{from: from, to: from + n, at: to, number: head, cost: 4})
		}
	}
	return found
}

// holeAfter finds the hole that a raised number left which extraction put on a line of its own before it: "取得成3果， 尤其是".
func holeAfter(text []rune, m mark) int {
	if m.from == 0 || m.to >= len(text) || !isHan(text[m.from-1]) || !isHan(text[m.to]) || closesUp(text[m.from-1]) || strings.ContainsRune("》」』、", text[m.from-1]) {
		return 0
	}
	for i := m.to; i+1 < len(text) && i < m.to+24; i++ {
		if strings.ContainsRune("，；。、》」", text[i]) && text[i+1] == ' ' {
			return i + 1
		}
	}
	return 0
}

func isSuper(r rune) bool { return strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r) }

func isYear(digits string) bool {
	return len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20")
}

// stuckCost is the cost of a mark stuck to digits before it.
func (r *reader) stuckCost(text []rune, from, to int, before, mark string) int {
	word := strings.ToLower(wordBefore(text, from))
	switch {
	case isYear(before) && word != "no" && word != "nos" && word != "№":
		return 3
	case from > 0 && text[from-1] == '/' && len(before) <= 3: // "resolution 70/11" may be 70/1 and a mark
		session := digitsBefore(text, from-1) + "/"
		switch {
		case r.pairs[session+before+mark] > 1:
			return 10
		case r.pairs[session+before] > 0:
			return 5
		}
		return 8
	case len(before) >= 2 && !isYear(before+mark) && from > 0 && text[from-1] == ' ':
		return 8 // "Agenda 216", "56514 workers"
	}
	return 10
}

// wholeMark judges a run of digits that is a note's number, by what stands around it.
func (r *reader) wholeMark(text []rune, m mark) mark {
	before, after := rune(' '), rune(' ')
	if m.from > 0 {
		before = text[m.from-1]
	}
	if m.to < len(text) {
		after = text[m.to]
	}
	switch {
	case before == '[' && after == ']', before == '(' && after == ')' || before == '^':
		return bracketMark(text, m)
	case after == '/' && (m.to+1 == len(text) || text[m.to+1] == ' ' || closesUp(text[m.to+1])):
		m.to++
		m.cost = 8
		if r.slashNotes() {
			m.cost = 1
		}
		return m
	case before == ' ':
		m.cost = r.spacedCost(text, m)
	default:
		m.cost = gluedCost(text, m, before, after)
	}
	return m
}

func (r *reader) slashNotes() bool { return len(r.notes) > 0 && r.notes[0].slash }

// bracketMark takes the brackets of "[1]", "[^1]" and "(1)" with the mark.
func bracketMark(text []rune, m mark) mark {
	open, cost := m.from-1, 2
	if text[open] == '^' {
		open--
	}
	if open < 0 || text[open] == '(' {
		cost = 8
	}
	if m.to < len(text) && open >= 0 {
		m.from, m.to = open, m.to+1
	}
	m.cost = cost
	return m
}
