package diff

import "golang.org/x/text/cases"

// vocabulary numbers words: equal numbers mean the same word. A word has many spellings (typography, and case where fold
// is set); each is made canonical once, when it is new.
type vocabulary struct {
	fold    bool
	numbers map[string]int32 // by spelling, the canonical one among them
	size    int32
}

func newVocabulary(size int, fold bool) *vocabulary {
	return &vocabulary{fold: fold, numbers: make(map[string]int32, size)}
}

// number answers the number of a word as spelled, a new one if the word is new.
func (v *vocabulary) number(spelling string) int32 {
	if n, ok := v.numbers[spelling]; ok {
		return n
	}
	w := Canonical(spelling)
	if v.fold {
		w = caseFold.String(w)
	}
	n, ok := v.numbers[w]
	if !ok {
		n = v.size
		v.size++
		v.numbers[w] = n
	}
	v.numbers[spelling] = n
	return n
}

var caseFold = cases.Fold()
