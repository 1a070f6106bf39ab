package diff

// longestIncreasing reports which members of a sequence belong to a heaviest strictly increasing subsequence. A nil
// weight weighs every member 1. It costs O(n log n).
func longestIncreasing(values []int, weight []int) []bool {
	top := 0
	for _, v := range values {
		top = max(top, v)
	}
	var (
		best  = newMaxTree(top + 1)
		sum   = make([]int, len(values))
		prior = make([]int, len(values))
		last  = -1
	)
	for i, v := range values {
		w := 1
		if weight != nil {
			w = weight[i]
		}
		at := best.below(v, sum)
		prior[i], sum[i] = at, w
		if at >= 0 {
			sum[i] += sum[at]
		}
		best.raise(v, i, sum)
		if last < 0 || sum[i] > sum[last] {
			last = i
		}
	}
	in := make([]bool, len(values))
	for ; last >= 0; last = prior[last] {
		in[last] = true
	}
	return in
}

// maxStep is the longest step that steps tells from longer ones.
const maxStep = 31

// steps answers for each pair how far it steps aside from its neighbours, at most maxStep: where the two texts have run side
// by side and one paragraph stands three places farther on than those before and after it, its step is 3. from ascends
// strictly.
func steps(from, to []int) []int {
	out := make([]int, len(from))
	for n := range out {
		out[n] = maxStep
	}
	for n := 1; n < len(out); n++ {
		aside := (to[n] - from[n]) - (to[n-1] - from[n-1])
		aside = max(aside, -aside)
		out[n-1], out[n] = min(out[n-1], aside), min(out[n], aside)
	}
	return out
}

// maxTree is a Fenwick tree: for each value the member with the heaviest sum among smaller values.
type maxTree []int

func newMaxTree(size int) maxTree {
	t := make(maxTree, size+1)
	for i := range t {
		t[i] = -1
	}
	return t
}

// below finds the member with the heaviest sum among those of a value less than v, -1 if there is none.
func (t maxTree) below(v int, sum []int) int {
	best := -1
	for i := v; i > 0; i -= i & -i {
		if t[i] >= 0 && (best < 0 || sum[t[i]] > sum[best]) {
			best = t[i]
		}
	}
	return best
}

// raise enters member i with value v.
func (t maxTree) raise(v, i int, sum []int) {
	for at := v + 1; at < len(t); at += at & -at {
		if t[at] < 0 || sum[i] > sum[t[at]] {
			t[at] = i
		}
	}
}
