package ui

import (
	"errors"
	"testing"
)

// TestErrorsNameFilesAsTheyAre: a capital letter, a stop; no file is called otherwise than it is, and no question gets a stop.
func TestErrorsNameFilesAsTheyAre(t *testing.T) {
	for said, want := range map[string]string{
		"the disk is full":                        "The disk is full.",
		"broken.pdf: the file is damaged":         "broken.pdf: the file is damaged.",
		"is the disk not connected?":              "Is the disk not connected?",
		"файла нет":                               "Файла нет.",
		"etc.: one":                               "Etc.: one.",
		"a.txt is empty\nreading b: it is locked": "a.txt is empty.\nReading b: it is locked.",
	} {
		if got := sentences(errors.New(said)); got != want {
			t.Errorf("%q is said as %q", said, got)
		}
	}
}
