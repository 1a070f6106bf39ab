package app

import (
	"context"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

func compared(t testing.TB, older, newer resolution.Draft) *Comparison {
	t.Helper()
	c, err := Compare(context.Background(), Stored{Draft: older}, Stored{Draft: newer}, View{})
	must(t, err)
	return c
}

// drawn writes runs as a reader sees them: [-deleted-] {+inserted+} =moved= *italic* ^call^ <link>.
func drawn(runs []resolution.Run) string {
	marks := map[resolution.Mark][2]string{
		resolution.Kept: {"", ""}, resolution.Deleted: {"[-", "-]"}, resolution.Inserted: {"{+", "+}"}, resolution.Moved: {"=", "="},
	}
	styles := map[resolution.Style][2]string{resolution.Italic: {"*", "*"}, resolution.Call: {"^", "^"}, resolution.Numeral: {"#", ""}}
	var b strings.Builder
	for _, r := range runs {
		text := styles[r.Style][0] + r.Text + styles[r.Style][1]
		if r.Link != "" {
			text = "<" + text + ">"
		}
		b.WriteString(marks[r.Mark][0] + text + marks[r.Mark][1])
	}
	return b.String()
}

func one(text string, calls ...resolution.NoteCall) resolution.Draft {
	return resolution.Draft{Language: resolution.English, Paragraphs: []resolution.Paragraph{
		{Kind: resolution.Operative, Number: "1", Text: text, Notes: calls},
	}}
}

func TestInline(t *testing.T) {
	call := func(n string, at int) resolution.NoteCall { return resolution.NoteCall{Number: n, Offset: at} }
	cases := []struct {
		name         string
		older, newer resolution.Draft
		class        resolution.Class
		want         string
	}{
		{"same", one("Decides to meet."), one("Decides to meet."), resolution.Same, "#1. Decides to meet."},
		{"a word", one("Decides to meet here."), one("Decides to meet there."), resolution.Changed,
			"#1. Decides to meet [-here-]{+there+}."},
		{"a note is renumbered", one("Decides to meet.", call("1", 7)), one("Decides to meet.", call("4", 7)), resolution.Same,
			"#1. Decides^4^ to meet."},
		{"a note is added", one("Decides to meet."), one("Decides to meet.", call("1", 7)), resolution.Changed,
			"#1. Decides{+^1^+} to meet."},
		{"a note is dropped", one("Decides to meet.", call("2", 7)), one("Decides to meet."), resolution.Changed,
			"#1. Decides[-^2^-] to meet."},
		{"a note stays while words change", one("Decides to meet here.", call("1", 15)), one("Decides to meet there.", call("2", 15)),
			resolution.Changed, "#1. Decides to meet^2^ [-here-]{+there+}."},
		{"a note stands behind a sign behind a word that is new", one("Recalls resolution 78/7;", call("1", 24)),
			one("Recalls resolution 79/7;", call("1", 24)), resolution.Changed, "#1. Recalls resolution [-<78/7>-]{+<79/7>+};^1^"},
		{"a note stands behind a word that is new", one("Recalls the year 2022 and more.", call("1", 21)),
			one("Recalls the year 2023, and more.", call("1", 22)), resolution.Changed, "#1. Recalls the year [-2022-]{+2023,+}^1^ and more."},
		{"a note stands behind a comma that is new", one("Recalls the child and the law.", call("5", 17)),
			one("Recalls the child, the parents and the law.", call("5", 18)), resolution.Changed,
			"#1. Recalls the child{+,+}^5^{+ the parents+} and the law."},
		{"a note stands behind a comma that is gone", one("Recalls the child, the parents and the law.", call("5", 18)),
			one("Recalls the child and the law.", call("5", 17)), resolution.Changed,
			"#1. Recalls the child^5^[-,-][- the parents-] and the law."},
		{"typography", one("Decides “so”."), one("Decides \"so\"."), resolution.Same, "#1. Decides \"so\"."},
	}
	for _, c := range cases {
		row := compared(t, c.older, c.newer).Redline.Rows[0]
		if row.Class != c.class {
			t.Errorf("%s: class %s, want %s", c.name, row.Class, c.class)
		}
		if got := drawn(row.Inline); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestOpeningAndCitationAreSetApart(t *testing.T) {
	d := one("Recalling its resolution 45/158 of 18 December 1990,")
	d.Paragraphs[0].Kind, d.Paragraphs[0].Number, d.Paragraphs[0].Opening = resolution.Preambular, "", 9
	got := drawn(compared(t, d, d).Redline.Rows[0].Newer[0].Runs)
	if !strings.HasPrefix(got, "*Recalling* its ") || !strings.Contains(got, "<45/158>") && !strings.Contains(got, "<resolution 45/158>") {
		t.Errorf("drawn as %s", got)
	}
}

func TestMovedParagraphIsMarkedWhole(t *testing.T) {
	a := draft("", 1, "", "1. Decides to plant trees in every yard;", "2. Requests the school to report;", "3. Invites the parents to help.")
	b := draft("", 2, "", "1. Requests the school to report;", "2. Invites the parents to help;", "3. Decides to plant trees in every yard.")
	for _, row := range compared(t, a, b).Redline.Rows {
		if len(row.Newer) == 1 && strings.Contains(plain(row.Newer[0].Runs), "plant trees") {
			if row.Class != resolution.MovedChanged && row.Class != resolution.MovedOnly || row.From == "" {
				t.Errorf("class %s from %q", row.Class, row.From)
			}
			return
		}
	}
	t.Error("the moved paragraph has no row of its own")
}

// sides joins what a redline says each text is.
func sides(r resolution.Redline) (older, newer map[int]string) {
	older, newer = map[int]string{}, map[int]string{}
	for _, row := range r.Rows {
		for _, c := range row.Older {
			older[c.Index] += plain(c.Runs)
		}
		for _, c := range row.Newer {
			newer[c.Index] += plain(c.Runs)
		}
	}
	return older, newer
}

// TestRedlineSaysBothTexts: whatever the texts, the cells of a redline are their paragraphs, each once and whole.
func FuzzRedlineSaysBothTexts(f *testing.F) {
	f.Add("Recalling A/RES/45/158,\nDecides to meet.\nStresses all of it", "Decides to meet again.\nRecalling A/RES/45/158,")
	f.Add("يشير إلى قراره 45/158\nيقرر", "يقرر أن\nيشير إلى قراره 45/158")
	f.Add("回顾其第45/158号决议\n决定", "决定召开\n回顾其第45/158号决议")
	f.Fuzz(func(t *testing.T, a, b string) {
		older, newer := lines(a), lines(b)
		if len(older.Paragraphs) == 0 || len(newer.Paragraphs) == 0 {
			t.Skip()
		}
		gotOlder, gotNewer := sides(compared(t, older, newer).Redline)
		whole(t, "older", older, gotOlder)
		whole(t, "newer", newer, gotNewer)
	})
}

func lines(text string) resolution.Draft {
	d := resolution.Draft{Language: resolution.English}
	for _, l := range strings.Split(strings.ToValidUTF8(text, "?"), "\n") {
		if l != "" {
			d.Paragraphs = append(d.Paragraphs, resolution.Paragraph{Kind: resolution.Preambular, Text: l})
		}
	}
	return d
}

func whole(t *testing.T, side string, d resolution.Draft, got map[int]string) {
	t.Helper()
	for i, p := range d.Paragraphs {
		if got[i] != p.Text {
			t.Errorf("%s paragraph %d is %q, drawn as %q", side, i, p.Text, got[i])
		}
	}
}
