package resolution

import (
	"regexp"
	"slices"
	"strings"
)

// councilNumber is the number of a Security Council resolution in its heading.
var councilNumber = regexp.MustCompile(`\d{1,4} ?\((?:19|20)\d\d\)`)

// amendment is the word for what a text of amendments is called after its sponsors.
var amendment = regexp.MustCompile(`amendments?\b|amendement|enmienda|поправк|修正|تعديل`)

func isAmendment(sponsors string) bool { return amendment.MatchString(strings.ToLower(sponsors)) }

// amends is how an instruction to amend a text begins.
var amends = regexp.MustCompile(`^(?i:(?:in|after|before|at the end of|between) (?:the |new )?(?:\S+ ){0,2}(?:preambular |operative )?(?:sub)?paragraphs?\b|(?:delete|insert|replace|add|renumber|change|amend) |` +
	`(?:au|après|avant|dans|à la fin du) (?:le |les )?(?:\S+ )?(?:paragraphe|alinéa)|à l'alinéa|(?:supprimer|remplacer|insérer|ajouter|modifier) |` +
	`(?:en|después de|antes de|al final de)l? (?:el )?(?:\S+ )?(?:párrafo|apartado)|(?:suprím|sustit|insért|agrégu|añád|reempl)|` +
	`(?:в|после|перед|в конце) (?:\S+ )?(?:под)?пункт|(?:исключить|заменить|включить|добавить|изменить) )|` +
	`^(?:删除|将|在.{0,12}段|以.{0,20}取代|تحذف |يُ?ستعاض |يضاف |تضاف |في الفقرة|بعد الفقرة)`)

func isAmending(flat string) bool { return amends.MatchString(flat[:min(len(flat), 160)]) }

// joined are names of States that hold the word for "and".
var joined = strings.Split(`United Kingdom of Great Britain and Northern Ireland|Royaume-Uni de Grande-Bretagne et d'Irlande du Nord|Royaume-Uni de Grande-Bretagne et d’Irlande du Nord|`+
	`Соединенное Королевство Великобритании и Северной Ирландии|Соединённое Королевство Великобритании и Северной Ирландии|Antigua and Barbuda|Bosnia and Herzegovina|Saint Kitts and Nevis|Saint Vincent and the Grenadines|Sao Tome and Principe|Serbia and Montenegro|Trinidad and Tobago|Wallis and Futuna|`+
	`Antigua y Barbuda|Bosnia y Herzegovina|Saint Kitts y Nevis|San Vicente y las Granadinas|Santo Tomé y Príncipe|Trinidad y Tabago|Trinidad y Tobago|Serbia y Montenegro|`+
	`Bosnie et Herzégovine|Bosnie-et-Herzégovine|Antigua et Barbuda|Sao Tomé et Principe|Saint-Vincent et les Grenadines|Trinité et Tobago|Serbie et Monténégro|Антигуа и Барбуда|Босния и Герцеговина|Сент-Китс и Невис|Сент-Винсент и Гренадины|Сан-Томе и Принсипи|Тринидад и Тобаго|Сербия и Черногория|`+
	`安提瓜和巴布达|波斯尼亚和黑塞哥维那|圣基茨和尼维斯|圣文森特和格林纳丁斯|圣多美和普林西比|特立尼达和多巴哥|塞尔维亚和黑山`, "|")

// splitSponsors lists the names before ": draft resolution".
func (g *grammar) splitSponsors(line string) []string {
	at := g.sponsors.FindStringIndex(plain(line))
	if at == nil {
		return nil
	}
	runes := []rune(line)
	list := string(runes[:len([]rune(plain(line)[:at[0]]))])
	var names []string
	for name := range strings.FieldsFuncSeq(list, func(r rune) bool { return strings.ContainsRune(",،、，", r) }) {
		name = strings.Trim(name, " *")
		if rest, ok := strings.CutPrefix(name, g.and+" "); ok {
			name = rest
		}
		if g.and == "و" && strings.HasPrefix(name, "و") && len(names) > 0 && !strings.HasPrefix(name, "ولايات") {
			name = strings.TrimPrefix(name, "و")
		}
		names = append(names, g.splitAnd(name)...)
	}
	return slices.DeleteFunc(names, func(s string) bool { return s == "" })
}

// splitAnd splits "Mexico and Peru", but not "Trinidad and Tobago".
func (g *grammar) splitAnd(name string) []string {
	and := " " + g.and + " "
	if g.and == "和" {
		and = "和"
	}
	if g.and == "y" && !strings.Contains(name, " y ") {
		and = " e " // before the sound of an i: "Guatemala e Italia"
	}
	for at := 0; ; {
		i := strings.Index(name[at:], and)
		if i < 0 {
			return []string{name}
		}
		i += at
		if !slices.ContainsFunc(joined, func(j string) bool {
			k := strings.Index(name, j)
			return k >= 0 && k < i && i < k+len(j)
		}) {
			return append([]string{strings.TrimSpace(name[:i])}, g.splitAnd(strings.TrimSpace(name[i+len(and):]))...)
		}
		at = i + len(and)
	}
}
