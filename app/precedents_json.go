package app

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// PrecedentsJSON is an answer as the terminal program prints it.
type PrecedentsJSON struct {
	Query        string            `json:"query"`
	Whole        bool              `json:"whole_paragraph"`
	Language     string            `json:"language"`
	Found        int               `json:"found"`
	Cut          bool              `json:"cut"` // not all were looked at: first uses may be earlier
	Searched     SearchedJSON      `json:"searched"`
	Variants     []VariantJSON     `json:"variants"`
	Timeline     []SessionUsesJSON `json:"timeline"`
	Milliseconds float64           `json:"ms"`
}

// SearchedJSON says where was looked.
type SearchedJSON struct {
	Words     string `json:"words"` // the sentence a person reads
	Texts     int    `json:"texts"`
	From      int    `json:"from"`
	To        int    `json:"to"`
	Gaps      []int  `json:"gaps"`
	Unknown   int    `json:"session_unknown"`
	Unindexed int    `json:"not_searchable_yet"`
}

// VariantJSON is one wording. Redline holds what was asked and this wording in one, each piece with "=", "-" or "+".
type VariantJSON struct {
	Words      string      `json:"words"`
	Tier       string      `json:"tier"` // exact, forms, near
	Similarity float64     `json:"similarity"`
	Redline    [][2]string `json:"redline"`
	First      UseJSON     `json:"first"`
	Last       UseJSON     `json:"last"`
	Count      int         `json:"count"`
	Texts      int         `json:"texts"`
	Series     []string    `json:"series"`
	Organs     []string    `json:"organs"`
	Paragraphs int         `json:"paragraphs"`
	Uses       []UseJSON   `json:"uses"`
}

// UseJSON is a place where a wording stands.
type UseJSON struct {
	ID      int64  `json:"id"`
	Symbol  string `json:"symbol"`
	Name    string `json:"name"`
	Session int    `json:"session"`
	Date    string `json:"date"`
	Stage   string `json:"stage"`
	Series  string `json:"series"`
	Organ   string `json:"organ"`
	Label   string `json:"label"`
	Kind    string `json:"kind"`
	Index   int    `json:"index"`
	Context string `json:"context"`
	From    int    `json:"from"` // the stretch of context that was found, in code points
	To      int    `json:"to"`
}

// SessionUsesJSON says how often the wordings stand in the texts of a session.
type SessionUsesJSON struct {
	Session int `json:"session"`
	Uses    int `json:"uses"`
	First   int `json:"first"`
}

var tierNames = map[Tier]string{ExactWords: "exact", StemWords: "forms", NearWords: "near"}

// PrecedentsJSON gives an answer the form of the terminal program, every use with its label.
func (a *App) PrecedentsJSON(p Precedents) (PrecedentsJSON, error) {
	s := p.Searched
	out := PrecedentsJSON{
		Query: p.Query.Words, Whole: p.Query.Whole, Language: string(p.Language), Found: p.Found, Cut: p.Cut,
		Searched: SearchedJSON{s.Say(a.Words), s.Texts, s.From, s.To, append([]int{}, s.Gaps...), s.Unknown, s.Unindexed},
		Variants: []VariantJSON{}, Timeline: []SessionUsesJSON{}, Milliseconds: float64(p.Took.Microseconds()) / 1000,
	}
	for _, t := range p.Timeline {
		out.Timeline = append(out.Timeline, SessionUsesJSON(t))
	}
	for _, v := range p.Variants {
		v, err := a.LabelUses(v)
		if err != nil {
			return out, err
		}
		out.Variants = append(out.Variants, a.variantJSON(v))
	}
	return out, nil
}

func (a *App) variantJSON(v Variant) VariantJSON {
	out := VariantJSON{
		Words: v.Words, Tier: tierNames[v.Tier], Similarity: v.Likeness, Redline: wordsJSON(v.Redline),
		First: a.useJSON(v.First), Last: a.useJSON(v.Last), Count: len(v.Uses), Texts: v.Texts,
		Series: append([]string{}, v.Series...), Organs: []string{}, Paragraphs: v.Paragraphs, Uses: []UseJSON{},
	}
	for _, o := range v.Organs {
		out.Organs = append(out.Organs, string(o))
	}
	for _, u := range v.Uses {
		out.Uses = append(out.Uses, a.useJSON(u))
	}
	return out
}

func (a *App) useJSON(u Use) UseJSON {
	t := u.Text
	return UseJSON{
		t.ID, t.Symbol, t.Name(), assemblySession(t), t.Date, string(t.Stage), a.SeriesTitle(t.Series), string(organOf(t)),
		u.Label, string(u.Kind), u.Index, u.Context, u.From, u.To,
	}
}

// IndexSearch makes every text of the library findable, if it is not; told how many wordings of how many are done.
func (a *App) IndexSearch(ctx context.Context, progress func(done, all int)) error {
	return a.library.IndexSearch(ctx, progressOf(progress))
}

// OrganNamed reads an organ as a person types it: "A", "GA", "S", "SC", "E", "ECOSOC", "HRC".
func OrganNamed(name string) (Organ, bool) {
	o, ok := organNames[resolution.Fold(name)]
	return o, ok
}

var organNames = map[string]Organ{
	"a": Assembly, "ga": Assembly, "s": SecurityCouncil, "sc": SecurityCouncil, "e": EconomicCouncil, "ecosoc": EconomicCouncil,
	"a/hrc": HumanRights, "hrc": HumanRights,
}

// SeriesNamed finds a series by its number in the library or by words of its title.
func (a *App) SeriesNamed(name string) (int64, error) {
	words := strings.Fields(resolution.Fold(name))
	var found []storage.Series
	for _, s := range a.series {
		switch {
		case strconv.FormatInt(s.ID, 10) == name, resolution.Fold(s.Title) == resolution.Fold(name):
			return s.ID, nil
		case holds(resolution.Fold(s.Title), words):
			found = append(found, s)
		}
	}
	if len(found) != 1 {
		return 0, fmt.Errorf("%d series of the library are called %q: see `mutatis-cli list` and give its title", len(found), name)
	}
	return found[0].ID, nil
}
