package diff

// Birth is a stretch of a paragraph whose words were first seen in one text. The Words of all births joined are the
// paragraph, byte for byte; a sign goes with the word before it.
type Birth struct {
	Text  int
	Words string
}

// Births says of every word of a paragraph in which text it first appeared along the paragraph's lineages, through all
// the paragraphs it was made of. Words that were deleted on the way and came back keep their first birth, as do words
// that only changed their place. The lineages are Trace's of the same texts.
func Births(texts [][]string, lineages []Lineage, at Place) []Birth {
	b := births{texts: texts, steps: map[Place]Step{}, known: map[Place]legacy{}, words: newVocabulary(256, true)}
	for _, l := range lineages {
		for _, s := range l {
			b.steps[s.Place] = s
		}
	}
	if _, ok := b.steps[at]; !ok {
		return nil
	}
	l := b.of(at)
	b.smooth(l.words)
	return l.write(texts[at.Text][at.Paragraph])
}

// births is one call of Births at work.
type births struct {
	texts [][]string
	steps map[Place]Step
	known map[Place]legacy
	words *vocabulary
	tells []int // by word: how much it tells, see telling
}

// legacy is what a paragraph hands on to what is made of it.
type legacy struct {
	words   passage
	deleted passage // what it or its forebears lost
	seen    int     // the text in which the oldest of its forebears first appeared
}

// passage is a list of words with the text in which each was born.
type passage struct {
	words []int32
	born  []int
}

func (p passage) slice(from, to int) passage { return passage{p.words[from:to], p.born[from:to]} }

func (p *passage) add(q passage) {
	p.words, p.born = append(p.words, q.words...), append(p.born, q.born...)
}

// border parts deletions in a passage: it is no word.
var border = passage{[]int32{none}, []int{none}}

// longMemory bounds the work on what was deleted long ago, in words.
const longMemory = 5_000

// of finds the births of a paragraph's words from those of the paragraphs it was made of.
func (b *births) of(p Place) legacy {
	if l, ok := b.known[p]; ok {
		return l
	}
	own := b.read(p)
	parents := legacy{seen: p.Text}
	for _, f := range b.steps[p].From {
		from := b.of(f)
		parents.words.add(from.words)
		parents.deleted.add(from.deleted)
		parents.seen = min(parents.seen, from.seen)
	}
	own.seen, own.deleted = parents.seen, parents.deleted
	b.inherit(&own, parents.words)
	b.known[p] = own
	return own
}

// read numbers a paragraph's words; all are born here as long as nothing else is known.
func (b *births) read(p Place) (l legacy) {
	text := b.texts[p.Text][p.Paragraph]
	for _, k := range appendTokens(nil, text) {
		if k.kind != word && k.kind != han {
			continue
		}
		n := b.words.number(text[k.start:k.end])
		if int(n) == len(b.tells) {
			b.tells = append(b.tells, telling(text[k.start:k.end], k.kind))
		}
		l.words.add(passage{[]int32{n}, []int{p.Text}})
	}
	return l
}

// telling is how much a word says about where it comes from: a Han character is half a word, a function word is none.
func telling(spelled string, k kind) int {
	switch {
	case k == han:
		return 1
	case isFunctionWord(spelled):
		return 0
	}
	return enoughTold
}

// enoughTold is what a run of words must tell to be known again.
const enoughTold = 2

// inherit gives own words the births of the words they continue. What the older words lost joins the deleted, where
// inserted words are looked up.
func (b *births) inherit(own *legacy, older passage) {
	hunks := shortestEdit(older.words, own.words.words)
	i, j := 0, 0
	for _, h := range hunks {
		copy(own.words.born[j:h.b0], older.born[i:h.a0])
		if h.a0 < h.a1 {
			own.deleted.add(border)
			own.deleted.add(older.slice(h.a0, h.a1))
		}
		i, j = h.a1, h.b1
	}
	copy(own.words.born[j:], older.born[i:])
	if n := len(own.deleted.words); n > longMemory {
		own.deleted = passage{append([]int32{none}, own.deleted.words[n-longMemory:]...), append([]int{none}, own.deleted.born[n-longMemory:]...)}
	}
	b.recall(own, hunks)
}

// recall looks up inserted words among the deleted.
func (b *births) recall(own *legacy, hunks []hunk) {
	if len(own.deleted.words) == 0 {
		return
	}
	at := map[int32][]int{}
	for k, w := range own.deleted.words {
		at[w] = append(at[w], k)
	}
	for _, h := range hunks {
		for j := h.b0; j < h.b1; {
			n, from := longestRun(own.words.words[j:h.b1], own.deleted, at)
			if !b.isKnown(own.deleted, from, n, n == h.b1-h.b0) {
				j++
				continue
			}
			copy(own.words.born[j:j+n], own.deleted.born[from:from+n])
			j += n
		}
	}
}

// longestRun finds the longest run of deleted words with which the inserted words begin, of equally long ones the one
// born first.
func longestRun(inserted []int32, deleted passage, at map[int32][]int) (length, from int) {
	for _, k := range at[inserted[0]] {
		n := commonPrefix(inserted, deleted.words[k:])
		if n > length || n == length && deleted.born[k] < deleted.born[from] {
			length, from = n, k
		}
	}
	return length, from
}

// isKnown reports whether n deleted words tell enough to be known again. Less is enough where just these words were
// deleted and just these inserted.
func (b *births) isKnown(deleted passage, from, n int, wholly bool) bool {
	told := b.told(deleted.words[from : from+n])
	wholly = wholly && deleted.words[from-1] == none && (from+n == len(deleted.words) || deleted.words[from+n] == none)
	return told >= enoughTold || wholly && told > 0
}

func (b *births) told(words []int32) int {
	told := 0
	for _, w := range words {
		told += b.tells[w]
	}
	return told
}

// smooth lets function words that stayed by chance between two younger stretches go with them.
func (b *births) smooth(p passage) {
	for from, to := 0, 0; from < len(p.born); from = to {
		to = from + 1
		for to < len(p.born) && p.born[to] == p.born[from] {
			to++
		}
		if from > 0 && to < len(p.born) && p.born[from-1] == p.born[to] && p.born[to] > p.born[from] && b.told(p.words[from:to]) == 0 {
			for k := from; k < to; k++ {
				p.born[k] = p.born[to]
			}
		}
	}
}

// write cuts a text into stretches of one birth.
func (l legacy) write(text string) []Birth {
	var out []Birth
	start, now, n := 0, none, 0
	for _, k := range appendTokens(nil, text) {
		if k.kind != word && k.kind != han {
			continue
		}
		if born := l.words.born[n]; born != now {
			if now != none {
				out = append(out, Birth{now, text[start:k.start]})
				start = k.start
			}
			now = born
		}
		n++
	}
	if now == none {
		now = l.seen // signs alone
	}
	return append(out, Birth{now, text[start:]})
}
