package resolution

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"mutatis/assets"
)

// TestTorn: words in two pieces, and neighbours that are two words.
func TestTorn(t *testing.T) {
	for name, c := range map[string]struct {
		language Language
		texts    []string
		want     string
	}{
		"both pieces are none":   {English, []string{"Recalling the sustainable harbour,", "Decides on a su stainable harbour;"}, "1 torn-surely su stainable→sustainable"},
		"one piece is a word":    {English, []string{"Seeking a harbour,", "Decides on see king a harbour, and to see it;"}, "1 torn see king→seeking"},
		"at the end of a line":   {English, []string{"Decides on the devel opment of harbours and their development;"}, "0 torn-surely devel opment→development"},
		"a capital letter":       {English, []string{"Recalling the harbours of Partnership,", "Recal ling it;"}, "1 torn-surely Recal ling→Recalling"},
		"one letter":             {English, []string{"Decides that the countrie s and all countries meet;"}, "0 torn-surely countrie s→countries"},
		"Russian":                {Russian, []string{"ссылаясь на развития гаваней,", "постановляет о развит ия гаваней;"}, "1 torn-surely развит ия→развития"},
		"Russian, another case":  {Russian, []string{"ссылаясь на устойчивое судоходство,", "постановляет о судоход ству;"}, "1 torn судоход ству→судоходству"},
		"French":                 {French, []string{"Rappelant le développement des ports,", "Décide du développe ment des ports;"}, "1 torn-surely développe ment→développement"},
		"Spanish":                {Spanish, []string{"Recordando la cooperación de los puertos,", "Decide la coope ración de los puertos;"}, "1 torn-surely coope ración→cooperación"},
		"two words":              {English, []string{"Recalling that it is apart,", "Decides on a part of it, and every part of it;"}, ""},
		"a word beside a or":     {English, []string{"Recalling the possessor, and its possession,", "Decides on those who possess or keep it;"}, ""},
		"in mind":                {Russian, []string{"ссылаясь на ввиду,", "имея в виду гавани,"}, ""},
		"a name with apostrophe": {French, []string{"Rappelant la Côted,", "Salue la Côte d’Ivoire;"}, ""},
		"an ending of its own":   {Spanish, []string{"Organice cada dos años un encuentro;"}, ""},
		"nothing whole":          {English, []string{"Decides on a qua rk;"}, ""},
		"Chinese":                {Chinese, []string{"回顾 港口 决议，", "决定 港 口；"}, ""},
		"Arabic":                 {Arabic, []string{"إذ تشير إلى التنمية،", "تقرر التن مية؛"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := Draft{Language: c.language}
			for _, text := range c.texts {
				d.Paragraphs = append(d.Paragraphs, Paragraph{Text: text})
			}
			if got := tears(Torn(d, nil)); got != c.want {
				t.Errorf("got %q", got)
			}
		})
	}
}

// TestTornInNotes: a word that is torn in a note is told of beside the paragraph that calls the note.
func TestTornInNotes(t *testing.T) {
	for language, c := range map[Language]struct{ word, torn, joined string }{
		English: {"sustainable", "su stainable", "sustainable"},
		French:  {"développement", "développe ment", "développement"},
		Spanish: {"cooperación", "coope ración", "cooperación"},
		Russian: {"развития", "развит ия", "развития"},
	} {
		d := Draft{Language: language, Paragraphs: []Paragraph{
			{Text: "x"}, {Text: c.word + " y", Notes: []NoteCall{{Number: "4", Offset: 3}}}},
			Footnotes: []Footnote{{Number: "4", Text: "A/58/7, " + c.torn + "."}, {Number: "9", Text: c.torn + ": A/58/8."}}}
		problems := Torn(d, nil)
		if got, want := tears(problems), fmt.Sprintf("1 torn-surely %[1]s→%[2]s, -1 torn-surely %[1]s→%[2]s", c.torn, c.joined); got != want {
			t.Errorf("%s: got %q, want %q", language, got, want)
			continue
		}
		if problems[0].Note != "4" || !strings.HasPrefix(problems[0].Message, "note 4: «") || problems[1].Note != "9" {
			t.Errorf("%s: %+v", language, problems)
		}
	}
}

func tears(problems []Problem) string {
	var all []string
	for _, p := range problems {
		n := len(p.Args)
		all = append(all, fmt.Sprintf("%d %s %s→%s", p.Paragraph, p.Key, p.Args[n-2], p.Args[n-1]))
	}
	return strings.Join(all, ", ")
}

// TestTornByTheLibrary: a word that only the library has makes whole, and one that it has is no piece.
func TestTornByTheLibrary(t *testing.T) {
	d := Draft{Language: English, Paragraphs: []Paragraph{{Text: "Decides on a wha rfinger, on su stainable lamps and on lamp light;"}}}
	known := map[string]bool{"wharfinger": true, "lamplight": true, "lamp": true, "light": true, "sustainable": true, "su": true}
	if got := tears(Torn(d, func(word string) bool { return known[word] })); got != "0 torn-surely wha rfinger→wharfinger, 0 torn-surely su stainable→sustainable" {
		t.Error(got)
	}
}

// TestTwoShortWordsOfTheLibrary: what other texts write in one word may be two here; a library that writes both has no doubt.
func TestTwoShortWordsOfTheLibrary(t *testing.T) {
	known := map[string]bool{"roadmap": true, "road": true, "map": true, "putin": true, "put": true, "wharfinger": true, "nger": false}
	for text, want := range map[string]string{
		"Decides on a road map for harbours;":           "",
		"Decides on the rules to be put in order;":      "",
		"Decides on a wharfi nger and a road map more;": "0 torn-surely wharfi nger→wharfinger",
	} {
		d := Draft{Language: English, Paragraphs: []Paragraph{{Text: text}}}
		if got := tears(Torn(d, func(word string) bool { return known[word] })); got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}

// TestTornSamples tears words of the sample library: whole texts raise no doubt, and most of what is torn is found.
func TestTornSamples(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	for _, s := range assets.SampleTexts() {
		d, _ := ReadText(s.Text)
		if d.Language == Arabic || d.Language == Chinese {
			continue
		}
		if got := tears(Torn(d, nil)); got != "" {
			t.Errorf("%s: not torn: %s", s.File, got)
		}
		torn, found := 0, 0
		for range 60 {
			again, ok := tearOne(d, random)
			if !ok {
				continue
			}
			torn++
			found += min(1, len(Torn(again, nil)))
		}
		t.Logf("%s: %d of %d found", s.File, found, torn)
		if found*100 < torn*85 {
			t.Errorf("%s: only %d of %d torn words were found", s.File, found, torn)
		}
	}
}

// tearOne puts a blank into a long word of a draft.
func tearOne(d Draft, random *rand.Rand) (Draft, bool) {
	d.Paragraphs = append([]Paragraph{}, d.Paragraphs...)
	p := &d.Paragraphs[random.IntN(len(d.Paragraphs))]
	words := textWords(p.Text)
	if len(words) == 0 {
		return d, false
	}
	w := words[random.IntN(len(words))]
	letters := []rune(w.text)
	if len(letters) < 7 || joinsWord(w.before) || joinsWord(w.next) || w.text == strings.ToUpper(w.text) {
		return d, false
	}
	at := w.at + 2 + random.IntN(len(letters)-3)
	runes := []rune(p.Text)
	p.Text = string(runes[:at]) + " " + string(runes[at:])
	return d, true
}
