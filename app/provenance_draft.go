package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"mutatis/app/resolution"
)

// draftOrigins is what was found out of a draft that is being written, in one state of the library. Words that were looked
// for once are known from then on, wherever in the draft they stand.
type draftOrigins struct {
	finder *finder
	known  map[string]Provenance // by kind and words
	asked  bool                  // something is being looked for
	failed bool                  // and could not be
}

// in is what was found out, as far as it holds in the present state of the library.
func (o *draftOrigins) in(f *finder) *draftOrigins {
	switch {
	case o != nil && o.finder == f:
	case o != nil && slices.Equal(o.finder.texts, f.texts): // the list was read anew and is the same
		o.finder = f
	default:
		return &draftOrigins{finder: f, known: map[string]Provenance{}}
	}
	return o
}

func originKey(p resolution.Paragraph) string { return string(p.Kind) + "\x00" + p.Text }

// missing are the paragraphs of which nothing is known yet.
func (o *draftOrigins) missing(d resolution.Draft) (all []resolution.Paragraph) {
	for _, p := range d.Paragraphs {
		if _, known := o.known[originKey(p)]; !known && hasOrigin(p) {
			all = append(all, p)
		}
	}
	return all
}

// draftOrigins looks where paragraphs come from: from any text of the library, as what is being written is later than all.
func (f *finder) draftOrigins(t Text, missing []resolution.Paragraph) (map[string]Provenance, error) {
	found := map[string]Provenance{}
	searched := f.searched(Scope{}, []resolution.Language{t.Language}).Texts
	for _, p := range missing {
		if searched == 0 {
			found[originKey(p)] = Provenance{Origin: Unknown, Kind: p.Kind}
			continue
		}
		from, err := f.comesFrom(context.Background(), t, Scope{}, p)
		if err != nil {
			return nil, fmt.Errorf("looking where the words of a draft come from: %w", err)
		}
		found[originKey(p)] = from
	}
	return found, nil
}

// DraftOrigins answers where the paragraphs of a draft that is being written come from, as far as it is known; what is not
// is looked for in the background, one search at a time, and the window is told. A paragraph whose words are not known yet
// has the zero Provenance.
func (a *App) DraftOrigins(e *Editing) []Provenance {
	e.origins = e.origins.in(a.finder())
	o := e.origins
	if missing := o.missing(e.Draft); len(missing) > 0 && !o.asked {
		o.asked = true
		a.KeepFindable()
		var found map[string]Provenance
		f, t := o.finder, a.DraftStored(e).Text
		a.work(func() (err error) {
			if found, err = f.draftOrigins(t, missing); err != nil {
				a.o.Post(func() { o.failed = true; a.changed() })
			}
			return err
		}, func() {
			for key, p := range found {
				o.known[key] = p
			}
			o.asked = false
			a.changed()
		})
	}
	all := make([]Provenance, len(e.Draft.Paragraphs))
	for i, p := range e.Draft.Paragraphs {
		all[i] = o.known[originKey(p)]
	}
	return all
}

// DraftStored is a draft that is being written in the form of a text that is kept: it has no number in the library.
func (a *App) DraftStored(e *Editing) Stored {
	t := Text{Language: e.Draft.Language, Label: e.Label}
	if base, ok := a.Text(e.Base); ok {
		t.Series, t.Session = base.Series, base.Session
	}
	return Stored{Text: t, Draft: e.Draft}
}

// DraftOriginHead says how many paragraphs of a draft that is being written come from where, and where was looked.
func (a *App) DraftOriginHead(e *Editing) string {
	all := a.DraftOrigins(e)
	o := e.origins
	switch {
	case o.failed:
		return a.Say("provenance.failed")
	case len(o.missing(e.Draft)) > 0:
		return a.Say("provenance.working")
	}
	return a.originCounts(all, o.finder.searched(Scope{}, []resolution.Language{e.Draft.Language}))
}

// originCounts says how many paragraphs come from where.
func (a *App) originCounts(all []Provenance, searched Searched) string {
	counts := map[Descent]int{}
	for _, p := range all {
		counts[p.Origin]++
	}
	parts := []string{searched.Say(a.Words)}
	if searched.Texts > 0 {
		parts = append([]string{a.Say("provenance.head", counts[Verbatim], counts[Adapted], counts[Original])}, parts...)
	}
	return strings.Join(parts, " · ")
}

// editedOrigin is where the paragraph comes from that is being written; false where none is.
func (a *App) editedOrigin() (Stored, int, Provenance, bool) {
	e, ok := a.Current().(*Editing)
	if !ok || !a.paragraphEdited() {
		return Stored{}, 0, Provenance{}, false
	}
	return a.DraftStored(e), e.Selected, a.DraftOrigins(e)[e.Selected], true
}
