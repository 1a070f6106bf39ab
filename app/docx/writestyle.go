package docx

import (
	"fmt"
	"strings"

	"mutatis/app/resolution"
)

// styleOf names the style of a paragraph.
func styleOf(p resolution.Paragraph) string {
	switch p.Kind {
	case resolution.Subparagraph:
		return [...]string{"Subparagraph1", "Subparagraph2", "Subparagraph3", "Subparagraph4"}[min(max(p.Level, 1), 4)-1]
	case resolution.Table:
		if !isRow(p) {
			return "ResolutionText"
		}
	}
	if name, ok := kindStyles[p.Kind]; ok {
		return name
	}
	return "ResolutionText"
}

var kindStyles = map[resolution.Kind]string{
	resolution.Masthead: "MastheadOther", resolution.Title: "ResolutionTitle", resolution.Organ: "Organ", resolution.Preambular: "Preambular",
	resolution.Operative: "Operative", resolution.Heading: "Heading2", resolution.Part: "Heading1", resolution.Annex: "AnnexHeading",
	resolution.Table: "TableText", resolution.Closing: "ResolutionClosing", uncalled: "UncalledNote",
}

// sizes are those in which a language is set, in half points: of the text, of notes.
type sizes struct{ text, note int }

var sizesOf = map[resolution.Language]sizes{resolution.Chinese: {21, 18}, resolution.Arabic: {26, 21}}

func sizesFor(l resolution.Language) sizes {
	if special, ok := sizesOf[l]; ok {
		return special
	}
	return sizes{20, 17}
}

// languageTags are the names Word has for the languages: the English and the spelling of the United Nations is British.
var languageTags = map[resolution.Language]string{
	resolution.English: "en-GB", resolution.French: "fr-FR", resolution.Spanish: "es-ES", resolution.Russian: "ru-RU",
	resolution.Arabic: "ar-SA", resolution.Chinese: "zh-CN",
}

// languageElement says the language of a text; Latin words in Arabic and Chinese ones are taken for English.
func languageElement(l resolution.Language) string {
	latin := languageTags[l]
	if latin == "" || l == resolution.Arabic || l == resolution.Chinese {
		latin = "en-GB"
	}
	return `<w:lang w:val="` + latin + `" w:eastAsia="zh-CN" w:bidi="ar-SA"/>`
}

// paragraphStyle is a style of the file. Its size is in hundredths of that of the text.
type paragraphStyle struct {
	id, name, based, next string
	paragraph, run        string
	size                  int
}

const (
	indent     = 480 // of a first line; a number stands there and the words behind it at the double
	bold       = "<w:b/><w:bCs/>"
	italics    = "<w:i/><w:iCs/>"
	numberTabs = `<w:tabs><w:tab w:val="left" w:pos="480"/><w:tab w:val="left" w:pos="1020"/><w:tab w:val="left" w:pos="1560"/></w:tabs>`
)

func hanging(level int) string {
	return fmt.Sprintf(`<w:tabs><w:tab w:val="left" w:pos="%d"/></w:tabs><w:ind w:left="%d" w:hanging="%d"/>`, (level+1)*indent, (level+1)*indent, indent)
}

