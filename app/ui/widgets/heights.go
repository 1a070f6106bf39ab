package widgets

import "sort"

// heights knows how high every row of a list is: by estimate until it was seen, exactly from then on.
type heights struct {
	each  []float32
	exact []bool
	tops  []float32 // of every row, and the end of the last
	stale int       // the first row whose end is not summed up yet
}

// reset begins anew with estimates.
func (h *heights) reset(n int, estimate func(i int) float32) {
	h.each, h.exact, h.tops = make([]float32, n), make([]bool, n), make([]float32, n+1)
	for i := range h.each {
		h.each[i] = estimate(i)
	}
	h.stale = 0
	h.settle()
}

// set notes the true height of a row; settle must follow.
func (h *heights) set(i int, height float32) {
	h.exact[i] = true
	if h.each[i] != height {
		h.each[i] = height
		h.stale = min(h.stale, i)
	}
}

// doubt makes a row's height an estimate again.
func (h *heights) doubt(i int) { h.exact[i] = false }

// settle sums up from the first row that changed and reports whether any did.
func (h *heights) settle() bool {
	if h.stale >= len(h.each) {
		return false
	}
	for i := h.stale; i < len(h.each); i++ {
		h.tops[i+1] = h.tops[i] + h.each[i]
	}
	h.stale = len(h.each)
	return true
}

func (h *heights) count() int { return len(h.each) }

func (h *heights) total() float32 {
	if len(h.tops) == 0 {
		return 0
	}
	return h.tops[len(h.tops)-1]
}

// at is the row that covers a height of the whole: the first above it, the last below.
func (h *heights) at(y float32) int {
	i := sort.Search(len(h.each), func(i int) bool { return h.tops[i+1] > y })
	return min(i, len(h.each)-1)
}
