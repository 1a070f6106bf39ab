package widgets

import "testing"

func TestHeights(t *testing.T) {
	var h heights
	h.reset(4, func(int) float32 { return 10 })
	h.set(1, 30)
	h.set(2, 10)
	if !h.settle() || h.settle() {
		t.Error("settle reports a change once")
	}
	if h.total() != 60 || !h.exact[2] || h.exact[0] {
		t.Errorf("total %v, exact %v", h.total(), h.exact)
	}
	for _, c := range []struct {
		y    float32
		want int
	}{{-5, 0}, {0, 0}, {9.9, 0}, {10, 1}, {39, 1}, {40, 2}, {59, 3}, {1000, 3}} {
		if got := h.at(c.y); got != c.want {
			t.Errorf("at %v: row %d, want %d", c.y, got, c.want)
		}
	}
}
