package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/md5"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
)

// file collects the objects of a PDF. The same objects in the same order are the same bytes.
type file struct {
	body    bytes.Buffer
	offsets []int // of each object; 0 while it is only reserved
	packer  *zlib.Writer
}

// reference names an object.
type reference int

func (r reference) String() string { return strconv.Itoa(int(r)) + " 0 R" }

func newFile() *file {
	f := &file{}
	f.body.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") // four bytes above 127 say that the file is binary
	return f
}

// reserve names an object that is put later.
func (f *file) reserve() reference {
	f.offsets = append(f.offsets, 0)
	return reference(len(f.offsets))
}

func (f *file) put(r reference, object string) {
	f.offsets[r-1] = f.body.Len()
	fmt.Fprintf(&f.body, "%d 0 obj\n%s\nendobj\n", r, object)
}

func (f *file) add(object string) reference {
	r := f.reserve()
	f.put(r, object)
	return r
}

// stream adds packed data; entries are further entries of its dictionary.
func (f *file) stream(entries string, data []byte) reference {
	var packed bytes.Buffer
	if f.packer == nil {
		f.packer = zlib.NewWriter(&packed)
	} else {
		f.packer.Reset(&packed)
	}
	f.packer.Write(data) // a bytes.Buffer takes everything
	f.packer.Close()
	return f.add(fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", entries, packed.Len(), packed.Bytes()))
}

// writeTo ends the file and writes it. The identifier is the digest of what the file holds.
func (f *file) writeTo(w io.Writer, root, info reference) error {
	digest := md5.Sum(f.body.Bytes())
	start := f.body.Len()
	fmt.Fprintf(&f.body, "xref\n0 %d\n0000000000 65535 f \n", len(f.offsets)+1)
	for _, offset := range f.offsets {
		fmt.Fprintf(&f.body, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&f.body, "trailer\n<</Size %d/Root %s/Info %s/ID[<%X><%X>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.offsets)+1, root, info, digest, digest, start)
	if _, err := w.Write(f.body.Bytes()); err != nil {
		return fmt.Errorf("writing the PDF: %w", err)
	}
	return nil
}

// textString is a string for people: a title, a bookmark.
func textString(s string) string { return "<FEFF" + hexUTF16(s) + ">" }

func hexUTF16(s string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String()
}

// number writes a length to a hundredth of a point.
func number(v float32) string { return decimal(v, 2) }

// precise writes a size of letters, which is multiplied by the length of a line.
func precise(v float32) string { return decimal(v, 4) }

func decimal(v float32, places int) string {
	s := strconv.FormatFloat(float64(v), 'f', places, 32)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
