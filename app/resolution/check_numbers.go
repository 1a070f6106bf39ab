package resolution

import "strings"

// numbers looks at the numbers of the operative paragraphs: each one more than the last, "3 bis" beside 3, from one again
// only where a part, a heading or another organ's line stands between.
func (c *checker) numbers() {
	last, fresh := 0, true
	for i, p := range c.body() {
		switch p.Kind {
		case Part, Organ, Title, Heading:
			fresh = true
		case Operative:
			n := number(p.Number)
			if n == 0 {
				continue
			}
			c.counted(i, n, last, fresh)
			last, fresh = n, false
		}
	}
}

func (c *checker) counted(i, n, last int, fresh bool) {
	inserted := strings.ContainsAny(c.d.Paragraphs[i].Number, " \u00a0") // "3 bis"
	switch {
	case n == last+1, n == last && inserted, fresh && n == 1:
	case n == last:
		c.add(i, CheckNumbers, Wrong, 0, 0, "twice", n)
	case n == 1:
		c.add(i, CheckNumbers, Wrong, 0, 0, "begins-again", last)
	case n == last+2:
		c.add(i, CheckNumbers, Wrong, 0, 0, "missing", last+1, c.labels[i], last)
	case n > last:
		c.add(i, CheckNumbers, Wrong, 0, 0, "missing-several", last+1, n-1, c.labels[i], last)
	default:
		c.add(i, CheckNumbers, Wrong, 0, 0, "comes-after", n, last)
	}
}

// subparagraphs looks at the letters of every list: none left out, none twice.
func (c *checker) subparagraphs() {
	var last [5]int // how far each level has counted; 0 before a list
	for i, p := range c.body() {
		if p.Kind != Subparagraph {
			last = [5]int{}
			continue
		}
		level := min(max(p.Level, 1), 4)
		clear(last[level+1:])
		n := c.letter(p.Number, level, last[level])
		switch {
		case n == 0: // another way to count
		case last[level] == 0 && n > 1, n > last[level]+1:
			c.add(i, CheckNumbers, Wrong, 0, 0, "letter-missing", Label(last[level]+1, level, c.d.Language), p.Number)
		case n <= last[level] && n > 1:
			c.add(i, CheckNumbers, Wrong, 0, 0, "letter-after", p.Number, Label(last[level], level, c.d.Language))
		}
		if n > 0 {
			last[level] = n
		}
	}
}

// letter is what a label counts as on its level, near what comes next; 0 where the language does not count so.
func (c *checker) letter(number string, level, last int) int {
	bare := func(label string) string { return strings.Trim(latin(plain(label)), "() .") }
	for n := last + 1; n <= last+4; n++ { // (i) is the ninth letter, too
		if bare(Label(n, level, c.d.Language)) == bare(number) {
			return n
		}
	}
	for n := 1; n <= last; n++ {
		if bare(Label(n, level, c.d.Language)) == bare(number) {
			return n
		}
	}
	return 0
}
