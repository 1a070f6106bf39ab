package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"mutatis/app"
	"mutatis/app/resolution"
)

// search holds the flags of precedents.
type search struct {
	phrase, organ, series, kind string
	from, to, limit             int
	adopted, all                bool
}

func precedentsCommand() command {
	var s search
	return command{"precedents", `(TEXT [PARAGRAPH] | --phrase "…") [--organ GA|SC|ECOSOC|HRC --series S --from N --to N --kind PP|OP --adopted --all --limit N] [--json]`,
		"earlier texts with these or nearly these words; of a whole text, where each paragraph comes from", 0, -1, s.flags,
		func(c *call) error { return precedents(c, s) }}
}

func (s *search) flags(f *flag.FlagSet) {
	f.StringVar(&s.phrase, "phrase", "", "")
	f.StringVar(&s.organ, "organ", "", "")
	f.StringVar(&s.series, "series", "", "")
	f.StringVar(&s.kind, "kind", "", "")
	f.IntVar(&s.from, "from", 0, "")
	f.IntVar(&s.to, "to", 0, "")
	f.IntVar(&s.limit, "limit", 0, "")
	f.BoolVar(&s.adopted, "adopted", false, "")
	f.BoolVar(&s.all, "all", false, "")
}

func precedents(c *call, s search) error {
	if (s.phrase == "") == (len(c.names) == 0) {
		return fmt.Errorf("precedents wants a TEXT, or --phrase with the words to look for")
	}
	a, err := c.open()
	if err != nil {
		return err
	}
	defer a.Close()
	if err := c.index(a); err != nil {
		return err
	}
	q, err := s.query(a, resolution.Language(c.language))
	if err != nil {
		return err
	}
	if s.phrase == "" {
		return c.paragraphPrecedents(a, s, q)
	}
	q.Words = s.phrase
	return c.tellPrecedents(a, q)
}

// index makes searchable what is not yet.
func (c *call) index(a *app.App) error {
	if a.ReadOnly() {
		return nil
	}
	shown := false
	err := a.IndexSearch(context.Background(), func(done, all int) {
		if onTerminal(c.err) {
			shown = true
			fmt.Fprintf(c.err, "\rmaking the texts searchable: %d of %d", done, all)
		}
	})
	if shown {
		fmt.Fprintln(c.err)
	}
	return err
}

func onTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// kinds are the kinds of paragraph by what a person types.
var kinds = map[string]resolution.Kind{
	"pp": resolution.Preambular, "preambular": resolution.Preambular, "op": resolution.Operative, "operative": resolution.Operative,
}

func (s search) query(a *app.App, l resolution.Language) (q app.Query, err error) {
	q = app.Query{Language: l, Most: s.limit}
	q.Scope = app.Scope{From: s.from, To: s.to, Adopted: s.adopted}
	if s.kind != "" {
		k, ok := kinds[strings.ToLower(s.kind)]
		if !ok {
			return q, fmt.Errorf("--kind wants PP or OP")
		}
		q.Scope.Kind = k
	}
	if s.organ != "" {
		o, ok := app.OrganNamed(s.organ)
		if !ok {
			return q, fmt.Errorf("--organ wants GA, SC, ECOSOC or HRC")
		}
		q.Scope.Organ = o
	}
	if s.series != "" {
		if q.Scope.Series, err = a.SeriesNamed(s.series); err != nil {
			return q, err
		}
	}
	return q, nil
}

// paragraphPrecedents answers for one paragraph of a text, or tells of each where it comes from.
func (c *call) paragraphPrecedents(a *app.App, s search, q app.Query) error {
	text, err := c.side(a, c.names[0])
	if err != nil {
		return err
	}
	if len(c.names) == 1 {
		return c.provenance(a, text)
	}
	at, err := app.ParagraphNamed(text, strings.Join(c.names[1:], " "))
	if err != nil {
		return err
	}
	q.Words, q.Whole = text.Draft.Paragraphs[at].Text, true
	if q.Language == "" {
		q.Language = text.Draft.Language
	}
	if !s.all {
		q.Scope.Before = text.Text
	}
	return c.tellPrecedents(a, q)
}

func (c *call) tellPrecedents(a *app.App, q app.Query) error {
	p, err := a.Precedents(context.Background(), q)
	if err != nil {
		return err
	}
	if c.json {
		answer, err := a.PrecedentsJSON(p)
		if err != nil {
			return err
		}
		return c.print(answer)
	}
	printPrecedents(c.out, a.Words, p)
	return nil
}

// printPrecedents shows a wording after another with where it was first and last used, and what differs from the words
// that were asked for.
func printPrecedents(w io.Writer, words app.Words, p app.Precedents) {
	fmt.Fprintln(w, p.Searched.Say(words))
	if len(p.Variants) == 0 {
		fmt.Fprintln(w, words.Say("precedents.none"))
	}
	if p.Cut {
		fmt.Fprintln(w, words.Say("precedents.cut"))
	}
	for _, v := range p.Variants {
		fmt.Fprintf(w, "\n%s · %s\n", v.TierWords(words), v.Summary(words))
		if v.Tier == app.ExactWords || len(v.Redline) == 0 {
			fmt.Fprintln(w, v.Words)
		} else {
			fmt.Fprintln(w, inline(v.Redline))
		}
		if v.First.Context != v.Words {
			fmt.Fprintf(w, "    %s\n", v.First.Context)
		}
	}
	if more := p.Found - len(p.Variants); more > 0 {
		fmt.Fprintf(w, "\n%s\n", words.Say("precedents.more", more))
	}
}

// provenance tells of each paragraph of a text where its words come from.
func (c *call) provenance(a *app.App, text app.Stored) error {
	all, err := a.Provenance(context.Background(), text)
	if err != nil {
		return err
	}
	rows := a.ProvenanceJSON(text, all)
	if c.json {
		return c.print(map[string]any{"text": a.TextJSON(text.Text), "paragraphs": rows})
	}
	for _, r := range rows {
		fmt.Fprintf(c.out, "%-12s %-44s %s\n", name(r.Label, "–"), r.Words, beginning(r.Text))
	}
	return nil
}
