package resolution

import (
	"strconv"
	"strings"
	"unicode"
)

// FactKind says what a fact is.
type FactKind uint8

// The kinds of facts.
const (
	FactNumber FactKind = iota
	FactDate            // a day, a month or a year
	FactSymbol
)

// Fact is something a paragraph says in every language alike: a number, a part of a date, the symbol of a document.
type Fact struct {
	Kind    FactKind
	Key     string // equal keys say the same in every language: "1996", "A/RES/51/913"
	From    int    // code points
	To      int
	Figures bool // it stands in figures, as a month or as a symbol; a number in words may be idle: "one of the"
}

// FactsOf lists the facts of a paragraph in the order of its words. A month with two names, as in Arabic, is one.
func FactsOf(text string, kind Kind, lang Language) []Fact {
	var facts []Fact
	runes := []rune(text)
	for _, s := range ReadSigns(text, kind, Citations(text, lang), lang).Signs {
		f := Fact{Key: s.Key, From: s.From, To: s.To}
		switch s.Kind {
		case SignNumber, SignOrdinal:
			f.Kind = FactNumber
			if n := hanNumber(s.Key); n > 0 {
				f.Key = strconv.Itoa(n) // 四月
			}
		case SignDate, SignYear:
			f.Kind, f.Key = FactDate, strings.TrimPrefix(strings.TrimPrefix(s.Key, "month "), "by ")
		case SignCitation:
			f.Kind = FactSymbol
		default:
			continue
		}
		f.Figures = s.Kind == SignDate || s.Kind == SignCitation || hasDigit(runes[s.From:s.To])
		if n := len(facts); n > 0 && facts[n-1].Kind == FactDate && facts[n-1].Key == f.Key && strings.HasPrefix(s.Key, "month ") {
			facts[n-1].To = f.To
			continue
		}
		facts = append(facts, f)
	}
	return facts
}

func hasDigit(runes []rune) bool {
	for _, r := range runes {
		if unicode.IsDigit(r) {
			return true
		}
	}
	return false
}
