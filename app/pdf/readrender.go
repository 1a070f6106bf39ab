package pdf

import (
	"context"
	"errors"
	"image"
)

// Resolutions of a painted page, in dots an inch.
const (
	lowestDPI  = 20
	highestDPI = 600
)

// RenderPage paints a page, counted from one, so that it can be shown beside what was read.
func RenderPage(ctx context.Context, data []byte, page, dpi int, password string) (*image.RGBA, error) {
	if page < 1 {
		return nil, errors.New(faultPage)
	}
	a, err := ask(ctx, job{Data: data, Password: password, Page: page, DPI: min(max(dpi, lowestDPI), highestDPI), Limit: paintLimit})
	if err != nil {
		return nil, err
	}
	p := a.Image
	if len(p.Pixels) != 4*p.Width*p.Height || p.Width <= 0 {
		return nil, faultError(faultBroken)
	}
	return &image.RGBA{Pix: p.Pixels, Stride: 4 * p.Width, Rect: image.Rect(0, 0, p.Width, p.Height)}, nil
}
