package resolution

import "regexp"

// reference is how a language names another paragraph of the same text: the number is the first group that is not empty.
type reference struct {
	above, below, here *regexp.Regexp // "paragraph 3 above", "paragraph 3 below", "paragraph 3 of the present resolution"
}

// letterOf may stand behind the number of a paragraph: "3 (a)".
const letterOf = `(?: ?\(\p{L}{1,3}\)| \p{L}\))*`

var referencePatterns = map[Language]reference{
	English: {
		regexp.MustCompile(`(?i:paragraph) (\d{1,3})` + letterOf + `,? above`),
		regexp.MustCompile(`(?i:paragraph) (\d{1,3})` + letterOf + `,? below`),
		regexp.MustCompile(`(?i:paragraph) (\d{1,3})` + letterOf + ` of (?:the present|this) resolution`),
	},
	French: {
		regexp.MustCompile(`(?i:paragraphe) (\d{1,3})` + letterOf + ` ci-dessus`),
		regexp.MustCompile(`(?i:paragraphe) (\d{1,3})` + letterOf + ` ci-(?:dessous|après)`),
		regexp.MustCompile(`(?i:paragraphe) (\d{1,3})` + letterOf + ` de la présente résolution`),
	},
	Spanish: {
		regexp.MustCompile(`(?i:párrafo) (\d{1,3})` + letterOf + ` (?:supra|anterior|precedente)`),
		regexp.MustCompile(`(?i:párrafo) (\d{1,3})` + letterOf + ` (?:infra|siguiente)`),
		regexp.MustCompile(`(?i:párrafo) (\d{1,3})` + letterOf + ` de la presente resolución`),
	},
	Russian: {
		regexp.MustCompile(`(?:пункт\p{L}{0,2} (\d{1,3})` + letterOf + `,? выше|выше в пункте (\d{1,3}))`),
		regexp.MustCompile(`(?:пункт\p{L}{0,2} (\d{1,3})` + letterOf + `,? ниже|ниже в пункте (\d{1,3}))`),
		regexp.MustCompile(`пункт\p{L}{0,2} (\d{1,3})` + letterOf + ` (?:настоящей|данной) резолюции`),
	},
	Chinese: {
		regexp.MustCompile(`上文第 ?(\d{1,3}) ?(?:\(\p{L}+\) ?)?段`),
		regexp.MustCompile(`下文第 ?(\d{1,3}) ?(?:\(\p{L}+\) ?)?段`),
		regexp.MustCompile(`本决议(?:执行部分)?第 ?(\d{1,3}) ?(?:\(\p{L}+\) ?)?段`),
	},
	Arabic: {
		regexp.MustCompile(`الفقرة (\d{1,3})` + letterOf + ` (?:أعلاه|الواردة أعلاه)`),
		regexp.MustCompile(`الفقرة (\d{1,3})` + letterOf + ` (?:أدناه|الواردة أدناه)`),
		regexp.MustCompile(`الفقرة (\d{1,3})` + letterOf + ` من هذا القرار`),
	},
}

// references looks for paragraphs that are named and are not there, or not where the words say.
func (c *checker) references() {
	patterns, ok := referencePatterns[c.d.Language]
	if !ok || c.d.restarts() {
		return
	}
	there := map[int]bool{}
	for _, p := range c.body() {
		if n := number(p.Number); p.Kind == Operative && n > 0 {
			there[n] = true
		}
	}
	if len(there) == 0 {
		return
	}
	own := 0
	for i, p := range c.body() {
		if p.Kind == Operative {
			own = number(p.Number)
		}
		flat := plain(p.Text)
		for n, at := range matches(patterns.above, flat) {
			c.refers(i, n, at, there, own > 0 && n >= own, "not-above")
		}
		for n, at := range matches(patterns.below, flat) {
			c.refers(i, n, at, there, own > 0 && n <= own, "not-below")
		}
		for n, at := range matches(patterns.here, flat) {
			c.refers(i, n, at, there, false, "")
		}
	}
}

// refers judges one reference to paragraph n; key is what is wrong where it leads astray.
func (c *checker) refers(i, n int, at [2]int, there map[int]bool, astray bool, key string) {
	switch {
	case !there[n]:
		c.add(i, CheckReferences, Wrong, at[0], at[1], "no-paragraph", n)
	case astray:
		c.add(i, CheckReferences, Wrong, at[0], at[1], key, n)
	}
}
