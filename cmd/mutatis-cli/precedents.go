package main

import (
	"context"
	"fmt"
	"io"
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

// searching are the flags of precedents.
var searching = []option{
	{"phrase", "WORDS", nil, `the words to look for: "exact words", AND, OR, NOT, a star for any ending`, func(c *call) any { return &c.phrase }},
	{"organ", "", []string{"GA", "SC", "ECOSOC", "HRC"}, "only its texts", func(c *call) any { return &c.organ }},
	{"series", "S", nil, "only this series' texts", func(c *call) any { return &c.search.series }},
	{"from", "N", nil, "the first session", func(c *call) any { return &c.from }},
	{"to", "N", nil, "the last session", func(c *call) any { return &c.to }},
	{"kind", "", []string{"PP", "OP"}, "only preambular or operative paragraphs", func(c *call) any { return &c.kind }},
	{"adopted", "", nil, "only texts that were adopted", func(c *call) any { return &c.adopted }},
	{"all", "", nil, "later texts, too", func(c *call) any { return &c.all }},
	{"limit", "N", nil, "how many wordings are shown", func(c *call) any { return &c.limit }},
}

func precedents(c *call) error {
	s := c.search
	if (s.phrase == "") == (len(c.names) == 0) {
		return fmt.Errorf("precedents wants a TEXT, or --phrase with the words to look for: usage: %s", c.command.usage())
	}
	if mark := app.UnclosedQuote(s.phrase); mark != "" {
		return fmt.Errorf("the quotation mark %s in --phrase is never closed: close it behind the words that must stand as they are, or leave it out", mark)
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
	return a.IndexSearch(context.Background(), func(done, all int) {
		c.progress.say("making the texts searchable: %d of %d", done, all)
	})
}

// kinds are the kinds of paragraph by what a person types.
var kinds = map[string]resolution.Kind{
	"PP": resolution.Preambular, "OP": resolution.Operative,
}

func (s search) query(a *app.App, l resolution.Language) (q app.Query, err error) {
	q = app.Query{Language: l, Most: s.limit}
	q.Scope = app.Scope{From: s.from, To: s.to, Adopted: s.adopted}
	if s.kind != "" {
		q.Scope.Kind = kinds[s.kind]
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
	var cells [][]string
	for _, r := range rows {
		cells = append(cells, []string{name(r.Label, "–"), r.Words, beginning(r.Text)})
	}
	_, err = fmt.Fprint(c.out, table(cells, ""))
	return err
}
