package pdf

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"strings"
	"testing"
	"time"

	"mutatis/app/resolution"
	"mutatis/assets"
)

// placedPages are pages whose lines must be found where they are painted.
func placedPages() map[string][]byte {
	lines := setText(120, 700, 10, "The General Assembly,") + setText(144, 640, 10, "Recalling its work on school gardens,")
	across := "q 0 1 -1 0 750 0 cm " + lines + "Q\n" // runs up the sheet
	box := "/MediaBox[0 0 595 842]"
	var columns strings.Builder
	for y := 700.0; y > 500; y -= 14 {
		columns.WriteString(setText(60, y, 10, "Recalling its work on school gardens, and") + setText(310, y, 10, "Welcoming what grows in the gardens of"))
	}
	return map[string][]byte{
		"as usual":                         boxedPDF(box, lines),
		"a crop box":                       boxedPDF(box+"/CropBox[50 60 545 780]", lines),
		"an origin elsewhere":              boxedPDF("/MediaBox[-100 -50 495 792]", lines),
		"shown turned by a quarter":        boxedPDF(box+"/Rotate 90", lines),
		"by a half":                        boxedPDF(box+"/Rotate 180", lines),
		"by three quarters":                boxedPDF(box+"/Rotate 270", lines),
		"turned to be upright":             boxedPDF("/MediaBox[0 0 595 842]/Rotate 90", across),
		"turned to be upright, crop box":   boxedPDF("/MediaBox[0 0 595 842]/CropBox[20 30 500 600]/Rotate 90", "q 0.6 0 0 0.6 40 40 cm "+across+"Q"),
		"running up the page as it is":     boxedPDF(box, across),
		"marks of the press off the page":  boxedPDF(box+"/CropBox[50 60 545 780]", lines+setText(60, 20, 10, "Job 4711")),
		"the second page of two":           boxedPDF(box, lines, setText(300, 300, 12, "1. Decides to meet;")),
		"a negative rotation, two columns": boxedPDF(box+"/Rotate -90", columns.String()),
	}
}

// TestPlaces: the place of a line holds its ink to the edges, and there is no ink outside the places.
func TestPlaces(t *testing.T) {
	for name, data := range placedPages() {
		t.Run(name, func(t *testing.T) { lookAtPlaces(t, data, 0) })
	}
}

// TestPlacesOfPrints: the same for prints in six languages, which have rules besides.
func TestPlacesOfPrints(t *testing.T) {
	for _, s := range assets.SampleTexts() {
		t.Run(s.File, func(t *testing.T) {
			d, _ := resolution.ReadText(s.Text)
			var file bytes.Buffer
			if err := Write(&file, d, Options{Now: time.Unix(1.76e9, 0)}); err != nil {
				t.Fatal(err)
			}
			lookAtPlaces(t, file.Bytes(), 4)
		})
	}
}

const (
	placeDPI = 100
	ruleRows = 3 // dark rows of points in a rule
)

// lookAtPlaces reads and paints a file and compares the two. The ink of so many rules may be outside.
func lookAtPlaces(t *testing.T, data []byte, rules int) {
	t.Helper()
	r, err := Read(context.Background(), data, ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	lines := linesOfSource(r.Source)
	if len(lines) != len(r.Lines) {
		t.Fatalf("%d lines have %d places", len(lines), len(r.Lines))
	}
	var pages []*image.RGBA
	for page := range r.Pages {
		img, err := RenderPage(context.Background(), data, page+1, placeDPI, "")
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, img)
	}
	page := 0
	for i, p := range r.Lines {
		if p.Page != page && p.Page != page+1 {
			t.Errorf("the page after %d is %d", page, p.Page)
		}
		page = p.Page
		if lines[i] == "" {
			if p != (Place{Page: page}) {
				t.Errorf("an empty line has the place %+v", p)
			}
			continue
		}
		if fault := tight(pages[page], p); fault != "" {
			t.Errorf("%q: %s", lines[i], fault)
		}
	}
	for _, p := range r.Lines {
		wipe(pages[p.Page], p)
	}
	for i, img := range pages {
		rows := map[int]bool{}
		for _, at := range inkIn(img, img.Bounds()) {
			rows[at.Y] = true
		}
		if len(rows) > rules*ruleRows {
			t.Errorf("page %d: %d rows of dark points are outside the lines", i, len(rows))
		}
	}
}

func linesOfSource(source string) []string {
	return strings.Split(strings.ReplaceAll(source, "\f", "\n"), "\n")
}

// boxOf is a place on a painted page, and a point around it: type overhangs.
func boxOf(img *image.RGBA, p Place) image.Rectangle {
	w, h := float64(img.Rect.Dx()), float64(img.Rect.Dy())
	return image.Rect(int(p.Left*w), int(p.Top*h), int(p.Right*w+1), int(p.Bottom*h+1)).Inset(-2).Intersect(img.Rect)
}

func inkIn(img *image.RGBA, r image.Rectangle) []image.Point {
	var ink []image.Point
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if c := img.RGBAAt(x, y); int(c.R)+int(c.G)+int(c.B) < 360 {
				ink = append(ink, image.Pt(x, y))
			}
		}
	}
	return ink
}

// tight says what is wrong with a place: nothing painted in it, or room left at its ends.
func tight(img *image.RGBA, p Place) string {
	box := boxOf(img, p)
	ink := inkIn(img, box)
	if len(ink) < 2 {
		return fmt.Sprintf("no ink in %v of %v", box, img.Rect)
	}
	seen := image.Rectangle{ink[0], ink[0]}
	for _, at := range ink {
		seen = seen.Union(image.Rectangle{at, at.Add(image.Pt(1, 1))})
	}
	slack := 3 + min(box.Dx(), box.Dy())/3
	if box.Dx() > box.Dy() && box.Dx()-seen.Dx() > 2*slack || box.Dy() > box.Dx() && box.Dy()-seen.Dy() > 2*slack {
		return fmt.Sprintf("the ink is in %v, the place is %v", seen, box)
	}
	return ""
}

func wipe(img *image.RGBA, p Place) {
	if p == (Place{Page: p.Page}) {
		return
	}
	box := boxOf(img, p)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			i := img.PixOffset(x, y)
			img.Pix[i], img.Pix[i+1], img.Pix[i+2] = 255, 255, 255
		}
	}
}
