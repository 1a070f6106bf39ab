package html

import (
	"strings"

	"mutatis/app/resolution"
)

// words is what the pages say beside the texts, in one language of the interface.
type words struct {
	language resolution.Language
	table    map[string]string
}

func wordsFor(language string) words {
	if t, ok := tables[language]; ok {
		return words{resolution.Language(language), t}
	}
	return words{resolution.English, tables["en"]}
}

// say answers the key itself where there is no word for it: a test keeps the tables whole.
func (w words) say(key string) string {
	if s, ok := w.table[key]; ok {
		return s
	}
	return key
}

// with puts a value where the words say %s.
func (w words) with(key, value string) string { return strings.Replace(w.say(key), "%s", value, 1) }

// heardMarks is the style that has marks announced by those who read aloud, which <ins> and <del> alone are not.
func (w words) heardMarks() markup {
	return markup("ins::before{content:\"[" + w.say("heard.inserted") + "] \"}\n" +
		"del::before{content:\"[" + w.say("heard.deleted") + "] \"}\n" +
		"ins::after,del::after{content:\" [" + w.say("heard.end") + "]\"}\n")
}

var tables = map[string]map[string]string{
	"en": {
		"redline.title": "Comparison", "redline.older": "Older text", "redline.newer": "Newer text",
		"redline.paragraph": "Paragraph", "redline.both": "Both texts in one", "redline.absent": "not in this text",
		"redline.was": "was %s", "redline.footnotes": "Footnotes", "redline.legend": "How to read it:",
		"summary.title": "Summary", "summary.paragraphs": "paragraphs in all", "summary.weights": "Changes by weight", "summary.changes": "Changes",
		"view.side": "Side by side", "view.inline": "Inline", "view.changes": "Changes only", "view.folded": "unchanged: %s",
		"mark.inserted": "inserted", "mark.deleted": "deleted", "mark.moved": "moved",
		"heard.inserted": "inserted", "heard.deleted": "deleted", "heard.end": "end",
		"class.same": "unchanged", "class.changed": "changed", "class.moved": "moved",
		"class.moved+changed": "moved and changed", "class.split": "split", "class.merged": "merged",
		"class.new": "new", "class.deleted": "deleted",
		"from.moved": "moved from %s", "from.moved+changed": "moved from %s and changed",
		"weight.substantive": "substantive", "weight.technical": "technical", "weight.editorial": "editorial",
		"weight.":     "not weighed",
		"status.open": "open", "status.bracketed": "[ ] bracketed", "status.agreed ad ref": "✓ agreed ad ref",
		"status.agreed": "✓✓ agreed", "lost.agreed ad ref": "! words changed since agreed ad ref",
		"lost.agreed": "! words changed since agreed", "lost": "! words changed since agreed",
		"kind.title": "title", "kind.organ": "organ", "kind.heading": "heading", "kind.part": "part", "kind.annex": "annex",
		"kind.table": "table", "kind.closing": "closing", "kind.masthead": "masthead", "kind.unknown": "text",
		"kind.preambular": "preambular paragraph", "kind.operative": "operative paragraph", "kind.subparagraph": "subparagraph",
		"draft.notes": "Notes", "draft.back": "back to the text", "report.before": "Before", "report.after": "Now",
	},
	"ru": {
		"redline.title": "Сравнение", "redline.older": "Прежний текст", "redline.newer": "Новый текст",
		"redline.paragraph": "Пункт", "redline.both": "Оба текста в одном", "redline.absent": "в этом тексте нет",
		"redline.was": "прежде %s", "redline.footnotes": "Сноски", "redline.legend": "Обозначения:",
		"summary.title": "Итог", "summary.paragraphs": "всего пунктов", "summary.weights": "Изменения по значимости", "summary.changes": "Изменения",
		"view.side": "Рядом", "view.inline": "В одном тексте", "view.changes": "Только изменения", "view.folded": "без изменений: %s",
		"mark.inserted": "добавлено", "mark.deleted": "исключено", "mark.moved": "перенесено",
		"heard.inserted": "добавлено", "heard.deleted": "исключено", "heard.end": "конец",
		"class.same": "без изменений", "class.changed": "изменено", "class.moved": "перенесено",
		"class.moved+changed": "перенесено и изменено", "class.split": "разделено", "class.merged": "объединено",
		"class.new": "новое", "class.deleted": "исключено",
		"from.moved": "перенесено из %s", "from.moved+changed": "перенесено из %s и изменено",
		"weight.substantive": "по существу", "weight.technical": "техническое", "weight.editorial": "редакционное",
		"weight.":     "без оценки",
		"status.open": "открыто", "status.bracketed": "[ ] в скобках", "status.agreed ad ref": "✓ согласовано ad ref",
		"status.agreed": "✓✓ согласовано", "lost.agreed ad ref": "! изменено после согласования ad ref",
		"lost.agreed": "! изменено после согласования", "lost": "! изменено после согласования",
		"kind.title": "название", "kind.organ": "орган", "kind.heading": "заголовок", "kind.part": "часть", "kind.annex": "приложение",
		"kind.table": "таблица", "kind.closing": "заключительная часть", "kind.masthead": "шапка", "kind.unknown": "текст",
		"kind.preambular": "пункт преамбулы", "kind.operative": "пункт постановляющей части", "kind.subparagraph": "подпункт",
		"draft.notes": "Сноски", "draft.back": "назад к тексту", "report.before": "Было", "report.after": "Стало",
	},
}
