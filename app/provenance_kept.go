package app

import (
	"context"
	"fmt"
	"slices"

	"mutatis/app/resolution"
)

// provenances keeps what was found out of a text in one state of the library.
type provenances struct {
	finder *finder
	of     map[string][]Provenance
	asked  map[string]bool
	failed map[string]bool
	places map[string]Searched // where was looked
}

// keptFor is what was found in a state of the library. A list that was read anew and is the same changes nothing.
func (a *App) keptFor(f *finder) provenances {
	was := a.origins.finder
	if was != f && was != nil && slices.Equal(was.texts, f.texts) {
		a.origins.finder = f
	} else if was != f {
		a.origins = provenances{finder: f, of: map[string][]Provenance{}, asked: map[string]bool{}, failed: map[string]bool{}, places: map[string]Searched{}}
	}
	return a.origins
}

// Provenances answers where the paragraphs of a text come from, as far as it is known: nil the first time, when the search
// begins in the background. The window is told when it is done. What was found is kept until the library changes.
func (a *App) Provenances(s Stored) []Provenance {
	f := a.finder()
	key := provenanceKey(s)
	kept := a.keptFor(f)
	if known, ok := kept.of[key]; ok || kept.asked[key] {
		return known
	}
	kept.asked[key] = true
	a.KeepFindable()
	var found []Provenance
	a.work(func() (err error) {
		if found, err = f.provenance(context.Background(), s); err != nil {
			a.o.Post(func() { kept.failed[key] = true; a.changed() })
		}
		return err
	}, func() {
		kept.of[key] = found
		a.changed()
	})
	return kept.of[key]
}

// placesOf says where was looked for the words of a text.
func (p provenances) placesOf(s Stored) Searched {
	key := provenanceKey(s)
	if _, known := p.places[key]; !known {
		p.places[key] = p.finder.searched(Scope{Before: s.Text}, []resolution.Language{s.Text.Language})
	}
	return p.places[key]
}

// provenanceKey tells texts apart that have other words or another place.
func provenanceKey(s Stored) string {
	key := fmt.Sprint(s.Text.ID, s.Text.Session, s.Text.Stage, s.Text.Series)
	if s.Text.ID != 0 {
		return key
	}
	for _, p := range s.Draft.Paragraphs {
		key += "\x00" + p.Text
	}
	return key
}

// Origin says where one paragraph of a text comes from, "" where it is not known yet or where nobody asks.
func (a *App) Origin(s Stored, paragraph int) string {
	all := a.Provenances(s)
	if paragraph < 0 || paragraph >= len(all) {
		return ""
	}
	return all[paragraph].Say(a.Words)
}

// ProvenanceJSON is where one paragraph comes from, as the terminal program prints it.
type ProvenanceJSON struct {
	Index   int      `json:"index"`
	Label   string   `json:"label"`
	Origin  string   `json:"origin"` // verbatim, adapted, new, unknown
	Words   string   `json:"words"`  // the sentence a person reads
	Changed int      `json:"changed_words"`
	From    *UseJSON `json:"from"`
	First   *UseJSON `json:"first"`
	Text    string   `json:"text"`
}

// ProvenanceJSON gives what Provenance answers the form of the terminal program; paragraphs without one are left out.
func (a *App) ProvenanceJSON(s Stored, all []Provenance) []ProvenanceJSON {
	out := []ProvenanceJSON{}
	labels := s.Draft.Labels()
	for i, p := range all {
		if p.Origin == "" {
			continue
		}
		row := ProvenanceJSON{Index: i, Label: labels[i], Origin: string(p.Origin), Words: p.Say(a.Words), Changed: p.Words, Text: s.Draft.Paragraphs[i].Text}
		if p.From.Text.ID != 0 {
			from, first := a.useJSON(p.From), a.useJSON(p.First)
			row.From, row.First = &from, &first
		}
		out = append(out, row)
	}
	return out
}
