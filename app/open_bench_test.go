package app

import (
	"os"
	"testing"
)

// BenchmarkOpen opens the library that MUTATIS_SCALE_LIBRARY names.
func BenchmarkOpen(b *testing.B) {
	path := os.Getenv("MUTATIS_SCALE_LIBRARY")
	if path == "" {
		b.Skip("MUTATIS_SCALE_LIBRARY names no library")
	}
	for b.Loop() {
		a, err := Open(path, Options{})
		must(b, err)
		b.ReportMetric(float64(len(a.texts)), "texts")
		must(b, a.Close())
	}
}
