package resolution

import (
	"errors"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// tables are the tables of letters that texts are saved or read with by mistake.
var tables = map[string]encoding.Encoding{
	"Latin-1": charmap.ISO8859_1, "Windows-1252": charmap.Windows1252, "Windows-1251": charmap.Windows1251, "KOI8-R": charmap.KOI8R,
	"CP866": charmap.CodePage866, "Mac Roman": charmap.Macintosh, "Mac Cyrillic": charmap.MacintoshCyrillic, "CP850": charmap.CodePage850,
	"Windows-1256": charmap.Windows1256, "ISO 8859-5": charmap.ISO8859_5, "ISO 8859-6": charmap.ISO8859_6, "GBK": simplifiedchinese.GBK,
	"UTF-8": encoding.Nop,
}

// TestWrongTables saves texts with one table and reads them with another.
func TestWrongTables(t *testing.T) {
	cases := []struct {
		text, name string
		wrong      [][2]string
	}{
		{"Генеральная Ассамблея, ссылаясь на свою резолюцию 80/12 и отмечая, что смотрители маяков работают в одиночку, просит Генерального секретаря представить доклад о состоянии маяков на её восемьдесят второй сессии.", "Russian",
			[][2]string{{"Windows-1251", "Latin-1"}, {"Windows-1251", "KOI8-R"}, {"KOI8-R", "Windows-1251"}, {"KOI8-R", "Latin-1"}, {"CP866", "Windows-1251"}, {"UTF-8", "Windows-1251"}, {"UTF-8", "Latin-1"}, {"UTF-8", "KOI8-R"}, {"ISO 8859-5", "Windows-1251"}, {"Windows-1251", "Mac Cyrillic"}}},
		{"L'Assemblée générale, rappelant sa résolution 80/12 du 1er décembre 2025, préoccupée par l'état des phares, décide de créer un fonds et prie le Secrétaire général de présenter un rapport à sa quatre-vingt-deuxième session.", "French",
			[][2]string{{"UTF-8", "Latin-1"}, {"UTF-8", "Windows-1251"}, {"UTF-8", "Mac Roman"}, {"Latin-1", "Windows-1251"}, {"Latin-1", "KOI8-R"}, {"Latin-1", "Mac Roman"}, {"Latin-1", "CP850"}, {"Mac Roman", "Latin-1"}}},
		{"La Asamblea General, recordando su resolución 80/12 y observando con preocupación la situación de los faros de la región, pide al Secretario General que presente un informe en su octogésimo segundo período de sesiones.", "Spanish",
			[][2]string{{"UTF-8", "Latin-1"}, {"UTF-8", "Windows-1251"}, {"Latin-1", "Windows-1251"}, {"Latin-1", "Mac Roman"}, {"Latin-1", "CP850"}, {"Mac Roman", "Latin-1"}}},
		{"大会，回顾其2025年12月1日第80/12号决议，注意到灯塔看守人的状况，请秘书长向大会第八十二届会议提交一份关于灯塔状况的报告。", "Chinese",
			[][2]string{{"GBK", "Latin-1"}, {"GBK", "Windows-1251"}, {"UTF-8", "Latin-1"}}},
		{"إن الجمعية العامة، إذ تشير إلى قرارها 80/12، وإذ تلاحظ أن حراس المنارات يعملون وحدهم، تطلب إلى الأمين العام أن يقدم تقريرا عن حالة المنارات إلى الجمعية العامة في دورتها الثانية والثمانين.", "Arabic",
			[][2]string{{"Windows-1256", "Latin-1"}, {"UTF-8", "Latin-1"}, {"UTF-8", "Windows-1256"}, {"ISO 8859-6", "Windows-1256"}, {"Windows-1256", "Windows-1251"}}},
		{"The General Assembly, recalling the Secretary-General’s report on the keepers’ work, requests a further report on “lamps of the coast”.", "English", [][2]string{{"UTF-8", "Windows-1252"}, {"UTF-8", "Windows-1251"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Decode([]byte(c.text)); err != nil {
				t.Errorf("the text itself: %v", err)
			}
			for _, w := range c.wrong {
				saved, _ := encoding.ReplaceUnsupported(tables[w[0]].NewEncoder()).String(c.text)
				read, _ := tables[w[1]].NewDecoder().String(saved)
				if _, err := Decode([]byte(read)); !errors.Is(err, ErrMojibake) {
					t.Errorf("saved as %s and read as %s: %v for %s", w[0], w[1], err, read)
				}
			}
		})
	}
}

// TestMixedByRight: words of two scripts, signs and capitals that belong where they stand.
func TestMixedByRight(t *testing.T) {
	for _, text := range []string{
		"76-е пленарное заседание, A/С.3/59/L.10, IТ-системы и e-mail, стоимостью 5 млн долл. США, 10 м² и 20 °C; резолюция 59/262 А и В, СOVID-19.",
		"The McDonald’s of Genève, l’ÉTAT, UNESCO™ lamps at 5€ and £3, 50 % ± 2, H₂O, naïve façade, iPhone, Ångström, Türkiye, Côte d’Ivoire.",
		"大会关于COVID-19的第74/270号决议（A/RES/74/270），约占GDP的5%±1%，单位为℃。",
		"إن الجمعية العامة، بشأن مرض كوفيد-19 (COVID-19) والنظام الأساسي للمنظمة، وإذ تحيط علما بالوثيقة A/80/12.",
	} {
		if mixed(text) {
			t.Errorf("taken for garbled: %s", text)
		}
	}
}
