package app

import "mutatis/app/resolution"

// ThreeWayJSON is a draft against two bases as other programs read it.
type ThreeWayJSON struct {
	Bases  [2]CaptionJSON `json:"bases"`
	Draft  CaptionJSON    `json:"draft"`
	Counts map[string]int `json:"counts"` // by origin
	Rows   []ThreeRowJSON `json:"rows"`
}

// ThreeRowJSON is a paragraph of the draft, or one that is gone. Words holds the draft's text in order, each piece with
// the bases that have it: "12", "1", "2", "" for its own.
type ThreeRowJSON struct {
	Origin string        `json:"origin"`
	Label  string        `json:"label"`
	Weight string        `json:"weight,omitempty"`
	Draft  []CellJSON    `json:"draft"` // none where it is gone
	Words  [][2]string   `json:"words"`
	Bases  [2]*BasedJSON `json:"bases"` // null where the base has no part in the row
}

// BasedJSON is what a base contributes to a row: its paragraphs, and what the draft made of them.
type BasedJSON struct {
	Class  string     `json:"class"`
	Older  []CellJSON `json:"older"`
	Weight string     `json:"weight,omitempty"`
	Reason string     `json:"reason,omitempty"`
}

var sourceNames = map[Source]string{FromNone: "", FromFirst: "1", FromSecond: "2", FromBoth: "12"}

// JSON gives the comparison a form that other programs read.
func (t *ThreeWay) JSON() ThreeWayJSON {
	out := ThreeWayJSON{Draft: captionJSON(t.Caption, t.Draft), Counts: map[string]int{}, Rows: []ThreeRowJSON{}}
	for k := range t.Bases {
		out.Bases[k] = captionJSON(t.Captions[k], t.Bases[k])
	}
	for origin, n := range t.Counts {
		out.Counts[string(origin)] = n
	}
	for _, r := range t.Rows {
		out.Rows = append(out.Rows, r.json())
	}
	return out
}

func (r ThreeRow) json() ThreeRowJSON {
	out := ThreeRowJSON{
		Origin: string(r.Origin), Label: r.Label(), Weight: string(r.Weight()), Draft: cellsJSON(r.Draft), Words: [][2]string{},
	}
	var runs []resolution.Run
	var sources []Source
	for _, s := range r.Words {
		runs, sources = append(runs, s.Run), append(sources, s.Source)
	}
	at := 0
	eachRun(runs, func(run resolution.Run, isText bool) {
		name := sourceNames[sources[at]]
		at++
		switch n := len(out.Words); {
		case !isText:
		case n > 0 && out.Words[n-1][0] == name:
			out.Words[n-1][1] += run.Text
		default:
			out.Words = append(out.Words, [2]string{name, run.Text})
		}
	})
	for k, b := range r.Bases {
		if b.Class != "" {
			out.Bases[k] = &BasedJSON{string(b.Class), cellsJSON(b.Older), string(b.Weight), b.Reason}
		}
	}
	return out
}
