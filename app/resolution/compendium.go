package resolution

import (
	"slices"
	"strings"
)

// SplitCompendium cuts a text that holds several resolutions, a volume's or a report's, into the texts of each: before the
// number with its title, before "RESOLUTION 59/302", or before "Draft resolution II". What stands before the first, a table of contents perhaps, is
// a text of its own where it has more than a few lines, else the beginning of the first. A text with one resolution comes
// back whole. The pieces joined are the text.
func SplitCompendium(text string) []string {
	starts := compendiumStarts(text)
	if len(starts) < 2 {
		return []string{text}
	}
	var pieces []string
	from := 0
	if strings.Count(text[:starts[0]], "\n") < longestForeword {
		starts = starts[1:]
	}
	for _, at := range starts {
		pieces = append(pieces, text[from:at])
		from = at
	}
	return append(pieces, text[from:])
}

const (
	longestForeword = 40 // lines before the first resolution that may be its own masthead
	farthestOrgan   = 16 // filled lines between the number of a resolution and its organ's line
)

// printedLine is a line of a text and where it begins.
type printedLine struct {
	at   int
	flat string
}

func printedLines(text string) []printedLine {
	var lines []printedLine
	at := 0
	for raw := range strings.Lines(text) {
		if flat := collapse(plain(strings.Map(blankOf, raw))); flat != "" {
			lines = append(lines, printedLine{at, flat})
		}
		at += len(raw)
	}
	return lines
}

// blankOf makes every kind of blank one.
func blankOf(r rune) rune {
	if r == '\t' || r == '\n' || r == '\r' || r == '\f' {
		return ' '
	}
	return r
}

// compendiumStarts lists where the resolutions of a text begin: a heading with a number that stood nowhere before, an
// organ's line soon after it, and no other such heading between. The parts A and B of one resolution have one number.
func compendiumStarts(text string) []int {
	lines := printedLines(text)
	g := grammarOf(DetectLanguage(sampleOf(text)))
	var starts []int
	seen := map[string]bool{}
	first, number, wait := -1, "", 0
	for i, l := range lines {
		if n := headingNumber(g, l.flat); n != "" && !seen[n] {
			if number != n {
				first, number = lines[mastheadLine(lines, i, n)].at, n
			}
			wait = farthestOrgan
			continue
		}
		if wait--; wait < 0 {
			number = ""
		}
		if _, ok := g.organ(l.flat); ok && number != "" && (endsInComma(l.flat) || g.yearFirst) {
			seen[number] = true
			starts = append(starts, first)
			number = ""
		}
	}
	return starts
}

// longestMasthead is how many filled lines may stand between the first line of a masthead and its title.
const longestMasthead = 24

// mastheadLine is the line with which the masthead of a resolution begins whose number stands in line i: the first of the
// lines before it that bear its symbol, with the organization's name above it. Without a masthead it is i.
func mastheadLine(lines []printedLine, i int, number string) int {
	from := i
	for k := i - 1; k >= max(0, i-longestMasthead); k-- {
		if flat := lines[k].flat; isSymbolLine(flat) && strings.HasSuffix(lettersOf(flat), number) {
			from = k
		}
	}
	if from < i && from > 0 && len(lines[from-1].flat) < longestHeadline && unitedNation.MatchString(lines[from-1].flat) {
		from--
	}
	return from
}

// sampleOf is enough of a text to tell its language.
func sampleOf(text string) string {
	return strings.ToValidUTF8(text[len(text)/2:min(len(text), len(text)/2+16000)], "")
}

// headingNumber is the number of the resolution that a line begins, "" where it begins none.
func headingNumber(g *grammar, flat string) string {
	if len(flat) > 4*longestHeadline {
		return ""
	}
	if number, _ := splitNumbered(flat); number != "" {
		return lettersOf(withoutPart(number))
	}
	if m := volumeHeading.FindStringSubmatch(flat); m != nil {
		return lettersOf(withoutPart(m[1] + m[2] + m[3]))
	}
	if !g.submitted.MatchString(flat) {
		return ""
	}
	if m := draftHeading.FindStringSubmatch(latin(flat)); m != nil {
		return "draft" + m[1]
	}
	return ""
}

// withoutPart takes the letter of a part off a number: "59/112 A".
func withoutPart(number string) string {
	if i := strings.IndexByte(number, ' '); i > 0 && !strings.Contains(number, "(") {
		return number[:i]
	}
	return number
}

// compendium tells how many resolutions a text holds that is read as one.
func (c *classifier) compendium() {
	organs, numbers := 0, map[string]bool{}
	due := headingNumber(c.grammar, c.draft.Number+".")
	for _, p := range c.draft.Paragraphs {
		switch {
		case p.Kind == Title:
		case p.Kind == Organ:
			organs++
			if due != "" {
				numbers[due] = true
			}
			due = ""
		default:
			flat := collapse(plain(p.Number + " " + p.Text))
			if n := headingNumber(c.grammar, flat); n != "" && !numbers[n] {
				due = n
			}
		}
	}
	if organs > 1 && len(numbers) > 1 {
		c.problems = append(c.problems, volumeProblem(len(numbers)))
	}
}

// volumeProblem says that a text holds so many resolutions.
func volumeProblem(n int) Problem {
	return NewProblem(-1, "volume", n)
}

// tellVolume adds that a text holds several resolutions where its paragraphs did not show it: a masthead that stands in
// the middle of a text is not read as one.
func tellVolume(text string, problems []Problem) []Problem {
	n := len(compendiumStarts(text))
	if n > 1 && !slices.ContainsFunc(problems, func(p Problem) bool { return p.Key == "volume" }) {
		return append(problems, volumeProblem(n))
	}
	return problems
}
