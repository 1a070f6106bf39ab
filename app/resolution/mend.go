package resolution

// mend sets right what extraction put in a wrong order: the last line of a paragraph that came before its first.
//
//  4. (b) …;
//     Agency;                             net”;
//     (c)
//     Appeals … the activities of the     permanent radio … “Inter-
//
// The tail is one line that ends like a paragraph and does not open like one; the head behind it opens and does not
// end; one of the two has the label.
func (j *joiner) mend() []*passage {
	var mended []*passage
	for i := 0; i < len(j.passages); i++ {
		p := j.passages[i]
		if i+1 < len(j.passages) && j.isTail(p, j.passages[i+1]) {
			head := j.passages[i+1]
			if head.label.text == "" {
				head.label = p.label
			}
			for _, l := range p.lines {
				head.add(l)
			}
			p = head
			i++
		}
		if n := len(mended); n > 0 && j.lostTail(mended[n-1], p) {
			p.add(mended[n-1].dropLast())
		}
		mended = append(mended, p)
	}
	return mended
}

func (j *joiner) isTail(tail, head *passage) bool {
	if tail.kind != "" || head.kind != "" || len(tail.lines) != 1 || len(head.lines) != 1 || len(j.passages) == 0 {
		return false
	}
	l, h := tail.lines[0], head.lines[0]
	if l.width*2 > j.measure.full || !tail.ended() || head.ended() || !j.measure.wrapped {
		return false
	}
	if (tail.label.text == "") == (head.label.text == "") {
		return false
	}
	if head.label.text == "" {
		return tail.queued && j.opensLine(h.text, Operative) && !j.opensLine(l.text, "")
	}
	return head.queued && !j.opensLine(l.text, "")
}

// lostTail reports a passage whose last line was joined to the one before it: that one ends twice, this one does not.
func (j *joiner) lostTail(before, p *passage) bool {
	if !p.queued || p.ended() || p.kind != "" || len(p.lines) != 1 || before.kind != "" || len(before.lines) < 2 || !j.measure.wrapped {
		return false
	}
	tail, end := before.last(), before.lines[len(before.lines)-2]
	t := terminator(end.flat)
	return tail.width*3 < j.measure.full && terminator(tail.flat) == ';' && (t == ';' || t == '.')
}
