package resolution

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// rollSource is an adopted text of the fifty-ninth session, 59/262 of 23 December 2004, in a language.
func rollSource(l Language, paragraphs ...Paragraph) Draft {
	organs := map[Language]string{
		English: "The General Assembly,", French: "L’Assemblée générale,", Spanish: "La Asamblea General,",
		Russian: "Генеральная Ассамблея,", Chinese: "大会，", Arabic: "إن الجمعية العامة،",
	}
	sessions := map[Language]string{
		English: "Fifty-ninth session", French: "Cinquante-neuvième session", Spanish: "Quincuagésimo noveno período de sesiones",
		Russian: "Пятьдесят девятая сессия", Chinese: "第五十九届会议", Arabic: "الدورة التاسعة والخمسون",
	}
	return Draft{
		Symbol: "A/RES/59/262", Number: "59/262", Language: l, Session: 59, Stage: Adopted, Date: "2004-12-23",
		Header:     Header{Session: sessions[l], AgendaItem: "Agenda item 105 (a)", Symbol: "A/RES/59/262"},
		Paragraphs: append([]Paragraph{{Kind: Title, Number: "59/262", Text: "Gardens"}, {Kind: Organ, Text: organs[l]}}, paragraphs...),
		Closing:    Closed{Date: writtenDate("2004-12-23", l)},
	}
}

func preambular(text string) Paragraph { return Paragraph{Kind: Preambular, Text: text} }
func operativeParagraph(text string) Paragraph {
	return Paragraph{Kind: Operative, Number: "1", Text: text}
}

