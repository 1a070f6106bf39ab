package app

import (
	"context"
	"fmt"
	"testing"

	"mutatis/app/resolution"
)

// rolled is a text of n operative paragraphs, every seventh worded another way in another edition.
func rolled(n, edition int) Stored {
	d := resolution.Draft{Language: resolution.English}
	verbs := []string{"Requests", "Invites", "Encourages", "Urges", "Calls upon"}
	for i := range n {
		text := fmt.Sprintf("%s Member States of group %d to provide the secretariat with information on measure %d, taking into account the needs of schools in rural areas and the views of those who work in gardens;", verbs[i%5], i*7%31, i)
		if edition > 0 && i%7 == 3 {
			text = text[:len(text)-1] + ", within existing resources and as appropriate;"
		}
		d.Paragraphs = append(d.Paragraphs, resolution.Paragraph{Kind: resolution.Operative, Number: fmt.Sprint(i + 1), Text: text})
	}
	return Stored{Draft: d}
}

// BenchmarkCompare is a whole comparison, ready to be drawn: pairing, words, reasons, runs.
func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{20, 200, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			older, newer := rolled(n, 0), rolled(n, 1)
			for b.Loop() {
				if _, err := Compare(context.Background(), older, newer, View{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
