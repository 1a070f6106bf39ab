package resolution

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Stage 2 of Repair: liftFurniture takes out what a page repeats or adds: its number, the symbol and the title at its
// head, job numbers, bar codes, stamps. It relies on whole lines and on the masthead; afterwards no such line stands
// between the lines of a paragraph, and the line after one says so (gap).
func (r *reader) liftFurniture(lines []line) []line {
	kept := make([]line, 0, len(lines))
	strong := r.strongLines(lines)
	page, fed := 0, pagesFed(lines)
	for i := 0; i < len(lines); {
		end, ends := r.cluster(lines, strong, i)
		if end == i {
			l := lines[i]
			if !fed {
				l.page = page
			}
			kept = append(kept, l)
			i++
			continue
		}
		r.leave(lines[i:end]...)
		if end < len(lines) {
			lines[end].gap = true
			lines[end].blanks = max(lines[end].blanks, lines[i].blanks)
		}
		if ends {
			page++
		}
		i = end
	}
	return kept
}

func pagesFed(lines []line) bool { return len(lines) > 0 && lines[len(lines)-1].page > 0 }

const (
	job     = `(?:\d{2}[- ]\d{5}|GE\.\d{2}-\d{5}|N\d{7,8})\*?(?: ?\([A-Z]\))?|[()]?[A-Z][()]? ?\d{2}-\d{5}\)?`
	barcode = `\*[A-Z]?\d{5,9}\*?|\d{7}\*|\*\*\d{7}`
	stamp   = `\d{6}`
	recycle = `(?:Please recycle|Merci de recycler|Veuillez recycler|Recicle|Se ruega reciclar|Просьба отправить на вторичную переработку|请回收|请回收利用|الرجاء إعادة استعمال الورق|يرجى إعادة استعمال الورق) ?\W{0,3}`
	pageOf  = `(\d{1,3}) ?/ ?(\d{1,3})`
)

var (
	furnitureLine = regexp.MustCompile(`^(?:(?:` + job + `|` + barcode + `|` + stamp + `|` + pageOf + `|/ ?\. ?\. ?\.|` + recycle + `)(?: |$))+$`)
	pageLine      = regexp.MustCompile(`^(?:[Pp]age|PAGE|Página|Стр\.|стр\.|第|صفحة) ?\d{1,3}(?: ?页)?$|^- ?\d{1,3} ?-$|^[Pp]age \d{1,3} of \d{1,3}$`)
	pageOfLine    = regexp.MustCompile(`(?:^| )` + pageOf + `(?: |$)`)
	symbolLine    = regexp.MustCompile(`^(?:A|S|E|T|ST|DP|TD|CRC|CEDAW)/[A-Z0-9][A-Za-z0-9./-]*(?: ?\((?:19|20)\d\d\)| ?\([IVXLC]+\))?(?: [A-Z](?:-[A-Z])?)? ?\**$`)
	loneNumber    = regexp.MustCompile(`^\d{1,3}$`)
)

// longestFurniture is the length in bytes that job numbers, stamps and page numbers of one line do not exceed.
const longestFurniture = 80

// isFurniture reports a line of job numbers, bar codes, stamps and page numbers.
func isFurniture(flat string) bool {
	return len(flat) <= longestFurniture && flat != "" && !(flat[0] >= 'a' && flat[0] <= 'z') && furnitureLine.MatchString(flat)
}

// isSymbolLine reports a line that is a symbol and nothing else.
func isSymbolLine(flat string) bool {
	return len(flat) < 48 && strings.Contains(flat, "/") && symbolLine.MatchString(latin(flat))
}

// strongLines marks the lines that are furniture wherever they stand.
func (r *reader) strongLines(lines []line) []bool {
	strong := make([]bool, len(lines))
	pages := pagesOf(lines)
	seen := false // the symbol of the masthead is no furniture
	for i, l := range lines {
		if len(l.flat) > longestFurniture && !(r.symbol != "" && strings.Contains(l.flat, "/")) {
			continue
		}
		switch {
		case isFurniture(l.flat) && pageFits(l.flat, pages):
			strong[i] = l.no < r.body || len(l.flat) != 6 || besideFurniture(lines, i) // six digits may be a figure
		case len(l.flat) < 24 && pageLine.MatchString(l.flat):
			strong[i] = true
		case r.symbol != "" && lettersOf(l.flat) == r.symbol && isSymbolLine(l.flat):
			strong[i] = seen || l.no >= r.body
			seen = true
		case r.symbol != "" && l.no > r.body:
			strong[i] = r.symbolAndTitle(l.flat)
		}
	}
	return strong
}

// pagesOf is how many pages the text has by its page numbers, "2/14"; 0 where it has none.
func pagesOf(lines []line) int {
	count, most := map[int]int{}, 0
	for _, l := range lines {
		if len(l.flat) > longestFurniture || !strings.Contains(l.flat, "/") {
			continue
		}
		m := pageOfLine.FindStringSubmatch(l.flat)
		if m == nil || !isFurniture(l.flat) || number(m[1]) > number(m[2]) {
			continue
		}
		n := number(m[2])
		if count[n]++; count[n] > count[most] {
			most = n
		}
	}
	return most
}

// pageFits reports a line without a page number, or with one of this text: "41/7" alone on a line is a resolution.
func pageFits(flat string, pages int) bool {
	if !strings.Contains(flat, "/") {
		return true
	}
	m := pageOfLine.FindStringSubmatch(flat)
	return m == nil || number(m[2]) == pages && number(m[1]) <= pages
}