func TestRollPlaces(t *testing.T) {
	cases := []struct {
		name, was, now string
		l              Language
		kind           Kind
	}{
		{"en session", "Requests the Secretary-General to report to the General Assembly at its sixtieth session;", "Requests the Secretary-General to report to the General Assembly at its sixty-first session;", English, Operative},
		{"en agenda", "Decides to include in the provisional agenda of its sixty-first session the item entitled “Gardens”.", "Decides to include in the provisional agenda of its sixty-second session the item entitled “Gardens”.", English, Operative},
		{"en two sessions", "Requests the Secretary-General to report to the General Assembly at its sixtieth and sixty-first sessions;", "Requests the Secretary-General to report to the General Assembly at its sixty-first and sixty-second sessions;", English, Operative},
		{"en figure", "Requests the Secretary-General to report to the General Assembly at its 60th session;", "Requests the Secretary-General to report to the General Assembly at its 61st session;", English, Operative},
		{"en other body", "Requests the Commission on Human Rights to consider gardens at its sixty-first session;", "", English, Operative},
		{"en past", "Recalling the debate held at its fifty-eighth session,", "", English, Preambular},
		{"en from then on", "Decides that the item shall be considered every two years, beginning at its sixtieth session;", "", English, Operative},
		{"en high-level week", "Requests the President to convene a meeting during the high-level week of the sixtieth session of the General Assembly;", "", English, Operative},
		{"en list", "Recalling its resolutions 56/9 of 27 November 2001, 57/11 of 12 November 2002 and 58/7 of 4 November 2003,", "Recalling its resolutions 56/9 of 27 November 2001, 57/11 of 12 November 2002, 58/7 of 4 November 2003 and 59/262 of 23 December 2004,", English, Preambular},
		{"en single", "Recalling also its resolution 58/190 of 22 December 2003,", "Recalling also its resolution 59/262 of 23 December 2004,", English, Preambular},
		{"en latest", "Recalling its previous resolutions on gardens, the latest of which was resolution 58/190 of 22 December 2003,", "Recalling its previous resolutions on gardens, the latest of which was resolution 59/262 of 23 December 2004,", English, Preambular},
		{"en and others", "Recalling its resolution 58/190 of 22 December 2003 and other previous resolutions on gardens,", "Recalling its resolution 59/262 of 23 December 2004 and other previous resolutions on gardens,", English, Preambular},
		{"en of old", "Recalling its resolution 45/158 of 18 December 1990,", "", English, Preambular},
		{"en report", "Takes note of the report of the Secretary-General (A/59/328);", "Takes note of the report of the Secretary-General ([A/60/…]);", English, Operative},
		{"en final report", "Takes note of the final report of the Secretary-General (A/59/328);", "", English, Operative},
		{"en year", "Having received the report of the Agency for 2003,", "Having received the report of the Agency for 2004,", English, Preambular},
		{"en event", "Decides to convene a dialogue on 14 and 15 September 2005;", "", English, Operative},

		{"ru session", "просит Генерального секретаря представить Генеральной Ассамблее на ее шестьдесят первой сессии доклад;", "просит Генерального секретаря представить Генеральной Ассамблее на ее шестьдесят второй сессии доклад;", Russian, Operative},
		{"ru agenda", "постановляет включить в предварительную повестку дня своей шестидесятой сессии пункт, озаглавленный «Сады».", "постановляет включить в предварительную повестку дня своей шестьдесят первой сессии пункт, озаглавленный «Сады».", Russian, Operative},
		{"ru figure", "просит Генерального секретаря представить Генеральной Ассамблее доклад на 60-й сессии;", "просит Генерального секретаря представить Генеральной Ассамблее доклад на 61-й сессии;", Russian, Operative},
		{"ru other body", "просит Комиссию по правам человека рассмотреть этот вопрос на ее шестьдесят первой сессии;", "", Russian, Operative},
		{"ru list", "ссылаясь на свои резолюции 57/11 от 12 ноября 2002 года и 58/7 от 4 ноября 2003 года,", "ссылаясь на свои резолюции 57/11 от 12 ноября 2002 года, 58/7 от 4 ноября 2003 года и 59/262 от 23 декабря 2004 года,", Russian, Preambular},
		{"ru single", "ссылаясь также на свою резолюцию 58/190 от 22 декабря 2003 года,", "ссылаясь также на свою резолюцию 59/262 от 23 декабря 2004 года,", Russian, Preambular},
		{"ru report", "принимает к сведению доклад Генерального секретаря (A/59/328);", "принимает к сведению доклад Генерального секретаря ([A/60/…]);", Russian, Operative},

		{"fr session", "Prie le Secrétaire général de lui présenter un rapport à sa soixantième session ;", "Prie le Secrétaire général de lui présenter un rapport à sa soixante et unième session ;", French, Operative},
		{"fr agenda", "Décide d’inscrire à l’ordre du jour provisoire de sa soixante et unième session la question intitulée « Jardins ».", "Décide d’inscrire à l’ordre du jour provisoire de sa soixante-deuxième session la question intitulée « Jardins ».", French, Operative},
		{"fr list", "Rappelant ses résolutions 57/11 du 12 novembre 2002 et 58/7 du 4 novembre 2003,", "Rappelant ses résolutions 57/11 du 12 novembre 2002, 58/7 du 4 novembre 2003 et 59/262 du 23 décembre 2004,", French, Preambular},
		{"fr single", "Rappelant également sa résolution 58/190 du 22 décembre 2003,", "Rappelant également sa résolution 59/262 du 23 décembre 2004,", French, Preambular},
		{"fr other body", "Prie la Commission des droits de l’homme d’examiner la question à sa soixante et unième session ;", "", French, Operative},
		{"fr report", "Prend note du rapport du Secrétaire général (A/59/328) ;", "Prend note du rapport du Secrétaire général ([A/60/…]) ;", French, Operative},

		{"es session", "Pide al Secretario General que le presente un informe en su sexagésimo período de sesiones;", "Pide al Secretario General que le presente un informe en su sexagésimo primer período de sesiones;", Spanish, Operative},
		{"es agenda", "Decide incluir en el programa provisional de su sexagésimo primer período de sesiones el tema titulado “Huertos”.", "Decide incluir en el programa provisional de su sexagésimo segundo período de sesiones el tema titulado “Huertos”.", Spanish, Operative},
		{"es list", "Recordando sus resoluciones 57/11, de 12 de noviembre de 2002, y 58/7, de 4 de noviembre de 2003,", "Recordando sus resoluciones 57/11, de 12 de noviembre de 2002, 58/7, de 4 de noviembre de 2003, y 59/262, de 23 de diciembre de 2004,", Spanish, Preambular},
		{"es single", "Recordando también su resolución 58/190, de 22 de diciembre de 2003,", "Recordando también su resolución 59/262, de 23 de diciembre de 2004,", Spanish, Preambular},
		{"es report", "Toma nota del informe del Secretario General (A/59/328);", "Toma nota del informe del Secretario General ([A/60/…]);", Spanish, Operative},

		{"zh session", "请秘书长向大会第六十届会议提交报告；", "请秘书长向大会第六十一届会议提交报告；", Chinese, Operative},
		{"zh agenda", "决定将题为“园地”的项目列入大会第六十一届会议临时议程。", "决定将题为“园地”的项目列入大会第六十二届会议临时议程。", Chinese, Operative},
		{"zh figure", "请秘书长向大会第60届会议提交报告；", "请秘书长向大会第61届会议提交报告；", Chinese, Operative},
		{"zh list", "回顾其2001年11月27日第56/9号、2002年11月12日第57/11号和2003年11月4日第58/7号决议，", "回顾其2001年11月27日第56/9号、2002年11月12日第57/11号、2003年11月4日第58/7号和2004年12月23日第59/262号决议，", Chinese, Preambular},
		{"zh single", "回顾其2003年12月22日第58/190号决议，", "回顾其2004年12月23日第59/262号决议，", Chinese, Preambular},
		{"zh report", "注意到秘书长的报告(A/59/328)；", "注意到秘书长的报告([A/60/…])；", Chinese, Operative},

		{"ar session", "تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة في دورتها الستين تقريرا؛", "تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة في دورتها الحادية والستين تقريرا؛", Arabic, Operative},
		{"ar agenda", "تقرر أن تدرج في جدول الأعمال المؤقت لدورتها الحادية والستين البند المعنون ”الحدائق“.", "تقرر أن تدرج في جدول الأعمال المؤقت لدورتها الثانية والستين البند المعنون ”الحدائق“.", Arabic, Operative},
		{"ar list", "وإذ تشير إلى قراراتها 57/11 المؤرخ 12 تشرين الثاني/نوفمبر 2002 و 58/7 المؤرخ 4 تشرين الثاني/نوفمبر 2003،", "وإذ تشير إلى قراراتها 57/11 المؤرخ 12 تشرين الثاني/نوفمبر 2002 و 58/7 المؤرخ 4 تشرين الثاني/نوفمبر 2003 و 59/262 المؤرخ 23 كانون الأول/ديسمبر 2004،", Arabic, Preambular},
		{"ar single", "وإذ تشير إلى قرارها 58/190 المؤرخ 22 كانون الأول/ديسمبر 2003،", "وإذ تشير إلى قرارها 59/262 المؤرخ 23 كانون الأول/ديسمبر 2004،", Arabic, Preambular},
		{"ar report", "تحيط علما بتقرير الأمين العام (A/59/328)؛", "تحيط علما بتقرير الأمين العام ([A/60/…])؛", Arabic, Operative},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d, list, err := Roll(rollSource(c.l, Paragraph{Kind: c.kind, Text: c.was}), Rolling{Session: 60})
			if err != nil {
				t.Fatal(err)
			}
			want := c.now
			if want == "" {
				want = c.was // it is left
			}
			if got := d.Paragraphs[2].Text; got != want {
				t.Errorf("got  %s\nwant %s\nlist %+v", got, want, list)
			}
		})
	}
}

