package pdf

const (
	pixelsLimit   = 24_000_000
	bitmapBGRA    = 4
	paintWithNote = 0x01 // FPDF_ANNOT: draw annotations
	paintReversed = 0x10 // FPDF_REVERSE_BYTE_ORDER: red first
)

// paint paints a page at so many dots an inch.
func (d *document) paint(index, dpi int) (picture, error) {
	if index >= d.pages {
		return picture{}, faultError(faultPage)
	}
	page, err := d.call("FPDF_LoadPage", d.handle, uint64(index))
	if err != nil {
		return picture{}, err
	}
	if page == 0 {
		return picture{}, faultError(faultDamaged)
	}
	p, err := d.paintPage(page, dpi)
	if err != nil {
		return picture{}, err
	}
	_, err = d.call("FPDF_ClosePage", page)
	return p, err
}

func (d *document) paintPage(page uint64, dpi int) (picture, error) {
	width, err := d.pixels("FPDF_GetPageWidthF", page, dpi)
	if err != nil {
		return picture{}, err
	}
	height, err := d.pixels("FPDF_GetPageHeightF", page, dpi)
	if err != nil {
		return picture{}, err
	}
	if width <= 0 || height <= 0 || width*height > pixelsLimit {
		return picture{}, faultError(faultLarge)
	}
	bitmap, err := d.call("FPDFBitmap_CreateEx", uint64(width), uint64(height), bitmapBGRA, 0, 0)
	if err != nil || bitmap == 0 {
		return picture{}, faultError(faultLarge)
	}
	if _, err := d.call("FPDFBitmap_FillRect", bitmap, 0, 0, uint64(width), uint64(height), 0xffffffff); err != nil {
		return picture{}, err
	}
	if _, err := d.call("FPDF_RenderPageBitmap", bitmap, page, 0, 0, uint64(width), uint64(height), 0, paintWithNote|paintReversed); err != nil {
		return picture{}, err
	}
	at, err := d.call("FPDFBitmap_GetBuffer", bitmap)
	if err != nil {
		return picture{}, err
	}
	pixels, ok := d.memory.Read(uint32(at), uint32(4*width*height))
	if !ok {
		return picture{}, faultError(faultLarge)
	}
	p := picture{width, height, append([]byte(nil), pixels...)}
	_, err = d.call("FPDFBitmap_Destroy", bitmap)
	return p, err
}

// pixels is a side of the page.
func (d *document) pixels(side string, page uint64, dpi int) (int, error) {
	points, err := d.call(side, page)
	if err != nil {
		return 0, err
	}
	long := float64(float32bits(points)) * float64(dpi) / 72
	if !(long > 0 && long < 100_000) {
		return 0, faultError(faultLarge)
	}
	return int(long + 0.5), nil
}
