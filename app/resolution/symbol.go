package resolution

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Symbol names a document of the United Nations. Which of its fields are filled depends on the family: A/RES/59/262
// has Body "A/RES", Session "59", Number "262"; S/RES/408 (1977) has Session "1977"; A/RES/217 A (III) has Session
// "III" and Number "217 A"; A/C.3/59/L.10/Rev.1 has Body "A/C.3", Session "59", L 10 and Rev 1.
type Symbol struct {
	Body    string // what stands before the session: "A", "A/C.3", "A/RES", "S/RES", "A/HRC/RES", "E/CN.4", "S/PRST"
	Session string // "59", "S-27", "ES-10", "2004", "III"; "" where the symbol has none
	Number  string // "262", "217 A", "48 A-B"
	L       int    // n of /L.n, 0 where there is none
	Rev     int    // n of /Rev.n
	Corr    int    // n of /Corr.n
	Add     int    // n of /Add.n
	Rest    string // whatever else the symbol says: "(Part I)", "PV.52"
}

var (
	symbolOld    = regexp.MustCompile(`^(?:([AES](?:/[A-Z][A-Za-z.0-9]*)*)/)?(\d{1,4})(?: ?([A-Z]{1,2}))? ?\(((?:ES|S)?-?[IVXLC]+|(?:19|20)\d\d)\) ?([A-Z])?$`)
	symbolBare   = regexp.MustCompile(`^(ES-\d{1,2}|S-\d{1,2}|\d{1,3}|(?:19|20)\d\d) ?/ ?(\d{1,4})(?: ?([A-Z]{1,2}(?: ?[-–] ?[A-Z]{1,2})?))?$`)
	symbolFull   = regexp.MustCompile(`^(?:A|S|E|T|ST|DP|TD|CRC|CAT|CCPR|CEDAW|CERD|CED|CMW|CRPD|ID|DC|HSP|UNEP|LOS|SPLOS|ISBA)(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)+(?: ?[A-Z]{1,2}(?:[-–][A-Z]{1,2})?)?(?: ?\([^()]+\))?$`)
	symbolPart   = regexp.MustCompile(`^(L|Rev|Corr|Add)\.([1-9]\d{0,3})$`)
	symbolLetter = regexp.MustCompile(`^(\d{1,4}) ?([A-Z]{1,2}(?: ?[-–] ?[A-Z]{1,2})?)$`)
	session      = regexp.MustCompile(`^(?:(?:ES|S)-\d{1,2}|\d{1,3}|(?:19|20)\d\d)$`)
)

// ParseSymbol reads a symbol or the bare number of a resolution: "A/RES/59/262", "45/158", "217 A (III)", "1325 (2000)".
// Cyrillic letters drawn like Latin ones are folded, stars and blanks around the symbol ignored. The body of a bare
// number follows from its form: a year before the stroke is the Economic and Social Council's, a year in brackets the
// Security Council's, everything else the General Assembly's.
func ParseSymbol(s string) (Symbol, error) {
	text := strings.Join(strings.Fields(latin(plain(s))), " ")
	text = strings.Trim(text, " *.,;")
	text = strings.ReplaceAll(strings.ReplaceAll(text, " /", "/"), "/ ", "/")
	if m := symbolOld.FindStringSubmatch(text); m != nil {
		return oldSymbol(m), nil
	}
	if m := symbolBare.FindStringSubmatch(text); m != nil {
		return Symbol{Body: bodyOf(m[1]), Session: m[1], Number: withLetter(m[2], m[3])}, nil
	}
	if symbolFull.MatchString(text) {
		if s, ok := fullSymbol(text); ok {
			return s, nil
		}
	}
	return Symbol{}, fmt.Errorf("%q is no symbol of a document: write it like A/RES/59/262 or 45/158", strings.TrimSpace(s))
}

// bodyOf is the body whose resolutions are numbered SESSION/n.
func bodyOf(session string) string {
	if len(session) == 4 && session[0] <= '2' {
		return "E/RES"
	}
	return "A/RES"
}

func withLetter(number, letter string) string {
	letter = strings.NewReplacer(" ", "", "–", "-").Replace(letter)
	return strings.TrimSpace(number + " " + letter)
}

// oldSymbol reads numbers with their session or year in brackets.
func oldSymbol(m []string) Symbol {
	s := Symbol{Body: m[1], Session: m[4], Number: withLetter(m[2], m[3]+m[5])}
	if s.Body == "" {
		switch {
		case len(s.Session) == 4 && s.Session[0] <= '2':
			s.Body = "S/RES"
		case romanNumber(s.Session) > lastRomanSession:
			s.Body = "E/RES" // the Economic and Social Council went on counting in roman numbers
		default:
			s.Body = "A/RES"
		}
	}
	return s
}

