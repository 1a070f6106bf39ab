package diff

// bag is a paragraph's words without their order.
type bag struct {
	count []int32 // by word
	words []int32
	taken []int32
}

func newBag(words int) bag { return bag{count: make([]int32, words)} }

func (g *bag) load(words []int32) {
	for _, w := range g.words {
		g.count[w] = 0
	}
	for _, w := range words {
		g.count[w]++
	}
	g.words = append(g.words[:0], words...) // a copy: what is loaded may be overwritten before the next
}

// shared sums the weight of the words both hold, each as often as both hold it.
func (g *bag) shared(other []int32, weight []float64) float64 {
	total := 0.0
	g.taken = g.taken[:0]
	for _, w := range other {
		if g.count[w] > 0 {
			g.count[w]--
			g.taken = append(g.taken, w)
			total += weight[w]
		}
	}
	for _, w := range g.taken {
		g.count[w]++
	}
	return total
}
