package typeset

// visual orders the clusters of a line from left to right (UAX 9, rules L1 and L2). Those from inked on are spaces at
// the end of the line: they take the direction of the paragraph.
func (p *Paragraph) visual(first, end, inked int) []int {
	base := int8(0)
	if p.setting.RightToLeft {
		base = 1
	}
	order := make([]int, end-first)
	level := make([]int8, end-first)
	highest, lowestOdd := base, int8(127)
	for i := range order {
		order[i], level[i] = first+i, p.clusters[first+i].level
		if first+i >= inked {
			level[i] = base
		}
		highest = max(highest, level[i])
		if level[i]%2 == 1 {
			lowestOdd = min(lowestOdd, level[i])
		}
	}
	for l := highest; l >= lowestOdd && l > 0; l-- {
		reverseAtLeast(order, level, l)
	}
	return order
}

// reverseAtLeast turns round every stretch of clusters at level l or above.
func reverseAtLeast(order []int, level []int8, l int8) {
	for i := 0; i < len(order); {
		if level[i] < l {
			i++
			continue
		}
		j := i
		for j < len(order) && level[j] >= l {
			j++
		}
		for a, b := i, j-1; a < b; a, b = a+1, b-1 {
			order[a], order[b] = order[b], order[a]
			level[a], level[b] = level[b], level[a]
		}
		i = j
	}
}
