package app

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// checked are texts as they come, one in each language, every one with a footnote in the middle and a page's foot.
var checked = map[resolution.Language]string{
	"en": "A/C.2/80/L.902\n\nSchool gardens\n\nThe General Assembly,\n\nRecalling its resolution 55/901 of 20 December 2000 on the gardens of\nschools,¹\n\n_______________\n¹ See A/59/328, annex.\n\n25-10811\n\nConvinced that a garden teaches patience and respect for nature,\n\n1. Welcomes the report of the Secretary-General on the gardens;\n\n2. Invites all Member States:\n\n(a) To plant fruit trees in every school;\n\n(b) To share seeds with their neighbours;\n\n3. Decides to consider the question at its eighty-first session.\n",
	"fr": "A/C.2/80/L.902\n\nLes jardins scolaires\n\nL’Assemblée générale,\n\nRappelant sa résolution 55/901 du 20 décembre 2000 sur les jardins des\nécoles¹,\n\n_______________\n¹ Voir A/59/328, annexe.\n\n25-10811\n\nConvaincue qu’un jardin enseigne la patience et le respect de la nature,\n\n1. Accueille avec satisfaction le rapport du Secrétaire général sur les jardins ;\n\n2. Invite tous les États Membres :\n\na) À planter des arbres fruitiers dans chaque école ;\n\nb) À partager des graines avec leurs voisins ;\n\n3. Décide d’examiner la question à sa quatre-vingt-unième session.\n",
	"es": "A/C.2/80/L.902\n\nLos huertos escolares\n\nLa Asamblea General,\n\nRecordando su resolución 55/901, de 20 de diciembre de 2000, sobre los huertos de las\nescuelas¹,\n\n_______________\n¹ Véase A/59/328, anexo.\n\n25-10811\n\nConvencida de que un huerto enseña paciencia y respeto por la naturaleza,\n\n1. Acoge con beneplácito el informe del Secretario General sobre los huertos;\n\n2. Invita a todos los Estados Miembros a:\n\na) Plantar árboles frutales en cada escuela;\n\nb) Compartir semillas con sus vecinos;\n\n3. Decide examinar la cuestión en su octogésimo primer período de sesiones.\n",
	"ru": "A/C.2/80/L.902\n\nШкольные сады\n\nГенеральная Ассамблея,\n\nссылаясь на свою резолюцию 55/901 от 20 декабря 2000 года о садах\nшкол¹,\n\n_______________\n¹ См. A/59/328, приложение.\n\n25-10811\n\nбудучи убеждена, что сад учит терпению и уважению к природе,\n\n1. с удовлетворением отмечает доклад Генерального секретаря о садах;\n\n2. предлагает всем государствам-членам:\n\na) сажать фруктовые деревья в каждой школе;\n\nb) делиться семенами с соседями;\n\n3. постановляет рассмотреть этот вопрос на своей восемьдесят первой сессии.\n",
	"zh": "A/C.2/80/L.902\n\n学校菜园\n\n大会，\n\n回顾其2000年12月20日关于学校菜园的\n第55/901号决议，¹\n\n_______________\n¹ 见A/59/328，附件。\n\n25-10811\n\n深信菜园教人耐心和尊重自然，\n\n1. 欢迎秘书长关于菜园的报告；\n\n2. 邀请所有会员国：\n\n(a) 在每所学校种植果树；\n\n(b) 与邻居分享种子；\n\n3. 决定在第八十一届会议上审议这一问题。\n",
	"ar": "A/C.2/80/L.902\n\nحدائق المدارس\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها 55/901 المؤرخ 20 كانون الأول/ديسمبر 2000 بشأن حدائق\nالمدارس¹،\n\n_______________\n¹ انظر A/59/328، المرفق.\n\n25-10811\n\nواقتناعا منها بأن الحديقة تعلم الصبر واحترام الطبيعة،\n\n1 - ترحب بتقرير الأمين العام عن الحدائق؛\n\n2 - تدعو جميع الدول الأعضاء إلى ما يلي:\n\n(أ) زراعة أشجار الفاكهة في كل مدرسة؛\n\n(ب) تبادل البذور مع جيرانها؛\n\n3 - تقرر النظر في المسألة في دورتها الحادية والثمانين.\n",
}

