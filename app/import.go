package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"mutatis/app/docx"
	"mutatis/app/pdf"
	"mutatis/app/resolution"
	"mutatis/storage"
)

// Import is a text that was read but is not yet in the library: what was recognised, what is doubtful, where it goes.
// A person may correct it before it is kept.
type Import struct {
	Name      string // the file's name, "" for pasted text
	MediaType string
	Bytes     []byte // the source as it came
	Source    string // the source's text, shown beside what was recognised
	Draft     resolution.Draft
	Problems  []resolution.Problem
	Place     Place
	Path      string // of the file, "" where it is not known
	Pages     int    // how many pages can be painted; 0 for a text without pages

	Corrections []ImportCorrection // what a person set right, in order

	password string
	lines    []pdf.Place // of the lines of Source, for a text with pages
	past     []before
	aligned  *aligned
}

// Place says where a text goes in the library.
type Place struct {
	Series int64  // an existing series, or 0 for a new one
	Title  string // of the new series
	Parent int64
	Label  string
	Sample bool
	Text   int64 // the text of the library that is likest it, 0 for none
	Known  int   // per cent of the text's paragraphs that stand in that one, word for word
}

// limit is the largest file that is read: a hundred times the longest resolution.
const limit = 64 << 20

// reader reads one kind of file.
type reader struct {
	mediaType string
	read      func(data []byte) (source string, d resolution.Draft, problems []resolution.Problem, err error)
}

// readers by the ending of a file's name.
var readers = map[string]reader{
	".txt":  {"text/plain", readText},
	".text": {"text/plain", readText},
	".json": {"application/json", readJSON},
	".pdf":  {"application/pdf", readPDF},
	".docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", readWord},
	".doc":  {"application/msword", refuse("old Word files cannot be read: save the text as .txt, or copy it and paste it")},
	".rtf":  {"application/rtf", refuse("RTF files cannot be read: save the text as .txt, or copy it and paste it")},
	".odt":  {"application/vnd.oasis.opendocument.text", refuse("OpenDocument files cannot be read: save the text as .txt, or copy it and paste it")},
}

// Readable lists the endings of files that can be imported.
func Readable() []string { return []string{".pdf", ".docx", ".txt", ".text", ".json"} }

func refuse(sentence string) func([]byte) (string, resolution.Draft, []resolution.Problem, error) {
	return func([]byte) (string, resolution.Draft, []resolution.Problem, error) {
		return "", resolution.Draft{}, nil, errors.New(sentence)
	}
}

func readText(data []byte) (string, resolution.Draft, []resolution.Problem, error) {
	text, err := resolution.Decode(data)
	if err != nil {
		return "", resolution.Draft{}, nil, err
	}
	d, problems := resolution.ReadText(text)
	return text, d, problems, nil
}

func readWord(data []byte) (string, resolution.Draft, []resolution.Problem, error) {
	d, err := docx.Read(context.Background(), data, docx.Options{})
	if err != nil {
		return "", resolution.Draft{}, nil, err
	}
	return d.Text, d.Draft, d.Problems, nil
}

func readPDF(data []byte) (string, resolution.Draft, []resolution.Problem, error) {
	r, err := pdf.Read(context.Background(), data, pdf.ReadOptions{})
	return r.Source, r.Draft, r.Problems, err
}

func readJSON(data []byte) (string, resolution.Draft, []resolution.Problem, error) {
	d, problems, err := resolution.ParseRead(data)
	if err != nil {
		return "", resolution.Draft{}, nil, err
	}
	return resolution.Text(d), d, problems, nil
}

