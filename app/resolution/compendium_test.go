package resolution

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestSplitCompendium cuts volumes into their resolutions.
func TestSplitCompendium(t *testing.T) {
	cases := map[string]struct {
		text string
		want []string // number and title of each
	}{
		"one resolution": {"81/3. Lamps\n\nThe General Assembly,\n\n1. Requests a report, as in 81/2. Buoys.\n", []string{"81/3 Lamps"}},
		"its parts are no others": {"81/5. Lamps\n\nA\n\nThe General Assembly,\n\n1. Requests a report.\n\nB\n\nThe General Assembly,\n\n1. Requests another.\n",
			[]string{"81/5 Lamps"}},
		"a volume": {"RESOLUTION 59/301\n\nAdopted at the 91st plenary meeting, on 13 April 2005, without a vote\n\n59/301. Lamps\n\nThe General Assembly,\n\n1. Requests a report.\n\n" +
			"RESOLUTION 59/302\n\nAdopted at the 92nd plenary meeting, on 14 April 2005, without a vote\n\n59/302. Buoys\n\nThe General Assembly,\n\n1. Requests another.\n",
			[]string{"59/301 Lamps", "59/302 Buoys"}},
		"documents one after the other": {"United Nations\n\nA/RES/59/301\n\nGeneral Assembly\n\nDistr.: General\n\n59/301. Lamps\n\nThe General Assembly,\n\n1. Requests a report.\n\n" +
			"United Nations\n\nA/RES/59/302\n\nGeneral Assembly\n\nDistr.: General\n\n59/302. Buoys\n\nThe General Assembly,\n\n1. Requests another.\n",
			[]string{"59/301 Lamps", "59/302 Buoys"}},
		"French":  {"59/301. Phares\n\nL’Assemblée générale,\n\n1. Prie les États de les allumer.\n\n59/302. Bouées\n\nL’Assemblée générale,\n\n1. Prie les États de les peindre.\n", []string{"59/301 Phares", "59/302 Bouées"}},
		"Spanish": {"59/301. Faros\n\nLa Asamblea General,\n\n1. Pide un informe a los Estados.\n\n59/302. Boyas\n\nLa Asamblea General,\n\n1. Pide otro para los Estados.\n", []string{"59/301 Faros", "59/302 Boyas"}},
		"Russian": {"59/301. Маяки\n\nГенеральная Ассамблея,\n\n1. просит представить доклад.\n\n59/302. Буи\n\nГенеральная Ассамблея,\n\n1. просит представить другой.\n", []string{"59/301 Маяки", "59/302 Буи"}},
		"Chinese": {"59/301. 灯塔\n\n大会，\n\n1. 请提交报告。\n\n59/302. 浮标\n\n大会，\n\n1. 请提交另一份报告。\n", []string{"59/301 灯塔", "59/302 浮标"}},
		"Arabic":  {"59/301 - المنارات\n\nإن الجمعية العامة،\n\n1 - تطلب تقريرا.\n\n59/302 - العوامات\n\nإن الجمعية العامة،\n\n1 - تطلب تقريرا آخر.\n", []string{"59/301 المنارات", "59/302 العوامات"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			pieces := SplitCompendium(c.text)
			if strings.Join(pieces, "") != c.text {
				t.Errorf("the pieces are not the text: %q", pieces)
			}
			var got []string
			for _, p := range pieces {
				d, _ := ReadText(p)
				got = append(got, d.Number+" "+d.Title())
				if n := len(d.Paragraphs); n != 3 && len(c.want) > 1 {
					t.Errorf("%s: %d paragraphs", d.Number, n)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
			_, problems := ReadText(c.text)
			if told := strings.Contains(fmt.Sprint(problems), fmt.Sprintf("holds %d resolutions", len(c.want))); told != (len(c.want) > 1) {
				t.Errorf("problems %v", problems)
			}
		})
	}
}
