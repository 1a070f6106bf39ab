package akn

import (
	"cmp"
	"strings"

	"mutatis/app/resolution"
)

// codes are the languages as the standard names them, by ISO 639-2.
var codes = map[resolution.Language]string{
	resolution.Arabic: "ara", resolution.Chinese: "zho", resolution.English: "eng",
	resolution.French: "fra", resolution.Russian: "rus", resolution.Spanish: "spa",
}

// undetermined is the code of a language that is not known.
const undetermined = "und"

func codeOf(l resolution.Language) string {
	return cmp.Or(codes[l], string(l), undetermined)
}

var otherCodes = map[string]resolution.Language{"chi": resolution.Chinese, "fre": resolution.French, undetermined: ""}

// languageOf reads a code: of three letters, of two, or with a country behind it.
func languageOf(code string) resolution.Language {
	for l, c := range codes {
		if c == code {
			return l
		}
	}
	if l, ok := otherCodes[code]; ok {
		return l
	}
	return resolution.Language(code)
}

// oneOfSix is the language of a code as foreign files write it, "" where it is none of the six.
func oneOfSix(code string) resolution.Language {
	code, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(code)), "-")
	if l := languageOf(code); codes[l] != "" {
		return l
	}
	return ""
}

// kindNamed is the kind that a container of ours is named after, "" for any other name.
func kindNamed(name string) resolution.Kind {
	for _, k := range resolution.Kinds {
		if string(k) == name {
			return k
		}
	}
	return ""
}

// zone is a part of a document.
type zone uint8

const (
	cover zone = iota
	preface
	preamble
	body
	conclusions
	annex
)

// zones are the elements that begin a part of a document.
var zones = map[string]zone{
	"coverPage": cover, "header": cover, "preface": preface, "preamble": preamble, "mainBody": body, "body": body, "conclusions": conclusions,
	"attachments": annex, "components": annex,
}

// usual is the kind of a numbered paragraph in a zone, and of those below it.
func (z zone) usual() (paragraph, below resolution.Kind) {
	if z == annex {
		return resolution.Annex, resolution.Annex
	}
	return resolution.Operative, resolution.Subparagraph
}

// bare is a paragraph's number without what Numeral adds to it.
func bare(numeral string, p resolution.Paragraph, l resolution.Language) string {
	switch {
	case p.Kind == resolution.Subparagraph || p.Level > 0:
		return numeral
	case l == resolution.Arabic:
		return strings.TrimSuffix(numeral, " -")
	}
	return strings.TrimSuffix(numeral, ".")
}

func set(names string) map[string]bool {
	all := map[string]bool{}
	for _, name := range strings.Fields(names) {
		all[name] = true
	}
	return all
}

// What an element is to a reader, by its bare name. All others stand inside a line.
var (
	// carriers hold one line of text.
	carriers = set("p heading subheading crossHeading block num caption")

	// blocks hold carriers or one another.
	blocks = set(`akomaNtoso act bill doc statement debate debateReport judgment amendment amendmentList officialGazette documentCollection portion
		debateSection debateBody judgmentBody amendmentBody collectionBody fragmentBody fragment portionBody component attachment componentRef interstitial
		coverPage header preface preamble mainBody body conclusions attachments components
		clause section part paragraph chapter title article book tome division list point indent alinea rule subrule proviso subsection subpart
		subparagraph subchapter subtitle subdivision subclause sublist level transitional hcontainer container
		recitals recital citations citation formula longTitle content intro wrapUp
		blockList blockContainer item listIntroduction listConclusion listWrapUp ul ol li tblock toc tocItem foreign div
		p heading subheading crossHeading block table tr caption
		introduction background motivation decision arguments remedies
		administrationOfOath declarationOfVote communication petitions papers noticesOfMotion questions address proceduralMotions pointOfOrder
		adjournment rollCall prayers oralStatements writtenStatements personalStatements ministerialStatements resolutions nationalInterest
		speech speechGroup scene narrative summary question answer from other`)

	// numbered elements begin with a number of their own.
	numbered = set(`clause section part paragraph chapter title article book tome division list point indent alinea rule subrule proviso subsection
		subpart subparagraph subchapter subtitle subdivision subclause sublist level transitional hcontainer recital recitals citations item attachment blockContainer blockList tblock`)

	// named elements may tell the kind of what they hold.
	named = set("container formula")

	// groups hold numbered elements and have no number themselves, as a rule.
	groups = set("list recitals citations blockList blockContainer sublist tblock")

	// deeper elements stand one level below what they stand in.
	deeper = set("point indent item subparagraph subclause li")

	// headParts are the fields of a masthead.
	headParts = set("docAuthority docNumber docDate docTitle docCommittee docProponent docStage docStatus session")

	// dropped elements hold no words of the document.
	dropped = set("script style")
)