func TestRollMasthead(t *testing.T) {
	for _, c := range []struct {
		l       Language
		session string
	}{
		{English, "Sixtieth session"}, {French, "Soixantième session"}, {Spanish, "Sexagésimo período de sesiones"},
		{Russian, "Шестидесятая сессия"}, {Chinese, "第六十届会议"}, {Arabic, "الدورة الستون"},
	} {
		was := rollSource(c.l, preambular("x,"), Paragraph{Kind: Closing, Text: "76th plenary meeting"})
		d, list, err := Roll(was, Rolling{Session: 60})
		if err != nil || d.Header.Session != c.session || d.Session != 60 || d.Stage != Working {
			t.Errorf("%s: %v %+v", c.l, err, d.Header)
		}
		if d.Symbol != "" || d.Number != "" || d.Date != "" || d.Closing != (Closed{}) || len(d.Paragraphs) != 3 || d.Paragraphs[0].Number != "" {
			t.Errorf("%s: what came with the adoption is still there: %+v", c.l, d)
		}
		if d.Header.AgendaItem != "Agenda item [105 (a)]" {
			t.Errorf("%s: agenda item %q", c.l, d.Header.AgendaItem)
		}
		if !slices.ContainsFunc(list, func(r Rolled) bool { return r.What == RollClosing && r.Was == "76th plenary meeting" }) {
			t.Errorf("%s: the closing is not listed", c.l)
		}
	}
}

