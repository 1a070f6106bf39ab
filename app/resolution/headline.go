package resolution

import "regexp"

// Lines that stand above a title and are no part of it, in texts that did not come from the printer.
var (
	// mailLine is a line of the head of an e-mail that a text was copied from.
	mailLine = regexp.MustCompile(`^(?i:from|to|cc|subject|sent|date|reply-to|de|à|objet|envoyé|date|para|asunto|enviado(?: el)?|fecha|от|кому|копия|тема|отправлено|дата|发件人|收件人|抄送|主题|发送时间|日期|من|إلى|الموضوع|التاريخ) ?[:：] ?\S`)

	// draftLine says what kind of working text follows: "Zero draft – 12 October", "Rev.2 as of 3 November".
	draftLine = regexp.MustCompile(`^(?i:(?:zero|first|second|third|fourth|final|revised|informal|clean|advance|compilation|rolling|working|silence)\b.{0,24}\b(?:draft|text|version|paper|procedure)|draft (?:of|as of|zero|\d)|rev\.? ?\d|as (?:of|at) \d|(?:avant-)?projet (?:zéro|initial)|version (?:zéro|du \d|consolidée|révisée)|texte (?:de travail|consolidé)|borrador (?:cero|preliminar|revisado|del? \d)|versión (?:del? \d|revisada|consolidada)|texto (?:de trabajo|consolidado)|нулевой (?:проект|вариант)|рабочий (?:проект|текст|вариант)|(?:пере|с)водный текст|вариант от \d|первый проект|второй проект)|^(?:零稿|零草案|初稿|案文草稿|工作草案|合并案文|المسودة (?:الأولية|الصفرية|المنقحة)|نص (?:موحد|منقح))`)

	// volumeHeading is the heading over a resolution in a volume: "RESOLUTION 59/301", "Resolution 1325 (2000)".
	volumeHeading = regexp.MustCompile(`^(?i:(?:resolution|résolution|resolución|резолюция)) ((?:S-|ES-)?\d{1,4}(?:/\d{1,4}(?: [A-Z])?| \((?:19|20)\d\d\)|(?: [A-Z])? \([IVXLC]+\)))$|^第 ?(\d{1,3}/\d{1,4}) ?号决议$|^(?:ال)?قرار (\d{1,3}/\d{1,4})$`)

	// draftHeading is the heading over one of the drafts that a committee's report recommends.
	draftHeading = regexp.MustCompile(`(?: |案)([IVX]{1,6}|[一二三四五六七八九十]{1,3}|\d{1,2})$`)

	// recordLine is a line of the record that the Assembly's own site prints below a title.
	recordLine = regexp.MustCompile(`^(?:Date: .*\d{4}|Meeting: \d|Vote: |Report: [AES]/|Draft: [AES]/|Adopted without a vote$|Recorded vote\b)`)

	// correction is the line of a corrigendum.
	correction = regexp.MustCompile(`^(?i:corrigendum|corrigenda|rectificatif|corrección|corrigenda?|исправление|更正|تصويب)(?: \d+)?\**$`)
)

// longestHeadline is how many bytes such a line may have.
const longestHeadline = 200

func isMailLine(flat string) bool { return len(flat) < longestHeadline && mailLine.MatchString(flat) }

// isDraftLine reports the line of a working text above the lines of its title.
func (m *masthead) isDraftLine(i int) bool {
	flat := m.lines[i].flat
	return len(flat) < longestHeadline && i+1 < len(m.lines) && !m.has(tagSession) && draftLine.MatchString(flat)
}
