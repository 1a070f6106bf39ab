package resolution

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// read is the JSON of a reading; its names are fixed.
type read struct {
	Symbol     string          `json:"symbol"`
	Number     string          `json:"number"`
	Language   Language        `json:"language"`
	Session    int             `json:"session"`
	Stage      Stage           `json:"stage"`
	Date       string          `json:"date"`
	Title      string          `json:"title"`
	Organ      string          `json:"organ"`
	Header     Header          `json:"header"`
	Sponsors   []string        `json:"sponsors"`
	Paragraphs []readParagraph `json:"paragraphs"`
	Footnotes  []Footnote      `json:"footnotes"`
	Closing    Closed          `json:"closing"`
	LeftOut    []string        `json:"left_out"`
	Problems   []Problem       `json:"problems"`
}

// readParagraph adds the text with its note calls in place, "the Convention[^3];", where there are any.
type readParagraph struct {
	Paragraph
	Marked string `json:"text_marked,omitempty"`
}

// MarshalRead is the JSON that "read --json" prints: the draft and its problems. Lists that are empty are [].
func MarshalRead(d Draft, problems []Problem) ([]byte, error) {
	r := read{
		Symbol: d.Symbol, Number: d.Number, Language: d.Language, Session: d.Session, Stage: d.Stage, Date: d.Date,
		Title: d.Title(), Organ: d.Organ(), Header: d.Header, Sponsors: filled(d.Sponsors), Footnotes: filled(d.Footnotes),
		Closing: d.Closing, LeftOut: filled(d.LeftOut), Problems: filled(problems), Paragraphs: []readParagraph{},
	}
	for _, p := range d.Paragraphs {
		marked := ""
		if len(p.Notes) > 0 {
			marked = p.marked(func(number string) string { return "[^" + number + "]" })
		}
		p.Notes = filled(p.Notes)
		r.Paragraphs = append(r.Paragraphs, readParagraph{p, marked})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(r); err != nil {
		return nil, fmt.Errorf("writing the draft as JSON: %w", err)
	}
	return b.Bytes(), nil
}

// ParseRead reads what MarshalRead wrote. Title and organ are taken from the paragraphs. Places outside a text are moved to
// its end.
func ParseRead(data []byte) (Draft, []Problem, error) {
	var r read
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if err := json.Unmarshal(data, &r); err != nil {
		return Draft{}, nil, JSONFault(data, err)
	}
	if r.Paragraphs == nil {
		return Draft{}, nil, errors.New(`this JSON is no text, it has no list "paragraphs": a text is what mutatis-cli read --json prints`)
	}
	r.Header.Other = emptied(r.Header.Other)
	d := Draft{
		Symbol: r.Symbol, Number: r.Number, Language: r.Language, Session: r.Session, Stage: r.Stage, Date: r.Date, Header: r.Header,
		Sponsors: emptied(r.Sponsors), Footnotes: emptied(r.Footnotes), Closing: r.Closing, LeftOut: emptied(r.LeftOut),
	}
	for _, p := range r.Paragraphs {
		p.Notes = emptied(p.Notes)
		p.within()
		d.Paragraphs = append(d.Paragraphs, p.Paragraph)
	}
	return d, emptied(r.Problems), nil
}

// within keeps the opening and the note calls inside the text: JSON may come from anywhere.
func (p *Paragraph) within() {
	end := utf8.RuneCountInString(p.Text)
	p.Opening = min(max(p.Opening, 0), end)
	for i := range p.Notes {
		p.Notes[i].Offset = min(max(p.Notes[i].Offset, 0), end)
	}
	slices.SortStableFunc(p.Notes, func(a, b NoteCall) int { return cmp.Compare(a.Offset, b.Offset) })
}

func filled[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func emptied[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// marked is the text with its note calls in place, each written by write.
func (p Paragraph) marked(write func(number string) string) string {
	var b strings.Builder
	runes := []rune(p.Text)
	at := 0
	for _, n := range p.Notes {
		to := min(max(n.Offset, at), len(runes))
		b.WriteString(string(runes[at:to]))
		b.WriteString(write(n.Number))
		at = to
	}
	b.WriteString(string(runes[at:]))
	return b.String()
}
