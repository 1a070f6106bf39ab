package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
	"mutatis/assets"
)

func sampleVersions(t *testing.T, name string) map[resolution.Language]Stored {
	t.Helper()
	all := map[resolution.Language]Stored{}
	for _, s := range assets.SampleTexts() {
		if strings.HasPrefix(s.File, name+".") {
			d, _ := resolution.ReadText(s.Text)
			all[d.Language] = Stored{Draft: d}
		}
	}
	return all
}

// The language versions of a resolution stand side by side, paragraph by paragraph, and the watch is quiet.
func TestParallelVersions(t *testing.T) {
	for _, name := range []string{"A_RES_55_901", "A_C.2_55_L.901"} {
		versions := sampleVersions(t, name)
		for _, l := range resolution.Languages {
			for _, r := range resolution.Languages {
				p := NewParallel(versions[l], versions[r])
				for i, row := range p.Rows {
					if len(row.Left) == 0 || len(row.Right) == 0 {
						t.Errorf("%s %s/%s row %d: %v", name, l, r, i, row)
					}
				}
				for _, d := range p.Differences {
					t.Errorf("%s %s/%s: %s", name, l, r, describe(p, d))
				}
			}
		}
	}
}

func describe(p Parallel, d Difference) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d %s: %q %q", d.Row, d.Kind, d.Left, d.Right)
	if d.Row < 0 {
		return b.String()
	}
	for _, i := range p.Rows[d.Row].Left {
		b.WriteString("\n\t" + p.Left.Draft.Paragraphs[i].Text)
	}
	for _, i := range p.Rows[d.Row].Right {
		b.WriteString("\n\t" + p.Right.Draft.Paragraphs[i].Text)
	}
	return b.String()
}

// One thing that is not the same is said once, whatever the languages.
func TestParallelWatch(t *testing.T) {
	last := func(d *resolution.Draft, k resolution.Kind) *resolution.Paragraph {
		for i := len(d.Paragraphs) - 1; i >= 0; i-- {
			if d.Paragraphs[i].Kind == k {
				return &d.Paragraphs[i]
			}
		}
		return nil
	}
	replace := func(d *resolution.Draft, from, to string) {
		for i := range d.Paragraphs {
			d.Paragraphs[i].Text = strings.Replace(d.Paragraphs[i].Text, from, to, 1)
		}
	}
	lefts := sampleVersions(t, "A_RES_55_901")
	for _, c := range []struct {
		name        string
		change      func(*resolution.Draft)
		kind        DifferenceKind
		left, right string
	}{
		{"a paragraph is missing", func(d *resolution.Draft) {
			d.Paragraphs = slices.DeleteFunc(d.Paragraphs, func(p resolution.Paragraph) bool { return p.Kind == resolution.Operative && p.Number == "2" })
		}, DifferentParagraph, "OP2", ""},
		{"another year", func(d *resolution.Draft) { replace(d, "2002", "2003") }, DifferentDate, "2002", "2003"},
		{"another day", func(d *resolution.Draft) {
			replace(d, "16 December", "18 December")
			replace(d, "16 décembre", "18 décembre")
			replace(d, "16 декабря", "18 декабря")
			replace(d, "16 de diciembre", "18 de diciembre")
			replace(d, "16 كانون", "18 كانون")
			replace(d, "12月16日", "12月18日")
		}, DifferentDate, "16", "18"},
		{"another symbol", func(d *resolution.Draft) { replace(d, "51/913", "51/914") }, DifferentSymbol, "A/RES/51/913", "A/RES/51/914"},
		{"a note call is missing", func(d *resolution.Draft) { dropCall(d) }, DifferentNotes, "1", "0"},
		{"a number is out", func(d *resolution.Draft) { last(d, resolution.Operative).Number = "9" }, DifferentLabel, "OP7", "OP9"},
		{"a footnote is missing", func(d *resolution.Draft) { d.Footnotes = d.Footnotes[1:] }, DifferentFootnotes, "2", "1"},
		{"another kind", func(d *resolution.Draft) {
			p := last(d, resolution.Preambular)
			p.Kind = resolution.Unknown
		}, DifferentKind, "preambular", "unknown"},
	} {
		for l, right := range sampleVersions(t, "A_RES_55_901") {
			right.Draft.Paragraphs = slices.Clone(right.Draft.Paragraphs)
			c.change(&right.Draft)
			for r, left := range lefts {
				p := NewParallel(left, right)
				if d := p.Differences; len(d) != 1 || d[0].Kind != c.kind || d[0].Left != c.left || d[0].Right != c.right {
					t.Errorf("%s, %s beside %s: %+v", c.name, l, r, d)
				}
			}
		}
	}
}

func dropCall(d *resolution.Draft) {
	for i := range d.Paragraphs {
		if len(d.Paragraphs[i].Notes) > 0 {
			d.Paragraphs[i].Notes = nil
			return
		}
	}
}