func checkedImport(t testing.TB, l resolution.Language) *Import {
	t.Helper()
	i, err := ReadBytes("draft.txt", []byte(checked[l]))
	must(t, err)
	if len(i.Draft.Footnotes) != 1 || len(i.Draft.Paragraphs) < 8 || i.Draft.Language != l {
		t.Fatalf("%s: read as %s with %d paragraphs and %d notes", l, i.Draft.Language, len(i.Draft.Paragraphs), len(i.Draft.Footnotes))
	}
	return i
}

// letters are all letters and digits of a draft, sorted: what no correction may lose.
func lettersOf(d resolution.Draft) string {
	var b strings.Builder
	for _, p := range d.Paragraphs {
		b.WriteString(p.Number + spelled(p))
	}
	for _, f := range d.Footnotes {
		b.WriteString(f.Number + f.Text)
	}
	b.WriteString(strings.Join(d.LeftOut, ""))
	runes := []rune(inked(lowered.Replace(b.String())))
	slices.Sort(runes)
	return string(runes)
}

// TestNoCorrectionLosesAWord makes corrections anywhere, in every order, and takes them all back.
func TestNoCorrectionLosesAWord(t *testing.T) {
	for _, l := range resolution.Languages {
		for seed := range uint64(40) {
			i := checkedImport(t, l)
			first := copyDraft(i.Draft)
			problems := slices.Clone(i.Problems)
			r := rand.New(rand.NewPCG(seed, 1))
			for range 12 {
				before := lettersOf(i.Draft)
				what := correctAnything(i, r)
				if after := lettersOf(i.Draft); !holdsAll(after, before) {
					t.Fatalf("%s, seed %d: %s lost letters\nof %q\nto %q", l, seed, what, before, after)
				}
				soundDraft(t, i, what)
			}
			for i.Undo() {
			}
			if !reflect.DeepEqual(i.Draft, first) || !slices.EqualFunc(i.Problems, problems, resolution.Problem.Same) || len(i.Corrections) != 0 {
				t.Fatalf("%s, seed %d: taken back, the draft is\n%+v\nwant\n%+v", l, seed, i.Draft, first)
			}
		}
	}
}

// holdsAll reports whether sorted letters hold others: a note that is given a number has one more.
func holdsAll(letters, others string) bool {
	all := []rune(letters)
	for _, r := range others {
		at := slices.Index(all, r)
		if at < 0 {
			return false
		}
		all = all[at+1:]
	}
	return true
}

func correctAnything(i *Import, r *rand.Rand) string {
	at := r.IntN(len(i.Draft.Paragraphs))
	var err error
	before := len(i.Corrections)
	switch r.IntN(8) {
	case 0:
		err = i.Join(at)
	case 1:
		err = i.Split(at, r.IntN(len([]rune(i.Draft.Paragraphs[at].Text))+1))
	case 2:
		err = i.MakeNote(at, "")
	case 3:
		err = i.MakeNote(at, "1")
	case 4:
		err = i.MakeParagraph(r.IntN(len(i.Draft.Footnotes) + 1))
	case 5:
		err = i.LeaveOut(at)
	case 6:
		err = i.TakeIn(r.IntN(len(i.Draft.LeftOut)+1), at)
	case 7:
		err = i.SetKind(at, resolution.Kinds[r.IntN(len(resolution.Kinds))])
	}
	if len(i.Draft.Paragraphs) == 0 {
		i.Undo()
	}
	if err != nil || len(i.Corrections) == before {
		return "a refused correction"
	}
	return i.Corrections[len(i.Corrections)-1].What
}

// soundDraft checks that calls, openings and problems stand where they can.
func soundDraft(t *testing.T, i *Import, what string) {
	t.Helper()
	for at, p := range i.Draft.Paragraphs {
		n, last := len([]rune(p.Text)), 0
		for _, c := range p.Notes {
			if c.Offset < last || c.Offset > n {
				t.Fatalf("after %s, paragraph %d has a call at %d of %d: %q", what, at, c.Offset, n, p.Text)
			}
			last = c.Offset
		}
		if p.Opening < 0 || p.Opening > n || strings.ContainsAny(p.Text, "\n") {
			t.Fatalf("after %s, paragraph %d has an opening of %d: %q", what, at, p.Opening, p.Text)
		}
	}
	for _, p := range i.Problems {
		if p.Paragraph >= len(i.Draft.Paragraphs) {
			t.Fatalf("after %s, a problem is of paragraph %d of %d", what, p.Paragraph, len(i.Draft.Paragraphs))
		}
	}
}

