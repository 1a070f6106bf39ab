package app

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"reflect"

	"mutatis/app/resolution"
	"mutatis/diff"
	"mutatis/storage"
)

// WordsHash is what an agreement is bound to: the hash of a paragraph's canonical words. Typography does not change
// it, one letter does.
func WordsHash(text string) storage.Hash { return sha256.Sum256([]byte(diff.Canonical(text))) }

// kept is the part of a draft that storage keeps unread.
type kept struct {
	Header   resolution.Header
	Sponsors []string
	Closing  resolution.Closed
	// Corrections is what a person set right in the reading. Without any the words of a header are those of old.
	Corrections []ImportCorrection `json:",omitempty"`
}

// toRow turns a draft into storage's row. What only a library knows (series, parent, label) is left to the caller.
func toRow(d resolution.Draft, corrections ...ImportCorrection) (storage.Draft, error) {
	header, err := json.Marshal(kept{d.Header, d.Sponsors, d.Closing, corrections})
	if err != nil {
		return storage.Draft{}, fmt.Errorf("writing the masthead: %w", err)
	}
	row := storage.Draft{
		Symbol: d.Symbol, Number: d.Number, Language: string(d.Language), Session: d.Session,
		Stage: string(d.Stage), Date: d.Date, Title: d.Title(), Header: string(header), LeftOut: d.LeftOut,
	}
	for _, p := range d.Paragraphs {
		row.Paragraphs = append(row.Paragraphs, toRowParagraph(p, d.Language))
	}
	for _, f := range d.Footnotes {
		row.Footnotes = append(row.Footnotes, storage.Footnote(f))
	}
	return row, nil
}

func toRowParagraph(p resolution.Paragraph, l resolution.Language) storage.Paragraph {
	row := storage.Paragraph{
		Kind: string(p.Kind), Number: p.Number, Level: p.Level, Text: p.Text, Opening: p.Opening, Words: WordsHash(p.Text),
	}
	for _, n := range p.Notes {
		row.Notes = append(row.Notes, storage.NoteCall(n))
	}
	for _, c := range resolution.Citations(p.Text, l) {
		row.Citations = append(row.Citations, storage.Citation{Symbol: c.Symbol, Offset: c.Offset, Length: c.Length})
	}
	return row
}

// fromRow turns storage's row into the draft it was made of.
func fromRow(row storage.Draft) (resolution.Draft, error) {
	var k kept
	if err := json.Unmarshal([]byte(row.Header), &k); err != nil {
		return resolution.Draft{}, fmt.Errorf("reading the masthead of text %d: %w", row.ID, err)
	}
	d := resolution.Draft{
		Symbol: row.Symbol, Number: row.Number, Language: resolution.Language(row.Language), Session: row.Session,
		Stage: resolution.Stage(row.Stage), Date: row.Date, Header: k.Header, Sponsors: k.Sponsors, Closing: k.Closing,
		LeftOut: row.LeftOut,
	}
	for _, p := range row.Paragraphs {
		d.Paragraphs = append(d.Paragraphs, fromRowParagraph(p))
	}
	for _, f := range row.Footnotes {
		d.Footnotes = append(d.Footnotes, resolution.Footnote(f))
	}
	return d, nil
}

func fromRowParagraph(row storage.Paragraph) resolution.Paragraph {
	p := resolution.Paragraph{
		Kind: resolution.Kind(row.Kind), Number: row.Number, Level: row.Level, Text: row.Text, Opening: row.Opening,
	}
	for _, n := range row.Notes {
		p.Notes = append(p.Notes, resolution.NoteCall(n))
	}
	return p
}

// correctionsOf is what a person set right when the text was imported.
func correctionsOf(row storage.Draft) ([]ImportCorrection, error) {
	var k kept
	if err := json.Unmarshal([]byte(row.Header), &k); err != nil {
		return nil, fmt.Errorf("reading the corrections of text %d: %w", row.ID, err)
	}
	return k.Corrections, nil
}

// sameDraft reports whether two drafts say the same in all that is kept.
func sameDraft(a, b resolution.Draft) bool {
	one, err := toRow(a)
	other, err2 := toRow(b)
	return err == nil && err2 == nil && reflect.DeepEqual(one, other)
}

func sourceHash(data []byte) storage.Hash { return sha256.Sum256(data) }
