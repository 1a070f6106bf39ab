package resolution

import (
	"testing"
	"unicode/utf8"
)

func TestLookUp(t *testing.T) {
	tests := []struct {
		lang     Language
		text     string
		phrase   string
		kind     Kind
		additive string
	}{
		{English, "Recalling its resolution", "Recalling", Preambular, ""},
		{English, "Recalling also its resolution", "Recalling also", Preambular, "also"},
		{English, "Having also considered the report", "Having also considered", Preambular, "also"},
		{English, "Takes note with appreciation of the report", "Takes note with appreciation of", Operative, ""},
		{English, "Strongly deploring the attacks", "Strongly deploring", Preambular, ""},
		{French, "Convaincue qu’un jardin", "Convaincue", Preambular, ""},
		{Spanish, "Recordando también su resolución", "Recordando también", Preambular, "also"},
		{Russian, "ссылаясь также на свои", "ссылаясь также на", Preambular, "also"},
		{Russian, "Призывает все государства", "Призывает", Operative, ""},
		{Chinese, "又认识到源头地区", "又认识到", Operative, "also"},
		{Arabic, "وإذ تشير إلى قرارها", "وإذ تشير إلى", Preambular, ""},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			got, ok := LookUp(tt.text, tt.lang)
			if !ok || got.Phrase != tt.phrase || got.Kind != tt.kind || got.Additive != tt.additive || got.English == "" {
				t.Errorf("got %+v, %v", got, ok)
			}
		})
	}
	for _, text := range []string{"", "Recallings", "The Conference", "请"} {
		if got, ok := LookUp(text, English); ok {
			t.Errorf("%q opens with %+v", text, got)
		}
	}
}

func TestOpening(t *testing.T) {
	tests := []struct {
		lang Language
		kind Kind
		text string
		want string
	}{
		{English, Preambular, "Aware of the marked increase", "Aware"},
		{English, Operative, "Calls upon States", "Calls upon"},
		{English, Operative, "Also requests the Secretary-General", "Also requests"},
		{Russian, Preambular, "ссылаясь на свою резолюцию", "ссылаясь"},
		{Chinese, Operative, "请秘书长提出报告", "请"},
		{English, Subparagraph, "Requests nothing", ""},
		{English, Operative, "Zigzags through the text", ""},
	}
	for _, tt := range tests {
		n := Opening(tt.text, tt.kind, tt.lang)
		if got := string([]rune(tt.text)[:min(n, utf8.RuneCountInString(tt.text))]); got != tt.want {
			t.Errorf("%q opens with %q, not %q", tt.text, got, tt.want)
		}
	}
}

func TestSessionIn(t *testing.T) {
	for text, want := range map[string]int{
		"Fifty-ninth session": 59, "Пятьдесят девятая сессия": 59, "Quincuagésimo noveno período de sesiones": 59,
		"Cinquante-neuvième session": 59, "第五十九届会议": 59, "الدورة التاسعة والخمسون": 59, "2038": 0, "": 0,
	} {
		if got := sessionIn(text, ""); got != want {
			t.Errorf("%q is session %d, not %d", text, got, want)
		}
	}
}