// preamble is the paragraph that calls the note.
func preamble(t testing.TB, i *Import) int {
	t.Helper()
	at := slices.IndexFunc(i.Draft.Paragraphs, func(p resolution.Paragraph) bool { return len(p.Notes) > 0 })
	if at < 0 {
		t.Fatalf("no paragraph calls a note: %+v", i.Draft.Paragraphs)
	}
	return at
}

func TestSplitAndJoinUndoOneAnother(t *testing.T) {
	for _, l := range resolution.Languages {
		i := checkedImport(t, l)
		at := preamble(t, i)
		was := i.Draft.Paragraphs[at]
		cut := len([]rune(was.Text)) / 2
		for []rune(was.Text)[cut-1] != ' ' && l != resolution.Chinese {
			cut--
		}
		must(t, i.Split(at, cut))
		first, second := i.Draft.Paragraphs[at], i.Draft.Paragraphs[at+1]
		if len(first.Notes) != 0 || len(second.Notes) != 1 || second.Notes[0].Offset >= was.Notes[0].Offset {
			t.Errorf("%s: the calls are %v and %v, were %v", l, first.Notes, second.Notes, was.Notes)
		}
		must(t, i.Join(at))
		if got := i.Draft.Paragraphs[at]; !reflect.DeepEqual(got, was) {
			t.Errorf("%s: got\n%+v\nwant\n%+v", l, got, was)
		}
	}
}

func TestANoteBecomesAParagraphAndANoteAgain(t *testing.T) {
	for _, l := range resolution.Languages {
		i := checkedImport(t, l)
		at, note := preamble(t, i), i.Draft.Footnotes[0]
		must(t, i.MakeParagraph(0))
		p := i.Draft.Paragraphs[at+1]
		if p.Text != note.Text || p.Number != "1" || len(i.Draft.Footnotes) != 0 || len(i.Draft.Paragraphs[at].Notes) != 0 {
			t.Errorf("%s: the paragraph is %+v behind %+v", l, p, i.Draft.Paragraphs[at])
		}
		must(t, i.MakeNote(at+1, ""))
		if len(i.Draft.Footnotes) != 1 || i.Draft.Footnotes[0] != note {
			t.Errorf("%s: the notes are %+v", l, i.Draft.Footnotes)
		}
	}
}

func TestAMarkAtTheHeadIsTheNotesNumber(t *testing.T) {
	for text, want := range map[string]resolution.Footnote{
		"3 See A/59/328.":            {Number: "3", Text: "See A/59/328."},
		"12/ Ibid., para. 4.":        {Number: "12", Text: "Ibid., para. 4."},
		"* Reissued on 15 January.":  {Number: "*", Text: "Reissued on 15 January."},
		"² Там же.":                  {Number: "2", Text: "Там же."},
		"٣ المرجع نفسه.":             {Number: "3", Text: "المرجع نفسه."},
		"１ 同上。":                      {Number: "1", Text: "同上。"},
		"No mark stands before this": {},
		"2004":                       {},
	} {
		if mark, rest := noteMark(text); mark != want.Number || mark != "" && rest != want.Text {
			t.Errorf("%q: mark %q before %q", text, mark, rest)
		}
	}
}

func TestDoubtsAreStepped(t *testing.T) {
	i := &Import{Draft: draft("", 80, "", "One,", "Two,", "1. Three;", "2. Four."), Problems: []resolution.Problem{
		{Paragraph: 3, Message: "b"}, {Paragraph: 1, Message: "a"}, {Paragraph: -1, Message: "whole"}, {Paragraph: 3, Message: "c"}}}
	if got := i.Doubts(); !slices.Equal(got, []int{1, 3}) {
		t.Errorf("doubts are %v", got)
	}
	for from, want := range map[int]int{-1: 1, 1: 3, 2: 3, 3: 1, 4: 1} {
		if got := i.NextDoubt(from); got != want {
			t.Errorf("after %d comes %d, want %d", from, got, want)
		}
	}
	must(t, i.Join(1))
	if got := i.Doubts(); !slices.Equal(got, []int{2}) {
		t.Errorf("after a join the doubts are %v", got)
	}
	must(t, i.Confirm(2))
	if got := i.NextDoubt(0); got != -1 {
		t.Errorf("after all are confirmed comes %d", got)
	}
}

