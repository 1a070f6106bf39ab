package typeset

import (
	"strings"
	"testing"
)

var samples = map[string]string{
	"ar": "وإذ تشير إلى قرارها 45/158 المؤرخ 18 كانون الأول/ديسمبر 1990، الذي اعتمدت بموجبه (A/RES/45/158) الاتفاقية الدولية لحماية حقوق جميع العمال المهاجرين وأفراد أسرهم وعرضتها للتوقيع والتصديق والانضمام،",
	"en": "Recalling its resolution 45/158 of 18 December 1990, by which it adopted and opened for signature (see A/RES/45/158) the Convention on the protection of beekeepers and their families,",
	"es": "Recordando su resolución 45/158, de 18 de diciembre de 1990, en virtud de la cual aprobó y abrió a la firma, la ratificación y la adhesión la Convención,",
	"fr": "Rappelant sa résolution 45/158 du 18 décembre 1990, par laquelle elle a adopté et ouvert à la signature, à la ratification et à l’adhésion la « Convention » ;",
	"ru": "ссылаясь на свою резолюцию 45/158 от 18 декабря 1990 года, в которой она приняла и открыла для подписания Конвенцию о защите прав всех трудящихся-мигрантов и членов их семей,",
	"zh": "回顾其1990年12月18日第45/158号决议，其中大会通过并开放供签署、批准和加入《保护所有养蜂人及其家庭成员权利国际公约》（A/RES/45/158）。",
}

func shapeText(text, lang string) *Paragraph {
	return Shape([]Span{{Text: text}}, Setting{Size: 14, Language: lang, RightToLeft: lang == "ar"})
}

func linesOf(p *Paragraph, b Block) []string {
	var out []string
	for _, l := range b.Lines {
		out = append(out, string(p.Text()[l.Start:l.End]))
	}
	return out
}

