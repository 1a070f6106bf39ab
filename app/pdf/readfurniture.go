package pdf

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

const (
	headZone = 0.13 // of a page's height from its head: where running heads stand
	footZone = 0.12 // from its foot
)

// liftFurniture takes out what stands at the head and the foot of pages and is no part of the text: running heads, page
// numbers, job numbers, bar codes. A running head is known by the rule below it, by the same words on another page, or
// by the words of the masthead.
func (b *rebuilder) liftFurniture() {
	f := b.findFurniture()
	kept := b.lines[:0:0]
	for i := range b.lines {
		if f.lifted[i] || isUnderscores(string(b.lines[i].text)) && !f.smallBelow(i) {
			b.leftOut = append(b.leftOut, b.lines[i].whole())
			continue
		}
		kept = append(kept, b.lines[i])
	}
	b.lines = kept
}

// smallBelow reports a line with smaller type below it on its page: a row of underscores there rules footnotes off; any
// other only ends a text.
func (f *furnitureFinder) smallBelow(i int) bool {
	for k := i + 1; k < len(f.lines) && f.lines[k].page == f.lines[i].page; k++ {
		if !f.lifted[k] {
			return f.lines[k].size < 0.94*f.measure.size
		}
	}
	return false
}

// furnitureFinder is the search for it.
type furnitureFinder struct {
	*rebuilder
	lifted   []bool
	keys     []string         // of each line
	seen     map[string][]int // the lines near the head or the foot that have a key
	masthead string           // the letters of the first page above the text, run together
}

func (b *rebuilder) findFurniture() *furnitureFinder {
	f := &furnitureFinder{rebuilder: b, lifted: make([]bool, len(b.lines)), seen: map[string][]int{}}
	for i := range b.lines {
		l := &b.lines[i]
		f.keys = append(f.keys, wordsKey(l.shown()))
		if f.inHead(l) || f.inFoot(l) {
			f.seen[f.keys[i]] = append(f.seen[f.keys[i]], i)
		}
		if l.page == 0 && len(f.masthead) < 4000 {
			f.masthead += solidLetters(l.shown())
		}
	}
	for page := range b.sheets {
		f.page(page)
	}
	return f
}

func (f *furnitureFinder) inHead(l *inkLine) bool {
	return l.base > f.sheets[l.page].Top*(1-headZone)
}

func (f *furnitureFinder) inFoot(l *inkLine) bool {
	return l.base < f.sheets[l.page].Top*footZone
}

// page finds the furniture of a page, whose lines are looked at from its head to its foot, whatever column they are in.
func (f *furnitureFinder) page(page int) {
	var order []int
	for i := range f.lines {
		if f.lines[i].page == page {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(f.lines[b].base, f.lines[a].base) })
	f.foot(order)
	if page > 0 && len(order) > 0 {
		f.head(order)
	}
}

// foot lifts lines from the foot of a page up.
func (f *furnitureFinder) foot(order []int) {
	ends := true // nothing but furniture stands below
	for k := len(order) - 1; k >= 0 && f.inFoot(&f.lines[order[k]]); k-- {
		l := &f.lines[order[k]]
		apart := f.apart(order, k)
		switch {
		case l.stamp, f.isFurniture(l), f.repeated(order[k]) && apart, ends && apart && f.isPageNumber(l):
			f.lifted[order[k]] = true
		default:
			ends = false
		}
	}
}

// isPageNumber reports a number alone that is about that of the page.
func (f *furnitureFinder) isPageNumber(l *inkLine) bool {
	text := strings.Trim(l.shown(), " -–—")
	n := 0
	for _, r := range text {
		if !unicode.IsDigit(r) || n > 9999 {
			return false
		}
		n = 10*n + digitOf(r)
	}
	return text != "" && len(l.calls) == 0 && n < 5000
}

func digitOf(r rune) int {
	switch {
	case r >= '٠' && r <= '٩':
		return int(r - '٠')
	case r >= '0' && r <= '9':
		return int(r - '0')
	}
	return 0
}

// isFurniture reports a line all of whose cells are page numbers, job numbers and the like.
func (f *furnitureFinder) isFurniture(l *inkLine) bool {
	if l.stamp {
		return true
	}
	whole := l.shown()
	if resolution.IsFurniture(whole) {
		return true
	}
	cells := f.cells(l, 2)
	if len(cells) < 2 {
		return false
	}
	for i := range cells {
		if text := cells[i].shown(); !resolution.IsFurniture(text) && !f.isPageNumber(&cells[i]) && !resolution.IsSymbol(text) {
			return false
		}
	}
	return true
}

