package ui

import (
	"strings"
	"testing"
)

// The toolkit paints the runs of a line one behind the other from the left.
func TestVisual(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"no Arabic", "A/RES/55/901 — 20 Dec 2000 (EN)", "A/RES/55/901 — 20 Dec 2000 (EN)"},
		{"Arabic alone", "التعاون الدولي", "التعاون الدولي"},
		{"a number inside", "حدائق 18 مدرسة", "مدرسة 18 حدائق"},
		{"brackets", "مدرسة (1990)", "(1990) مدرسة"},
		{"an English line", "AR — حدائق", "AR — حدائق"},
		{"an Arabic line with a tag", "حدائق AR", "AR حدائق"},
	} {
		if got := strings.ReplaceAll(visual(c.line), "\u200e", ""); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
