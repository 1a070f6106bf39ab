package pdf

import (
	"bytes"
	"strings"
)

const (
	pagesLimit  = 2000
	glyphsLimit = 2_000_000
	densePage   = 60_000 // glyphs of a page: ten times what a page of text has
)

// document is a file open in the sandbox.
type document struct {
	*engine
	data   uint32
	handle uint64
	pages  int
	faces  []face
	byFont map[uint64]uint16 // index in faces by PDFium's font
	byText map[uint64]style  // by text object, of one page
	glyphs int
}

// style is what all glyphs of a text object share.
type style struct {
	face   uint16
	matrix [6]float32
	size   float32
}

// Errors of FPDF_GetLastError.
const (
	errorFile     = 2
	errorFormat   = 3
	errorPassword = 4
	errorSecurity = 5
)

var openFaults = map[uint64]string{errorFile: faultDamaged, errorFormat: faultDamaged, errorPassword: faultPassword, errorSecurity: faultSecurity}

func (e *engine) open(data []byte, password string) (*document, error) {
	at, err := e.put(data)
	if err != nil {
		return nil, err
	}
	key, err := e.put(append([]byte(password), 0))
	if err != nil {
		return nil, err
	}
	handle, err := e.call("FPDF_LoadMemDocument64", uint64(at), uint64(len(data)), uint64(key))
	if err != nil {
		return nil, err
	}
	if err := e.free(key); err != nil {
		return nil, err
	}
	d := &document{engine: e, data: at, handle: handle, byFont: map[uint64]uint16{}}
	if handle == 0 {
		return nil, d.refused()
	}
	n, err := e.call("FPDF_GetPageCount", handle)
	d.pages = int(int32(n))
	if err == nil && d.pages > pagesLimit {
		err = faultError(faultLarge)
	}
	return d, err
}

// refused says why a document did not open.
func (d *document) refused() error {
	code, err := d.call("FPDF_GetLastError")
	if err != nil {
		return err
	}
	if err := d.free(d.data); err != nil {
		return err
	}
	if fault, ok := openFaults[code]; ok {
		return faultError(fault)
	}
	return faultError(faultDamaged)
}

func (d *document) close() error {
	if _, err := d.call("FPDF_CloseDocument", d.handle); err != nil {
		return err
	}
	return d.free(d.data)
}

// sheets reads every page. A page that cannot be read is an empty one with its fault noted, so that the others are not
// lost with it.
func (d *document) sheets() ([]sheet, error) {
	sheets := make([]sheet, d.pages)
	for i := range sheets {
		s, err := d.sheet(i)
		if err != nil {
			return nil, err
		}
		sheets[i] = s
		d.budget.more(pageBudget)
	}
	return sheets, nil
}

func (d *document) sheet(index int) (sheet, error) {
	page, err := d.call("FPDF_LoadPage", d.handle, uint64(index))
	if err != nil {
		return sheet{}, err
	}
	if page == 0 {
		return sheet{Unreadable: true}, nil
	}
	s, err := d.readPage(page)
	if err != nil {
		return sheet{}, err
	}
	_, err = d.call("FPDF_ClosePage", page)
	return s, err
}

func (d *document) readPage(page uint64) (sheet, error) {
	var s sheet
	if _, err := d.call("FPDF_GetPageBoundingBox", page, uint64(d.scratch)); err != nil {
		return s, err
	}
	box := d.answered(16)
	s.Left, s.Top, s.Right, s.Bottom = float32At(box, 0), float32At(box, 1), float32At(box, 2), float32At(box, 3)
	rotation, err := d.call("FPDFPage_GetRotation", page)
	if err != nil {
		return s, err
	}
	s.Rotation = uint8(rotation & 3)
	text, err := d.call("FPDFText_LoadPage", page)
	if err != nil {
		return s, err
	}
	if text != 0 {
		glyphs, err := d.readGlyphs(text)
		if err != nil {
			return s, err
		}
		s.Packed = pack(glyphs)
		if _, err = d.call("FPDFText_ClosePage", text); err != nil {
			return s, err
		}
	}
	return s, d.readObjects(page, &s)
}

func (d *document) readGlyphs(text uint64) ([]glyph, error) {
	n, err := d.call("FPDFText_CountChars", text)
	count := int(int32(n))
	if err != nil || count <= 0 {
		return nil, err
	}
	if d.glyphs += count; d.glyphs > glyphsLimit || count > densePage {
		return nil, faultError(faultLarge)
	}
	d.byText = map[uint64]style{}
	glyphs := make([]glyph, 0, count)
	for i := range uint64(count) {
		g, ok, err := d.readGlyph(text, i)
		if err != nil {
			return nil, err
		}
		if ok {
			glyphs = append(glyphs, g)
		}
	}
	return glyphs, nil
}

