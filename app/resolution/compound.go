package resolution

import (
	"regexp"
	"strings"
)

// Compound reports halves of a word that its language writes with a hyphen between them, whether the word is known or
// not: «добровольцев-спасателей» has two endings of one case, «técnico-práctico» two stresses. It is asked where
// nothing else tells a hyphen of the word from one that only divides it, and errs on the side of no.
func Compound(l Language, last, first string) bool {
	rule, ok := compoundRules[l]
	return ok && rule(last, first)
}

var compoundRules = map[Language]func(last, first string) bool{
	Russian: russianCompound, Spanish: spanishCompound, French: frenchCompound, English: englishCompound,
}

// Plural endings of one case, of a noun or participle and of the noun that stands by it.
var russianCases = []struct{ last, first *regexp.Regexp }{
	{regexp.MustCompile(`.{3}(?:[оеё]в|ей|[иы]х|[иы]хся)$`), regexp.MustCompile(`.{4}(?:[оеё]в|ей)$`)},
	{regexp.MustCompile(`.{4}(?:[ая]м|[иы]мся)$`), regexp.MustCompile(`.{4}[ая]м$`)},
	{regexp.MustCompile(`.{3}(?:[ая]ми|[иы]мися)$`), regexp.MustCompile(`.{3}[ая]ми$`)},
	{regexp.MustCompile(`.{4}(?:[ая]х|[иы]хся)$`), regexp.MustCompile(`.{4}[ая]х$`)},
}

var (
	russianBody      = regexp.MustCompile(`^(?:государств|стран|учрежден|организац|правительств|партн[её]р|орган)`)
	russianRole      = regexp.MustCompile(`^(?:член|участни|наблюдател|донор|получател|бенефициар|учредител|основател|кандидат|партн[её]р|импортер|экспортер|поставщик|исполнител|респондент|депозитари)`)
	russianStem      = regexp.MustCompile(`^.{2,}(?:льно|вно|чно|нно|ско|рно|тно|бно|щно|ико|ансово|торгово)$`)
	russianSolid     = regexp.MustCompile(`^(?:крупно|длинно|велико|равно|разно|единовре|мелко|много|высоко)`)
	russianAdjective = regexp.MustCompile(`^.{4,}(?:[ыио]й|[аяь]я|[оеь]е|[ыи]е|[ое]го|[ое]му|[ыи]м|[ыи]х|[ыи]ми|ую|юю|ой|ей|ом)$`)
	russianParticle  = map[string]bool{"либо": true, "нибудь": true, "таки": true}
	russianPair      = map[string]bool{"из-за": true, "из-под": true, "во-первых": true, "во-вторых": true, "в-третьих": true, "по-прежнему": true, "по-новому": true, "по-разному": true, "по-видимому": true, "по-своему": true}
	russianCompass   = regexp.MustCompile(`^(?:(?:северо|юго)-(?:запад|восто)|вице-|экс-|пресс-|премьер-мин|веб-|онлайн-|интернет-)`)
)

func russianCompound(last, first string) bool {
	word := last + "-" + first
	switch {
	case russianParticle[first], russianPair[word], russianCompass.MatchString(word), russianBody.MatchString(last) && russianRole.MatchString(first):
		return true
	case russianStem.MatchString(last) && !russianSolid.MatchString(last) && russianAdjective.MatchString(first):
		return true
	}
	for _, c := range russianCases {
		if c.last.MatchString(last) && c.first.MatchString(first) {
			return true
		}
	}
	return false
}

// spanishCompound counts the syllables after a written accent: no word but an adverb in -mente has four. Nor has one two
// accents.
func spanishCompound(last, first string) bool {
	at := strings.LastIndexAny(last, "áéíóú")
	if at < 0 || strings.HasSuffix(first, "mente") {
		return false
	}
	syllables := -1 // the accented one
	vowel := false
	for _, r := range last[at:] + first {
		is := strings.ContainsRune("aeiouáéíóúü", r)
		if is && !vowel {
			syllables++
		}
		vowel = is
	}
	return syllables > 3 || strings.ContainsAny(first, "áéíóú")
}

var (
	frenchAfter  = map[string]bool{"ci": true, "là": true, "même": true, "mêmes": true, "uns": true, "unes": true, "dessus": true, "dessous": true, "delà": true}
	frenchBefore = map[string]bool{"vice": true, "non": true, "demi": true, "semi": true, "quasi": true}
	frenchPair   = map[string]bool{"vis-à": true, "ci-après": true, "ci-joint": true, "ci-dessus": true, "ci-dessous": true, "là-bas": true, "peut-être": true}
	frenchNumber = regexp.MustCompile(`^(?:vingt|trente|quarante|cinquante|soixante|quatre|dix)-(?:une?|deux|trois|quatre|cinq|six|sept|huit|neu[fv]|dix|onz|douz|treiz|quatorz|quinz|seiz|vingt)`)
)

func frenchCompound(last, first string) bool {
	word := last + "-" + first
	if last == "au" {
		return frenchAfter[first]
	}
	return frenchAfter[first] && len(last) > 3 || frenchBefore[last] && len(first) > 4 || frenchPair[word] || frenchNumber.MatchString(word)
}

var (
	englishAfter = regexp.MustCompile(`^(?:based|oriented|related|driven|responsive|sensitive|specific|friendly|level|scale|term|income|quality|being|reaching|ranging|seekers?|resistant|dependent|affected|governing|determination|centred|sharing|sized|owned|funded|informed|enabled|effective|intensive|stakeholders?)$`)
	englishFirst = map[string]bool{"non": true, "self": true, "well": true, "vice": true, "all": true}
	englishTens  = regexp.MustCompile(`^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)$`)
)

func englishCompound(last, first string) bool {
	return englishFirst[last] && len(first) > 3 || len(last) > 3 && englishAfter.MatchString(first) || englishTens.MatchString(last+"-"+first)
}
