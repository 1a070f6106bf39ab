package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// plainPDF is a file of pages of text set in the standard fonts, made by hand: what stands between BT and ET.
func plainPDF(pages ...string) []byte { return boxedPDF("/MediaBox[0 0 595 842]", pages...) }

// boxedPDF is such a file whose pages have other boxes, or are shown turned.
func boxedPDF(boxes string, pages ...string) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(format string, args ...any) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), fmt.Sprintf(format, args...))
	}
	b.WriteString("%PDF-1.4\n")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 5+2*i))
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), len(pages))
	object("<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>")
	object("<</Type/Font/Subtype/Type1/BaseFont/Times-Italic/Encoding/WinAnsiEncoding>>")
	for i, content := range pages {
		object("<</Type/Page/Parent 2 0 R%s/Resources<</Font<</R 3 0 R/I 4 0 R>>>>/Contents %d 0 R>>", boxes, 6+2*i)
		object("<</Length %d>>stream\n%s\nendstream", len(content), content)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

// setText sets a line of text.
func setText(x, y, size float64, text string) string {
	return fmt.Sprintf("BT /R %g Tf %g %g Td (%s) Tj ET\n", size, x, y, strings.NewReplacer("(", `\(`, ")", `\)`).Replace(text))
}

var shortPDF = sync.OnceValue(func() []byte {
	return plainPDF(setText(120, 700, 10, "The General Assembly,") + setText(144, 676, 10, "Recalling its work on school gardens,") +
		setText(144, 652, 10, "1. Decides to meet;") + setText(144, 628, 10, "2. Requests a report."))
})

// TestFaults: whatever is wrong with a file, a sentence says so.
func TestFaults(t *testing.T) {
	pictured := plainPDF("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q")
	cases := []struct {
		name string
		data []byte
		want string
	}{
		{"nothing", nil, "empty"},
		{"no PDF", []byte("The General Assembly,"), "damaged"},
		{"a header alone", []byte("%PDF-1.7"), "damaged"},
		{"cut off", shortPDF()[:200], "damaged"},
		{"an empty page", plainPDF(""), "no text"},
		{"a picture of a page", pictured, "scan"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			r, err := Read(context.Background(), c.data, ReadOptions{})
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%v", err)
			}
			if len(r.Draft.Paragraphs) > 0 {
				t.Error("half a text was read")
			}
			t.Log(time.Since(start), err)
		})
	}
}

// TestPassword: testdata/locked.pdf opens with the password "school gardens".
func TestPassword(t *testing.T) {
	data, err := os.ReadFile("testdata/locked.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for password, want := range map[string]error{"": ErrPassword, "gardens": ErrPassword, "school gardens": nil} {
		r, err := Read(context.Background(), data, ReadOptions{Password: password})
		if !errors.Is(err, want) || want == nil && r.Draft.Organ() == "" {
			t.Errorf("%q: %v", password, err)
		}
	}
}

func TestReadGoesOnAfterAFault(t *testing.T) {
	for range 3 {
		if _, err := Read(context.Background(), []byte("%PDF-1.7 no"), ReadOptions{}); err == nil {
			t.Fatal("it was read")
		}
		r, err := Read(context.Background(), shortPDF(), ReadOptions{})
		if err != nil || len(r.Draft.Paragraphs) != 4 {
			t.Fatalf("%v %+v", err, r.Draft.Paragraphs)
		}
	}
}

