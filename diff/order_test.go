package diff

import (
	"slices"
	"testing"
)

func TestSteps(t *testing.T) {
	for _, c := range []struct {
		name           string
		from, to, want []int
	}{
		{"nothing", []int{}, []int{}, []int{}},
		{"alone", []int{4}, []int{2}, []int{maxStep}},
		{"side by side", []int{0, 1, 2, 3}, []int{5, 6, 7, 8}, []int{0, 0, 0, 0}},
		{"one inserted", []int{0, 1, 2}, []int{0, 1, 3}, []int{0, 0, 1}},
		{"one jumped ahead", []int{0, 1, 2, 3}, []int{0, 3, 1, 2}, []int{2, 2, 0, 0}},
		{"far away", []int{0, 1}, []int{0, 400}, []int{maxStep, maxStep}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := steps(c.from, c.to); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
