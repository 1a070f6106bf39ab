package resolution

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestShuffledLines reads texts whose lines were dropped, doubled, moved, run together and broken: nothing is lost or
// doubled, however little of the order is left.
func TestShuffledLines(t *testing.T) {
	rounds := 40
	if testing.Short() {
		rounds = 4
	}
	for name, text := range documents(t) {
		random := rand.New(rand.NewPCG(1, uint64(len(text))))
		for range rounds {
			shuffled := shuffle(text, random)
			d, _ := ReadText(shuffled)
			if lost, doubled := unaccounted(shuffled, d); lost != "" || doubled != "" {
				t.Fatalf("%s: lost %q, doubled %q of\n%s", name, lost, doubled, shuffled)
			}
		}
	}
}

// shuffle spoils a text a few times.
func shuffle(text string, random *rand.Rand) string {
	lines := strings.Split(text, "\n")
	for range 1 + random.IntN(30) {
		i, k := random.IntN(len(lines)), random.IntN(len(lines))
		switch random.IntN(7) {
		case 0:
			lines[i], lines[k] = lines[k], lines[i]
		case 1:
			lines[i] = lines[k]
		case 2:
			lines[i] = ""
		case 3:
			lines[i] += " " + lines[k]
		case 4:
			runes := []rune(lines[i])
			at := random.IntN(len(runes) + 1)
			lines[i] = string(runes[:at]) + "\n" + string(runes[at:])
		case 5:
			lines[i] += "\f"
		case 6:
			lines[i] = strings.TrimRight(lines[i], ",;.")
		}
	}
	return strings.Join(lines, "\n")
}
