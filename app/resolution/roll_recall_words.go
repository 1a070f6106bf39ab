package resolution

import "regexp"

// recallWords are how a language recalls a resolution.
type recallWords struct {
	date       *regexp.Regexp // between number and date
	gap        *regexp.Regexp // between two items of a list
	and        *regexp.Regexp // the "and" before the last item
	comma      string
	item       string // NUMBER and DATE stand for these
	bare       string // without a date
	recall     string // a paragraph of its own; ITEM stands for the resolution
	recallMale string // the same of an organ of the other gender
	also       string // the additive that goes into the opening
	opening    string // the opening that the additive goes with
	latest     *regexp.Regexp
	including  *regexp.Regexp
	its        *regexp.Regexp // before the number of a resolution recalled as ours
}

var recalls = map[Language]recallWords{
	English: {
		date: regexp.MustCompile(`^,? of $`), gap: regexp.MustCompile(`^(?:,|;)?(?: and| as well as)? $`), and: regexp.MustCompile(`(?:and|as well as) $`), comma: ", ",
		item: "NUMBER of DATE", bare: "NUMBER", recall: "Recalling its resolution ITEM,", opening: "Recalling", also: "Recalling also",
		latest:    regexp.MustCompile(`(?:latest|most recent|last)(?: of)?(?: which| these| them)?(?: \p{Ll}+){0,2}? (?:is|was|being|are|were)(?: its)?(?: General Assembly)? resolution $`),
		including: regexp.MustCompile(`(?:in particular|including|especially|inter alia)(?: its| General Assembly)*,? resolution $`),
		its:       regexp.MustCompile(`its (?:previous |earlier )?resolution `),
	},
	French: {
		date: regexp.MustCompile(`^,? du $`), gap: regexp.MustCompile(`^(?:,|;)?(?: et| ainsi que)? $`), and: regexp.MustCompile(`(?:et|ainsi que) $`), comma: ", ",
		item: "NUMBER du DATE", bare: "NUMBER", recall: "Rappelant sa résolution ITEM,", opening: "Rappelant", also: "Rappelant également",
		latest:    regexp.MustCompile(`(?:la plus récente|la dernière|plus récemment)[^.;]{0,40}? (?:est|étant|était|en date est) (?:sa |la )?résolution $`),
		including: regexp.MustCompile(`(?:en particulier|notamment|y compris|dont) (?:sa |la )?résolution $`),
		its:       regexp.MustCompile(`sa résolution `),
	},
	Spanish: {
		date: regexp.MustCompile(`^,? de(?:l)? $`), gap: regexp.MustCompile(`^(?:,|;)?(?: y| e| así como)? $`), and: regexp.MustCompile(`(?:y|e|así como) $`), comma: ", ",
		item: "NUMBER, de DATE", bare: "NUMBER", recall: "Recordando su resolución ITEM,", opening: "Recordando", also: "Recordando también",
		latest:    regexp.MustCompile(`(?:la más reciente|la última|las más recientes)[^.;]{0,40}? (?:es|fue|siendo|era) (?:su |la )?resolución $`),
		including: regexp.MustCompile(`(?:en particular|incluida|especialmente)(?: su| la)? resolución $`),
		its:       regexp.MustCompile(`su resolución `),
	},
	Russian: {
		date: regexp.MustCompile(`^,? от $`), gap: regexp.MustCompile(`^(?:,|;)?(?: и| а также)? $`), and: regexp.MustCompile(`(?:и|а также) $`), comma: ", ",
		item: "NUMBER от DATE", bare: "NUMBER", recall: "ссылаясь на свою резолюцию ITEM,", opening: "ссылаясь", also: "ссылаясь также",
		latest:    regexp.MustCompile(`(?:последн\p{L}+)[^.;]{0,50}? (?:является|была|стала)?(?: ее| его)? ?резолюци\p{L}+ $`),
		including: regexp.MustCompile(`(?:в частности|включая|в том числе|в особенности)(?: на)?(?: ее| его| свою)? ?резолюци\p{L}+ $`),
		its:       regexp.MustCompile(`(?:свою|ее|своей|его|своего) резолюци\p{L}+ `),
	},
	Chinese: {
		gap: regexp.MustCompile(`^(?:、|，|,)?(?:和|及|以及|与)? ?$`), and: regexp.MustCompile(`(?:和|以及|及|与) ?$`), comma: "、",
		item: "DATE第NUMBER号", bare: "第NUMBER号", recall: "回顾其ITEM决议，", opening: "回顾", also: "又回顾",
		latest:    regexp.MustCompile(`(?:最近|最新|最近的|最近一项)(?:一项)?(?:决议)?(?:是|为)(?:其|大会)?$`),
		including: regexp.MustCompile(`(?:特别是|尤其是|包括)(?:其|大会)?$`),
		its:       regexp.MustCompile(`其`),
	},
	Arabic: {
		date: regexp.MustCompile(`^ المؤرخة? $`), gap: regexp.MustCompile(`^(?:،)? و ?$|^، $`), and: regexp.MustCompile(`^$`), comma: " و ",
		item: "NUMBER المؤرخ DATE", bare: "NUMBER", recall: "وإذ تشير إلى قرارها ITEM،", recallMale: "وإذ يشير إلى قراره ITEM،", opening: "وإذ تشير", also: "وإذ تشير أيضا",
		latest:    regexp.MustCompile(`(?:آخرها|أحدثها|كان آخرها)(?: هو)? (?:القرار|قرارها|قراره) $`),
		including: regexp.MustCompile(`(?:ولا سيما|وبخاصة|بما في ذلك|ومنها|بما فيها) (?:القرار|قرارها|قراره) $`),
		its:       regexp.MustCompile(`(?:قرارها|قراره) `),
	},
}
