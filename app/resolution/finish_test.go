package resolution

import (
	"strings"
	"testing"
)

// TestUnended tells of a paragraph whose end is missing, and of no other.
func TestUnended(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"whole":            {"The General Assembly,\n\nRecalling its resolution 79/908,\n\n1. Requests a report.\n", false},
		"a list follows":   {"The General Assembly,\n\nRecalling its resolution 79/908,\n\n1. Requests:\n\n(a) A report;\n\n(b) A list.\n", false},
		"brackets at end":  {"The General Assembly,\n\n[Recalling its resolution 79/908,]\n\n1. Requests a report.\n", false},
		"and after it":     {"The General Assembly,\n\nRecalling its resolution 79/908,\n\n1. Requests a report; and\n\n2. Requests a list.\n", false},
		"cut off":          {"The General Assembly,\n\nRecalling its resolution 79/908,\n\n1. Requests a report on the\n\n2. Requests a list.\n", true},
		"cut off, Russian": {"Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 79/908\n\n1. просит представить доклад.\n", true},
		"whole, Arabic":    {"إن الجمعية العامة،\n\nإذ تشير إلى قرارها 79/908،\n\n1 - تطلب تقريرا.\n", false},
		"cut off, Arabic":  {"إن الجمعية العامة،\n\nإذ تشير إلى قرارها 79/908،\n\n1 - تطلب تقريرا\n", true},
		"whole, Chinese":   {"大会，\n\n回顾其第79/908号决议，\n\n1. 请提交报告。\n", false},
		"cut off, Chinese": {"大会，\n\n回顾其第79/908号决议，\n\n1. 请提交报告\n", true},
	} {
		_, problems := ReadText(c.text)
		told := false
		for _, p := range problems {
			told = told || p.Paragraph >= 0 && strings.Contains(p.Message, "ends without")
		}
		if told != c.want {
			t.Errorf("%s: told %v, problems %v", name, told, problems)
		}
	}
}

// TestForgottenComma: where the comma at its end was forgotten a paragraph still ends.
func TestForgottenComma(t *testing.T) {
	d, _ := ReadText("The General Assembly,\n\nHaving received the report of the Agency for 2022 1\n\nTaking note of the statement by the Director, in which he gave\nmore on the work of the Agency during 2023,\n\n" +
		"Recognizing the work of the Agency and of all those who take part in it,\n\n1. Takes note of the report.\n\n__________\n1 A/78/9301.\n")
	if got := len(d.Paragraphs); got != 5 {
		t.Fatalf("%d paragraphs: %+v", got, d.Paragraphs)
	}
	if p := d.Paragraphs[1]; p.Text != "Having received the report of the Agency for 2022" || len(p.Notes) != 1 {
		t.Errorf("%+v", p)
	}
}
