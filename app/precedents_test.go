package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// orchards is a library with a series through four sessions, of which one is missing, and a text of another series.
func orchards(t testing.TB) *App {
	a := newApp(t)
	add(t, a, draft("A/RES/76/911", 76, resolution.Adopted, "Recalling its earlier work on school gardens,", "1. Invites schools to plant trees with due regard to age and climate;"))
	add(t, a, draft("A/RES/77/911", 77, resolution.Adopted, "Recalling its earlier work on school gardens,", "1. Invites schools to plant many trees with due regard to age and to climate;"))
	add(t, a, draft("A/C.2/79/L.5", 79, resolution.Tabled, "Recalling its earlier work on school gardens,", "1. Invites schools to plant old trees, with due regard to age and climate;", "2. Decides to meet."))
	add(t, a, draft("A/RES/79/911", 79, resolution.Adopted, "Recalling its earlier work on school gardens and orchards,", "1. Invites schools to plant old trees, with due regard to age and climate;", "2. Decides to meet."))
	other := draft("S/RES/2001 (2023)", 2023, resolution.Adopted, "Inviting all to plant a tree,", "1. Decides to meet.")
	other.Date, other.Paragraphs[0].Text = "2023-05-02", "Peace in orchards"
	_, _, err := a.Add(&Import{Name: "peace.txt", Draft: other, Place: Place{Title: "Peace in orchards"}})
	must(t, err)
	return a
}

// answers is an answer in short: the words of every variant with its first and last use and how often it stands.
func answers(p Precedents) []string {
	var out []string
	for _, v := range p.Variants {
		out = append(out, fmt.Sprintf("%s: %s %s–%s %s ×%d", v.Words, v.First.Text.Symbol, v.First.Label, v.Last.Text.Symbol, v.Last.Label, len(v.Uses)))
	}
	return out
}

