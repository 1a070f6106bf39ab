package app

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"mutatis/storage"
)

// Whatever keeping a library answers stands in Russian in a Russian window, and is still the error that it was.
func TestTroubleInRussian(t *testing.T) {
	w := LoadWords("ru")
	for _, x := range troubles {
		err := fmt.Errorf("storing the text: %w", x.err)
		said := w.Trouble(err)
		if !strings.ContainsAny(said.Error(), "абвгдежзиклмнопрстуфхцчшщыьэюя") || strings.Contains(said.Error(), "trouble.") {
			t.Errorf("%v: %q", x.err, said)
		}
		if !errors.Is(said, x.err) {
			t.Errorf("%v is another error now", x.err)
		}
		if LoadWords("en").Trouble(err) != err {
			t.Errorf("in English %v does not say what was attempted", x.err)
		}
	}
	if err := errors.New("something else"); w.Trouble(err) != err || w.Trouble(storage.ErrFull).Error() == storage.ErrFull.Error() {
		t.Error("what has no translation must stay, what has one must not")
	}
}