// Where a line may end.
func TestLineEnds(t *testing.T) {
	for _, c := range []struct{ name, lang, text, want string }{
		{"words", "en", "Recalling its resolution", "Recalling |its |resolution"},
		{"symbols stay whole", "en", "see A/C.3/59/L.10/Rev.1 and 45/158", "see |A/C.3/59/L.10/Rev.1 |and |45/158"},
		{"hyphen", "ru", "трудящихся-мигрантов и", "трудящихся-|мигрантов |и"},
		{"dash never begins", "ru", "Конвенция — это договор", "Конвенция — |это |договор"},
		{"hyphen as a dash", "ru", "Конвенция - это договор", "Конвенция - |это |договор"},
		{"guillemets with spaces", "fr", "la « Convention » adoptée", "la |« Convention » |adoptée"},
		{"semicolon with a space", "fr", "la Convention ; prie", "la |Convention ; |prie"},
		{"Chinese stops never begin a line", "zh", "批准和加入，《公约》。", "批|准|和|加|入，|《公|约》。"},
		{"Arabic", "ar", "وإذ تشير إلى", "وإذ |تشير |إلى"},
		{"no-break space", "en", "No.\u00a045 of", "No.\u00a045 |of"},
		{"soft hyphen", "ru", "ре\u00adзо\u00adлю\u00adция", "ре\u00ad|зо\u00ad|лю\u00ad|ция"},
		{"forced", "en", "one\ntwo", "one\n|two"},
		{"empty", "en", "", ""},
	} {
		if got := shapeText(c.text, c.lang).opportunities(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// opportunities shows every place where a line may end.
func (p *Paragraph) opportunities() string {
	var out strings.Builder
	for _, c := range p.clusters {
		out.WriteString(string(p.text[c.start:c.end]))
		if c.after != noBreak {
			out.WriteByte('|')
		}
	}
	return out.String()
}

// Words are kept whole, spaces hang, and nothing of the text is lost.
func TestBreakFillsTheMeasure(t *testing.T) {
	for lang, text := range samples {
		p := shapeText(text, lang)
		for _, width := range []float32{p.MinWidth(), 150, 300, 10000} {
			b := p.Break(width)
			if got := strings.Join(linesOf(p, b), ""); got != text {
				t.Errorf("%s at %v: the lines hold %q", lang, width, got)
			}
			for _, l := range b.Lines {
				if left, right := l.ink(); left < -0.1 || right > max(width, p.MinWidth())+0.1 {
					t.Errorf("%s at %v: a line stands from %v to %v", lang, width, left, right)
				}
			}
		}
		if lines := len(p.Break(10000).Lines); lines != 1 {
			t.Errorf("%s: %d lines at a wide measure", lang, lines)
		}
	}
}

// ink is where the letters of a line begin and end.
func (l Line) ink() (left, right float32) {
	pieces := l.pieces
	if len(pieces) == 0 {
		return 0, 0
	}
	last := pieces[len(pieces)-1]
	return pieces[0].x, last.x + last.width
}

func TestALongWordIsBrokenWhereItMust(t *testing.T) {
	p := shapeText("Donaudampfschifffahrtsgesellschaft", "en")
	b := p.Break(60)
	if len(b.Lines) < 3 {
		t.Fatalf("%d lines", len(b.Lines))
	}
	for _, l := range b.Lines {
		if _, right := l.ink(); right > 60.1 {
			t.Errorf("a line reaches %v", right)
		}
	}
	if n := len(p.Break(0).Lines); n > len(p.Text()) {
		t.Errorf("%d lines at no measure", n)
	}
}

// A paragraph can be broken again and again: nothing in it is used up.
func TestBreakTwice(t *testing.T) {
	for lang, text := range samples {
		p := shapeText(text, lang)
		first := p.Break(200)
		p.Break(90)
		second := p.Break(200)
		for i := range first.Lines {
			for j := range first.Lines[i].Glyphs {
				if a, b := first.Lines[i].Glyphs[j], second.Lines[i].Glyphs[j]; a != b {
					t.Fatalf("%s: glyph %d of line %d was %+v, is %+v", lang, j, i, a, b)
				}
			}
		}
	}
}

func TestJustified(t *testing.T) {
	for lang, text := range samples {
		p := Shape([]Span{{Text: text}}, Setting{Size: 14, Language: lang, RightToLeft: lang == "ar", Align: Justified})
		b := p.Break(260)
		full := 0
		for _, l := range b.Lines[:len(b.Lines)-1] {
			if left, right := l.ink(); left < 0.1 && right > 259.9 {
				full++
			}
		}
		if full < (len(b.Lines)-1)*2/3 {
			t.Errorf("%s: %d of %d lines fill the measure", lang, full, len(b.Lines)-1)
		}
	}
}

func TestAlignment(t *testing.T) {
	for _, c := range []struct {
		name        string
		align       Alignment
		rightToLeft bool
		left, right float32 // how far the line stands from either side; -1: does not matter
	}{
		{"start", Start, false, 0, -1},
		{"end", End, false, -1, 0},
		{"start, right to left", Start, true, -1, 0},
		{"end, right to left", End, true, 0, -1},
	} {
		l := Shape([]Span{{Text: "A/59/1"}}, Setting{Size: 10, Align: c.align, RightToLeft: c.rightToLeft}).Break(200).Lines[0]
		left, right := l.ink()
		if c.left >= 0 && left != c.left || c.right >= 0 && right != 200-c.right {
			t.Errorf("%s: from %v to %v", c.name, left, right)
		}
	}
	left, right := Shape([]Span{{Text: "A/59/1"}}, Setting{Size: 10, Align: Centre}).Break(200).Lines[0].ink()
	if diff := left - (200 - right); diff > 0.1 || diff < -0.1 {
		t.Errorf("centred: from %v to %v", left, right)
	}
}

// The guess is near enough for a scroll bar: within a line and a fifth of the truth.
func TestEstimateHeight(t *testing.T) {
	for lang := range samples {
		p := shapeText(words80(lang), lang)
		for _, width := range []float32{260, 420, 700} {
			want := p.Break(width).Height
			got := EstimateHeight(len(p.Text()), p.Setting(), width)
			if most := want/5 + p.Setting().LineHeight(); got < want-most || got > want+most {
				t.Errorf("%s at %v: guessed %v, is %v", lang, width, got, want)
			}
			t.Logf("%s at %v: guessed %.0f, is %.0f (%+.0f %%)", lang, width, got, want, 100*(got-want)/want)
		}
	}
}
