package diff

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// nextYear makes from invented paragraphs what a year makes of a resolution: a half stay, a third are reworded, some move,
// go, come, or join their neighbour.
func nextYear(r *rand.Rand, a []string) []string {
	var b []string
	for i := 0; i < len(a); i++ {
		switch d := r.IntN(100); {
		case d < 55:
			b = append(b, a[i])
		case d < 85:
			b = append(b, reworded(r, a[i], .1))
		case d < 90 && i+1 < len(a):
			b = append(b, a[i]+" and also "+a[i+1])
			i++
		case d < 95:
			b = append(b, invented(r, 1)...)
		}
	}
	for range len(b) / 20 {
		from, to := r.IntN(len(b)), r.IntN(len(b))
		b[from], b[to] = b[to], b[from]
	}
	return b
}

// BenchmarkCompare aligns two texts and finds the changed words in every pair: the work behind a comparison. It reports
// how many paragraphs got a partner, so that a faster answer that finds less is seen.
func BenchmarkCompare(b *testing.B) {
	for _, size := range []int{20, 200, 2_000, 20_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, uint64(size)))
			older := invented(r, size)
			newer := nextYear(r, older)
			b.ReportAllocs()
			b.ResetTimer()
			paired := 0
			for range b.N {
				paired = compareAll(older, newer)
			}
			b.ReportMetric(float64(paired)/float64(len(newer)), "paired")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*size), "ns/paragraph")
		})
	}
}

func compareAll(older, newer []string) (paired int) {
	for _, m := range Align(older, newer) {
		if len(m.A) == 0 || len(m.B) == 0 {
			continue
		}
		paired++
		if m.Similarity < 1 {
			Words(joined(older, m.A), joined(newer, m.B))
		}
	}
	return paired
}

func joined(texts []string, at []int) string {
	var parts []string
	for _, i := range at {
		parts = append(parts, texts[i])
	}
	return strings.Join(parts, " ")
}

// BenchmarkWordsGiants compares texts past the limit of the exact answer: nothing in common, few words, all words once.
func BenchmarkWordsGiants(b *testing.B) {
	giant := func(word func(i int) string) string {
		var s strings.Builder
		for i := range 60_000 {
			s.WriteString(word(i))
			s.WriteByte(' ')
		}
		return s.String()
	}
	few := giant(func(i int) string { return fmt.Sprint("w", i*i%7) })
	for _, c := range []struct{ name, a, b string }{
		{"strangers", giant(func(i int) string { return fmt.Sprint("a", i) }), giant(func(i int) string { return fmt.Sprint("b", i) })},
		{"few words", few, giant(func(i int) string { return fmt.Sprint("w", i*i%5) })},
		{"one inserted", few, "new " + few},
		{"every third changed", giant(func(i int) string { return fmt.Sprint(i) }), giant(func(i int) string { return fmt.Sprint(i + i%3/2*1_000_000) })},
	} {
		b.Run(c.name, func(b *testing.B) {
			for range b.N {
				Words(c.a, c.b)
			}
		})
	}
}

// BenchmarkTrace follows the paragraphs of a text through ten years.
func BenchmarkTrace(b *testing.B) {
	for _, size := range []int{20, 200, 2_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			r := rand.New(rand.NewPCG(2, uint64(size)))
			texts := [][]string{invented(r, size)}
			for range 9 {
				texts = append(texts, nextYear(r, texts[len(texts)-1]))
			}
			b.ReportAllocs()
			b.ResetTimer()
			lineages := 0
			for range b.N {
				all, err := Trace(context.Background(), texts, TraceHints{})
				if err != nil {
					b.Fatal(err)
				}
				lineages = len(all)
			}
			b.ReportMetric(float64(lineages)/float64(size), "lineages/paragraph")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*size*len(texts)), "ns/paragraph")
		})
	}
}
