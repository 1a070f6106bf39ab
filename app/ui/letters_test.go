package ui

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// Words of documents are painted by our own letters: the toolkit's have no bold Chinese and scramble Arabic.
func TestWordsOfDocumentsAreInOurOwnLetters(t *testing.T) {
	for _, c := range views {
		if !slices.Contains([]string{"series-chinese", "series-arabic", "history-chinese", "precedents-chinese", "basket-phrases", "three-ways-arabic", "reading-arabic"}, c.name) {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			u := opened(t, true)
			c.show(t, u)
			u.window.Canvas().Capture()
			for _, o := range test.LaidOutObjects(u.window.Canvas().Content()) {
				words, ok := o.(*canvas.Text)
				if ok && strings.HasPrefix(words.Text, "OP") {
					continue // a label in the margin: a letter alone, in thin type
				}
				if ok && slices.ContainsFunc([]rune(words.Text), func(r rune) bool { return unicode.Is(unicode.Han, r) || unicode.Is(unicode.Arabic, r) }) {
					t.Errorf("%q is painted by the toolkit", words.Text)
				}
			}
		})
	}
}
