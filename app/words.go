package app

import (
	"fmt"
	"strings"
	"time"

	"mutatis/app/resolution"
	"mutatis/assets"
)

// Words is the translation table of one interface language.
type Words struct {
	Language string // "en", "ru"
	table    map[string]string
	english  map[string]string
}

// LoadWords reads the table of an interface language. A language we do not have gets English.
func LoadWords(language string) Words {
	english := assets.Translation("en")
	w := Words{Language: language, table: assets.Translation(language), english: english}
	if w.table == nil {
		w.Language, w.table = "en", english
	}
	return w
}

// Say gives the words for a key, with arguments set into them as fmt does. A key nobody translated is shown in
// English, and one nobody wrote as itself, so that a gap is seen and not silent.
func (w Words) Say(key string, args ...any) string {
	text, ok := w.table[key]
	if !ok {
		if text, ok = w.english[key]; !ok {
			text = key
		}
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// Problem says in the interface's language what a person should look at.
func (w Words) Problem(p resolution.Problem) string {
	if p.Key == "" {
		return p.Message
	}
	sentence := w.Say("problem."+p.Key, p.Args...)
	if p.Note != "" {
		return w.Say("problem.in-note", p.Note, sentence)
	}
	return sentence
}

// Day writes a date given as ISO 8601 in words: "23 December 2004". What is no whole date is given back as it is.
func (w Words) Day(iso string) string {
	day, err := time.Parse(time.DateOnly, iso)
	months := strings.Split(w.Say("date.months-long"), ",")
	if err != nil || len(months) != 12 {
		return iso
	}
	return w.Say("date.long", day.Day(), months[day.Month()-1], day.Year())
}

// Moment writes a time as people read it, on this computer's clock: "25 November 2026, 16:20".
func (w Words) Moment(t time.Time) string {
	t = t.Local()
	return w.Say("date.moment", w.Day(t.Format(time.DateOnly)), t.Format("15:04"))
}

// Megabytes writes a size: "1.2 MB", «1,2 МБ».
func (w Words) Megabytes(bytes int64) string {
	n := strings.ReplaceAll(fmt.Sprintf("%.1f", float64(bytes)/1e6), ".", w.Say("number.point"))
	return w.Say("size.megabytes", n)
}
