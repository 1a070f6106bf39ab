package diff

import "math"

// alignment is one comparison at work. The older text is a, the newer b; partners are kept as lists because a paragraph
// may be split or merged.
type alignment struct {
	a, b   paragraphs
	hints  Hints
	apart  map[[2]int]bool
	weight []float64 // information of each word, see weigh

	toB, toA   []int // the main partner of each paragraph, none where it has none
	moreB      [][]int
	moreA      [][]int
	bound      map[[2]int]bool // by hand
	verbatim   []bool          // by older paragraph: its partner has the same words
	candidates []candidate
	window     [][2]int
}

// none marks a paragraph without a partner.
const none = -1

// paragraphs is one text prepared: for each paragraph its canonical form and its words as numbers, without signs.
type paragraphs struct {
	canonical []string
	words     [][]int32
	info      []float64 // the information in each paragraph: the weights of its words
}

func newAlignment(a, b []string, h Hints) *alignment {
	known := newVocabulary(4096, true)
	x := &alignment{
		a: readParagraphs(a, known), b: readParagraphs(b, known), hints: h,
		toB: filled(len(a), none), toA: filled(len(b), none),
		moreB: make([][]int, len(a)), moreA: make([][]int, len(b)),
		verbatim: make([]bool, len(a)),
		apart:    map[[2]int]bool{}, bound: map[[2]int]bool{},
	}
	x.weigh(len(known.words))
	for _, p := range h.Apart {
		x.apart[p] = true
	}
	return x
}

func filled(n, value int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = value
	}
	return out
}

func readParagraphs(texts []string, known *vocabulary) paragraphs {
	p := paragraphs{
		canonical: make([]string, len(texts)),
		words:     make([][]int32, len(texts)),
		info:      make([]float64, len(texts)),
	}
	var tokens []token
	for i, text := range texts {
		p.canonical[i] = Canonical(text)
		tokens = appendTokens(tokens[:0], text)
		words := make([]int32, 0, len(tokens))
		for _, t := range tokens {
			if t.kind != sign && t.kind != mark {
				words = append(words, known.number(text[t.start:t.end], t.kind))
			}
		}
		p.words[i] = words
	}
	return p
}

// weigh gives each word its information: a word that stands in few paragraphs says more about which paragraph this is
// than one that stands in all.
func (x *alignment) weigh(words int) {
	var (
		in   = make([]int, words)  // paragraphs that hold the word
		last = filled(words, none) // the paragraph that counted it last
		n    = 0
	)
	for _, p := range []paragraphs{x.a, x.b} {
		for _, list := range p.words {
			for _, w := range list {
				if last[w] != n {
					last[w], in[w] = n, in[w]+1
				}
			}
			n++
		}
	}
	x.weight = make([]float64, words)
	for w, count := range in {
		x.weight[w] = math.Log(1 + float64(n)/float64(count))
	}
	for _, p := range []*paragraphs{&x.a, &x.b} {
		for i, list := range p.words {
			for _, w := range list {
				p.info[i] += x.weight[w]
			}
		}
	}
}

// link makes j the main partner of i.
func (x *alignment) link(i, j int) { x.toB[i], x.toA[j] = j, i }

// unlink takes the main partners apart.
func (x *alignment) unlink(i, j int) { x.toB[i], x.toA[j] = none, none }

// fieldWeight asks the caller what the field knows about a pair.
func (x *alignment) fieldWeight(i, j int) float64 {
	if x.apart[[2]int{i, j}] {
		return 0
	}
	if x.hints.Weigh == nil {
		return 1
	}
	return x.hints.Weigh(i, j)
}
