package diff

import "golang.org/x/text/cases"

// vocabulary numbers words: equal numbers mean the same word. A word has many spellings (typography, and case where fold
// is set); each is made canonical once, when it is new.
type vocabulary struct {
	fold    *cases.Caser     // nil where case tells words apart
	numbers map[string]int32 // by spelling, the canonical one among them
	size    int32
}

func newVocabulary(size int, fold bool) *vocabulary {
	v := &vocabulary{numbers: make(map[string]int32, size)}
	if fold {
		caser := cases.Fold() // one each: a Caser must not be shared between goroutines
		v.fold = &caser
	}
	return v
}

// number answers the number of a word as spelled, a new one if the word is new.
func (v *vocabulary) number(spelling string) int32 {
	if n, ok := v.numbers[spelling]; ok {
		return n
	}
	w := Canonical(spelling)
	if v.fold != nil {
		w = v.fold.String(w)
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