func besideFurniture(lines []line, i int) bool {
	return i+1 == len(lines) || lines[i+1].gap || i > 0 && isFurniture(lines[i-1].flat) || i+1 < len(lines) && isFurniture(lines[i+1].flat)
}

// symbolAndTitle reports a running head in one line: the symbol, and a piece of the title before or after it.
func (r *reader) symbolAndTitle(flat string) bool {
	letters := lettersOf(flat)
	rest, ok := strings.CutPrefix(letters, r.symbol)
	if !ok {
		rest, ok = strings.CutSuffix(letters, r.symbol)
	}
	return ok && (r.beginsTitle(rest) || len(rest) > 8 && strings.HasSuffix(r.titleKey, rest))
}

// cluster finds how far furniture goes on from line i, and whether a page ends there. Furniture is a run of strong
// lines with pieces of the running title and page numbers between and around them.
func (r *reader) cluster(lines []line, strong []bool, i int) (end int, pageEnds bool) {
	anchor := false
	from := i
	for end = i; end < len(lines); end++ {
		l := lines[end]
		switch {
		case strong[end]:
			anchor = true
			pageEnds = pageEnds || l.no >= r.body && r.endsPage(l.flat)
		case l.no >= r.body && r.isRunningTitle(lines, strong, from, end):
		case l.no >= r.body && isPageNumber(lines, strong, end):
			anchor, pageEnds = true, true
		default:
			if !anchor {
				return i, false
			}
			return end, pageEnds
		}
	}
	if !anchor {
		return i, false
	}
	return end, pageEnds
}

// endsPage reports furniture that stands once a page: the symbol, or the page's number in a text without one.
func (r *reader) endsPage(flat string) bool {
	if r.symbol != "" {
		return strings.Contains(lettersOf(flat), r.symbol)
	}
	return pageOfLine.MatchString(flat) || pageLine.MatchString(flat)
}

// isRunningTitle reports a line of the title repeated beside furniture: its lines run together are how the title
// begins, and the symbol or the page's number stands before or after them.
func (r *reader) isRunningTitle(lines []line, strong []bool, from, i int) bool {
	if r.goesOnTitle(lines, strong, from, i) {
		return true
	}
	first := i
	for first > from && !strong[first-1] {
		first--
	}
	letters := ""
	for k := first; k < len(lines) && k < first+9; k++ {
		if k > i && strong[k] {
			return (r.endsPage(lines[k].flat) || pageOfLine.MatchString(lines[k].flat)) && r.beginsTitle(letters) && r.setLikeTitle(lines[first:k], letters == r.titleKey)
		}
		if strong[k] {
			return false
		}
		letters += lettersOf(lines[k].flat)
		if letters == r.titleKey && k >= i && first > 0 && strong[first-1] && lines[first-1].no >= r.body {
			return r.setLikeTitle(lines[first:k+1], true)
		}
		if !strings.HasPrefix(r.titleKey, letters) {
			break
		}
	}
	return false
}

// setLikeTitle reports lines that begin and end as the title does: “quoted”, or with a full stop, it is cited.
func (r *reader) setLikeTitle(lines []line, whole bool) bool {
	if len(lines) == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(lines[0].flat)
	begins, _ := utf8.DecodeRuneInString(plain(r.title))
	return (first == begins || upperOnly(r.title)) && r.endsLikeTitle(lines[len(lines)-1], whole)
}

func (r *reader) endsLikeTitle(l line, whole bool) bool {
	last, _ := utf8.DecodeLastRuneInString(l.flat)
	ends, _ := utf8.DecodeLastRuneInString(plain(r.title))
	return last == ends || !whole && (isLetter(last) || isDigit(last) || last == ',')
}

// goesOnTitle reports the rest of a title whose beginning stood before the symbol: the columns of a running head.
func (r *reader) goesOnTitle(lines []line, strong []bool, from, i int) bool {
	letters := ""
	for k := from; k < i; k++ {
		if piece := lettersOf(lines[k].flat); !strong[k] {
			letters += piece
		} else if rest, ok := strings.CutPrefix(piece, r.symbol); ok && r.symbol != "" {
			letters += rest
		}
	}
	if letters == "" || i == from || !strong[i-1] && !strings.HasPrefix(r.titleKey, letters) {
		return false
	}
	for k := i; k < len(lines) && k < i+5 && !strong[k]; k++ {
		if letters += lettersOf(lines[k].flat); letters == r.titleKey {
			return r.endsLikeTitle(lines[k], true)
		}
	}
	return false
}

// beginsTitle reports letters that are the whole title or a good deal of its beginning.
func (r *reader) beginsTitle(letters string) bool {
	return letters == r.titleKey || len(letters) > 12 && strings.HasPrefix(r.titleKey, letters)
}

// isPageNumber reports a number alone that is the page's: the last line of a fed page with the page's own number, or a
// number beside a strong line.
func isPageNumber(lines []line, strong []bool, i int) bool {
	l := lines[i]
	if !loneNumber.MatchString(l.flat) {
		return false
	}
	n := number(l.flat)
	last := i+1 == len(lines)
	if pagesFed(lines) {
		return n == l.page+1 && (last || lines[i+1].gap || l.gap && strong[min(i+1, len(lines)-1)])
	}
	return !last && strong[i+1] && isSymbolLine(lines[i+1].flat) && l.blanks > 0
}