func TestPrecedentsOfAPhrase(t *testing.T) {
	a := orchards(t)
	en := resolution.English
	for _, c := range []struct {
		name  string
		query Query
		want  []string
	}{
		{"the very words", Query{Words: "due regard to age and climate", Language: en}, []string{
			"due regard to age and climate: A/RES/76/911 OP1–A/RES/79/911 OP1 ×3",
			"due regard to age and to climate: A/RES/77/911 OP1–A/RES/77/911 OP1 ×1"}},
		{"in other forms", Query{Words: "planting trees", Language: en}, []string{"plant trees: A/RES/76/911 OP1–A/RES/76/911 OP1 ×1"}},
		{"an expression", Query{Words: "plant* AND NOT (old OR many)", Language: en}, []string{
			"Invites schools to plant trees with due regard to age and climate;: A/RES/76/911 OP1–A/RES/76/911 OP1 ×1",
			"Inviting all to plant a tree,: S/RES/2001 (2023) PP1–S/RES/2001 (2023) PP1 ×1"}},
		{"exact words", Query{Words: `"to meet"`, Language: en, Scope: Scope{Organ: SecurityCouncil}}, []string{"to meet: S/RES/2001 (2023) OP1–S/RES/2001 (2023) OP1 ×1"}},
		{"adopted texts alone", Query{Words: "plant old trees", Language: en, Scope: Scope{Adopted: true}}, []string{"plant old trees: A/RES/79/911 OP1–A/RES/79/911 OP1 ×1"}},
		{"preambular paragraphs alone", Query{Words: "plant", Language: en, Scope: Scope{Kind: resolution.Preambular}}, []string{"plant: S/RES/2001 (2023) PP1–S/RES/2001 (2023) PP1 ×1"}},
		{"some sessions", Query{Words: "school gardens", Language: en, Scope: Scope{From: 77, To: 78}}, []string{"school gardens: A/RES/77/911 PP1–A/RES/77/911 PP1 ×1"}},
		{"titles are not searched", Query{Words: "Peace in orchards", Language: en}, nil},
		{"nothing", Query{Words: "railways", Language: en}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := a.Precedents(context.Background(), c.query)
			must(t, err)
			if got := answers(p); !slices.Equal(got, c.want) {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
	if _, err := a.Precedents(context.Background(), Query{Words: " ; "}); !errors.Is(err, storage.ErrNothingAsked) {
		t.Error(err)
	}
}

func TestPrecedentsOfAParagraph(t *testing.T) {
	a := orchards(t)
	asked := "Invites schools to plant trees with due regard to age and climate;"
	p, err := a.Precedents(context.Background(), Query{Words: asked, Whole: true, Language: resolution.English, Scope: Scope{Kind: resolution.Operative}})
	must(t, err)
	want := []string{
		"Invites schools to plant trees with due regard to age and climate;: A/RES/76/911 OP1–A/RES/76/911 OP1 ×1",
		"Invites schools to plant old trees, with due regard to age and climate;: A/C.2/79/L.5 OP1–A/RES/79/911 OP1 ×2",
		"Invites schools to plant many trees with due regard to age and to climate;: A/RES/77/911 OP1–A/RES/77/911 OP1 ×1",
	}
	if got := answers(p); !slices.Equal(got, want) {
		t.Errorf("found %q", got)
	}
	if p.Variants[0].Tier != ExactWords || p.Variants[1].Tier != NearWords {
		t.Error("tiers", p.Variants[0].Tier, p.Variants[1].Tier)
	}
	for _, v := range p.Variants {
		older, newer := "", ""
		for _, r := range v.Redline {
			if r.Mark != resolution.Inserted {
				older += r.Text
			}
			if r.Mark != resolution.Deleted {
				newer += r.Text
			}
		}
		if newer != v.Words || older == "" {
			t.Errorf("the redline shows %q and %q", older, newer)
		}
	}
	if got := p.Searched.Say(a.Words); got != "Searched 5 texts, sessions 76–79; gaps: 78" {
		t.Error(got)
	}
	if !slices.Equal(p.Timeline, []SessionUses{{76, 1, 1}, {77, 1, 1}, {79, 2, 1}}) {
		t.Error(p.Timeline)
	}
}

// What is in the bin is not found, and what comes out of it is again.
func TestPrecedentsForgetTheBin(t *testing.T) {
	a := orchards(t)
	for _, c := range []struct {
		do   func(int64) error
		want int
	}{{a.library.Trash, 0}, {a.library.Restore, 1}} {
		must(t, c.do(2))
		must(t, a.reload())
		p, err := a.Precedents(context.Background(), Query{Words: "many trees", Language: resolution.English})
		must(t, err)
		if len(p.Variants) != c.want {
			t.Errorf("%d found, want %d", len(p.Variants), c.want)
		}
	}
}

// Every language finds an inflected phrase, and a paragraph some of whose words were changed.
func TestPrecedentsInSixLanguages(t *testing.T) {
	for _, c := range []struct {
		lang                      resolution.Language
		text, phrase, near, other string
	}{
		{resolution.English, "Requests the Secretary-General to report on school gardens at its next session;", "school garden", "Requests the Secretary-General to report on all school gardens at its eightieth session;", "Decides to meet."},
		{resolution.French, "Prie le Secrétaire général de faire rapport sur les jardins scolaires à sa prochaine session ;", "jardin scolaire", "Prie le Secrétaire général de faire rapport sur tous les jardins scolaires à sa session suivante ;", "Décide de se réunir."},
		{resolution.Spanish, "Solicita al Secretario General que informe sobre los huertos escolares en su próximo período de sesiones;", "huerto escolar", "Solicita al Secretario General que informe sobre todos los huertos escolares en su período de sesiones;", "Decide reunirse."},
		{resolution.Russian, "просит Генерального секретаря представить доклад о школьных садах на следующей сессии;", "школьные сады", "просит Генерального секретаря представить новый доклад о школьных садах на восьмидесятой сессии;", "постановляет собраться."},
		{resolution.Arabic, "تطلب إلى الأمين العام أن يقدم تقريرا عن الحدائق المدرسية في دورتها القادمة؛", "والحدائق المدرسيه", "تطلب إلى الأمين العام أن يقدم تقريرا جديدا عن الحدائق المدرسية في دورتها المقبلة؛", "تقرر الاجتماع."},
		{resolution.Chinese, "请秘书长就学校园圃问题向大会下届会议提出报告；", "学校园圃", "请秘书长就所有学校园圃问题向大会第八十届会议提出报告；", "决定开会。"},
	} {
		t.Run(string(c.lang), func(t *testing.T) {
			a := newApp(t)
			d := resolution.Draft{Symbol: "A/RES/78/911", Language: c.lang, Session: 78, Stage: resolution.Adopted}
			for i, text := range []string{c.other, c.text} {
				d.Paragraphs = append(d.Paragraphs, resolution.Paragraph{Kind: resolution.Operative, Number: fmt.Sprint(i + 1), Text: text})
			}
			add(t, a, d)
			for _, q := range []Query{{Words: c.phrase}, {Words: c.phrase, Language: c.lang}, {Words: c.near, Whole: true}, {Words: c.text, Whole: true}} {
				p, err := a.Precedents(context.Background(), q)
				must(t, err)
				if len(p.Variants) != 1 || p.Variants[0].First.Context != c.text || p.Variants[0].First.Label != "OP2" {
					t.Errorf("%q finds %q", q.Words, answers(p))
				}
			}
		})
	}
}
