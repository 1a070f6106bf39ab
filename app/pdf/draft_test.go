package pdf

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

var languages = []string{"en", "ru", "fr", "es", "zh", "ar"}

// readDraft reads testdata/LANGUAGE.draft: a line a paragraph, "op 3: _Decides_ to …[1];".
func readDraft(t testing.TB, language string) resolution.Draft {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", language+".draft"))
	if err != nil {
		t.Fatal(err)
	}
	var d resolution.Draft
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		key, text, _ := strings.Cut(line, ": ")
		kind, number, _ := strings.Cut(key, " ")
		if set, ok := draftFields[kind]; ok {
			set(&d, text)
		} else if kind == "note" {
			d.Footnotes = append(d.Footnotes, resolution.Footnote{Number: number, Text: text})
		} else {
			d.Paragraphs = append(d.Paragraphs, parseParagraph(t, kind, number, text))
		}
	}
	return d
}

var draftFields = map[string]func(*resolution.Draft, string){
	"language":     func(d *resolution.Draft, s string) { d.Language = resolution.Language(s) },
	"symbol":       func(d *resolution.Draft, s string) { d.Symbol, d.Header.Symbol = s, s },
	"number":       func(d *resolution.Draft, s string) { d.Number = s },
	"organization": func(d *resolution.Draft, s string) { d.Header.Organization = s },
	"distribution": func(d *resolution.Draft, s string) { d.Header.Distribution = s },
	"date":         func(d *resolution.Draft, s string) { d.Header.Date = s },
	"original":     func(d *resolution.Draft, s string) { d.Header.Original = s },
	"session":      func(d *resolution.Draft, s string) { d.Header.Session = s },
	"committee":    func(d *resolution.Draft, s string) { d.Header.Committee = s },
	"agenda":       func(d *resolution.Draft, s string) { d.Header.AgendaItem = s },
	"adoption":     func(d *resolution.Draft, s string) { d.Header.Adoption = s },
	"basis":        func(d *resolution.Draft, s string) { d.Header.Basis = s },
	"sponsors":     func(d *resolution.Draft, s string) { d.Header.Sponsors = s },
	"other":        func(d *resolution.Draft, s string) { d.Header.Other = append(d.Header.Other, s) },
}

var draftKinds = map[string]resolution.Kind{
	"title": resolution.Title, "organ": resolution.Organ, "pp": resolution.Preambular, "op": resolution.Operative,
	"sub1": resolution.Subparagraph, "sub2": resolution.Subparagraph, "sub3": resolution.Subparagraph,
	"closing": resolution.Closing, "annex": resolution.Annex, "heading": resolution.Heading, "part": resolution.Part,
	"table": resolution.Table, "unknown": resolution.Unknown,
}

var noteMark = regexp.MustCompile(`\[(\d{1,2})\]`)

func parseParagraph(t testing.TB, kind, number, text string) resolution.Paragraph {
	t.Helper()
	k, ok := draftKinds[kind]
	if !ok {
		t.Fatalf("no kind %q", kind)
	}
	p := resolution.Paragraph{Kind: k, Number: number}
	if k == resolution.Subparagraph {
		p.Level = int(kind[3] - '0')
	}
	if parts := strings.SplitN(text, "_", 3); len(parts) == 3 && parts[0] == "" {
		p.Opening = len([]rune(parts[1]))
		text = parts[1] + parts[2]
	}
	for {
		at := noteMark.FindStringSubmatchIndex(text)
		if at == nil {
			break
		}
		p.Notes = append(p.Notes, resolution.NoteCall{Number: text[at[2]:at[3]], Offset: len([]rune(text[:at[0]]))})
		text = text[:at[0]] + text[at[1]:]
	}
	p.Text = text
	return p
}
