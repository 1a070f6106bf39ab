package app

import (
	"context"
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// oneParagraph is a draft of a single paragraph: operative if its verb is, else preambular.
func oneParagraph(language resolution.Language, session int, text string) resolution.Draft {
	kind := resolution.Operative
	if entry, ok := resolution.LookUp(text, language); ok {
		kind = entry.Kind
	}
	return resolution.Draft{Language: language, Session: session, Paragraphs: []resolution.Paragraph{{Kind: kind, Text: text}}}
}

// weighed compares two paragraphs that belong together and says what the change weighs and why.
func weighed(older, newer resolution.Draft, w Words) (resolution.Weight, string) {
	class := resolution.Changed
	if older.Paragraphs[0].Text == newer.Paragraphs[0].Text {
		class = resolution.Same
	}
	rows, judged := redlineRows(newSide(older, nil), newSide(newer, nil), []Pairing{{Older: []int{0}, Newer: []int{0}, Class: class}}, roundOf(older, newer))
	return rows[0].Weight, judged[0].Say(w)
}

const (
	heavy = resolution.Substantive
	tech  = resolution.Technical
	light = resolution.Editorial
)

// weightCases are changes from one session to the next: the two texts, what the change weighs, and the reason.
var weightCases = []struct {
	language     resolution.Language
	name         string
	older, newer string
	weight       resolution.Weight
	reason       string
}{
	{"en", "a weaker verb", "Requests States to plant trees;", "Invites States to plant trees;", heavy, "“Requests” became “Invites”: weaker"},
	{"en", "a stronger verb", "Encourages States to plant trees;", "Urges States to plant trees;", heavy, "“Encourages” became “Urges”: stronger"},
	{"en", "a stronger degree", "Concerned about the drought,", "Deeply concerned about the drought,", heavy, "“Concerned about” became “Deeply concerned about”: stronger"},
	{"en", "verbs of two families", "Welcomes the report on trees;", "Takes note of the report on trees;", heavy, "“Welcomes” became “Takes note of”"},
	{"en", "verbs that say the same", "Stresses the value of trees;", "Emphasizes the value of trees;", light, "same sense in other words"},
	{"en", "a verb in the middle", "Welcomes the plan, and requests the Committee to finish it;", "Welcomes the plan, and invites the Committee to finish it;", heavy, "“requests” became “invites”: weaker"},
	{"en", "also", "Requests States to plant trees;", "Also requests States to plant trees;", light, "“also”, “further” only"},
	{"en", "shall and should", "Decides that the fund shall pay for trees;", "Decides that the fund should pay for trees;", heavy, "“shall” became “should”: weaker"},
	{"en", "not", "Decides that the fund is to pay for trees;", "Decides that the fund is not to pay for trees;", heavy, "adds “not”"},
	{"en", "money", "Requests the Secretary-General to plant trees;", "Requests the Secretary-General to plant trees within existing resources;", heavy, "adds “within existing resources”"},
	{"en", "a hedge", "Urges States to plant trees;", "Urges States, as appropriate, to plant trees;", heavy, "adds “as appropriate”"},
	{"en", "a new addressee", "Invites Member States to plant trees;", "Invites Member States and the private sector to plant trees;", heavy, "new addressee: private sector"},
	{"en", "another addressee", "Invites Governments to plant trees;", "Invites Member States to plant trees;", heavy, "addressee “Governments” became “Member States”"},
	{"en", "scope", "Stresses the rights of children;", "Stresses the rights of all children;", heavy, "adds “all”"},
	{"en", "whom it is about", "Stresses the needs of women;", "Stresses the needs of women and girls;", heavy, "adds “girls”"},
	{"en", "a number", "Notes that 3 countries have planted trees;", "Notes that 5 countries have planted trees;", heavy, "number 3 became 5"},
	{"en", "a number in words", "Notes that forty-one countries have planted trees;", "Notes that fifty countries have planted trees;", heavy, "number forty-one became fifty"},
	{"en", "a deadline", "Calls upon States to plant trees by 2025;", "Calls upon States to plant trees by 2030;", heavy, "number 2025 became 2030"},
	{"en", "words that say something", "Stresses the value of trees;", "Stresses the value of old trees;", heavy, "adds “old”"},
	{"en", "words that are gone", "Stresses the great value of trees;", "Stresses the value of trees;", heavy, "drops “great”"},
	{"en", "words for words", "Stresses the value of trees;", "Stresses the value of gardens;", heavy, "“trees” became “gardens”"},
	{"en", "brackets", "Stresses the value of trees;", "Stresses the value of [trees];", heavy, "square brackets opened"},
	{"en", "a session", "Decides to meet at its sixty-first session;", "Decides to meet at its sixty-third session;", tech, "sessions rolled on"},
	{"en", "a session that lost its hyphen", "Decides to meet at its sixty-first session;", "Decides to meet at its sixtythird session;", tech, "sessions rolled on"},
	{"en", "a date and a session", "Recalls the sixth session, held on 3 May 2004;", "Recalls the seventh session, held on 9 June 2006;", tech, "dates and sessions rolled on"},
	{"en", "a citation", "Takes note of the report on resolution 57/201;", "Takes note of the report on resolution 59/262;", tech, "citation 57/201 replaced by 59/262"},
	{"en", "a list that grew", "Recalling its resolutions 57/201 of 18 December 2002 and 58/9 of 4 May 2003,", "Recalling its resolutions 57/201 of 18 December 2002, 58/9 of 4 May 2003 and 59/262 of 23 December 2004,", tech,
		"dates rolled on; citation 59/262 added"},
	{"en", "a body's successor", "Notes the work of the Commission on Human Rights;", "Notes the work of the Human Rights Council;", tech, "“Commission on Human Rights” is now “Human Rights Council”"},
	{"en", "an event", "Welcoming the fourteenth summit on trees, held in Geneva from 3 to 5 May 2004,", "Welcoming the fifteenth summit on trees, hosted by Peru and held in Lima from 1 to 2 June 2006,", tech,
		"event or report brought up to date; dates and sessions rolled on"},
	{"en", "what was looked forward to", "Looking forward to the summit to be held in 2006,", "Welcoming the summit held in 2007,", tech, "event or report brought up to date; dates rolled on"},
	{"en", "what is no longer new", "Welcoming the launch of the plan for trees,", "Recalling the launch of the plan for trees,", tech, "“Welcoming” became “Recalling”: no longer new"},
	{"en", "what was looked forward to, its date kept", "Looking forward to the holding of the summit on trees in Tokyo in December 2023,", "Taking note of the summit on trees, held in Tokyo in December 2023,", tech, "event or report brought up to date"},
	{"en", "what is no longer new, and was noted", "Noting the work of the summit, held in 2004,", "Recalling also the work of the summit, held in 2004,", tech, "“Noting the” became “Recalling also”: no longer new"},
	{"en", "what is no longer new, with its appreciation", "Takes note with appreciation of the plan for trees,", "Recalls with appreciation the plan for trees,", tech, "“Takes note with appreciation of” became “Recalls”: no longer new"},
	{"en", "a small word of a foreign name", "Recalls the Front libération nationale;", "Recalls the Front de libération nationale;", light, "name given in full or shortened"},
	{"en", "years gone by", "Notes that, 26 years after the Convention, trees are still cut;", "Notes that, 28 years after the Convention, trees are still cut;", tech, "dates rolled on"},
	{"en", "citations", "Recalling its resolutions 57/201, 57/202 and 57/203,", "Recalling its resolutions 59/261, 59/262 and 59/263,", tech, "citations brought up to date"},
	{"en", "a name with more of it", "Recalls the Third International Conference in Lima;", "Recalls the Third International Conference on Trees in Lima;", light, "name given in full or shortened"},
	{"en", "another joined to a name", "Recalls the rights of Indigenous Peoples;", "Recalls the rights of Indigenous Peoples and Afrodescendants;", heavy, "adds “Afrodescendants”"},
	{"en", "a word that was joined", "Stresses the value of health care;", "Stresses the value of healthcare;", light, "blanks inside words only"},
	{"en", "a name in full", "Recalling the Agenda for Trees and the Paris Agreement,", "Recalling the Agenda for Trees: A Renewed Declaration for Green Cities, and the Paris Agreement,", light, "name given in full or shortened"},
	{"en", "a comma", "Stresses the value of trees in towns;", "Stresses the value of trees, in towns;", light, "punctuation only"},
	{"en", "a capital", "Calls upon States parties to plant trees;", "Calls upon States Parties to plant trees;", light, "capitals only"},
	{"en", "small words", "Stresses the value of a tree in a town;", "Stresses the value of the tree in the town;", light, "small words only"},
	{"en", "another order", "Urges States to take the necessary measures of care;", "Urges States to take the measures of care necessary;", light, "words in another order"},
	{"en", "other forms of the words", "Stresses the need to protect trees by planting them;", "Stresses the need for protecting trees by planting of them;", light, "same sense in other words"},
	{"en", "who asks whom", "Requests the Committee to ask the Commission for trees;", "Requests the Commission to ask the Committee for trees;", heavy, "“Committee” and “Commission” changed places"},
	{"en", "what is not meant", "Stresses that trees need not shade but water;", "Stresses that trees need not water but shade;", heavy, "“shade” and “water” changed places"},
	{"en", "whence and whither", "Welcomes the gift of seeds from Peru to Chile;", "Welcomes the gift of seeds from Chile to Peru;", heavy, "“Peru” and “Chile” changed places"},
	{"en", "how many of which", "Notes that 3 towns and 5 villages have planted trees;", "Notes that 5 towns and 3 villages have planted trees;", heavy, ""},
	{"en", "a list in another order", "Invites States, the private sector and civil society to plant trees;", "Invites civil society, States and the private sector to plant trees;", light, "words in another order"},
	{"en", "a word that was broken", "Stresses the value of su stainable gardens;", "Stresses the value of sustainable gardens;", light, "blanks inside words only"},
	{"en", "words that run together", "Encourages towns see king old trees;", "Encourages towns seeking old trees;", light, "blanks inside words only"},
	{"en", "a name written out", "Welcomes the work of UNEP on trees;", "Welcomes the work of the United Nations Environment Programme on trees;", light, "name given in full or shortened"},
	{"en", "a name we do not know written out", "Welcomes the work of the ITC on trees;", "Welcomes the work of the International Tree Council on trees;", light, "name given in full or shortened"},
	{"en", "an anniversary added", "Stresses the value of trees,", "Stresses the value of trees, and notes that 2025 marks the tenth anniversary of the Garden Treaty,", tech, "anniversary of the year"},
	{"en", "a plan and its successor", "Commends the strategic framework for trees for 2016–2022;", "Commends the medium-term plan for trees for 2023–2028;", tech, "event or report brought up to date; dates rolled on"},
	{"en", "what was decided", "Decides to proclaim the Year of Trees;", "Recalls the decision to proclaim the Year of Trees;", tech, "decided at an earlier session, now recalled"},
	{"en", "at most three reasons", "Requests all States to plant 3 trees;", "Invites Member States to plant 5 old trees, as appropriate;", heavy, ""},
	{"en", "another seminar", "Welcoming the Pacific regional seminar held in Dili on 4 and 5 May 2024,", "Welcoming the Caribbean regional seminar held in Caracas on 6 and 7 May 2025,", tech, ""},
	{"en", "another holder of an office", "Welcomes the appointment of Ann Oak as Director until 3 May 2024;", "Welcomes the appointment of Bea Elm as Director until 4 May 2028;", tech, ""},
	{"en", "who has joined", "Noting that 36 States have ratified the Convention on Trees,", "Noting that 41 States have ratified the Convention on Trees,", tech, "who has joined, brought up to date"},
	{"en", "who shall join", "Decides that the Convention enters into force after 36 ratifications;", "Decides that the Convention enters into force after 41 ratifications;", heavy, "number 36 became 41"},
	{"en", "names of cited resolutions", "Takes note of resolutions 70/4 on oaks and 70/5 on elms;", "Takes note of resolutions 71/6 on firs and 71/7 on pines;", tech, ""},
	{"en", "a clause behind a citation", "Takes note of resolution 70/4 on oaks;", "Takes note of resolution 70/4 on oaks, and the need for firs;", heavy, ""},
	{"en", "a letter misread", "Affirming the objectives of the Convention,", "Affirming the oboectives of the Convention,", light, "spelling only"},

	{"ru", "глагол слабее", "просит государства сажать деревья;", "предлагает государствам сажать деревья;", heavy, "«просит» заменено на «предлагает»: слабее"},
	{"ru", "глагол сильнее", "будучи обеспокоена засухой,", "будучи глубоко обеспокоена засухой,", heavy, "«будучи обеспокоена» заменено на «будучи глубоко обеспокоена»: сильнее"},
	{"ru", "также", "просит государства сажать деревья;", "просит также государства сажать деревья;", light, "только «также», «далее»"},
	{"ru", "должны и следует", "постановляет, что государства должны сажать деревья;", "постановляет, что государствам следует сажать деревья;", heavy, "«должны» заменено на «следует»: слабее"},
	{"ru", "не", "постановляет сажать деревья в городах;", "постановляет не сажать деревья в городах;", heavy, "добавлено: «не»"},
	{"ru", "деньги", "просит Генерального секретаря сажать деревья;", "просит Генерального секретаря в пределах имеющихся ресурсов сажать деревья;", heavy, "добавлено: «в пределах имеющихся ресурсов»"},
	{"ru", "оговорка", "призывает государства сажать деревья;", "призывает государства по мере возможности сажать деревья;", heavy, "добавлено: «по мере возможности»"},
	{"ru", "адресат", "предлагает государствам-членам сажать деревья;", "предлагает государствам-членам и частному сектору сажать деревья;", heavy, "новый адресат: частному сектору"},
	{"ru", "охват", "подчеркивает права детей;", "подчеркивает права всех детей;", heavy, "добавлено: «всех»"},
	{"ru", "число", "отмечает, что 3 страны сажают деревья;", "отмечает, что 5 стран сажают деревья;", heavy, "число 3 заменено на 5"},
	{"ru", "сессия", "постановляет собраться на своей шестьдесят первой сессии;", "постановляет собраться на своей шестьдесят третьей сессии;", tech, "обновлены номера сессий"},
	{"ru", "дата", "ссылаясь на доклад от 18 декабря 2004 года,", "ссылаясь на доклад от 20 ноября 2005 года,", tech, "обновлены даты"},
	{"ru", "ссылка", "принимает к сведению доклад о резолюции 57/201;", "принимает к сведению доклад о резолюции 59/262;", tech, "ссылка на 57/201 заменена ссылкой на 59/262"},
	{"ru", "новый орган", "отмечает работу Комиссии по правам человека;", "отмечает работу Совета по правам человека;", tech, "вместо «Комиссии по правам человека» теперь «Совета по правам человека»"},
	{"ru", "дефис", "подчеркивает права трудящихся мигрантов;", "подчеркивает права трудящихся-мигрантов;", light, "только знаки препинания"},
	{"ru", "тот же смысл", "признавая острую необходимость в деревьях,", "признавая настоятельную необходимость в деревьях,", light, "тот же смысл другими словами"},
	{"ru", "кто кого просит", "просит Комитет предложить Совету сажать деревья;", "просит Совет предложить Комитету сажать деревья;", heavy, ""},
	{"ru", "не то, а это", "подчеркивает, что деревьям нужна не тень, а вода;", "подчеркивает, что деревьям нужна не вода, а тень;", heavy, "«тень» и «вода» поменялись местами"},
	{"ru", "разорванное слово", "подчеркивает ценность устой чивых садов;", "подчеркивает ценность устойчивых садов;", light, "только пробелы внутри слов"},
	{"ru", "слова", "подчеркивает ценность деревьев;", "подчеркивает ценность старых деревьев;", heavy, "добавлено: «старых»"},

	{"fr", "le verbe", "Prie instamment les États de planter des arbres ;", "Invite les États à planter des arbres ;", heavy, "“Prie instamment” became “Invite”: weaker"},
	{"fr", "également", "Invite les États à planter des arbres ;", "Invite également les États à planter des arbres ;", light, "“also”, “further” only"},
	{"fr", "les ressources", "Prie le Secrétaire général de planter des arbres ;", "Prie le Secrétaire général, dans les limites des ressources existantes, de planter des arbres ;", heavy, "adds “dans les limites des ressources existantes”"},
	{"fr", "le degré", "Est préoccupée par la sécheresse ;", "Est profondément préoccupée par la sécheresse ;", heavy, "“Est préoccupée par” became “Est profondément préoccupée par”: stronger"},
	{"fr", "de qui à qui", "Prie le Comité de demander des arbres au Conseil ;", "Prie le Conseil de demander des arbres au Comité ;", heavy, ""},
	{"fr", "majuscule sans accent", "Invite les Etats à planter des arbres ;", "Invite les États à planter des arbres ;", light, ""},
	{"fr", "la session", "Décide de se réunir à sa soixante et unième session ;", "Décide de se réunir à sa soixante-troisième session ;", tech, "sessions rolled on"},
	{"fr", "la date", "Rappelant le rapport du 18 décembre 2004,", "Rappelant le rapport du 20 novembre 2005,", tech, "dates rolled on"},
	{"fr", "le devoir", "Décide que le fonds doit payer les arbres ;", "Décide que le fonds devrait payer les arbres ;", heavy, "“doit” became “devrait”: weaker"},
	{"fr", "la Commission", "Note les travaux de la Commission des droits de l’homme ;", "Note les travaux du Conseil des droits de l’homme ;", tech, "“Commission des droits de l’homme” is now “Conseil des droits de l’homme”"},

	{"es", "el verbo", "Insta a los Estados a plantar árboles;", "Invita a los Estados a plantar árboles;", heavy, "“Insta a” became “Invita a”: weaker"},
	{"es", "también", "Invita a los Estados a plantar árboles;", "Invita también a los Estados a plantar árboles;", light, "“also”, “further” only"},
	{"es", "los recursos", "Pide al Secretario General que plante árboles;", "Pide al Secretario General que, dentro de los recursos existentes, plante árboles;", heavy, "adds “dentro de los recursos existentes”"},
	{"es", "la fecha", "Recordando el informe de 18 de diciembre de 2004,", "Recordando el informe de 20 de noviembre de 2005,", tech, "dates rolled on"},
	{"es", "el período de sesiones", "Decide reunirse en su sexagésimo primer período de sesiones;", "Decide reunirse en su sexagésimo tercer período de sesiones;", tech, "sessions rolled on"},
	{"es", "las mujeres", "Destaca las necesidades de las mujeres;", "Destaca las necesidades de las mujeres y las niñas;", heavy, "adds “niñas”"},

	{"zh", "动词", "敦促各国植树；", "邀请各国植树；", heavy, "“敦促” became “邀请”: weaker"},
	{"zh", "又", "请秘书长植树；", "又请秘书长植树；", light, "“also”, “further” only"},
	{"zh", "资源", "请秘书长植树；", "请秘书长在现有资源范围内植树；", heavy, "adds “在现有资源范围内”"},
	{"zh", "届会", "决定在其第六十一届会议上审议树木问题；", "决定在其第六十三届会议上审议树木问题；", tech, "sessions rolled on"},
	{"zh", "日期", "回顾2004年12月18日的报告，", "回顾2005年11月20日的报告，", tech, "dates rolled on"},
	{"zh", "应当", "决定基金应植树；", "决定基金可植树；", heavy, "“应” became “可”: weaker"},
	{"zh", "全部", "强调儿童的权利；", "强调所有儿童的权利；", heavy, "adds “所有”"},

	{"ar", "الفعل", "تحث الدول على غرس الأشجار؛", "تدعو الدول إلى غرس الأشجار؛", heavy, ""},
	{"ar", "أيضا", "تطلب إلى الأمين العام أن يغرس الأشجار؛", "تطلب أيضا إلى الأمين العام أن يغرس الأشجار؛", light, "“also”, “further” only"},
	{"ar", "الموارد", "تطلب إلى الأمين العام أن يغرس الأشجار؛", "تطلب إلى الأمين العام أن يغرس الأشجار في حدود الموارد المتاحة؛", heavy, "adds “في حدود الموارد المتاحة”"},
	{"ar", "التاريخ", "وإذ تشير إلى تقريرها المؤرخ 18 كانون الأول/ديسمبر 2004،", "وإذ تشير إلى تقريرها المؤرخ 20 تشرين الثاني/نوفمبر 2005،", tech, "dates rolled on"},
	{"ar", "الدورة", "تقرر أن تجتمع في دورتها الحادية والستين؛", "تقرر أن تجتمع في دورتها الثالثة والستين؛", tech, "sessions rolled on"},
	{"ar", "الواو", "إذ تؤكد قيمة الأشجار،", "وإذ تؤكد قيمة الأشجار،", light, ""},
}

func TestWeights(t *testing.T) {
	for _, c := range weightCases {
		t.Run(string(c.language)+" "+c.name, func(t *testing.T) {
			words := LoadWords("en")
			if c.language == resolution.Russian {
				words = LoadWords("ru")
			}
			weight, reason := weighed(oneParagraph(c.language, 59, c.older), oneParagraph(c.language, 61, c.newer), words)
			reason = strings.NewReplacer("\u2068", "", "\u2069", "").Replace(reason)
			if weight != c.weight || c.reason != "" && reason != c.reason {
				t.Errorf("ranked %s: %s; want %s: %s", weight, reason, c.weight, c.reason)
			}
			if n := strings.Count(reason, "; ") + 1; n > mostReasons || reason == "" {
				t.Errorf("%d reasons: %q", n, reason)
			}
		})
	}
}

// A change and the same change taken back weigh the same, but for what time has done: nothing becomes new again.
func TestWeightsBothWays(t *testing.T) {
	for _, c := range weightCases {
		there, _ := weighed(oneParagraph(c.language, 59, c.older), oneParagraph(c.language, 61, c.newer), Words{})
		back, _ := weighed(oneParagraph(c.language, 61, c.newer), oneParagraph(c.language, 59, c.older), Words{})
		if there != back && !strings.Contains(c.name, "looked forward") && !strings.Contains(c.name, "was decided") && !strings.Contains(c.name, "no longer new") {
			t.Errorf("%s %s: %s there and %s back", c.language, c.name, there, back)
		}
	}
}

// Within one round a session that changes is another time to report; from one session to the next it has to change.
func TestWeightOfSessions(t *testing.T) {
	const older, newer = "Requests the Secretary-General to report at its eighty-second session;", "Requests the Secretary-General to report at its eighty-fifth session;"
	for session, want := range map[int]resolution.Weight{80: heavy, 81: tech} {
		if got, reason := weighed(oneParagraph("en", 80, older), oneParagraph("en", session, newer), Words{}); got != want {
			t.Errorf("from session 80 to %d: %s (%s), want %s", session, got, reason, want)
		}
	}
}

// TestWeightAlone weighs paragraphs that only one text has: new and, where it differs, dropped.
func TestWeightAlone(t *testing.T) {
	for _, c := range []struct {
		name, text   string
		kind         resolution.Kind
		language     resolution.Language
		new, dropped string
	}{
		{"a paragraph", "Stresses the value of trees;", resolution.Operative, "en", "substantive: new operative paragraph", "substantive: operative paragraph dropped"},
		{"a request", "Requests the Secretary-General to plant trees;", resolution.Operative, "en", "substantive: new operative paragraph; addressed to: Secretary-General", "substantive: operative paragraph dropped"},
		{"the next agenda", "Decides to include in the provisional agenda of its sixtieth session the item entitled “Trees”.", resolution.Operative, "en", "technical: item for a coming session", "technical: item for a session now past dropped"},
		{"a report due", "Requests the Secretary-General to submit a report on trees to it at its sixtieth session;", resolution.Operative, "en", "substantive: new operative paragraph; addressed to: Secretary-General", "technical: spent paragraph dropped"},
		{"a report not yet due", "Requests the Secretary-General to submit a report on trees to it at its seventieth session;", resolution.Operative, "en", "substantive: new operative paragraph; addressed to: Secretary-General", "substantive: operative paragraph dropped"},
		{"a report noted", "Takes note of the report of the Secretary-General on trees;", resolution.Operative, "en", "technical: report noted", "technical: note of an earlier report dropped"},
		{"its own resolutions", "Recalling its resolutions 57/201 of 18 December 2002 and 58/9 of 4 May 2003,", resolution.Preambular, "en", "technical: earlier resolutions recalled", "technical: recall of earlier resolutions dropped"},
		{"another body's resolutions", "Recalling Commission on Trees resolution 2006/2 of 10 May 2006,", resolution.Preambular, "en", "substantive: new preambular paragraph", "substantive: preambular paragraph dropped"},
		{"a hope", "Expresses the hope that the Convention on Trees will enter into force at an early date;", resolution.Operative, "en", "substantive: new operative paragraph", "technical: spent paragraph dropped"},
		{"an event to come", "Looking forward to the summit on trees to be held in Geneva in 2005,", resolution.Preambular, "en", "substantive: new preambular paragraph", "technical: spent paragraph dropped"},
		{"closing", "76th plenary meeting", resolution.Closing, "en", "technical: meeting and date of adoption added", "technical: meeting and date of adoption dropped"},
		{"heading", "Means of implementation", resolution.Heading, "en", "editorial: heading added", "editorial: heading dropped"},
		{"повестка дня", "постановляет включить в предварительную повестку дня своей шестидесятой сессии пункт, озаглавленный «Деревья».", resolution.Operative, "ru", "technical: item for a coming session", "technical: item for a session now past dropped"},
		{"доклад к сроку", "просит Генерального секретаря представить ей на ее шестьдесят первой сессии доклад о деревьях;", resolution.Operative, "ru", "substantive: new operative paragraph; addressed to: Генерального секретаря", "technical: spent paragraph dropped"},
		{"prochain ordre du jour", "Décide d’inscrire à l’ordre du jour provisoire de sa soixantième session la question intitulée « Arbres ».", resolution.Operative, "fr", "technical: item for a coming session", "technical: item for a session now past dropped"},
		{"próximo programa", "Decide incluir en el programa provisional de su sexagésimo período de sesiones el tema titulado “Árboles”.", resolution.Operative, "es", "technical: item for a coming session", "technical: item for a session now past dropped"},
		{"下届议程", "决定将题为“树木”的项目列入大会第六十届会议临时议程。", resolution.Operative, "zh", "technical: item for a coming session", "technical: item for a session now past dropped"},
		{"جدول الأعمال", "تقرر أن تدرج في جدول الأعمال المؤقت لدورتها الستين البند المعنون ”الأشجار“.", resolution.Operative, "ar", "technical: item for a coming session", "technical: item for a session now past dropped"},
	} {
		d := resolution.Draft{Language: c.language, Paragraphs: []resolution.Paragraph{{Kind: c.kind, Text: c.text}}}
		for class, want := range map[resolution.Class]string{resolution.New: c.new, resolution.Gone: c.dropped} {
			j := judge(newSide(d, nil).join([]int{0}), newSide(d, nil).join([]int{0}), nil, class, round{rolled: true, session: 61}, false)
			if got := string(j.Weight) + ": " + j.Say(LoadWords("en")); got != want {
				t.Errorf("%s, %s: %q, want %q", c.name, class, got, want)
			}
		}
	}
}

// TestWeightOfRows weighs what is more than a change of words.
func TestWeightOfRows(t *testing.T) {
	paragraph := func(kind resolution.Kind, text string) resolution.Paragraph {
		return resolution.Paragraph{Kind: kind, Text: text}
	}
	op, pp := resolution.Operative, resolution.Preambular
	for _, c := range []struct {
		name         string
		older, newer []resolution.Paragraph
		class        resolution.Class
		want         string
	}{
		{"moved", []resolution.Paragraph{paragraph(op, "Stresses the value of trees;")}, []resolution.Paragraph{paragraph(op, "Stresses the value of trees;")},
			resolution.MovedOnly, "editorial: moved, words unchanged"},
		{"into the preamble", []resolution.Paragraph{paragraph(op, "Recalls the value of trees;")}, []resolution.Paragraph{paragraph(pp, "Recalling the value of trees,")},
			resolution.Changed, "substantive: moved from the operative part to the preamble"},
		{"split", []resolution.Paragraph{paragraph(op, "Welcomes the plan, and requests the Committee to finish it;")},
			[]resolution.Paragraph{paragraph(op, "Welcomes the plan;"), paragraph(op, "Requests the Committee to finish it;")}, resolution.Split, "editorial: split, nothing added or dropped"},
		{"run together", []resolution.Paragraph{paragraph(pp, "Recognizing the value of trees,"), paragraph(pp, "Recognizing also the value of gardens,")},
			[]resolution.Paragraph{paragraph(pp, "Recognizing the value of trees and the value of gardens,")}, resolution.Merged, "editorial: run together, nothing added or dropped"},
		{"run together and shortened", []resolution.Paragraph{paragraph(pp, "Recognizing the value of trees,"), paragraph(pp, "Recognizing also the value of gardens,")},
			[]resolution.Paragraph{paragraph(pp, "Recognizing the value of trees,")}, resolution.Merged, "substantive: drops “the value of gardens”"},
		{"the date of adoption", []resolution.Paragraph{paragraph(resolution.Closing, "76th plenary meeting")}, []resolution.Paragraph{paragraph(resolution.Closing, "81st plenary meeting")},
			resolution.Changed, "technical: meeting and date of adoption"},
	} {
		older, newer := resolution.Draft{Language: "en", Paragraphs: c.older}, resolution.Draft{Language: "en", Paragraphs: c.newer}
		pair := Pairing{Class: c.class}
		for i := range c.older {
			pair.Older = append(pair.Older, i)
		}
		for j := range c.newer {
			pair.Newer = append(pair.Newer, j)
		}
		_, judged := redlineRows(newSide(older, nil), newSide(newer, nil), []Pairing{pair}, round{rolled: true})
		if got := string(judged[0].Weight) + ": " + judged[0].Say(LoadWords("en")); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// What is quoted from Arabic runs by itself in a sentence of the interface; what is quoted from Russian needs no help.
func TestReasonsIsolateQuotations(t *testing.T) {
	_, reason := weighed(oneParagraph("ar", 59, "تشدد على قيمة الأشجار؛"), oneParagraph("ar", 61, "تشدد على قيمة الحدائق؛"), LoadWords("en"))
	if want := "“\u2068الأشجار\u2069” became “\u2068الحدائق\u2069”"; reason != want {
		t.Errorf("%q, want %q", reason, want)
	}
	if _, reason = weighed(oneParagraph("ru", 59, "отмечает деревья;"), oneParagraph("ru", 61, "отмечает сады;"), LoadWords("en")); strings.Contains(reason, "\u2068") {
		t.Errorf("isolated without need: %q", reason)
	}
}

func TestWeightOfNotes(t *testing.T) {
	c := compared(t, one("Decides to meet."), one("Decides to meet.", resolution.NoteCall{Number: "1", Offset: 7}))
	if row := c.Redline.Rows[0]; row.Weight != tech || row.Reason != "note added or dropped" {
		t.Errorf("a note that is added: %s: %s", row.Weight, row.Reason)
	}
}

// The same comparison is said again in another language of the interface, and nothing else of it changes.
func TestReasonsInAnotherLanguage(t *testing.T) {
	older, newer := oneParagraph("en", 59, "Requests States to plant trees;"), oneParagraph("en", 61, "Invites States to plant trees;")
	c, err := Compare(context.Background(), Stored{Draft: older, Text: Text{Stage: resolution.Adopted, Date: "2004-12-23"}}, Stored{Draft: newer}, View{})
	must(t, err)
	said := c.In(LoadWords("ru"))
	for _, x := range []struct{ got, want string }{
		{c.Redline.Rows[0].Reason, "“Requests” became “Invites”: weaker"},
		{said.Redline.Rows[0].Reason, "«Requests» заменено на «Invites»: слабее"},
		{c.Redline.Older.Detail, "adopted, 23 December 2004"},
		{said.Redline.Older.Detail, "принята 23 декабря 2004 года"},
		{said.In(Words{}).Redline.Rows[0].Reason, c.Redline.Rows[0].Reason},
	} {
		if x.got != x.want {
			t.Errorf("said %q, want %q", x.got, x.want)
		}
	}
	if !slices.EqualFunc(c.Redline.Rows, said.Redline.Rows, func(a, b resolution.Row) bool { return a.Class == b.Class && a.Weight == b.Weight }) {
		t.Error("another language changed more than words")
	}
}

// Every reason that can be given is in both tables, and takes there what is set into it.
func TestReasonsAreTranslated(t *testing.T) {
	english, russian := LoadWords("en"), LoadWords("ru")
	for key, text := range english.table {
		if !strings.HasPrefix(key, "weight.") {
			continue
		}
		if other, ok := russian.table[key]; !ok || strings.Count(other, "%s") != strings.Count(text, "%s") {
			t.Errorf("%s: %q in English, %q in Russian", key, text, other)
		}
	}
}

// A date of adoption and a title are never the partners of a paragraph, however many words they share.
func TestFurnitureStandsAlone(t *testing.T) {
	older := []resolution.Paragraph{
		{Kind: resolution.Preambular, Text: "Recalling its decision of 23 December 2004,"}, {Kind: resolution.Operative, Text: "Decides to meet again;"}, {Kind: resolution.Closing, Text: "23 December 2004"},
	}
	newer := []resolution.Paragraph{
		{Kind: resolution.Title, Text: "Decision to meet again"}, {Kind: resolution.Preambular, Text: "Recalling its decision of 23 December 2004,"}, {Kind: resolution.Operative, Text: "Decides to meet elsewhere;"},
	}
	pairs, err := Pair(context.Background(), older, newer, Corrections{})
	must(t, err)
	for _, p := range pairs {
		for _, i := range p.Older {
			for _, j := range p.Newer {
				if aroundBody[older[i].Kind] != aroundBody[newer[j].Kind] {
					t.Errorf("%q is paired with %q", older[i].Text, newer[j].Text)
				}
			}
		}
	}
}

// FuzzWeights holds of any two texts: a change has a weight and a reason, and what is no change has none.
func FuzzWeights(f *testing.F) {
	for _, c := range weightCases {
		f.Add(c.older, c.newer, string(c.language))
	}
	f.Add("\u0640\u00ad", "第", "zh")
	f.Add("[", "١٢/٣", "ar")
	f.Fuzz(func(t *testing.T, a, b, language string) {
		older, newer := oneParagraph(resolution.Language(language), 59, a), oneParagraph(resolution.Language(language), 61, b)
		weight, reason := weighed(older, newer, Words{})
		if (weight == "") != (reason == "") {
			t.Errorf("%q to %q: weight %q, reason %q", a, b, weight, reason)
		}
		if weight == "" && a != b {
			t.Errorf("%q to %q: a change without a weight", a, b)
		}
	})
}

func BenchmarkWeights(b *testing.B) {
	for b.Loop() {
		for _, c := range weightCases {
			weighed(oneParagraph(c.language, 59, c.older), oneParagraph(c.language, 61, c.newer), Words{})
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(weightCases)), "µs/change")
}
