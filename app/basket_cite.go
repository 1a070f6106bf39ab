package app

import (
	"cmp"
	"strings"

	"mutatis/app/resolution"
)

// A citer says in one language how agreed language is cited. %s stands for the document's number or symbol, or for the
// number of the paragraph.
type citer struct {
	open, close string // quotation marks
	left, right string // brackets, with the blank before them
	resolution  string // of the General Assembly
	council     map[Organ]string
	between     string
	operative   string
	preambular  string
	other       string // a paragraph that is neither, by what it is called
}

// citers hold what the editorial directives of the six languages say.
var citers = map[resolution.Language]citer{
	resolution.English: {"“", "”", " (", ")", "resolution %s", map[Organ]string{
		SecurityCouncil: "Security Council resolution %s", EconomicCouncil: "Economic and Social Council resolution %s", HumanRights: "Human Rights Council resolution %s"},
		", ", "para. %s", "preambular para. %s", "%s"},
	resolution.French: {"« ", " »", " (", ")", "résolution %s", map[Organ]string{
		SecurityCouncil: "résolution %s du Conseil de sécurité", EconomicCouncil: "résolution %s du Conseil économique et social", HumanRights: "résolution %s du Conseil des droits de l’homme"},
		", ", "par. %s", "alinéa %s du préambule", "%s"},
	resolution.Spanish: {"“", "”", " (", ")", "resolución %s", map[Organ]string{
		SecurityCouncil: "resolución %s del Consejo de Seguridad", EconomicCouncil: "resolución %s del Consejo Económico y Social", HumanRights: "resolución %s del Consejo de Derechos Humanos"},
		", ", "párr. %s", "párr. %s del preámbulo", "%s"},
	resolution.Russian: {"«", "»", " (", ")", "резолюция %s", map[Organ]string{
		SecurityCouncil: "резолюция %s Совета Безопасности", EconomicCouncil: "резолюция %s Экономического и Социального Совета", HumanRights: "резолюция %s Совета по правам человека"},
		", ", "пункт %s", "пункт %s преамбулы", "%s"},
	resolution.Arabic: {"”", "“", " (", ")", "القرار %s", map[Organ]string{
		SecurityCouncil: "قرار مجلس الأمن %s", EconomicCouncil: "قرار المجلس الاقتصادي والاجتماعي %s", HumanRights: "قرار مجلس حقوق الإنسان %s"},
		"، ", "الفقرة %s", "الفقرة %s من الديباجة", "%s"},
	resolution.Chinese: {"“", "”", "（", "）", "第%s号决议", map[Organ]string{
		SecurityCouncil: "安全理事会第%s号决议", EconomicCouncil: "经济及社会理事会第%s号决议", HumanRights: "人权理事会第%s号决议"},
		"，", "第%s段", "序言部分第%s段", "%s"},
}

// Cite is the wording between the quotation marks of its language with where it stands: “…” (resolution 58/166, para. 4).
func (f Found) Cite() string {
	c := f.citer()
	words := strings.TrimRight(strings.TrimSpace(f.Taken()), " \u00a0\u202f,;.:،؛，；。：")
	return c.open + words + c.close + c.left + f.Source() + c.right
}

// Source is where a wording stands: "resolution 58/166, para. 4", "A/C.3/59/L.10, preambular para. 2".
func (f Found) Source() string {
	c := f.citer()
	parts := []string{f.document(c)}
	if place := f.place(c); place != "" {
		parts = append(parts, place)
	}
	return strings.Join(parts, c.between)
}

func (f Found) citer() citer {
	if c, ok := citers[f.Language]; ok {
		return c
	}
	return citers[resolution.English]
}

// document names a resolution by its number, as delegates do, anything else by its symbol.
func (f Found) document(c citer) string {
	s, err := resolution.ParseSymbol(f.Symbol)
	if err != nil || !s.Adopted() || !strings.HasSuffix(s.Body, "/RES") || s.Rev+s.Corr+s.Add > 0 || s.Rest != "" {
		return cmp.Or(f.Symbol, f.Name)
	}
	form := c.resolution
	if organ := organOf(Text{Symbol: f.Symbol}); organ != Assembly {
		if form = c.council[organ]; form == "" {
			return f.Symbol
		}
	}
	number := strings.TrimPrefix(s.String(), s.Body+"/")
	if f.Language == resolution.Chinese {
		number = strings.ReplaceAll(number, " ", "")
	}
	return strings.ReplaceAll(form, "%s", number)
}

// place names the paragraph: OP4 (a) is "para. 4 (a)", PP2 "preambular para. 2".
func (f Found) place(c citer) string {
	label := f.Label[strings.LastIndex(f.Label, ".")+1:] // parts of a text begin their numbers anew: "B.OP3"
	part := strings.TrimSuffix(f.Label, label)
	for prefix, form := range map[string]string{"OP": c.operative, "PP": c.preambular} {
		if number, ok := strings.CutPrefix(label, prefix); ok {
			place := strings.ReplaceAll(form, "%s", number)
			if part != "" {
				place = strings.TrimSuffix(part, ".") + c.between + place
			}
			return place
		}
	}
	if label == "" || label == string(f.Kind) {
		return ""
	}
	return strings.ReplaceAll(c.other, "%s", label)
}