// repeated reports a line whose words stand at the same height of another page, too.
func (f *furnitureFinder) repeated(i int) bool {
	l := &f.lines[i]
	return len([]rune(f.keys[i])) > 3 && (len(l.calls) == 0 || l.calls[0].Offset > 0) && slices.ContainsFunc(f.seen[f.keys[i]], func(k int) bool {
		other := &f.lines[k]
		return other.page != l.page && near(other.base, l.base, 3) && f.onlyPaged(l, other)
	})
}

// onlyPaged reports lines whose numbers are the same but for that of the page. Notes with the same words have others:
// «19 Resolution 79/1.» is no running foot beside «22 Resolution 70/1.», and «2 Ibid.» none beside «3 Ibid.».
func (f *furnitureFinder) onlyPaged(l, other *inkLine) bool {
	own, others := numbersOf(l.shown()), numbersOf(other.shown())
	all := len(own)
	for i := 0; i < len(own); {
		if k := slices.Index(others, own[i]); k >= 0 {
			own, others = slices.Delete(own, i, i+1), slices.Delete(others, k, k+1)
			continue
		}
		i++
	}
	switch {
	case len(own) != len(others) || len(own) > 1:
		return false
	case len(own) == 0:
		return true
	}
	pages, apart := l.page-other.page, own[0]-others[0]
	noted := all == 1 && isDigitRune([]rune(l.shown())[0]) && len(f.cells(l, 2)) < 2
	return !noted && (apart == pages || apart == -pages)
}

// numbersOf lists the numbers in a text.
func numbersOf(text string) []int {
	var numbers []int
	for field := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsDigit(r) }) {
		n := 0
		for _, r := range field {
			n = min(10*n+digitOf(r), 1<<30)
		}
		numbers = append(numbers, n)
	}
	return numbers
}

// apart reports a line at the foot of a page that stands apart from the lines above it.
func (f *furnitureFinder) apart(order []int, k int) bool {
	l := &f.lines[order[k]]
	return k == 0 || f.lines[order[k-1]].base-l.base > 1.6*l.size || near(f.lines[order[k-1]].base, l.base, 0.3*l.size)
}

// head lifts the running head: the lines above the rule across the page; without a rule, the first lines if each of
// them is repeated, a symbol, or words of the masthead.
func (f *furnitureFinder) head(order []int) {
	if rule, ok := f.headRule(f.lines[order[0]].page); ok {
		for _, i := range order {
			f.lifted[i] = f.lifted[i] || f.lines[i].base > rule
		}
		return
	}
	end := 0
	for k, i := range order {
		l := &f.lines[i]
		known := f.isFurniture(l) || f.repeated(i) || resolution.IsSymbol(l.shown()) || f.headCells(l)
		if k > 5 || !f.inHead(l) || !known && (!f.ofMasthead(l.shown()) || near(l.size, f.measure.size, 0.02*l.size) && !l.bold) {
			break
		}
		if known {
			end = k + 1
		}
	}
	for _, i := range order[:end] {
		f.lifted[i] = true
	}
}

// headRule is the height of the rule that parts a running head from the text.
func (f *furnitureFinder) headRule(page int) (float32, bool) {
	s := f.sheets[page]
	for _, r := range joinRules(s.Rules) {
		if r.Bottom > s.Top*(1-headZone) && r.Bottom < s.Top*0.98 && r.Right-r.Left > 0.55*s.Right {
			return r.Bottom, true
		}
	}
	return 0, false
}

// headCells reports a line of cells each of which is a symbol, a page number or words of the masthead.
func (f *furnitureFinder) headCells(l *inkLine) bool {
	symbol := false
	for _, c := range f.cells(l, 1.2) {
		text := c.shown()
		switch {
		case resolution.IsSymbol(text), resolution.IsFurniture(text), f.isPageNumber(&c):
			symbol = true
		case !f.ofMasthead(text):
			return false
		}
	}
	return symbol
}

// ofMasthead reports words that stand on the first page in one piece.
func (f *furnitureFinder) ofMasthead(text string) bool {
	key := solidLetters(text)
	return len([]rune(key)) > 3 && strings.Contains(f.masthead, key)
}

// solidLetters keeps the letters and digits of a text, made small.
func solidLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// wordsKey is the same for lines that have the same words in any order; numbers do not count. Heads of odd and even
// pages turn the order of their cells round.
func wordsKey(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) })
	var key []string
	for _, w := range words {
		if strings.ContainsFunc(w, unicode.IsLetter) {
			key = append(key, w)
		}
	}
	slices.Sort(key)
	return strings.Join(key, " ")
}
