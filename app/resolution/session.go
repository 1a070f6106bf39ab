package resolution

import (
	"strings"
	"sync"

	"mutatis/assets"
)

// sessions maps the ordinals of sessions in every language, folded, to their numbers.
var sessions = sync.OnceValue(func() map[string]int {
	data, err := assets.Lexicon.ReadFile("lexicon/sessions.tsv")
	if err != nil {
		panic(err) // the file is compiled in
	}
	all := map[string]int{}
	for row := range strings.Lines(string(data)) {
		fields := strings.Split(strings.TrimSpace(row), "\t")
		for _, ordinal := range fields[1:] {
			if key := string(foldOpening([]rune(ordinal))); all[key] == 0 {
				all[key] = number(fields[0])
			}
		}
	}
	return all
})

// sessionIn finds the number of a session in its line: "Fifty-ninth session", «Пятьдесят девятая сессия»; 0 where it
// cannot be read.
func sessionIn(text string, _ Language) int {
	words := strings.Fields(string(foldOpening([]rune(text))))
	for from := range words {
		for to := min(len(words), from+5); to > from; to-- {
			if n := sessions()[strings.Join(words[from:to], " ")]; n > 0 {
				return n
			}
		}
	}
	for ordinal, n := range sessions() { // Chinese: 第五十九届会议
		if strings.HasPrefix(ordinal, "第") && strings.Contains(text, ordinal+"届") {
			return n
		}
	}
	return leadingNumber(text)
}

func leadingNumber(text string) int {
	if n := number(text); n > 0 && n < 200 {
		return n
	}
	return 0
}