// readGlyph reads one character; ok is false for one that PDFium made up: blanks and line ends of its own.
func (d *document) readGlyph(text, i uint64) (g glyph, ok bool, err error) {
	object, err := d.call("FPDFText_GetTextObject", text, i)
	if err != nil || object == 0 {
		return g, false, err
	}
	code, err := d.call("FPDFText_GetUnicode", text, i)
	if err != nil || code == '\r' || code == '\n' {
		return g, false, err
	}
	st, err := d.styleOf(text, i, object)
	if err != nil {
		return g, false, err
	}
	g = glyph{Rune: rune(uint32(code)), Face: st.face, Size: st.size, Turn: turnOf(st.matrix)}
	if _, err = d.call("FPDFText_GetCharOrigin", text, i, uint64(d.scratch), uint64(d.scratch)+8); err != nil {
		return g, false, err
	}
	at := d.answered(16)
	g.X, g.Y = float64At(at, 0), float64At(at, 1)
	if _, err = d.call("FPDFText_GetLooseCharBox", text, i, uint64(d.scratch)); err != nil {
		return g, false, err
	}
	box := d.answered(16)
	g.Left, g.Right = float32At(box, 0), float32At(box, 2)
	if g.Turn%2 == 1 {
		g.Left, g.Right = float32At(box, 3), float32At(box, 1)
	}
	return g, true, nil
}

// styleOf reads what the text object of a character says of it.
func (d *document) styleOf(text, i, object uint64) (style, error) {
	if st, ok := d.byText[object]; ok {
		return st, nil
	}
	var st style
	if _, err := d.call("FPDFText_GetMatrix", text, i, uint64(d.scratch)); err != nil {
		return st, err
	}
	m := d.answered(24)
	for k := range st.matrix {
		st.matrix[k] = float32At(m, k)
	}
	if _, err := d.call("FPDFTextObj_GetFontSize", object, uint64(d.scratch)); err != nil {
		return st, err
	}
	st.size = float32At(d.answered(4), 0) * hypotenuse(st.matrix[2], st.matrix[3])
	font, err := d.call("FPDFTextObj_GetFont", object)
	if err != nil {
		return st, err
	}
	if st.face, err = d.faceOf(font); err != nil {
		return st, err
	}
	d.byText[object] = st
	return st, nil
}

// faceOf reads a font once.
func (d *document) faceOf(font uint64) (uint16, error) {
	if at, ok := d.byFont[font]; ok || font == 0 {
		return at, nil
	}
	name, err := d.fontName(font)
	if err != nil {
		return 0, err
	}
	weight, err := d.call("FPDFFont_GetWeight", font)
	if err != nil {
		return 0, err
	}
	angle := int32(0)
	if got, err := d.call("FPDFFont_GetItalicAngle", font, uint64(d.scratch)); err != nil {
		return 0, err
	} else if got == 1 {
		b := d.answered(4)
		angle = int32(uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24)
	}
	flags, err := d.call("FPDFFont_GetFlags", font)
	if err != nil {
		return 0, err
	}
	small := strings.ToLower(name)
	f := face{Name: name, Barcode: isBarcode(small)}
	f.Bold = strings.Contains(small, "bold") || strings.Contains(small, "black") || int32(weight) >= 600 || int32(flags)&(1<<18) != 0
	f.Italic = strings.Contains(small, "italic") || strings.Contains(small, "oblique") || angle != 0 || int32(flags)&(1<<6) != 0
	if len(d.faces) >= 1<<15 {
		return 0, nil
	}
	d.faces = append(d.faces, f)
	d.byFont[font] = uint16(len(d.faces) - 1)
	return d.byFont[font], nil
}

func (d *document) fontName(font uint64) (string, error) {
	const most = 128
	at, err := d.put(make([]byte, most))
	if err != nil {
		return "", err
	}
	if _, err := d.call("FPDFFont_GetBaseFontName", font, uint64(at), most); err != nil {
		return "", err
	}
	data, _ := d.memory.Read(at, most)
	shown, _, _ := bytes.Cut(data, []byte{0})
	name := string(shown) // before the space is freed
	return name, d.free(at)
}
