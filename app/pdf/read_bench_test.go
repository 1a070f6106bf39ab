package pdf

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// BenchmarkReadTexts reads texts on all cores: real ones where there are any, else one of our own of three pages.
func BenchmarkReadTexts(b *testing.B) {
	files := [][]byte{manyPages(3)}
	if os.Getenv("MUTATIS_SHARED") != "" {
		files = nil
		for _, path := range corpus(b) {
			if data, err := os.ReadFile(path); err == nil && !strings.Contains(path, ".scan.") {
				files = append(files, data)
			}
		}
	}
	if _, err := Read(context.Background(), files[0], ReadOptions{}); err != nil {
		b.Fatal(err)
	}
	start, read := time.Now(), 0
	for b.Loop() {
		read += len(files)
		readAll(b, files)
	}
	b.ReportMetric(float64(read)/time.Since(start).Seconds(), "texts/s")
	b.ReportMetric(float64(memoryOfAll())/(1<<20), "MB-together")
}

func readAll(b *testing.B, files [][]byte) {
	var wg sync.WaitGroup
	next := make(chan []byte)
	for range runtime.NumCPU() {
		wg.Go(func() {
			for data := range next {
				if _, err := Read(context.Background(), data, ReadOptions{}); err != nil {
					b.Error(err)
				}
			}
		})
	}
	for _, data := range files {
		next <- data
	}
	close(next)
	wg.Wait()
}

// BenchmarkThirtyPages reads one long text.
func BenchmarkThirtyPages(b *testing.B) {
	var pages []string
	for range 30 {
		var page strings.Builder
		for y := 780.0; y > 60; y -= 14 {
			page.WriteString(setText(90, y, 11, "Recalling its work on school gardens, on kitchens and on all that grows in them, and"))
		}
		pages = append(pages, page.String())
	}
	data := plainPDF(pages...)
	if _, err := Read(context.Background(), data, ReadOptions{}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Read(context.Background(), data, ReadOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

// memoryOfAll adds up the resident memory of this program and its workers, where the system tells it.
func memoryOfAll() int64 {
	pids := []string{"self"}
	workers.mu.Lock()
	for _, w := range workers.idle {
		pids = append(pids, strconv.Itoa(w.process.Process.Pid))
	}
	workers.mu.Unlock()
	total := int64(0)
	for _, pid := range pids {
		data, err := os.ReadFile(filepath.Join("/proc", pid, "statm"))
		fields := strings.Fields(string(data))
		if err != nil || len(fields) < 2 {
			continue
		}
		pages, _ := strconv.ParseInt(fields[1], 10, 64)
		total += pages * int64(os.Getpagesize())
	}
	return total
}