// TestKilledWorker: a worker killed in the middle of a file costs one sentence, and the next file is read.
func TestKilledWorker(t *testing.T) {
	c := newCrew(1)
	long := job{Data: manyPages(400), Limit: readLimit}
	done := make(chan error, 1)
	w, err := c.hire(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	c.rest(w)
	go func() {
		_, err := c.do(context.Background(), long)
		done <- err
	}()
	time.Sleep(20 * time.Millisecond)
	if err := w.process.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err == nil || err.Error() != faultGone {
		t.Errorf("the killed worker: %v", err)
	}
	if a, err := c.do(context.Background(), job{Data: shortPDF(), Limit: readLimit}); err != nil || len(a.Sheets) != 1 {
		t.Errorf("after it: %v, %d pages", err, len(a.Sheets))
	}
	c.close()
}

// manyPages is a file whose reading takes a while.
func manyPages(n int) []byte {
	var page strings.Builder
	for y := 60.0; y < 800; y += 5 {
		page.WriteString(setText(50, y, 5, strings.Repeat("Recalling its work on school gardens, ", 5)))
	}
	pages := make([]string, n)
	for i := range pages {
		pages[i] = page.String()
	}
	return plainPDF(pages...)
}

// TestTimeAndCancel: a file that takes too long, or is no longer wanted, is given up at once.
func TestTimeAndCancel(t *testing.T) {
	c := newCrew(1)
	defer c.close()
	if _, err := c.do(context.Background(), job{Data: shortPDF(), Limit: readLimit}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	start := time.Now()
	_, err := c.do(ctx, job{Data: manyPages(400), Limit: readLimit})
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 2*time.Second {
		t.Errorf("cancelled: %v after %v", err, time.Since(start))
	}
	_, err = c.do(context.Background(), job{Data: manyPages(400), Limit: time.Millisecond - slack})
	if err == nil || err.Error() != faultSlow {
		t.Errorf("too slow: %v", err)
	}
	if _, err := c.do(context.Background(), job{Data: shortPDF(), Limit: readLimit}); err != nil {
		t.Errorf("after them: %v", err)
	}
}

// TestBudget: a job beyond its budget ends with its worker, and says so.
func TestBudget(t *testing.T) {
	c := newCrew(1)
	defer c.close()
	slow := plainPDF(strings.Repeat("q 1 0 0 1 0 0 cm Q ", 4_000_000))
	if _, err := c.do(context.Background(), job{Data: slow, Limit: readLimit}); err == nil || err.Error() != faultSlow {
		t.Errorf("it ended with %v", err)
	}
	if _, err := c.do(context.Background(), job{Data: shortPDF(), Limit: readLimit}); err != nil {
		t.Errorf("after it: %v", err)
	}
}

// TestTogether: many files at once are read by as many workers as there are.
func TestTogether(t *testing.T) {
	var wg sync.WaitGroup
	for range 12 {
		wg.Go(func() {
			if _, err := Read(context.Background(), shortPDF(), ReadOptions{}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

func TestRenderPage(t *testing.T) {
	img, err := RenderPage(context.Background(), shortPDF(), 1, 72, "")
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 595 || b.Dy() != 842 {
		t.Errorf("the page is %v", b)
	}
	dark := 0
	for i := 0; i < len(img.Pix); i += 4 {
		if img.Pix[i] < 128 {
			dark++
		}
	}
	if dark < 300 || dark > 30000 {
		t.Errorf("%d dark pixels", dark)
	}
	for _, page := range []int{0, 2} {
		if _, err := RenderPage(context.Background(), shortPDF(), page, 72, ""); err == nil || err.Error() != faultPage {
			t.Errorf("page %d: %v", page, err)
		}
	}
}

// TestMutated reads files with bytes changed: none crashes the program, none hangs, each ends in a text or a sentence.
// MUTATIS_MUTATIONS says how many.
func TestMutated(t *testing.T) {
	n := 40
	if wanted, err := strconv.Atoi(os.Getenv("MUTATIS_MUTATIONS")); err == nil {
		n = wanted
	}
	seeds := [][]byte{shortPDF(), manyPages(2)}
	if os.Getenv("MUTATIS_SHARED") != "" {
		for _, path := range corpus(t) {
			if data, err := os.ReadFile(path); err == nil && len(seeds) < 12 {
				seeds = append(seeds, data)
			}
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	slowest := time.Duration(0)
	read, refused := 0, 0
	for i := range n {
		data := bytes.Clone(seeds[i%len(seeds)])
		for range 1 + random.IntN(60) {
			data[random.IntN(len(data))] = byte(random.IntN(256))
		}
		if random.IntN(8) == 0 {
			data = data[:random.IntN(len(data))]
		}
		start := time.Now()
		_, err := Read(context.Background(), data, ReadOptions{})
		slowest = max(slowest, time.Since(start))
		if err != nil {
			refused++
			if strings.Contains(err.Error(), "\n") || len(err.Error()) > 300 {
				t.Errorf("%d: %v", i, err)
			}
		} else {
			read++
		}
	}
	if slowest > readLimit+slack {
		t.Errorf("one took %v", slowest)
	}
	t.Logf("%d read, %d refused, the slowest took %v", read, refused, slowest)
}
