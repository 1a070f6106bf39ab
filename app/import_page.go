package app

import (
	"context"
	"errors"
	"image"

	"mutatis/app/pdf"
)

// PagePlace is a place on a page, counted from 0: the sides of a box as fractions of the page from its top left corner.
type PagePlace struct {
	Page                     int
	Left, Top, Right, Bottom float64
}

// Places are the boxes on the pages that hold a paragraph; nil for a text without pages.
func (i *Import) Places(at int) []PagePlace { return nil }

// ParagraphOn is the paragraph at a point of a page, in fractions of it from its top left corner; -1 for none.
func (i *Import) ParagraphOn(page int, x, y float64) int { return -1 }

// Page paints a page, counted from 0, so wide in dots. It may be called from any goroutine.
func (i *Import) Page(ctx context.Context, page, width int) (image.Image, error) {
	if i.Pages == 0 {
		return nil, errors.New("the text has no pages")
	}
	return pdf.RenderPage(ctx, i.Bytes, page+1, 72, i.password)
}