// fullSymbol reads a symbol with strokes, part by part.
func fullSymbol(text string) (s Symbol, ok bool) {
	bracket := ""
	if cut := strings.IndexByte(text, '('); cut > 0 {
		text, bracket = strings.TrimSpace(text[:cut]), text[cut:]
	}
	last := text[strings.LastIndexByte(text, '/')+1:]
	if strings.Contains(text, " ") && (strings.Count(last, " ") != strings.Count(text, " ") || !symbolLetter.MatchString(last)) {
		return s, false
	}
	var body []string
	parts := strings.Split(text, "/")
	for i, part := range parts {
		m := symbolPart.FindStringSubmatch(part)
		switch {
		case m != nil && s.Rest == "" && s.count(m[1], m[2]):
		case s.Session == "" && len(body) > 0 && session.MatchString(part) && !strings.HasPrefix(body[len(body)-1], "CONF."):
			s.Session = part
		case s.Number == "" && len(body) > 0 && strings.Trim(part, "0123456789") == "":
			s.Number = part
		case s.Number == "" && len(body) > 0 && i == len(parts)-1 && symbolLetter.MatchString(part):
			l := symbolLetter.FindStringSubmatch(part)
			s.Number = withLetter(l[1], l[2])
		case s.Session == "" && s.Number == "" && s.L == 0:
			body = append(body, part)
		default:
			s.Rest = strings.TrimPrefix(s.Rest+"/"+part, "/")
		}
	}
	s.Body = strings.Join(body, "/")
	s.Rest = strings.TrimSpace(s.Rest + " " + bracket)
	if s.Number == "" && s.L == 0 && s.Rest == "" { // S/12333, A/54/L… cut short: a number without a session
		s.Session, s.Number = "", s.Session
	}
	return s, true
}

// count notes the n of /L.n and the like, once and in the canonical order.
func (s *Symbol) count(field, digits string) bool {
	n, _ := strconv.Atoi(digits)
	places := map[string]*int{"L": &s.L, "Rev": &s.Rev, "Corr": &s.Corr, "Add": &s.Add}
	if *places[field] != 0 || field == "L" && s.Rev+s.Corr+s.Add > 0 || field == "Rev" && s.Corr+s.Add > 0 || field == "Corr" && s.Add > 0 {
		return false
	}
	*places[field] = n
	return true
}

// String is the canonical form: A/RES/59/262, A/RES/217 A (III), S/RES/408 (1977), A/C.3/59/L.10/Rev.1.
func (s Symbol) String() string {
	if s.bracketed() {
		return s.Body + "/" + s.Number + " (" + s.Session + ")"
	}
	parts := []string{s.Body}
	for _, p := range []string{s.Session, s.Number} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	for _, f := range []struct {
		name string
		n    int
	}{{"L", s.L}, {"Rev", s.Rev}, {"Corr", s.Corr}, {"Add", s.Add}} {
		if f.n > 0 {
			parts = append(parts, f.name+"."+strconv.Itoa(f.n))
		}
	}
	text := strings.Join(parts, "/")
	switch {
	case s.Rest == "":
		return text
	case strings.HasPrefix(s.Rest, "("):
		return text + " " + s.Rest
	}
	return text + "/" + s.Rest
}

// bracketed reports symbols that carry their session or year in brackets after the number.
func (s Symbol) bracketed() bool {
	return s.Number != "" && s.Session != "" && (s.Body == "S/RES" || strings.Trim(s.Session, "IVXLC-ES") == "")
}

// Adopted reports whether the symbol is that of a resolution or decision.
func (s Symbol) Adopted() bool {
	return strings.HasSuffix(s.Body, "/RES") || strings.HasSuffix(s.Body, "/DEC") || strings.Contains(s.Body, "/RES/")
}

// Stage says how far a text with this symbol has come.
func (s Symbol) Stage() Stage {
	switch {
	case s.Adopted():
		return Adopted
	case s.L > 0 && s.Rev > 0:
		return Revised
	case s.L > 0:
		return Tabled
	}
	return Working
}

// SessionNumber is the session as a number, 0 where it is a year or not known: 59, 27 for S-27, 3 for III.
func (s Symbol) SessionNumber() int {
	text := s.Session[strings.LastIndex(s.Session, "-")+1:]
	if n, err := strconv.Atoi(text); err == nil {
		if n > 1900 {
			return 0
		}
		return n
	}
	return romanNumber(text)
}

// lastRomanSession is the Assembly's last session that was written as a roman number.
const lastRomanSession = 30

var romanDigits = map[rune]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}

// romanNumber reads a roman number, 0 where it is none.
func romanNumber(text string) int {
	sum, last := 0, 0
	for _, r := range text {
		d := romanDigits[r]
		if d == 0 {
			return 0
		}
		if sum += d; d > last {
			sum -= 2 * last
		}
		last = d
	}
	return sum
}
