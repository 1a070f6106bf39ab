package app

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"mutatis/app/resolution"
)

// IsFile reports whether a name means a file: one that is there, or one whose ending says so.
func IsFile(name string) bool {
	if info, err := os.Stat(name); err == nil && !info.IsDir() {
		return true
	}
	_, ok := readers[strings.ToLower(filepath.Ext(name))]
	return ok
}

// FileText reads a file as a text that is in no library.
func FileText(path string) (Stored, []resolution.Problem, error) {
	return FileTextWith(path, ReadOptions{})
}

// FileTextWith is FileText for a file that has a password.
func FileTextWith(path string, o ReadOptions) (Stored, []resolution.Problem, error) {
	i, err := ReadFileWith(context.Background(), path, o)
	if err != nil {
		return Stored{}, nil, err
	}
	return storedNowhere(i)
}

// BytesText reads a file that is already in memory as a text that is in no library.
func BytesText(name string, data []byte, o ReadOptions) (Stored, []resolution.Problem, error) {
	i, err := ReadBytesWith(context.Background(), name, data, o)
	if err != nil {
		return Stored{}, nil, err
	}
	return storedNowhere(i)
}

// KindOf completes a name with the ending that tells which kind of file these bytes are: they begin as a PDF, a Word file,
// JSON or XML does, or are text.
func KindOf(data []byte, name string) string {
	for _, k := range []struct{ begins, ending string }{{"%PDF", ".pdf"}, {"PK\x03\x04", ".docx"}, {"{", ".json"}, {"<?xml", ".xml"}, {"<akomaNtoso", ".xml"}} {
		if bytes.HasPrefix(bytes.TrimLeft(data, "\ufeff \t\r\n"), []byte(k.begins)) {
			return name + k.ending
		}
	}
	if json.Valid(data) {
		return name + ".json"
	}
	return name + ".txt"
}

func storedNowhere(i *Import) (Stored, []resolution.Problem, error) {
	d := i.Draft
	t := Text{
		Symbol: d.Symbol, Number: d.Number, Title: d.Title(), Language: d.Language, Session: d.Session, Stage: d.Stage,
		Date: d.Date, Label: i.Name,
	}
	s := Stored{Text: t, Draft: d}
	for _, p := range d.Paragraphs {
		s.Words = append(s.Words, WordsHash(p.Text))
	}
	return s, i.Problems, nil
}

// Find finds a text of the library by its number there or by its symbol, in the language asked for where there are
// several.
func (a *App) Find(name string, language resolution.Language) (Stored, error) {
	if id, err := strconv.ParseInt(strings.TrimPrefix(name, "#"), 10, 64); err == nil {
		if _, ok := a.Text(id); !ok {
			return Stored{}, fmt.Errorf("there is no text %d in the library: see `mutatis-cli list`", id)
		}
		return a.Stored(id)
	}
	found := a.named(name)
	if language != "" {
		found = slices.DeleteFunc(found, func(t Text) bool { return t.Language != language })
	}
	if len(found) == 0 {
		return Stored{}, fmt.Errorf("%s is neither a file nor a text in the library: see `mutatis-cli list`", name)
	}
	return a.Stored(found[0].ID)
}

// named lists the texts with a symbol, "59/262" standing for "A/RES/59/262" too, or with a label.
func (a *App) named(name string) []Text {
	if found := a.BySymbol(name); len(found) > 0 {
		return found
	}
	var found []Text
	for _, t := range a.texts {
		if t.Number == name || (t.Label != "" && t.Label == name) {
			found = append(found, t)
		}
	}
	return found
}

// ParagraphNamed finds a paragraph by what a delegate calls it: "OP3", "PP2", "OP3 (a)".
func ParagraphNamed(s Stored, label string) (int, error) {
	labels := s.Draft.Labels()
	for i, l := range labels {
		if l != "" && resolution.Fold(l) == resolution.Fold(strings.TrimSpace(label)) {
			return i, nil
		}
	}
	return 0, fmt.Errorf("%s has no paragraph %s: %s", s.Text.Name(), label, calledWhat(s.Draft, labels))
}

// calledWhat says how the paragraphs of a text are called: "they run PP1 to PP8 and OP1 to OP12".
func calledWhat(d resolution.Draft, labels []string) string {
	var runs []string
	for _, k := range []resolution.Kind{resolution.Preambular, resolution.Operative} {
		first, last := "", ""
		for i, p := range d.Paragraphs {
			if p.Kind == k && labels[i] != "" {
				last = labels[i]
				first = cmp.Or(first, last)
			}
		}
		if first != "" {
			runs = append(runs, first+" to "+last)
		}
	}
	if len(runs) == 0 {
		return "it has neither preambular nor operative paragraphs"
	}
	return "they run " + strings.Join(runs, " and ")
}
