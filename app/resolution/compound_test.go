package resolution

import (
	"strings"
	"testing"
)

// TestCompounds: words written with a hyphen, and words that a line's end divides at the same place.
func TestCompounds(t *testing.T) {
	cases := []struct {
		language      Language
		written, ends string
	}{
		{"ru", `добровольцев-спасателей трудящихся-мигрантов мореплавателей-любителей государств-членов государства-участники
			государством-членом странами-донорами санитарно-авиационную научно-исследовательских социально-экономическое
			информационно-коммуникационных северо-западной какого-либо из-за по-прежнему вице-председатель врачам-добровольцам
			садами-огородами финансово-экономического общественно-политической`,
			`взаимодей-ствующих государ-ственных международ-ных крупно-масштабные окончатель-ного ответствен-ности
			представи-телями обеспе-чением высококвалифи-цированных пре-дусмотренных населе-нием правитель-ственных
			органи-зациями действи-тельностью разоруже-нием подтвер-ждающих осуществля-ющимися учрежде-ний орга-нами
			руководя-щими национально-стей сотруд-никами предостав-ляемых`},
		{"es", "técnico-práctico político-militar jurídico-administrativa económico-social histórico-geográfica",
			"próxi-mas automática-mente perió-dicamente interna-cional países-membros resolu-ción categó-ricas periódi-cos desarro-llo"},
		{"fr", "celles-ci elles-mêmes au-delà soixante-quinzième vingt-cinq non-prolifération peut-être quelques-uns vice-présidence quatre-vingtième",
			"interna-tionale coopéra-tion déve-loppement ren-dez tech-niques résolu-tion soi-xante auxquel-les ci-vile ex-primant telle-ment"},
		{"en", "non-proliferation self-determination gender-responsive sixty-fourth long-term medium-sized multi-stakeholder cost-effective",
			"inter-national coopera-tion develop-ment resolu-tion re-lated label-led under-standing high-light ex-pressed down-sides in-effective dis-owned re-funded"},
	}
	for _, c := range cases {
		for _, word := range strings.Fields(c.written) {
			if last, first, _ := strings.Cut(word, "-"); !Compound(c.language, last, first) {
				t.Errorf("%s: %s is no compound", c.language, word)
			}
		}
		for _, word := range strings.Fields(c.ends) {
			if last, first, _ := strings.Cut(word, "-"); Compound(c.language, last, first) {
				t.Errorf("%s: %s is taken for a compound", c.language, word)
			}
		}
	}
}
