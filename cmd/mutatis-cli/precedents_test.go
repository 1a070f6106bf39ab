package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// Whoever looks for agreed language: by a paragraph, by a phrase, of a whole text.
func TestPrecedents(t *testing.T) {
	d := newDesk(t)
	if _, err := d.call("add @"); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		line string
		want []string // "!…" must not be there
	}{
		{"precedents " + revised + " PP4", []string{"Searched 6 texts, sessions 55–80; gaps: 56–76", "word for word · First A/RES/77/905 (14 December 2022), PP3; last A/C.2/80/L.901"}},
		{"precedents " + revised + " PP4 --adopted", []string{"last A/RES/79/908", "!last A/C.2/80"}},
		{"precedents A/RES/78/911 PP4 --all", []string{"last A/C.2/80/L.901/Rev.1"}},
		{"precedents --phrase school_gardens", []string{"word for word", "First A/C.2/55/L.901"}},
		{"precedents --phrase garden*_AND_NOT_school* --kind OP", []string{"the same words in other forms", "!PP"}},
		{"precedents --phrase gardens --organ SC", []string{"No text of this kind"}},
		{"precedents --phrase nobody_wrote_this", []string{"These words are in none"}},
		{"precedents " + revised, []string{"verbatim 79/908 PP1", "adapted from A/C.2/80/L.901 PP5, 3 words"}},
	} {
		out, err := d.call(c.line)
		if err != nil {
			t.Errorf("%s: %v", c.line, err)
		}
		for _, w := range c.want {
			if bare, not := strings.CutPrefix(w, "!"); strings.Contains(out, bare) == not {
				t.Errorf("%s: %q is wrong in\n%s", c.line, w, out)
			}
		}
	}
	for _, line := range []string{"precedents", "precedents --phrase gardens " + tabled, "precedents --phrase a --organ XY", "precedents --phrase ;", "precedents " + tabled + " OP99"} {
		if out, err := d.call(line); err == nil {
			t.Errorf("%s says nothing wrong: %s", line, out)
		}
	}
}

func TestPrecedentsAsJSON(t *testing.T) {
	d := newDesk(t)
	if _, err := d.call("add @"); err != nil {
		t.Fatal(err)
	}
	out, err := d.call("precedents " + revised + " PP4 --json")
	if err != nil {
		t.Fatal(err)
	}
	var answer struct {
		Searched struct {
			Texts int
			Gaps  []int
		}
		Variants []struct {
			Tier    string
			Count   int
			Redline [][2]string
			First   struct {
				Symbol, Label, Date, Organ string
				Session                    int
			}
			Uses []struct{ Label, Context string }
		}
		Timeline []struct{ Session, Uses int }
	}
	if err := json.Unmarshal([]byte(out), &answer); err != nil {
		t.Fatal(err)
	}
	v := answer.Variants[0]
	if answer.Searched.Texts != 6 || len(answer.Searched.Gaps) != 21 || v.Tier != "exact" || v.Count != len(v.Uses) || v.Uses[0].Label == "" || v.First.Organ != "A" || v.First.Session != 77 {
		t.Errorf("%+v", answer)
	}
	if len(v.Redline) != 1 || v.Redline[0][0] != "=" || len(answer.Timeline) == 0 {
		t.Errorf("redline %v, timeline %v", v.Redline, answer.Timeline)
	}
	out, err = d.call("precedents " + revised + " --json")
	if err != nil || !strings.Contains(out, `"origin": "adapted"`) {
		t.Error(out, err)
	}
}
