package docx

import (
	"strconv"
	"strings"
)

// maxSpelled is the largest number that is written in anything but digits.
const maxSpelled = 3999

// letterOrders are the ways of counting with letters, as Word does: after the last letter come doubled ones.
var letterOrders = map[string]string{
	"lowerLetter":                  "a b c d e f g h i j k l m n o p q r s t u v w x y z",
	"upperLetter":                  "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
	"russianLower":                 "а б в г д е ж з и к л м н о п р с т у ф х ц ч ш щ э ю я",
	"russianUpper":                 "А Б В Г Д Е Ж З И К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Э Ю Я",
	"arabicAbjad":                  "أ ب ج د ه و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ",
	"arabicAlpha":                  "أ ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي",
	"ideographTraditional":         "甲 乙 丙 丁 戊 己 庚 辛 壬 癸",
	"ideographZodiac":              "子 丑 寅 卯 辰 巳 午 未 申 酉 戌 亥",
	"decimalEnclosedCircle":        "① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑬ ⑭ ⑮ ⑯ ⑰ ⑱ ⑲ ⑳",
	"decimalEnclosedCircleChinese": "① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑬ ⑭ ⑮ ⑯ ⑰ ⑱ ⑲ ⑳",
	"decimalEnclosedParen":         "⑴ ⑵ ⑶ ⑷ ⑸ ⑹ ⑺ ⑻ ⑼ ⑽ ⑾ ⑿ ⒀ ⒁ ⒂ ⒃ ⒄ ⒅ ⒆ ⒇",
	"decimalEnclosedFullstop":      "⒈ ⒉ ⒊ ⒋ ⒌ ⒍ ⒎ ⒏ ⒐ ⒑ ⒒ ⒓ ⒔ ⒕ ⒖ ⒗ ⒘ ⒙ ⒚ ⒛",
	"ideographEnclosedCircle":      "㊀ ㊁ ㊂ ㊃ ㊄ ㊅ ㊆ ㊇ ㊈ ㊉",
	"chicago":                      "* † ‡ §",
	"cardinalText":                 "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve",
	"ordinalText":                  "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth",
}

// repeats names the ways of counting that go on with doubled letters; the others go on with digits.
var repeats = map[string]bool{"lowerLetter": true, "upperLetter": true, "russianLower": true, "russianUpper": true, "arabicAbjad": true, "arabicAlpha": true, "chicago": true}

// digitSets are ways of writing digits.
var digitSets = map[string]string{
	"decimalFullWidth": "０１２３４５６７８９", "decimalFullWidth2": "０１２３４５６７８９", "hindiNumbers": "٠١٢٣٤٥٦٧٨٩",
	"ideographDigital": "〇一二三四五六七八九", "japaneseDigitalTenThousand": "〇一二三四五六七八九", "taiwaneseDigital": "○一二三四五六七八九",
}

// hanCounts are ways of counting in Chinese: the digits, then ten, hundred, thousand.
var hanCounts = map[string][2]string{
	"chineseCounting": {"〇一二三四五六七八九", "十百千"}, "chineseCountingThousand": {"〇一二三四五六七八九", "十百千"},
	"taiwaneseCounting": {"○一二三四五六七八九", "十百千"}, "taiwaneseCountingThousand": {"○一二三四五六七八九", "十百千"},
	"japaneseCounting": {"〇一二三四五六七八九", "十百千"}, "chineseLegalSimplified": {"零壹贰叁肆伍陆柒捌玖", "拾佰仟"},
	"ideographLegalTraditional": {"零壹貳參肆伍陸柒捌玖", "拾佰仟"},
}

// numeral writes a number in one of the formats of Word. A format that is not known is written in digits.
func numeral(n int, format, custom string) string {
	digits := strconv.Itoa(n)
	order, lettered := letterOrders[format]
	han, counted := hanCounts[format]
	switch {
	case format == "none":
		return ""
	case n < 1 || n > maxSpelled:
		return digits
	case lettered:
		return letters(n, order, repeats[format])
	case counted:
		return hanCount(n, []rune(han[0]), []rune(han[1]))
	case digitSets[format] != "":
		return replaceDigits(digits, []rune(digitSets[format]))
	case format == "lowerRoman":
		return strings.ToLower(roman(n))
	case format == "upperRoman":
		return roman(n)
	case format == "decimalZero":
		return padded(digits, 2)
	case format == "custom":
		first, _, _ := strings.Cut(custom, ",")
		return padded(digits, min(len(first), 8))
	case format == "numberInDash":
		return "- " + digits + " -"
	case format == "ordinal":
		return digits + ordinalEnding(n)
	case format == "hex":
		return strings.ToUpper(strconv.FormatInt(int64(n), 16))
	}
	return digits
}

func padded(digits string, width int) string {
	return strings.Repeat("0", max(0, width-len(digits))) + digits
}

func letters(n int, order string, repeated bool) string {
	all := strings.Fields(order)
	round := (n - 1) / len(all)
	if round > 0 && (!repeated || round > 29) {
		return strconv.Itoa(n)
	}
	return strings.Repeat(all[(n-1)%len(all)], round+1)
}

func roman(n int) string {
	var b strings.Builder
	for _, step := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.sign)
		}
	}
	return b.String()
}

func replaceDigits(text string, digits []rune) string {
	return strings.Map(func(r rune) rune { return digits[r-'0'] }, text)
}

// hanCount writes 一 … 九千九百九十九: 十一, 二十, 一百〇五.
func hanCount(n int, digits, units []rune) string {
	var b strings.Builder
	text := strconv.Itoa(n)
	gap := false
	for i, r := range text {
		d, unit := int(r-'0'), len(text)-1-i
		if d == 0 {
			gap = true
			continue
		}
		if gap {
			b.WriteRune(digits[0])
			gap = false
		}
		if !(d == 1 && unit == 1 && len(text) == 2) {
			b.WriteRune(digits[d])
		}
		if unit > 0 {
			b.WriteRune(units[unit-1])
		}
	}
	return b.String()
}

func ordinalEnding(n int) string {
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}
