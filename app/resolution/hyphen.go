package resolution

import (
	"strings"
)

// hyphens decides which hyphens at line ends the layout put there: the words of the text itself tell. A text that is
// hyphenated automatically shows it by words that stand elsewhere unbroken.
type hyphens struct {
	language Language
	words    map[string]bool // every word that stands within a line
	auto     bool
}

// hyphensOf reads the words of a text; nil where no line ends in a hyphen.
func hyphensOf(lines []line, l Language) *hyphens {
	var broken [][2]string
	for i := 1; i < len(lines); i++ {
		if strings.HasSuffix(lines[i-1].text, "-") && startsLower(lines[i].text) {
			broken = append(broken, [2]string{lastWord(lines[i-1].text), firstWord(lines[i].text)})
		}
	}
	if broken == nil {
		return nil
	}
	h := &hyphens{language: l, words: map[string]bool{}}
	for _, l := range lines {
		for word := range strings.FieldsFuncSeq(l.text, func(r rune) bool { return !isLetter(r) && r != '-' }) {
			h.words[strings.ToLower(word)] = true
		}
	}
	whole, parted := 0, 0
	for _, b := range broken {
		if h.words[strings.ToLower(b[0]+b[1])] {
			whole++
		} else if h.words[strings.ToLower(b[0]+"-"+b[1])] {
			parted++
		}
	}
	h.auto = whole >= 2 && whole > parted
	return h
}

// soft reports whether the hyphen between two pieces of a word is the layout's: what the text itself writes elsewhere says
// so, then what resolutions of the language write.
func (h *hyphens) soft(before, after string) bool {
	before, after = strings.ToLower(before), strings.ToLower(after)
	solid, parted := before+after, before+"-"+after
	switch {
	case before == "" || after == "" || h.words[parted]:
		return false
	case h.words[solid]:
		return true
	case FrequentWord(h.language, solid) != FrequentWord(h.language, parted):
		return h.auto && FrequentWord(h.language, solid)
	}
	return h.auto && !keepsHyphen(before, after) && !Compound(h.language, before[strings.LastIndexByte(before, '-')+1:], after)
}

// compounds are the first pieces of words that are written with a hyphen, and the last ones; "*" stands for any ending.
// None is how another word may begin or end where it is broken: "human" would make "human-itarian" of "humanitarian".
var (
	compounds = strings.Fields(`self gender policy decision rights nuclear quatre vingt quelques celui ceux celles ` +
		`трудящиеся трудящихся трудящимся государство государства государств государствам государствами государствах государству государством ` +
		`страна страны стран странам странами странах женщины женщин женщинам женщинами организации организаций организациям ` +
		`социально научно военно экономико политико общественно торгово`)
	compoundEnds = strings.Fields(`oriented based related making term level income ci là même mêmes ` +
		`член* участни* мигрант* донор* исполнител* наблюдател* корреспондент* инвалид* либо нибудь`)
)

// sousSolid is how French words go on that begin with "sous" and have no hyphen.
var sousSolid = strings.Fields("cri* signé* trai* tra* trac*")

// keepsHyphen reports two pieces of a word that is written with a hyphen wherever it stands.
func keepsHyphen(before, after string) bool {
	return oneOf(before, compounds) && len([]rune(after)) > 3 || before == "sous" && !oneOf(after, sousSolid) || before == "vice" && !strings.HasPrefix(after, "presidente") || oneOf(after, compoundEnds) && len([]rune(before)) > 3
}

func oneOf(word string, list []string) bool {
	for _, w := range list {
		if start, open := strings.CutSuffix(w, "*"); word == w || open && strings.HasPrefix(word, start) {
			return true
		}
	}
	return false
}

// softHyphen is how the reader's joints decide.
func (r *reader) softHyphen() func(before, after string) bool {
	if r.hyphens == nil {
		return nil
	}
	return r.hyphens.soft
}
