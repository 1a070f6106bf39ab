package akn

import "mutatis/app/resolution"

// parts are the paragraphs of a draft by where they stand in a document. Joined they are all paragraphs in their order.
type parts struct {
	preface, preamble, body, conclusions []resolution.Paragraph
	annexes                              [][]resolution.Paragraph
}

// divide finds the parts of a document by the kinds of its paragraphs. What stands in no usual order goes to the body.
func divide(all []resolution.Paragraph, l resolution.Language) parts {
	title := 0
	for title < len(all) && (all[title].Kind == resolution.Title || all[title].Kind == resolution.Masthead) {
		title++
	}
	opened := endOfPreamble(all, title)
	annexes := beginOfAnnexes(all, opened)
	closed := annexes
	for closed > opened && all[closed-1].Kind == resolution.Closing {
		closed--
	}
	p := parts{preface: all[:title], preamble: all[title:opened], body: all[opened:closed], conclusions: all[closed:annexes]}
	for at := annexes; at < len(all); {
		end := at + 1
		for end < len(all) && !beginsAnnex(all[end], l) {
			end++
		}
		p.annexes = append(p.annexes, all[at:end])
		at = end
	}
	return p
}

// endOfPreamble is where the preamble ends: before the first paragraph that only a body, a closing or an annex has, and
// before the headings that lead to it.
func endOfPreamble(all []resolution.Paragraph, from int) int {
	ends := map[resolution.Kind]bool{resolution.Operative: true, resolution.Part: true, resolution.Annex: true, resolution.Closing: true}
	last, inside := from, false
	for i := from; i < len(all) && !ends[all[i].Kind]; i++ {
		switch all[i].Kind {
		case resolution.Organ, resolution.Preambular:
			last, inside = i+1, true
		case resolution.Subparagraph:
			if inside && last == i {
				last = i + 1
			}
		}
	}
	return last
}

// beginOfAnnexes is the first paragraph of an annex behind which no other resolution stands.
func beginOfAnnexes(all []resolution.Paragraph, from int) int {
	first := len(all)
	for i := len(all) - 1; i >= from; i-- {
		switch all[i].Kind {
		case resolution.Operative, resolution.Preambular, resolution.Organ:
			return first
		case resolution.Annex:
			first = i
		}
	}
	return first
}

// beginsAnnex reports the line «Annex II» with which another annex begins.
func beginsAnnex(p resolution.Paragraph, l resolution.Language) bool {
	return isAnnexHeading(p) && resolution.IsAnnexLine(p.Text, l)
}

// isAnnexHeading reports a paragraph that can be the heading of an attachment.
func isAnnexHeading(p resolution.Paragraph) bool {
	return p.Kind == resolution.Annex && p.Number == "" && p.Level == 0
}