// paragraphStyles are the styles, in the order in which Word shows them.
var paragraphStyles = []paragraphStyle{
	{"MastheadOrganization", "Masthead Organization", "Normal", "", "", "", 130},
	{"MastheadSymbol", "Masthead Symbol", "Normal", "", `<w:jc w:val="right"/>`, "", 130},
	{"MastheadOrgan", "Masthead Organ", "Normal", "", `<w:spacing w:before="80" w:after="240"/>`, bold, 170},
	{"MastheadDistribution", "Masthead Distribution", "Normal", "", `<w:spacing w:before="20"/>`, "", 90},
	{"MastheadSession", "Masthead Session", "Normal", "", "<w:spacing w:before=\"40\"/><w:ind w:left=\"-640\"/>", bold, 100},
	{"MastheadCommittee", "Masthead Committee", "MastheadSession", "", "", bold, 110},
	{"MastheadOther", "Masthead Other", "Normal", "", `<w:spacing w:before="120"/>`, "", 0},
	{"Sponsors", "Sponsors", "Normal", "", `<w:keepNext/><w:spacing w:before="280"/>`, bold, 0},
	{"Adoption", "Adoption", "Normal", "", `<w:keepNext/><w:spacing w:before="360"/>`, bold, 130},
	{"Basis", "Basis", "Normal", "", `<w:keepNext/><w:spacing w:before="200"/>`, italics, 0},
	{"ResolutionTitle", "Resolution Title", "Normal", "Organ", `<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val="left" w:pos="0"/></w:tabs><w:spacing w:before="320" w:after="200"/><w:outlineLvl w:val="0"/>`, bold, 125},
	{"ResolutionText", "Resolution Text", "Normal", "", `<w:spacing w:after="120"/><w:jc w:val="both"/>`, "", 0},
	{"Organ", "Organ", "ResolutionText", "Preambular", `<w:keepNext/><w:spacing w:before="120"/><w:ind w:firstLine="480"/>`, "", 0},
	{"Preambular", "Preambular Paragraph", "ResolutionText", "", `<w:ind w:firstLine="480"/>`, "", 0},
	{"Operative", "Operative Paragraph", "ResolutionText", "", numberTabs + `<w:ind w:firstLine="480"/>`, "", 0},
	{"Subparagraph1", "Subparagraph 1", "ResolutionText", "", numberTabs + `<w:ind w:firstLine="480"/>`, "", 0},
	{"Subparagraph2", "Subparagraph 2", "ResolutionText", "", hanging(2), "", 0},
	{"Subparagraph3", "Subparagraph 3", "ResolutionText", "", hanging(3), "", 0},
	{"Subparagraph4", "Subparagraph 4", "ResolutionText", "", hanging(4), "", 0},
	{"Heading1", "heading 1", "Normal", "ResolutionText", `<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="160"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>`, bold, 110},
	{"Heading2", "heading 2", "Normal", "ResolutionText", `<w:keepNext/><w:keepLines/>` + numberTabs + `<w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="1"/>`, bold, 105},
	{"AnnexHeading", "Annex Heading", "Normal", "ResolutionText", `<w:keepNext/><w:keepLines/><w:spacing w:before="480" w:after="160"/><w:outlineLvl w:val="0"/>`, bold, 120},
	{"TableText", "Table Text", "Normal", "", `<w:spacing w:before="40" w:after="40"/>`, "", 90},
	{"ResolutionClosing", "Resolution Closing", "Normal", "", `<w:keepLines/><w:jc w:val="right"/>`, italics, 0},
	{"EndRule", "End Rule", "Normal", "", `<w:spacing w:before="360"/><w:jc w:val="center"/>`, "", 0},
	{"UncalledNote", "Uncalled Note", "FootnoteText", "", `<w:spacing w:before="120"/>`, "", 0},
	{"FootnoteText", "footnote text", "Normal", "", `<w:ind w:left="240" w:hanging="240"/>`, "", -1},
	{"CommentText", "annotation text", "Normal", "", "", "", 100},
	{"Header", "header", "Normal", "", `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>`, bold, 90},
	{"Footer", "footer", "Normal", "", `<w:jc w:val="right"/>`, bold, 90},
}

// styles writes the part with the styles, for the language of the text.
func (w *writer) styles() {
	l := w.file.language
	size := sizesFor(l)
	w.raw(`<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/>`,
		sizeElement(size.text), languageElement(l), `</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="0" w:line="`, lineSpacing(l), `" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`, "\n",
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`, "\n")
	for _, s := range paragraphStyles {
		w.style(s, size, l)
	}
	w.raw(`<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`, "\n",
		`<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>`, "\n",
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`, "\n",
		`<w:style w:type="table" w:styleId="ResolutionTable"><w:name w:val="Resolution Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>`,
		rule("top"), rule("bottom"), rule("insideH"), `</w:tblBorders></w:tblPr></w:style>`)
}

func rule(side string) string {
	return `<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
}

func (w *writer) style(s paragraphStyle, size sizes, l resolution.Language) {
	w.raw(`<w:style w:type="paragraph" w:styleId="`, s.id, `"><w:name w:val="`, s.name, `"/><w:basedOn w:val="`, s.based, `"/>`)
	if s.next != "" {
		w.raw(`<w:next w:val="`, s.next, `"/>`)
	}
	w.raw("<w:qFormat/>")
	if s.paragraph != "" {
		w.raw("<w:pPr>", s.paragraph, "</w:pPr>")
	}
	run := s.run
	if l == resolution.Chinese {
		run = strings.ReplaceAll(run, italics, `<w:rFonts w:eastAsia="KaiTi"/>`)
	}
	switch {
	case s.size > 0:
		if l == resolution.Arabic {
			s.size -= (s.size - 100) / 2 // the text is large already
		}
		run += sizeElement(size.text * s.size / 100)
	case s.size < 0:
		run += sizeElement(size.note)
	}
	if run != "" {
		w.raw("<w:rPr>", run, "</w:rPr>")
	}
	w.raw("</w:style>\n")
}

func sizeElement(halfPoints int) string {
	return fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, halfPoints, halfPoints)
}

// lineSpacing is in 240ths of a line; Chinese characters fill theirs.
func lineSpacing(l resolution.Language) string {
	if l == resolution.Chinese {
		return "312"
	}
	return "252"
}
