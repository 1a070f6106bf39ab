package diff

import "golang.org/x/text/cases"

// vocabulary numbers words: equal numbers mean the same word. Words are spelled in many ways (typography, and case where
// fold is set), so every spelling is looked up once and made canonical only when it is new.
type vocabulary struct {
	fold      bool
	spellings map[string]int32
	words     map[string]int32
	kinds     []kind // by word
}

func newVocabulary(size int, fold bool) *vocabulary {
	return &vocabulary{fold: fold, spellings: make(map[string]int32, size), words: make(map[string]int32, size)}
}

// number answers the number of a word as spelled, a new one if the word is new.
func (v *vocabulary) number(spelling string, k kind) int32 {
	if n, ok := v.spellings[spelling]; ok {
		return n
	}
	w := Canonical(spelling)
	if v.fold {
		w = cases.Fold().String(w)
	}
	n, ok := v.words[w]
	if !ok {
		n = int32(len(v.words))
		v.words[w] = n
		v.kinds = append(v.kinds, k)
	}
	v.spellings[spelling] = n
	return n
}
