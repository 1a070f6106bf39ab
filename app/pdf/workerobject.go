package pdf

// Kinds of page objects, FPDFPageObj_GetType.
const (
	objectPath  = 2
	objectImage = 3
)

// objectsLimit bounds how many objects of a page are looked at for rules; drawings have many.
const objectsLimit = 20000

// readObjects finds ruled lines and how much of the page pictures cover.
func (d *document) readObjects(page uint64, s *sheet) error {
	n, err := d.call("FPDFPage_CountObjects", page)
	if err != nil {
		return err
	}
	for i := range min(uint64(uint32(n)), objectsLimit) {
		object, err := d.call("FPDFPage_GetObject", page, i)
		if err != nil {
			return err
		}
		kind, err := d.call("FPDFPageObj_GetType", object)
		if err != nil {
			return err
		}
		if kind != objectPath && kind != objectImage {
			continue
		}
		if err := d.readObject(object, kind, s); err != nil {
			return err
		}
	}
	return nil
}

func (d *document) readObject(object, kind uint64, s *sheet) error {
	at := uint64(d.scratch)
	got, err := d.call("FPDFPageObj_GetBounds", object, at, at+4, at+8, at+12)
	if err != nil || got != 1 {
		return err
	}
	b := d.answered(16)
	r := ruling{Left: float32At(b, 0), Bottom: float32At(b, 1), Right: float32At(b, 2), Top: float32At(b, 3)}
	wide, high := r.Right-r.Left, r.Top-r.Bottom
	switch {
	case kind == objectImage:
		s.Pictures += max(wide, 0) * max(high, 0)
	case high <= 3 && wide >= 10 || wide <= 3 && high >= 10:
		s.Rules = append(s.Rules, r)
	}
	return nil
}
