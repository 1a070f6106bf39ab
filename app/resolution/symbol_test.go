package resolution

import "testing"

func TestParseSymbol(t *testing.T) {
	tests := []struct {
		in    string
		want  Symbol
		text  string
		stage Stage
	}{
		{"A/RES/59/262", Symbol{Body: "A/RES", Session: "59", Number: "262"}, "A/RES/59/262", Adopted},
		{" А/RES/59/262* ", Symbol{Body: "A/RES", Session: "59", Number: "262"}, "A/RES/59/262", Adopted}, // Cyrillic А
		{"A/RES/48/226 C", Symbol{Body: "A/RES", Session: "48", Number: "226 C"}, "A/RES/48/226 C", Adopted},
		{"A/RES/59/112A-B", Symbol{Body: "A/RES", Session: "59", Number: "112 A-B"}, "A/RES/59/112 A-B", Adopted},
		{"S/RES/408 (1977)", Symbol{Body: "S/RES", Session: "1977", Number: "408"}, "S/RES/408 (1977)", Adopted},
		{"S/RES/408(1977)", Symbol{Body: "S/RES", Session: "1977", Number: "408"}, "S/RES/408 (1977)", Adopted},
		{"A/RES/217(III)A", Symbol{Body: "A/RES", Session: "III", Number: "217 A"}, "A/RES/217 A (III)", Adopted},
		{"217 А (III)", Symbol{Body: "A/RES", Session: "III", Number: "217 A"}, "A/RES/217 A (III)", Adopted},
		{"2758 (XXVI)", Symbol{Body: "A/RES", Session: "XXVI", Number: "2758"}, "A/RES/2758 (XXVI)", Adopted},
		{"3201 (S-VI)", Symbol{Body: "A/RES", Session: "S-VI", Number: "3201"}, "A/RES/3201 (S-VI)", Adopted},
		{"1296 (XLIV)", Symbol{Body: "E/RES", Session: "XLIV", Number: "1296"}, "E/RES/1296 (XLIV)", Adopted},
		{"1325（2000）", Symbol{Body: "S/RES", Session: "2000", Number: "1325"}, "S/RES/1325 (2000)", Adopted},
		{"45/158", Symbol{Body: "A/RES", Session: "45", Number: "158"}, "A/RES/45/158", Adopted},
		{"45 / 158", Symbol{Body: "A/RES", Session: "45", Number: "158"}, "A/RES/45/158", Adopted},
		{"ES‑10/1", Symbol{Body: "A/RES", Session: "ES-10", Number: "1"}, "A/RES/ES-10/1", Adopted},
		{"2004/66", Symbol{Body: "E/RES", Session: "2004", Number: "66"}, "E/RES/2004/66", Adopted},
		{"A/HRC/RES/35/3", Symbol{Body: "A/HRC/RES", Session: "35", Number: "3"}, "A/HRC/RES/35/3", Adopted},
		{"A/C.3/59/L.10/Rev.1", Symbol{Body: "A/C.3", Session: "59", L: 10, Rev: 1}, "A/C.3/59/L.10/Rev.1", Revised},
		{"A/C.3/59/L.30/Rev.1/Corr.1", Symbol{Body: "A/C.3", Session: "59", L: 30, Rev: 1, Corr: 1}, "A/C.3/59/L.30/Rev.1/Corr.1", Revised},
		{"A/80/L.6", Symbol{Body: "A", Session: "80", L: 6}, "A/80/L.6", Tabled},
		{"A/80/L.6/Add.1", Symbol{Body: "A", Session: "80", L: 6, Add: 1}, "A/80/L.6/Add.1", Tabled},
		{"E/CN.4/2004/L.50", Symbol{Body: "E/CN.4", Session: "2004", L: 50}, "E/CN.4/2004/L.50", Tabled},
		{"A/HRC/S-15/L.1", Symbol{Body: "A/HRC", Session: "S-15", L: 1}, "A/HRC/S-15/L.1", Tabled},
		{"А/59/328", Symbol{Body: "A", Session: "59", Number: "328"}, "A/59/328", Working},
		{"A/CONF.157/24 (Part I)", Symbol{Body: "A/CONF.157", Number: "24", Rest: "(Part I)"}, "A/CONF.157/24 (Part I)", Working},
		{"S/12333", Symbol{Body: "S", Number: "12333"}, "S/12333", Working},
		{"S/PRST/2013/2", Symbol{Body: "S/PRST", Session: "2013", Number: "2"}, "S/PRST/2013/2", Working},
		{"E/CN.4/2004/76", Symbol{Body: "E/CN.4", Session: "2004", Number: "76"}, "E/CN.4/2004/76", Working},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			got, err := ParseSymbol(tt.in)
			if err != nil || got != tt.want || got.String() != tt.text || got.Stage() != tt.stage {
				t.Errorf("got %+v, %q, %s, %v; want %+v, %q, %s", got, got, got.Stage(), err, tt.want, tt.text, tt.stage)
			}
			if again, err := ParseSymbol(got.String()); err != nil || again != got {
				t.Errorf("%q reads back as %+v, %v", got, again, err)
			}
		})
	}
}

func TestParseSymbolRefuses(t *testing.T) {
	for _, in := range []string{"", "resolution", "1990", "12.5", "and/or", "Article 3", "A"} {
		if got, err := ParseSymbol(in); err == nil {
			t.Errorf("%q was read as %+v", in, got)
		}
	}
}

func FuzzParseSymbol(f *testing.F) {
	for _, s := range []string{"A/RES/59/262", "S/RES/408 (1977)", "217 А (III)", "A/C.3/59/L.10/Rev.1", "A/CONF.157/24 (Part I)", "A/80/___", "E/1/1/1/L.0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		s, err := ParseSymbol(in)
		if err != nil {
			return
		}
		again, err := ParseSymbol(s.String())
		if err != nil || again.String() != s.String() {
			t.Errorf("%q is %q, which reads back as %q, %v", in, s, again, err)
		}
	})
}
