package pdf

import (
	"context"
	"errors"
	"fmt"

	"mutatis/app/resolution"
)

// ReadOptions say how a file is read. The zero value reads a file without a password.
type ReadOptions struct {
	Password string
	Known    func(word string) bool // whether a word, in small letters, stands in the library; nil = no library
}

// Reading is what was read.
type Reading struct {
	Draft    resolution.Draft
	Problems []resolution.Problem
	Source   string  // the text of the pages line by line, a form feed between pages
	Lines    []Place // where each line of Source stands, Source cut at "\n" and at "\f"
	Pages    int
}

// ErrPassword asks for the file's password, or for another one.
var ErrPassword = errors.New(faultPassword)

// ErrScan says that a file holds pictures of pages and no text.
var ErrScan = errors.New("the file is a scan: it holds pictures of the pages and no text. Run it through a text recognition program, or paste the text")

// Read reads a text out of a PDF. It is rebuilt from the places of the glyphs. What stands on the pages and is no part
// of the text - running heads, page numbers, job numbers - is in the draft's LeftOut. The error says what is wrong with
// the file and what to do; it ends with the context.
func Read(ctx context.Context, data []byte, o ReadOptions) (Reading, error) {
	a, err := ask(ctx, job{Data: data, Password: o.Password, Limit: readLimit})
	if err != nil {
		return Reading{}, err
	}
	b := newRebuilder(a, o)
	if b.glyphs == 0 {
		if b.pictures {
			return Reading{}, ErrScan
		}
		return Reading{}, errors.New("there is no text in the file: is it the right one?")
	}
	return b.reading(ctx)
}

// ask has a worker do a job and turns its fault into an error.
func ask(ctx context.Context, j job) (answer, error) {
	if len(j.Data) == 0 {
		return answer{}, errors.New("the file is empty")
	}
	a, err := workers.do(ctx, j)
	var fault faultError
	switch {
	case errors.As(err, &fault) && fault == faultPassword:
		return a, ErrPassword
	case errors.Is(err, context.DeadlineExceeded):
		return a, errors.New(faultSlow)
	case errors.Is(err, context.Canceled):
		return a, fmt.Errorf("reading was stopped: %w", err)
	}
	return a, err
}

// rebuilder makes a text out of the glyphs of its pages. Its stages, each in a file of its own, are: turn pages upright,
// make lines, order columns, lift furniture, lift footnotes, join paragraphs.
type rebuilder struct {
	options  ReadOptions
	faces    []face
	sheets   []sheet
	lines    []inkLine // of all pages, in the order in which they are read
	leftOut  []string
	noted    []notedLines
	notes    []resolution.Footnote
	problems []resolution.Problem
	doubts   []doubt
	glyphs   int
	pictures bool // a page is covered by a picture
	arabic   bool // the text is read from right to left
	language resolution.Language
	measure  pageMeasure
	gutter   float32 // the middle between the columns of a page before; 0 = none
	words    wordCount
	signs    []sign // of the line that is being spelled: room that is used again
}

func newRebuilder(a answer, o ReadOptions) *rebuilder {
	b := &rebuilder{options: o, faces: a.Faces}
	for _, s := range a.Sheets {
		s.glyphs, s.Packed = unpack(s.Packed), nil
		up, stray := upright(s)
		up.glyphs = joinLigatures(up.glyphs)
		b.sheets = append(b.sheets, up)
		b.pictures = b.pictures || up.Pictures > 0.3*up.Right*up.Top
		b.glyphs += len(up.glyphs)
		if words := strayWords(stray); words != "" {
			b.leftOut = append(b.leftOut, words)
		}
	}
	trimOverhang(b.sheets)
	return b
}

func (b *rebuilder) face(i uint16) face {
	if int(i) < len(b.faces) {
		return b.faces[i]
	}
	return face{}
}

// reading carries out the stages.
func (b *rebuilder) reading(ctx context.Context) (Reading, error) {
	b.arabic = b.mostlyArabic()
	for page, s := range b.sheets {
		if err := ctx.Err(); err != nil {
			return Reading{}, fmt.Errorf("reading was stopped: %w", err)
		}
		lines := b.linesOf(s.glyphs, page)
		b.lines = append(b.lines, b.orderColumns(lines, s)...)
	}
	for i := range b.lines {
		b.spell(&b.lines[i])
	}
	source, places := b.source()
	b.language = resolution.DetectLanguage(source)
	b.measure = b.measureOf(b.lines)
	b.liftFurniture()
	b.liftNotes()
	b.words = b.countWords()
	b.joinNotes()
	draft, problems := resolution.Classify(b.blocks(), b.notes, b.leftOut)
	problems = append(problems, b.explain(draft)...)
	return Reading{Draft: draft, Problems: problems, Source: source, Lines: places, Pages: len(b.sheets)}, nil
}

func (b *rebuilder) mostlyArabic() bool {
	arabic, all := 0, 0
	for _, s := range b.sheets {
		for _, g := range s.glyphs {
			if isArabic(g.Rune) {
				arabic++
			}
			if !blank(g.Rune) {
				all++
			}
		}
	}
	return arabic*3 > all
}