// ReadFile reads and recognises a file. Nothing is kept.
func ReadFile(path string) (*Import, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no file %s: check the name", path)
	case err != nil:
		return nil, fmt.Errorf("opening %s: %w", path, err)
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder: name a file in it", path)
	case info.Size() > limit:
		return nil, fmt.Errorf("%s has %d MB, more than any resolution: is it the right file?", path, info.Size()>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	return ReadBytes(filepath.Base(path), data)
}

// ReadBytes reads and recognises a file that is already in memory.
func ReadBytes(name string, data []byte) (*Import, error) {
	ending := strings.ToLower(filepath.Ext(name))
	r, ok := readers[ending]
	if !ok {
		return nil, fmt.Errorf("%s: files of this kind cannot be read: use %s", name, strings.Join(Readable(), ", "))
	}
	source, d, problems, err := r.read(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &Import{Name: name, MediaType: r.mediaType, Bytes: data, Source: source, Draft: d, Problems: problems}, nil
}

// ReadPasted recognises text from the clipboard.
func ReadPasted(text string) (*Import, error) {
	imp, err := ReadBytes("pasted.txt", []byte(text))
	if err != nil {
		return nil, err
	}
	imp.Name = ""
	return imp, nil
}

// Propose says where the text most likely belongs: with its own language versions, with the series of its title, or
// with the series in which most of its paragraphs already stand.
func (a *App) Propose(i *Import) error {
	best, known, err := a.likeliest(i.Draft)
	if err != nil {
		return err
	}
	i.Place.Series, i.Place.Known = best, known
	i.Place.Title = i.Draft.Title()
	if i.Place.Title == "" {
		i.Place.Title = a.Say("series.untitled")
	}
	return nil
}

func (a *App) likeliest(d resolution.Draft) (series int64, known int, err error) {
	for _, t := range a.texts {
		if t.Symbol != "" && t.Symbol == d.Symbol {
			return t.Series, 0, nil
		}
	}
	hashes := map[storage.Hash]bool{}
	for _, p := range d.Paragraphs {
		hashes[WordsHash(p.Text)] = true
	}
	title := resolution.Fold(d.Title())
	for _, s := range a.series {
		share, sameTitle, err := a.share(s.ID, d.Language, hashes, title)
		if err != nil {
			return 0, 0, err
		}
		if (share > known || (sameTitle && known < 50)) && (sameTitle || share >= 20) {
			series, known = s.ID, share
		}
	}
	return series, known, nil
}

// share says how many per cent of the paragraphs stand in a text of the series, the best text counting, and whether one
// bears the same title.
func (a *App) share(series int64, l resolution.Language, hashes map[storage.Hash]bool, title string) (int, bool, error) {
	best, sameTitle := 0, false
	for _, t := range a.texts {
		if t.Series != series || t.Language != l {
			continue
		}
		s, err := a.Stored(t.ID)
		if err != nil {
			return 0, false, err
		}
		n := 0
		for _, w := range s.Words {
			if hashes[w] {
				n++
			}
		}
		best = max(best, 100*n/max(1, len(hashes)))
		sameTitle = sameTitle || (title != "" && resolution.Fold(t.Title) == title)
	}
	return best, sameTitle, nil
}

// Add keeps an imported text. A text that is there already is not kept twice: already is true and the text is the one
// that is there.
func (a *App) Add(i *Import) (t Text, already bool, err error) {
	row, err := toRow(i.Draft)
	if err != nil {
		return Text{}, false, err
	}
	row.Series, row.Parent, row.Label, row.Sample = i.Place.Series, i.Place.Parent, i.Place.Label, i.Place.Sample
	if row.Title == "" {
		row.Title = i.Place.Title
	}
	src := &storage.Source{Name: i.Name, MediaType: i.MediaType, Bytes: i.Bytes}
	id, already, err := a.keep(row, src, i.Place.Title)
	if err != nil {
		return Text{}, false, fmt.Errorf("keeping %s: %w", i.title(), err)
	}
	t, _ = a.Text(id)
	return t, already, nil
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
	made := int64(0)
	if row.Series == 0 {
		s, err := a.library.AddSeries(title)
		if err != nil {
			return 0, false, err
		}
		row.Series, made = s.ID, s.ID
	}
	id, already, err = a.library.AddDraft(row, src)
	if (err != nil || already) && made != 0 {
		err = errors.Join(err, a.library.RemoveSeries(made))
	}
	if err != nil {
		return 0, false, err
	}
	if already {
		err = a.library.Restore(id)
	} else {
		a.did("undo.import", func() error { return a.library.Trash(id) })
	}
	if err != nil {
		return 0, already, err
	}
	return id, already, a.reload()
}
