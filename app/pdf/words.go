package pdf

// words are what the pages say beside the texts, in one language of the interface.
type words map[string]string

func wordsFor(language string) words {
	if w, ok := tables[language]; ok {
		return w
	}
	return tables["en"]
}

// say answers the key itself where there is no word for it.
func (w words) say(key string) string {
	if s, ok := w[key]; ok {
		return s
	}
	return key
}

var tables = map[string]words{
	"en": {
		"comparison": "Comparison", "footnotes": "Footnotes", "was": "was %s", "before": "Before", "after": "Now",
		"mark.inserted": "inserted", "mark.deleted": "deleted", "mark.moved": "moved",
		"class.same": "unchanged", "class.changed": "changed", "class.moved": "moved",
		"class.moved+changed": "moved and changed", "class.split": "split", "class.merged": "merged",
		"class.new": "new", "class.deleted": "deleted",
		"from.moved": "moved from %s", "from.moved+changed": "moved from %s and changed",
		"weight.substantive": "substantive", "weight.technical": "technical", "weight.editorial": "editorial",
		"status.bracketed": "[ ] bracketed", "status.agreed ad ref": "✓ agreed ad ref", "status.agreed": "✓✓ agreed",
		"lost.agreed ad ref": "! words changed since agreed ad ref", "lost.agreed": "! words changed since agreed",
		"lost": "! words changed since then",
	},
	"ru": {
		"comparison": "Сравнение", "footnotes": "Сноски", "was": "прежде %s", "before": "Было", "after": "Стало",
		"mark.inserted": "добавлено", "mark.deleted": "исключено", "mark.moved": "перенесено",
		"class.same": "без изменений", "class.changed": "изменено", "class.moved": "перенесено",
		"class.moved+changed": "перенесено и изменено", "class.split": "разделено", "class.merged": "объединено",
		"class.new": "новое", "class.deleted": "исключено",
		"from.moved": "перенесено из %s", "from.moved+changed": "перенесено из %s и изменено",
		"weight.substantive": "по существу", "weight.technical": "техническое", "weight.editorial": "редакционное",
		"status.bracketed": "[ ] в скобках", "status.agreed ad ref": "✓ согласовано ad ref", "status.agreed": "✓✓ согласовано",
		"lost.agreed ad ref": "! изменено после согласования ad ref", "lost.agreed": "! изменено после согласования",
		"lost": "! слова с тех пор изменены",
	},
}
