package docx

import (
	"strings"

	"mutatis/app/resolution"
)

// remark prepares comments: where moved paragraphs stand in the other text, what became of every paragraph, how much that
// weighs and why.
func (m *merger) remark(rows []resolution.Row, w map[string]string) {
	for _, r := range rows {
		moved := r.Class == resolution.MovedOnly || r.Class == resolution.MovedChanged
		if moved && len(r.Newer) > 0 && len(r.Older) > 0 {
			m.older.say(r.Older[0], placed(w["moved.to"], r.Label()))
			m.newer.say(r.Newer[0], placed(w["moved.from"], firstOf(r.From, resolution.CellLabels(r.Older))))
		}
		if r.Class == resolution.Same || r.Class == "" {
			continue
		}
		side, cells := &m.newer, r.Newer
		if len(cells) == 0 {
			side, cells = &m.older, r.Older
		}
		var parts []string
		for _, part := range []string{w["class."+string(r.Class)], w["weight."+string(r.Weight)], r.Reason} {
			if part != "" {
				parts = append(parts, part)
			}
		}
		if len(cells) > 0 {
			side.say(cells[0], strings.Join(parts, " · "))
		}
	}
}

func placed(words, label string) string {
	return strings.TrimSpace(strings.Replace(words, "%s", label, 1))
}

func (s *side) say(c resolution.Cell, words string) {
	s.remarks[c.Index] = append(s.remarks[c.Index], words)
}

// remarkAt puts the comments on a paragraph at the first of its lines.
func (m *merger) remarkAt(from int, s *side, i int) {
	if len(s.remarks[i]) > 0 && from < len(m.lines) {
		m.lines[from].remarks = append(m.lines[from].remarks, s.remarks[i]...)
	}
}

func wordsFor(language string) map[string]string {
	if w, ok := remarkWords[language]; ok {
		return w
	}
	return remarkWords["en"]
}

var remarkWords = map[string]map[string]string{
	"en": {
		"moved.to": "Moved to %s", "moved.from": "Moved from %s",
		"class.changed": "changed", "class.moved": "moved", "class.moved+changed": "moved and changed", "class.split": "split",
		"class.merged": "merged", "class.new": "new", "class.deleted": "deleted",
		"weight.substantive": "substantive", "weight.technical": "technical", "weight.editorial": "editorial",
	},
	"ru": {
		"moved.to": "Перенесено: %s", "moved.from": "Перенесено из: %s",
		"class.changed": "изменено", "class.moved": "перенесено", "class.moved+changed": "перенесено и изменено", "class.split": "разделено",
		"class.merged": "объединено", "class.new": "новое", "class.deleted": "исключено",
		"weight.substantive": "по существу", "weight.technical": "техническое", "weight.editorial": "редакционное",
	},
}
