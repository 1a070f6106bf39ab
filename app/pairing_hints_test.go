package app

import (
	"testing"

	"mutatis/app/resolution"
)

// A paragraph opens with a verb, whether it says "also", and in whichever part of the text it stands.
func TestOpenings(t *testing.T) {
	for _, c := range []struct{ older, newer string }{
		{"Recalling its resolution 74/31 on the gardens of all schools,", "Recalling also its resolution 74/31 on the gardens of all schools,"},
		{"Recalling its resolution 74/31 on the gardens of all schools,", "Recalls its resolution 74/31 on the gardens of all schools;"},
		{"ссылаясь на свою резолюцию 74/31 о садах во всех школах,", "ссылаясь также на свою резолюцию 74/31 о садах во всех школах,"},
		{"Rappelant sa résolution 74/31 sur les jardins de toutes les écoles,", "Rappelant également sa résolution 74/31 sur les jardins de toutes les écoles,"},
		{"Recordando su resolución 74/31 sobre los huertos de las escuelas,", "Recordando también su resolución 74/31 sobre los huertos de las escuelas,"},
		{"وإذ تشير إلى قرارها 74/31 بشأن حدائق المدارس،", "وإذ تشير أيضا إلى قرارها 74/31 بشأن حدائق المدارس،"},
		{"回顾其关于学校菜园的第74/31号决议，", "又回顾其关于学校菜园的第74/31号决议，"},
	} {
		a := openings([]resolution.Paragraph{{Text: c.older}})[0]
		b := openings([]resolution.Paragraph{{Text: c.newer}})[0]
		if a == "" || a != b {
			t.Errorf("%q opens with %q, %q with %q", c.older, a, c.newer, b)
		}
	}
}

// What a paragraph opens with speaks for its partner, and less than the kind of both.
func TestWeigh(t *testing.T) {
	text := func(k resolution.Kind, s string) resolution.Paragraph { return resolution.Paragraph{Kind: k, Text: s} }
	older := []resolution.Paragraph{text(resolution.Operative, "Requests the Secretary-General to plant trees in all schools;")}
	newer := []resolution.Paragraph{
		text(resolution.Operative, "Also requests the Secretary-General to plant trees in all schools;"),
		text(resolution.Operative, "Thanks the Secretary-General for the trees in all schools;"),
		text(resolution.Preambular, "Requests of the Secretary-General,"),
	}
	f := newField(older, newer)
	if f.weigh(0, 0) != 1 || f.weigh(0, 1) >= 1 || f.weigh(0, 2) >= f.weigh(0, 1) {
		t.Errorf("weighs %v, %v, %v", f.weigh(0, 0), f.weigh(0, 1), f.weigh(0, 2))
	}
}