func TestCorrectionsAreMadeAgainOnANewReading(t *testing.T) {
	for _, l := range resolution.Languages {
		i := checkedImport(t, l)
		at := preamble(t, i)
		must(t, i.Split(at, len([]rune(i.Draft.Paragraphs[at].Text))/2))
		must(t, i.MakeParagraph(0))
		must(t, i.LeaveOut(at+3))
		must(t, i.TakeIn(0, at))
		must(t, i.SetNumber(len(i.Draft.Paragraphs)-1, "3 bis"))
		must(t, i.Join(at+4))
		fresh := checkedImport(t, l)
		if lost := Redo(i.Corrections, fresh); len(lost) != 0 {
			t.Errorf("%s: lost are %+v", l, lost)
		}
		if !reflect.DeepEqual(fresh.Draft, i.Draft) {
			t.Errorf("%s: made again, the draft is\n%+v\nwant\n%+v", l, fresh.Draft, i.Draft)
		}
		other := &Import{Draft: draft("", 80, "", "Quite another text,")}
		if lost := Redo(i.Corrections, other); len(lost) != len(i.Corrections) || len(other.Problems) != len(lost) {
			t.Errorf("%s: on another text %d are lost and %d told of", l, len(lost), len(other.Problems))
		}
	}
}

func TestCorrectionsAreKeptWithTheText(t *testing.T) {
	a := newApp(t)
	i := checkedImport(t, "ru")
	must(t, i.SetNumber(len(i.Draft.Paragraphs)-1, "3 бис"))
	must(t, i.Confirm(3))
	must(t, a.Propose(i))
	text, already, err := a.Add(i)
	must(t, err)
	s, err := a.Stored(text.ID)
	must(t, err)
	if already || !reflect.DeepEqual(s.Corrections, i.Corrections) || !reflect.DeepEqual(s.Draft, i.Draft) {
		t.Errorf("kept are %+v, want %+v", s.Corrections, i.Corrections)
	}
	must(t, i.Confirm(4))
	if again, already, err := a.Add(i); err != nil || !already || again.ID != text.ID {
		t.Errorf("the same words, once more confirmed, are kept as %d, already %v (%v)", again.ID, already, err)
	}
}

func TestEveryParagraphIsFoundInTheSource(t *testing.T) {
	for _, l := range resolution.Languages {
		i := checkedImport(t, l)
		soundLines(t, i)
		must(t, i.Join(preamble(t, i)))
		must(t, i.Split(len(i.Draft.Paragraphs)-1, 5))
		soundLines(t, i)
	}
}

func soundLines(t *testing.T, i *Import) {
	t.Helper()
	lines := SourceLines(i.Source)
	for at, p := range i.Draft.Paragraphs {
		from, to := i.Lines(at)
		if from == to {
			t.Errorf("%s: paragraph %d %q is in no line", i.Draft.Language, at, p.Text)
			continue
		}
		words := []rune(inked(p.Text))
		if held := inked(strings.Join(lines[from:to], "")); !strings.Contains(held, string(words[:min(4, len(words))])) {
			t.Errorf("%s: paragraph %d %q is in lines %d to %d: %q", i.Draft.Language, at, p.Text, from, to, lines[from:to])
		}
	}
	for n, line := range lines {
		if strings.Contains(line, "A/59/328") && i.NoteAt(n) != 0 {
			t.Errorf("%s: line %d, %q, is of note %d", i.Draft.Language, n, line, i.NoteAt(n))
		}
		if strings.Contains(line, "25-10811") && i.ParagraphAt(n) >= 0 {
			t.Errorf("%s: a page's foot is of paragraph %d", i.Draft.Language, i.ParagraphAt(n))
		}
	}
}
