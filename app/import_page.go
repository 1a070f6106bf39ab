package app

import (
	"context"
	"errors"
	"fmt"
	"image"

	"mutatis/app/pdf"
)

// PagePlace is a place on a page, counted from 0: the sides of a box as fractions of the page from its top left corner.
type PagePlace struct {
	Page                     int
	Left, Top, Right, Bottom float64
}

// Places are the boxes on the pages that hold a paragraph, lines below one another in one; nil for a text without pages.
func (i *Import) Places(at int) []PagePlace {
	a := i.alignment()
	if i.Pages == 0 || at < 0 || at >= len(a.held) {
		return nil
	}
	var places []PagePlace
	for _, line := range a.held[at] {
		if line >= len(i.lines) || i.lines[line].Right <= i.lines[line].Left {
			continue
		}
		p := PagePlace(i.lines[line])
		if n := len(places); n > 0 && places[n-1].goesOn(p) {
			places[n-1] = places[n-1].with(p)
			continue
		}
		places = append(places, p)
	}
	return places
}

// goesOn reports whether a line stands right below a box, in its column, or beside it.
func (p PagePlace) goesOn(line PagePlace) bool {
	high := line.Bottom - line.Top
	return p.Page == line.Page && line.Top < p.Bottom+1.5*high && line.Bottom > p.Top-high/2 &&
		line.Left < p.Right && line.Right > p.Left
}

func (p PagePlace) with(o PagePlace) PagePlace {
	return PagePlace{p.Page, min(p.Left, o.Left), min(p.Top, o.Top), max(p.Right, o.Right), max(p.Bottom, o.Bottom)}
}

// reach is how far from a line, in fractions of a page, a point may be to mean it.
const reach = 0.015

// ParagraphOn is the paragraph at a point of a page, in fractions of it from its top left corner; -1 for none.
func (i *Import) ParagraphOn(page int, x, y float64) int {
	if line := i.LineOn(page, x, y); line >= 0 {
		return i.ParagraphAt(line)
	}
	return -1
}

// LineOn is the line of Source at a point of a page, the nearest one; -1 for none.
func (i *Import) LineOn(page int, x, y float64) int {
	found, nearest := -1, reach
	for n, l := range i.lines {
		if l.Page != page || l.Right <= l.Left || x < l.Left-2*reach || x > l.Right+2*reach {
			continue
		}
		if away := max(l.Top-y, y-l.Bottom, l.Left-x, x-l.Right, 0); away < nearest {
			found, nearest = n, away
		}
	}
	return found
}

// usualWidth of a page, in points: most are Letter or A4.
const usualWidth = 604

// Page paints a page, counted from 0, about so wide in dots. It may be called from any goroutine.
func (i *Import) Page(ctx context.Context, page, width int) (image.Image, error) {
	if page < 0 || page >= i.Pages {
		return nil, errors.New("the text has no such page")
	}
	dpi := max(1, width*72/usualWidth)
	for range 2 {
		picture, err := pdf.RenderPage(ctx, i.Bytes, page+1, dpi, i.password)
		if err != nil {
			return nil, fmt.Errorf("painting page %d of %s: %w", page+1, i.title(), err)
		}
		got := picture.Bounds().Dx()
		better := dpi * width / max(1, got)
		if got*10 > width*9 && got*10 < width*11 || better == dpi {
			return picture, nil
		}
		dpi = better
	}
	return pdf.RenderPage(ctx, i.Bytes, page+1, dpi, i.password)
}