// What is known of the series decides, what skips a session stands in brackets, and what nothing recalls is proposed.
func TestRollRecalls(t *testing.T) {
	paragraphs := []Paragraph{
		preambular("Recalling its resolution 58/31 of 8 December 2003,"),
		preambular("Recalling also its resolution 58/190 of 22 December 2003,"),
		operativeParagraph("Takes note of the report of the Secretary-General on the implementation of resolution 58/190;"),
		operativeParagraph("Decides to consider the question at its sixtieth session."),
	}
	texts := func(d Draft) string {
		var all []string
		for _, p := range d.Paragraphs[2:] {
			all = append(all, p.Text)
		}
		return strings.Join(all, "\n")
	}
	d, _, err := Roll(rollSource(English, paragraphs...), Rolling{Session: 60})
	if err != nil || !strings.Contains(texts(d), "58/31 of 8 December 2003") || !strings.Contains(texts(d), "59/262 of 23 December 2004") || strings.Contains(texts(d), "58/190") {
		t.Errorf("the report tells which is the predecessor: %v\n%s", err, texts(d))
	}
	d, _, _ = Roll(rollSource(English, paragraphs[:2]...), Rolling{Session: 60})
	if strings.Contains(texts(d), "59/262") {
		t.Errorf("two may be the predecessor, and one was taken:\n%s", texts(d))
	}
	d, _, _ = Roll(rollSource(English, paragraphs[:2]...), Rolling{Session: 60, Earlier: []string{"A/RES/58/31"}})
	if !strings.Contains(texts(d), "59/262 of 23 December 2004") || !strings.Contains(texts(d), "58/190") {
		t.Errorf("the library knows the predecessor:\n%s", texts(d))
	}
	d, _, _ = Roll(rollSource(English, paragraphs[1:]...), Rolling{Session: 61})
	if !strings.Contains(texts(d), "[59/262 of 23 December 2004]") || !strings.Contains(texts(d), "sixty-second") {
		t.Errorf("one may lie between:\n%s", texts(d))
	}
	_, list, _ := Roll(rollSource(Russian, preambular("ссылаясь на свою резолюцию 45/158 от 18 декабря 1990 года,")), Rolling{Session: 60})
	if k := slices.IndexFunc(list, func(r Rolled) bool { return r.Why == "recall-none" }); k < 0 || list[k].Advice != "ссылаясь также на свою резолюцию 59/262 от 23 декабря 2004 года," {
		t.Errorf("nothing is proposed: %+v", list)
	}
}

