package app

import (
	"slices"
	"strings"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// Twins: the same text may come as a PDF and as a text file. What makes two readings the same text is what they say, not
// their bytes: the language, the symbol and date where both have them, every paragraph with its number, every note. A
// draft and the resolution it became are two texts even where no word was changed: their symbols tell.

// isTwin reports whether two readings are of one text.
func isTwin(a, b resolution.Draft) bool {
	return a.Language == b.Language && a.Symbol == b.Symbol && a.Stage == b.Stage && agree(a.Date, b.Date, "") && agree(a.Session, b.Session, 0) &&
		slices.Equal(saidIn(a), saidIn(b)) && slices.Equal(notesIn(a), notesIn(b))
}

// agree reports values that are alike, or of which one is not known.
func agree[T comparable](a, b, unknown T) bool { return a == b || a == unknown || b == unknown }

// saidIn are the numbers and canonical words of a draft's paragraphs; mastheads and closing lines are printed in many ways.
func saidIn(d resolution.Draft) []string {
	var said []string
	for _, p := range d.Paragraphs {
		if p.Kind != resolution.Masthead && p.Kind != resolution.Closing {
			h := WordsHash(p.Text)
			said = append(said, strings.Join(strings.Fields(westernDigits(bareNumber(p.Number))), "")+" "+string(h[:]))
		}
	}
	return said
}

func notesIn(d resolution.Draft) []string {
	var said []string
	for _, f := range d.Footnotes {
		h := WordsHash(f.Text)
		said = append(said, bareNumber(f.Number)+" "+string(h[:]))
	}
	slices.Sort(said)
	return said
}

// twinAmong finds the twin of a draft among texts that share paragraphs with it; 0 for none.
func twinAmong(library *storage.Library, d resolution.Draft, shares []storage.Share, paragraphs int) (int64, error) {
	for _, s := range shares {
		if len(s.Wordings) < paragraphs {
			continue
		}
		if is, err := isTwinOf(library, s.Draft, d); err != nil || is {
			return s.Draft, err
		}
	}
	return 0, nil
}

func isTwinOf(library *storage.Library, id int64, d resolution.Draft) (bool, error) {
	row, err := library.Draft(id)
	if err != nil {
		return false, err
	}
	there, err := fromRow(row)
	return err == nil && isTwin(there, d), err
}

// twin is the text of the library that an import is word for word, as it is now; 0 where there is none, or where a person
// wants to keep it all the same.
func (i *Import) twin(library *storage.Library) (int64, error) {
	if i.Place.Twin == 0 || i.Place.Again {
		return 0, nil
	}
	is, err := isTwinOf(library, i.Place.Twin, i.Draft)
	if err != nil || !is {
		return 0, err
	}
	return i.Place.Twin, nil
}

// twinFormats name the kinds of file that a text may come from, as the interface does: "twin.pdf".
var twinFormats = map[string]string{
	readers[".pdf"].mediaType: "pdf", readers[".docx"].mediaType: "docx", readers[".txt"].mediaType: "txt",
	readers[".xml"].mediaType: "akn",
}

// NamesakeOf finds a text of the library of the same symbol, language and stage as an import that is not its twin: another
// reading of it, or a correction. False for none.
func (a *App) NamesakeOf(i *Import) (Text, bool) {
	d := i.Draft
	at := slices.IndexFunc(a.texts, func(t Text) bool {
		return t.Symbol == d.Symbol && t.Language == d.Language && t.Stage == d.Stage && !t.Trashed
	})
	if d.Symbol == "" || i.Place.Twin != 0 || at < 0 {
		return Text{}, false
	}
	return a.texts[at], true
}

// TwinOf says which text of the library an import is word for word, and what it was read from; "" for none.
func (a *App) TwinOf(i *Import) string {
	t, ok := a.Text(i.Place.Twin)
	if !ok {
		return ""
	}
	src, err := a.library.Source(t.ID)
	if err != nil || src == nil || twinFormats[src.MediaType] == "" {
		return a.Say("twin", t.Name())
	}
	return a.Say("twin."+twinFormats[src.MediaType], t.Name())
}
