package app

import (
	"errors"
	"fmt"
	"slices"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// How a text's place was found.
const (
	PlacedBySymbol     = "symbol"     // the library has its symbol in another language, or a revision of it
	PlacedByParagraphs = "paragraphs" // its paragraphs stand there
	PlacedByTitle      = "title"
)

// leastKnown is the least share of paragraphs, in per cent, that makes two texts ones of a series without a common title,
// and leastShared how many these are: every text may end in the same words.
const (
	leastKnown  = 25
	leastShared = 2
)

// titleCounts is how much a common title counts beside the share of paragraphs.
const titleCounts = 0.4

// placer proposes where texts belong. It knows the library as it was listed, and is told of what is added since.
type placer struct {
	library *storage.Library
	texts   map[int64]Text
	symbols map[string]int64 // by symbol without revision: the newest text
	titles  map[string]int64 // by folded title: the newest text
}

func newPlacer(library *storage.Library, texts []Text) *placer {
	p := &placer{library, make(map[int64]Text, len(texts)), map[string]int64{}, map[string]int64{}}
	for _, t := range texts {
		p.add(t)
	}
	return p
}

// add tells of a text of the library; later ones are newer.
func (p *placer) add(t Text) {
	p.texts[t.ID] = t
	if t.Series == 0 {
		return
	}
	if s := family(t.Symbol); s != "" {
		p.symbols[s] = t.ID
	}
	if title := resolution.Fold(t.Title); title != "" {
		p.titles[title] = t.ID
	}
}

// family is a symbol without what tells its revisions and corrections apart.
func family(symbol string) string {
	s, err := resolution.ParseSymbol(symbol)
	if err != nil {
		return symbol
	}
	s.Rev, s.Corr, s.Add = 0, 0, 0
	return s.String()
}

// propose says where a text most likely belongs: with its own language versions and revisions, with the text in which
// most of its paragraphs stand, or with the one of its title.
func (p *placer) propose(d resolution.Draft) (Place, error) {
	place := Place{Title: d.Title()}
	words := bodyWords(d)
	shares, err := p.sharing(d, words)
	if err != nil {
		return place, err
	}
	if place.Twin, err = twinAmong(p.library, d, shares, len(words)); err != nil {
		return place, err
	}
	best, known := p.likest(d, words, shares)
	if best != 0 {
		place.Series, place.Text, place.Known, place.Why = p.texts[best].Series, best, known, PlacedByParagraphs
	}
	if kin := p.symbols[family(d.Symbol)]; kin != 0 && d.Symbol != "" && p.texts[kin].Series != place.Series {
		place.Series, place.Text, place.Known = p.texts[kin].Series, kin, 0
		place.Why = PlacedBySymbol
	} else if kin != 0 && d.Symbol != "" && known == 0 {
		place.Text, place.Why = kin, PlacedBySymbol
	}
	if same := p.titles[resolution.Fold(d.Title())]; place.Series == 0 && same != 0 && d.Title() != "" {
		place.Series, place.Text, place.Why = p.texts[same].Series, same, PlacedByTitle
	}
	return place, nil
}

// likest is the text that shares most with a draft, and how many per cent of its paragraphs; 0 where none shares enough.
// A paragraph that stands in many series says little about any of them.
func (p *placer) likest(d resolution.Draft, words []storage.Hash, shares []storage.Share) (best int64, known int) {
	weights, whole := p.weigh(shares, len(words))
	title := resolution.Fold(d.Title())
	highest := 0.0
	for _, s := range shares {
		t, ok := p.texts[s.Draft]
		if !ok || t.Series == 0 {
			continue
		}
		weight := 0.0
		for _, at := range s.Wordings {
			weight += weights[at]
		}
		score := weight / whole
		sameTitle := title != "" && resolution.Fold(t.Title) == title
		if sameTitle {
			score += titleCounts
		} else if score*100 < leastKnown || len(s.Wordings) < leastShared {
			continue
		}
		if score > highest || score == highest && p.texts[best].earlier(t) {
			highest, best, known = score, s.Draft, 100*len(s.Wordings)/len(words)
		}
	}
	return best, known
}

// sharing lists the texts in which paragraphs of a draft stand.
func (p *placer) sharing(d resolution.Draft, words []storage.Hash) ([]storage.Share, error) {
	if len(words) == 0 {
		return nil, nil
	}
	return p.library.Sharing(string(d.Language), words)
}

// weigh gives every wording a weight by the number of series in which it stands; whole is that of all.
func (p *placer) weigh(shares []storage.Share, n int) (weights []float64, whole float64) {
	in := make([]map[int64]bool, n)
	for _, s := range shares {
		for _, at := range s.Wordings {
			if in[at] == nil {
				in[at] = map[int64]bool{}
			}
			in[at][p.texts[s.Draft].Series] = true
		}
	}
	weights = make([]float64, n)
	for at := range weights {
		weights[at] = 1 / float64(max(1, len(in[at])))
		whole += weights[at]
	}
	return weights, whole
}

// ofBody are the kinds of paragraph by which texts are known; the others are alike in all.
var ofBody = map[resolution.Kind]bool{
	resolution.Preambular: true, resolution.Operative: true, resolution.Subparagraph: true, resolution.Annex: true, resolution.Unknown: true,
}

// bodyWords are the hashes of the words of a draft's paragraphs, each once.
func bodyWords(d resolution.Draft) []storage.Hash {
	var words []storage.Hash
	seen := map[storage.Hash]bool{}
	for _, p := range d.Paragraphs {
		if h := WordsHash(p.Text); ofBody[p.Kind] && !seen[h] {
			seen[h] = true
			words = append(words, h)
		}
	}
	return words
}

// Propose says where the text most likely belongs: with its own language versions and revisions, with the text in which
// most of its paragraphs stand, or with the one of its title.
func (a *App) Propose(i *Import) error {
	return newPlacer(a.library, a.texts).place(i, a.Say("series.untitled"))
}

// place joins what is torn, proposes a place for an import and keeps what a person has said of it.
func (p *placer) place(i *Import, untitled string) error {
	i.mendTorn()
	place, err := p.propose(i.Draft)
	if err != nil {
		return err
	}
	if place.Title == "" {
		place.Title = untitled
	}
	place.Parent, place.Label, place.Sample, place.Again = i.Place.Parent, i.Place.Label, i.Place.Sample, i.Place.Again
	i.Place = place
	return nil
}

// stored is what became of a text that was to be kept.
type storedText struct {
	text    Text
	series  storage.Series // that was made for it; its ID is 0 where none was
	already bool
}

// store keeps an imported text. It may be called from any goroutine: the App is told by adopt.
func store(library *storage.Library, i *Import) (storedText, error) {
	id, err := sameReading(library, i)
	if err == nil && id == 0 {
		id, err = i.twin(library)
	}
	if err != nil {
		return storedText{}, err
	}
	if id != 0 {
		row, err := library.Draft(id)
		return storedText{text: textOf(row), already: true}, err
	}
	row, err := toRow(i.Draft, i.Corrections...)
	if err != nil {
		return storedText{}, err
	}
	row.Series, row.Parent, row.Label, row.Sample = i.Place.Series, i.Place.Parent, i.Place.Label, i.Place.Sample
	if row.Title == "" {
		row.Title = i.Place.Title
	}
	src := &storage.Source{Name: i.Name, MediaType: i.MediaType, Bytes: i.Bytes}
	s, err := storeRow(library, row, src, i.Place.Title)
	if err != nil {
		return s, fmt.Errorf("keeping %s: %w", i.title(), err)
	}
	return s, nil
}

// sameReading finds a text of the library that was read from the same bytes and says the same, whatever was confirmed in
// it by a person; 0 for none.
func sameReading(library *storage.Library, i *Import) (int64, error) {
	if len(i.Bytes) == 0 || len(i.Corrections) == 0 {
		return 0, nil
	}
	id, err := library.ReadFrom(sourceHash(i.Bytes))
	if err != nil || id == 0 {
		return 0, err
	}
	row, err := library.Draft(id)
	if err != nil {
		return 0, err
	}
	there, err := fromRow(row)
	if err != nil || !sameDraft(there, i.Draft) {
		return 0, err
	}
	return id, nil
}

// storeRow keeps a row, in a new series of the given title where it names none.
func storeRow(library *storage.Library, row storage.Draft, src *storage.Source, title string) (s storedText, err error) {
	if row.Series == 0 {
		if s.series, err = library.AddSeries(title); err != nil {
			return storedText{}, err
		}
		row.Series = s.series.ID
	}
	row.ID, s.already, err = library.AddDraft(row, src)
	if (err != nil || s.already) && s.series.ID != 0 {
		err = errors.Join(err, library.RemoveSeries(s.series.ID))
		s.series = storage.Series{}
	}
	if err == nil && s.already {
		row, err = library.Draft(row.ID)
	}
	s.text = textOf(row)
	s.text.Trashed = false
	return s, err
}

// adopt puts texts that were stored into the lists. What it does grows with their number; the lists are copied, for
// others may be reading them.
func (a *App) adopt(all ...storedText) error {
	var texts []Text
	for _, s := range all {
		if s.series.ID != 0 {
			at, _ := slices.BinarySearchFunc(a.series, s.series, byTitle)
			a.series = slices.Insert(slices.Clip(a.series), at, s.series)
		}
		if _, listed := a.Text(s.text.ID); listed || slices.ContainsFunc(texts, func(t Text) bool { return t.ID == s.text.ID }) {
			continue
		}
		if !slices.ContainsFunc(a.series, func(x storage.Series) bool { return x.ID == s.text.Series }) {
			return a.reload() // a series that was removed shows again
		}
		texts = append(texts, s.text)
	}
	if len(texts) == 0 {
		return nil
	}
	a.known.added()
	a.texts = mergeTexts(a.texts, texts)
	return nil
}

// mergeTexts puts texts among others, older ones first, in a new list.
func mergeTexts(all, added []Text) []Text {
	slices.SortFunc(added, byAge)
	merged := make([]Text, 0, len(all)+len(added))
	for _, t := range added {
		at, _ := slices.BinarySearchFunc(all, t, byAge)
		merged = append(append(merged, all[:at]...), t)
		all = all[at:]
	}
	return append(merged, all...)
}

// Add keeps an imported text. A text that is there already is not kept twice: already is true and the text is the one
// that is there.
func (a *App) Add(i *Import) (t Text, already bool, err error) {
	s, err := store(a.library, i)
	if err != nil {
		return Text{}, false, err
	}
	return s.text, s.already, a.settled(s)
}

// settled adopts what was stored and lets it be undone.
func (a *App) settled(s storedText) error {
	if !s.already {
		id := s.text.ID
		a.did("undo.import", func() error { return a.library.Trash(id) })
	}
	return a.adopt(s)
}

func (i *Import) title() string {
	for _, s := range []string{i.Draft.Symbol, i.Name, i.Draft.Title()} {
		if s != "" {
			return s
		}
	}
	return "the pasted text"
}

// keep stores a row, in a new series of the given title where it names none, and can be undone.
func (a *App) keep(row storage.Draft, src *storage.Source, title string) (id int64, already bool, err error) {
	s, err := storeRow(a.library, row, src, title)
	if err != nil {
		return 0, false, err
	}
	return s.text.ID, s.already, a.settled(s)
}
