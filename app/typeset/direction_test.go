package typeset

import "testing"

func TestRunsLeft(t *testing.T) {
	for text, want := range map[string]bool{
		"تشير إلى resolution 55/901": true, "«15» تقرر": true, "Recalling تشير": false, "55/901، قرار": true,
		"ссылаясь": false, "回顾": false, "12": false, "": false,
	} {
		if RunsLeft(text) != want {
			t.Errorf("%q runs left: %t", text, !want)
		}
	}
}
