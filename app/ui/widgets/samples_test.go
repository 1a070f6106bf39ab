package widgets

import r "mutatis/app/resolution"

// redlines are a changed paragraph in each language: an opening, kept, deleted, inserted and moved words, a citation,
// a note call. The words are our own.
var redlines = map[r.Language][]r.Run{
	r.English: {
		{Text: "3. ", Style: r.Numeral}, {Text: "Welcomes", Style: r.Italic}, {Text: " the growing number of "},
		{Text: "observers and", Mark: r.Deleted}, {Text: " "}, {Text: "members,", Mark: r.Inserted},
		{Text: " recalls its resolution "}, {Text: "45/158", Link: "A/RES/45/158"}, {Text: " of 18 December 1990, "},
		{Text: "and notes the work of keepers of bees in all regions,", Mark: r.Moved}, {Text: " and "},
		{Text: "takes note", Mark: r.Deleted, Style: r.Italic}, {Text: "takes note with appreciation", Mark: r.Inserted, Style: r.Italic},
		{Text: " of the report on the state of pollinators;"}, {Text: "3", Style: r.Call},
	},
	r.French: {
		{Text: "Rappelant", Style: r.Italic}, {Text: " sa résolution "}, {Text: "45/158", Link: "A/RES/45/158"}, {Text: " "},
		{Text: "du 18", Mark: r.Deleted}, {Text: " "}, {Text: "décembre 1990, par", Mark: r.Inserted},
		{Text: " laquelle elle a proclamé la « Décennie des abeilles » ; "}, {Text: "et des apiculteurs", Mark: r.Moved}, {Text: " de l’avenir,"}, {Text: "2", Style: r.Call},
	},
	r.Spanish: {
		{Text: "Recordando", Style: r.Italic}, {Text: " su resolución 45/158, "}, {Text: "de 18", Mark: r.Deleted}, {Text: " "},
		{Text: "de diciembre de", Mark: r.Inserted}, {Text: " 1990, por la que proclamó el Decenio de las Abejas y "},
		{Text: "de los apicultores", Mark: r.Moved}, {Text: " de todas las regiones,"}, {Text: "2", Style: r.Call},
	},
	r.Russian: {
		{Text: "ссылаясь", Style: r.Italic}, {Text: " на свою резолюцию "}, {Text: "45/158", Link: "A/RES/45/158"}, {Text: " "},
		{Text: "от 18", Mark: r.Deleted}, {Text: " "}, {Text: "декабря 1990", Mark: r.Inserted},
		{Text: " года, в которой она провозгласила Десятилетие пчёл и призвала всех "}, {Text: "пчеловодов-любителей и", Mark: r.Moved},
		{Text: " членов их объединений беречь опылителей,"}, {Text: "2", Style: r.Call},
	},
	r.Arabic: {
		{Text: "وإذ تشير", Style: r.Italic}, {Text: " إلى قرارها "}, {Text: "45/158 المؤرخ", Mark: r.Deleted}, {Text: " "},
		{Text: "18 كانون الأول/ديسمبر", Mark: r.Inserted}, {Text: " 1990، الذي أعلنت بموجبه عقد النحل في جميع المناطق "},
		{Text: "(A/RES/45/158)", Link: "A/RES/45/158"}, {Text: " وإلى عمل "}, {Text: "النحالين وأسرهم", Mark: r.Moved}, {Text: " في حماية الملقحات،"}, {Text: "2", Style: r.Call},
	},
	r.Chinese: {
		{Text: "回顾"}, {Text: "其1990年12月18日", Mark: r.Deleted}, {Text: "2004年12月20日", Mark: r.Inserted}, {Text: "第"}, {Text: "45/158", Link: "A/RES/45/158"},
		{Text: "号决议，其中大会宣布“蜜蜂十年”，并请会员国"}, {Text: "和养蜂人及其家庭", Mark: r.Moved}, {Text: "保护传粉媒介，又回顾《蜜蜂宣言》（A/CONF.157/24），"}, {Text: "2", Style: r.Call},
	},
}