func TestRollNotes(t *testing.T) {
	d := rollSource(English,
		Paragraph{Kind: Preambular, Text: "Recalling its resolutions 57/11 of 12 November 2002 and 58/7 of 4 November 2003, and its goals,", Notes: []NoteCall{{"1", 51}, {"2", 95}}},
		Paragraph{Kind: Operative, Number: "1", Text: "Takes note of the report of the Secretary-General;", Notes: []NoteCall{{"3", 50}}},
		Paragraph{Kind: Operative, Number: "2", Text: "Welcomes the report of the Committee;", Notes: []NoteCall{{"4", 37}}})
	d.Footnotes = []Footnote{{"1", "One."}, {"2", "Two."}, {"3", "See A/59/328 and Add.1."}, {"4", "Official Records of the General Assembly, Fifty-ninth Session, Supplement No. 48 (A/59/48)."}}
	got, _, err := Roll(d, Rolling{Session: 60})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range got.Paragraphs[2].Notes { // each call stands where it stood: before ", 58/7" and at the end
		before := string([]rune(got.Paragraphs[2].Text)[:n.Offset])
		if want := map[string]string{"1": "12 November 2002", "2": "and its goals"}[n.Number]; !strings.HasSuffix(strings.TrimRight(before, ","), want) {
			t.Errorf("note %s stands behind %q", n.Number, before)
		}
	}
	if got.Footnotes[2].Text != "See [A/60/…]." || got.Footnotes[3].Text != "Official Records of the General Assembly, Sixtieth Session, Supplement No. 48 (A/60/48)." {
		t.Errorf("notes: %+v", got.Footnotes)
	}
}

