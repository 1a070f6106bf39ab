package ui

import (
	"context"
	"image"
	"image/color"
	"slices"

	"golang.org/x/image/draw"

	"mutatis/app"
)

// pageImages are the pictures of a PDF's pages: painted in the background at the width that is needed, the few that were
// looked at last kept.
type pageImages struct {
	ui      *UI
	now     *app.Import
	ready   func(page int) // a page was painted, or could not be
	painted []pageImage    // those used last at the end
	ratios  map[int]float32
	faults  map[int]string
	asked   map[int]context.CancelFunc
	widths  map[int]int // pixels that were asked for
}

type pageImage struct {
	page  int
	image image.Image
}

// mostImages bounds the memory: a page of a thousand pixels takes six megabytes.
const mostImages = 6

func newPageImages(u *UI, ready func(page int)) *pageImages { return &pageImages{ui: u, ready: ready} }

// show lets go of all pages: those of another text come.
func (p *pageImages) show(now *app.Import) {
	for _, cancel := range p.asked {
		cancel()
	}
	p.now, p.painted = now, nil
	p.ratios, p.faults, p.asked, p.widths = map[int]float32{}, map[int]string{}, map[int]context.CancelFunc{}, map[int]int{}
}

// keep gives up what was asked for and is out of view now.
func (p *pageImages) keep(first, last int) {
	for page, cancel := range p.asked {
		if page < first || page > last {
			cancel()
			delete(p.asked, page)
			delete(p.widths, page)
		}
	}
}

// ratio is the height of a page to its width. Until it was painted it is that of another page.
func (p *pageImages) ratio(page int) float32 {
	if r, ok := p.ratios[page]; ok {
		return r
	}
	for _, r := range p.ratios {
		return r
	}
	return usualRatio
}

func (p *pageImages) trouble(page int) string { return p.faults[page] }

// at is the picture of a page at a width in pixels; nil where there is none yet. One of another width stands in until
// the right one is painted.
func (p *pageImages) at(page, width int) image.Image {
	found := p.find(page)
	if found == nil || found.Bounds().Dx() != width {
		p.ask(page, width)
		found = p.find(page)
	}
	return found
}

func (p *pageImages) find(page int) image.Image {
	for i, one := range p.painted {
		if one.page == page {
			p.painted = append(slices.Delete(p.painted, i, i+1), one)
			return one.image
		}
	}
	return nil
}

// ask has a page painted, unless it is being painted so already or cannot be.
func (p *pageImages) ask(page, width int) {
	if p.widths[page] == width || p.faults[page] != "" {
		return
	}
	if cancel, ok := p.asked[page]; ok {
		cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	p.asked[page], p.widths[page] = cancel, width
	now := p.now
	var painted image.Image
	var err error
	p.ui.app.Work(func() error {
		painted, err = now.Page(ctx, page, width)
		return nil
	}, func() {
		stale := ctx.Err() != nil || p.now != now
		cancel()
		if !stale {
			p.arrived(page, painted, err)
		}
	})
}

func (p *pageImages) arrived(page int, painted image.Image, err error) {
	delete(p.asked, page)
	if err != nil {
		p.faults[page] = sentences(err)
		p.ready(page)
		return
	}
	p.painted = slices.DeleteFunc(p.painted, func(one pageImage) bool { return one.page == page })
	p.painted = append(p.painted, pageImage{page, painted})
	if len(p.painted) > mostImages {
		delete(p.widths, p.painted[0].page)
		p.painted = p.painted[1:]
	}
	b := painted.Bounds()
	p.ratios[page] = float32(b.Dy()) / float32(b.Dx())
	p.ready(page)
}

// paint fills a page's place with its picture.
func (r *importPage) paint(width, height int) image.Image {
	onto := image.NewRGBA(image.Rect(0, 0, max(width, 1), max(height, 1)))
	draw.Draw(onto, onto.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	if r.page < 0 {
		return onto
	}
	painted := r.pages.images.at(r.page, width)
	switch {
	case painted == nil:
	case painted.Bounds().Dx() == width:
		draw.Draw(onto, onto.Rect, painted, painted.Bounds().Min, draw.Src)
	default:
		draw.ApproxBiLinear.Scale(onto, onto.Rect, painted, painted.Bounds(), draw.Src, nil)
	}
	return onto
}
