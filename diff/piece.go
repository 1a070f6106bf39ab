package diff

// What a likeness all in one piece costs. A redraft leaves words standing all over a paragraph. Where most of what two
// paragraphs share is one run, an opening or a stock phrase, and neither is found in the other, they are more often two
// paragraphs made of the same clauses.
const (
	onePieceCost = .4
	scattered    = .6 // share of the common words that may stand in one run for nothing
)

// onePiece is what speaks against a pair because its common words stand in one run.
func (x *alignment) onePiece(i, j int) float64 {
	a, b := x.a[i].words, x.b[j].words
	if x.a[i].key == x.b[j].key || len(a) > longWords && len(b) > longWords {
		return 0
	}
	both := x.overlap(i, j)
	if both.common == 0 {
		return 0
	}
	found := float64(both.common) / float64(min(len(a), len(b)))
	return onePieceCost * max(0, float64(both.longest)/float64(both.common)-scattered) * (1 - found)
}
