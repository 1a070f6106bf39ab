package pdf

import (
	"fmt"

	"mutatis/app/typeset"
)

// An entry is a bookmark on its page.
type entry struct {
	typeset.Bookmark
	page               int
	self               reference
	parent, prev, next int // other entries; -1 for none
	first, last, count int // children
}

// writeOutline adds the bookmarks of all pages; 0 where there are none.
func writeOutline(f *file, pages []typeset.Page, refs []reference) reference {
	entries := entriesOf(pages)
	if len(entries) == 0 {
		return 0
	}
	root := f.reserve()
	for i := range entries {
		entries[i].self = f.reserve()
	}
	first, last, count := -1, -1, 0
	for i, e := range entries {
		if e.parent < 0 {
			if first < 0 {
				first = i
			}
			last = i
			count++
		}
		f.put(e.self, e.dictionary(entries, root, refs[e.page], pages[e.page].Height))
	}
	f.put(root, fmt.Sprintf("<</Type/Outlines/First %s/Last %s/Count %d>>", entries[first].self, entries[last].self, count))
	return root
}

// entriesOf lists the bookmarks and ties each to those around it. An entry hangs on the last one of a lower level.
func entriesOf(pages []typeset.Page) []entry {
	var entries []entry
	var open []int // the last entry of each depth
	for number, page := range pages {
		for _, mark := range page.Bookmarks {
			i := len(entries)
			e := entry{Bookmark: mark, page: number, parent: -1, prev: -1, next: -1, first: -1, last: -1}
			for len(open) > 0 && entries[open[len(open)-1]].Level >= mark.Level {
				e.prev = open[len(open)-1]
				open = open[:len(open)-1]
			}
			if len(open) > 0 {
				e.parent = open[len(open)-1]
				parent := &entries[e.parent]
				e.prev = parent.last
				if parent.first < 0 {
					parent.first = i
				}
				parent.last = i
				parent.count++
			}
			if e.prev >= 0 {
				entries[e.prev].next = i
			}
			entries, open = append(entries, e), append(open, i)
		}
	}
	return entries
}

func (e entry) dictionary(entries []entry, root, page reference, height float32) string {
	parent := root
	if e.parent >= 0 {
		parent = entries[e.parent].self
	}
	s := fmt.Sprintf("<</Title%s/Parent %s/Dest[%s/XYZ null %s null]", textString(e.Title), parent, page, number(height-e.Y+4))
	for _, tie := range []struct {
		name  string
		index int
	}{{"Prev", e.prev}, {"Next", e.next}, {"First", e.first}, {"Last", e.last}} {
		if tie.index >= 0 {
			s += fmt.Sprintf("/%s %s", tie.name, entries[tie.index].self)
		}
	}
	if e.count > 0 {
		s += fmt.Sprintf("/Count %d", -e.count) // closed
	}
	return s + ">>"
}
