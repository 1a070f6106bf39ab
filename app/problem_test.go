package app

import (
	"regexp"
	"strings"
	"testing"

	"mutatis/app/resolution"
	"mutatis/assets"
)

// TestProblemsAreSaidInEveryInterfaceLanguage: each sentence has its translations, with as many places for arguments.
func TestProblemsAreSaidInEveryInterfaceLanguage(t *testing.T) {
	verb := regexp.MustCompile(`%(?:\[\d\])?[sd]`)
	for _, language := range assets.Translations() {
		words := LoadWords(language)
		table := assets.Translation(language)
		for _, key := range resolution.ProblemKeys() {
			said, ok := table["problem."+key]
			own, english := verb.FindAllString(said, -1), verb.FindAllString(resolution.ProblemSentence(key), -1)
			if !ok || len(own) != len(english) && !strings.Contains(said, "%[") {
				t.Errorf("%s: %s is %q, in English %q", language, key, said, resolution.ProblemSentence(key))
			}
			var args []any
			for _, v := range english {
				args = append(args, map[string]any{"%d": 3, "%s": "war"}[v])
			}
			if shown := words.Problem(resolution.NewProblem(2, key, args...)); strings.Contains(shown, "%!") {
				t.Errorf("%s: %s is shown as %q", language, key, shown)
			}
		}
	}
}

func TestProblemKeepsItsEnglishMessage(t *testing.T) {
	p := resolution.NewProblem(4, "hyphen", "mediumsized", "medium-sized")
	for language, want := range map[string]string{
		"en": "A line ends inside “mediumsized”: look whether it should be “medium-sized”.",
		"ru": "Строка обрывается внутри «mediumsized»: проверьте, не следует ли писать «medium-sized».",
	} {
		if got := LoadWords(language).Problem(p); got != want {
			t.Errorf("%s: %s", language, got)
		}
	}
	if want := "a line ends inside «mediumsized»: look whether it should be «medium-sized»"; p.Message != want {
		t.Errorf("message %s", p.Message)
	}
	if got := LoadWords("ru").Problem(resolution.Problem{Message: "as it was written"}); got != "as it was written" {
		t.Errorf("a problem without a key: %s", got)
	}
}
