package docx

import (
	"context"
	"strings"
	"testing"
)

// BenchmarkRead reads a text of usual length, and one as long as a report of a hundred pages.
func BenchmarkRead(b *testing.B) {
	long := organ
	for range 1200 {
		long += P(Num(1, 0), I("Requests"), T(strings.Repeat(" the ferries of the archipelago", 12)), Ref(2), Del("B", Gone(" and")), Ins("A", T(" or")), T(" its islands;"))
	}
	files := map[string][]byte{
		"two pages":     sample(b, "en"),
		"hundred pages": build(parts{"body": long, "numbering": twoLevels, "footnotes": Note(2, T("One."))}),
	}
	for _, name := range []string{"two pages", "hundred pages"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(context.Background(), files[name], Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "texts/s")
		})
	}
}