func TestRollRefuses(t *testing.T) {
	council := rollSource(English)
	council.Paragraphs[1].Text = "The Security Council,"
	nowhere := rollSource(English)
	nowhere.Session = 0
	for name, c := range map[string]struct {
		d  Draft
		to int
	}{"same session": {rollSource(English), 59}, "no session": {nowhere, 60}, "council": {council, 60}, "far": {rollSource(English), 500}} {
		if _, _, err := Roll(c.d, Rolling{Session: c.to}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// Every ordinal that is written is read back as the same session, in every language and form.
func TestOrdinalsReadBack(t *testing.T) {
	frames := map[Language]string{
		English: "at its %s session", French: "à sa %s session", Spanish: "en su %s período de sesiones", Russian: "на ее %s сессии",
		Chinese: "大会%s届会议", Arabic: "في دورتها %s",
	}
	for l, frame := range frames {
		for n := 1; n <= lastSession(); n++ {
			for _, column := range ordinalColumns[l] {
				text := strings.Replace(frame, "%s", namedSession{column: column}.write(n), 1)
				found := spokenSessions(text, l)
				if len(found) != 1 || found[0].n != n || found[0].write(n) != (namedSession{column: column}).write(n) {
					t.Errorf("%s: %q read as %+v", l, text, found)
				}
			}
		}
	}
}

func TestDatesReadBack(t *testing.T) {
	for _, l := range Languages {
		for _, iso := range []string{"2004-12-23", "1990-01-01", "2026-06-30", "1999-07-07", "2024-02-29"} {
			if got, _ := grammarOf(l).dateIn(plain(writtenDate(iso, l))); got != iso {
				t.Errorf("%s: %q reads as %q", l, writtenDate(iso, l), got)
			}
		}
	}
}

// undone puts back, in a rolled draft, what the list says stood in the places it names.
func undone(d Draft, list []Rolled) Draft {
	d.Paragraphs, d.Footnotes = slices.Clone(d.Paragraphs), slices.Clone(d.Footnotes)
	for _, r := range slices.Backward(list) {
		switch {
		case r.Note != "":
			for k := range d.Footnotes {
				if d.Footnotes[k].Number == r.Note {
					d.Footnotes[k].Text = splice(d.Footnotes[k].Text, r.Offset, r.Offset+r.Length, r.Was)
					break
				}
			}
		case r.Paragraph >= 0:
			d.Paragraphs[r.Paragraph].Text = splice(d.Paragraphs[r.Paragraph].Text, r.Offset, r.Offset+r.Length, r.Was)
		}
	}
	return d
}

// textsOf are the words of a draft's paragraphs and notes without the closing.
func textsOf(d Draft) []string {
	var all []string
	for _, p := range d.Paragraphs {
		if p.Kind != Closing {
			all = append(all, p.Text)
		}
	}
	for _, f := range d.Footnotes {
		all = append(all, f.Text)
	}
	return all
}

func checkRolled(t *testing.T, was Draft, r Rolling) {
	t.Helper()
	before := textsOf(was)
	d, list, err := Roll(was, r)
	if err != nil {
		return
	}
	if !reflect.DeepEqual(before, textsOf(was)) {
		t.Fatal("the text that was rolled on changed")
	}
	if got := textsOf(undone(d, list)); !reflect.DeepEqual(got, before) {
		t.Fatalf("something changed outside the places that are listed\ngot  %q\nwant %q", got, before)
	}
	for _, p := range d.Paragraphs {
		for _, n := range p.Notes {
			if n.Offset < 0 || n.Offset > len([]rune(p.Text)) {
				t.Fatalf("note %s is called outside of %q", n.Number, p.Text)
			}
		}
	}
	for _, x := range list {
		if x.Note == "" && x.Paragraph >= 0 && string([]rune(d.Paragraphs[x.Paragraph].Text)[x.Offset:x.Offset+x.Length]) != x.Now {
			t.Fatalf("%+v does not stand there", x)
		}
	}
}

// Of every real text, nothing changes but the places that are listed, and the result reads back as it is.
func TestRollKeepsRealTexts(t *testing.T) {
	rolled := 0
	for _, file := range corpus(t) {
		d, _ := ReadText(readCorpus(t, file))
		if d.Session == 0 {
			continue
		}
		checkRolled(t, d, Rolling{Session: d.Session + 1})
		checkRolled(t, d, Rolling{Session: d.Session + 2})
		rolled++
	}
	if rolled == 0 {
		t.Error("no text was rolled on")
	}
}

// TestRolledReadsBack writes every draft of testdata, rolled on, as plain text and reads it again.
func TestRolledReadsBack(t *testing.T) {
	for name, source := range documents(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			d, _ := ReadText(source)
			rolled, _, err := Roll(d, Rolling{Session: d.Session + 1})
			if err != nil {
				t.Skip(err)
			}
			bare := rolled
			bare.Paragraphs = withoutClosing(d).Paragraphs
			bare.Paragraphs[0].Number = ""
			if again, _ := ReadText(Text(bare)); !slices.Equal(textsOf(again), textsOf(bare)) {
				t.Skip("without its number this text does not read back whatever its words")
			}
			text := Text(rolled)
			again, _ := ReadText(text)
			rolled.Stage, again.Stage = "", "" // a text does not say that it is a working draft
			compareDrafts(t, rolled, again, text)
		})
	}
}

func FuzzRoll(f *testing.F) {
	f.Add("Recalling its resolutions 57/11 of 12 November 2002 and 58/7 of 4 November 2003,", "Requests a report at its sixtieth session;", "A/59/328.", uint8(0), uint8(1))
	f.Add("ссылаясь на свою резолюцию 58/190 от 22 декабря 2003 года,", "просит представить доклад на ее шестидесятой сессии;", "А/59/328.", uint8(4), uint8(2))
	f.Add("回顾其2003年12月22日第58/190号决议，", "请秘书长向大会第六十届会议提交报告；", "A/59/328。", uint8(1), uint8(1))
	f.Add("وإذ تشير إلى قرارها 58/190 المؤرخ 22 كانون الأول/ديسمبر 2003،", "في دورتها الستين؛", "A/59/328.", uint8(2), uint8(1))
	f.Add("Recordando sus resoluciones 57/11, de 12 de noviembre de 2002, y 58/7, de 4 de noviembre de 2003,", "en su sexagésimo período de sesiones;", "A/59/328", uint8(5), uint8(3))
	f.Fuzz(func(t *testing.T, one, two, note string, language, on uint8) {
		one, two, note = strings.ToValidUTF8(one, ""), strings.ToValidUTF8(two, ""), strings.ToValidUTF8(note, "")
		l := Languages[int(language)%len(Languages)]
		d := rollSource(l, Paragraph{Kind: Preambular, Text: one, Notes: []NoteCall{{"1", min(7, len([]rune(one)))}, {"1", len([]rune(one))}}}, Paragraph{Kind: Operative, Number: "1", Text: two, Notes: []NoteCall{{"1", len([]rune(two))}}})
		d.Footnotes = []Footnote{{"1", note}}
		checkRolled(t, d, Rolling{Session: 59 + int(on)%8})
	})
}
