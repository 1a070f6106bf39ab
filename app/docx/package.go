package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// What a file may ask of us. A resolution of fifty pages has some 100 kB of text in 30,000 elements; what is above
// these limits was made to do harm, or is no resolution.
const (
	maxParts    = 4000
	maxPart     = 64 << 20  // bytes of one part, unpacked
	maxAll      = 256 << 20 // bytes of all parts, unpacked
	maxRatio    = 200       // unpacked to packed, beyond freeRatio
	freeRatio   = 1 << 20
	maxDepth    = 256     // elements inside one another
	maxElements = 400_000 // in all parts that are read
	maxTokens   = 1_500_000
	maxToken    = 4 << 20 // bytes without a new element
	maxText     = 8 << 20 // bytes of text
	maxNotes    = 5_000
	maxBlocks   = 50_000 // paragraphs
)

// The sentences with which a file is refused. The file's name stands before them.
var (
	errTooLarge = errors.New("the Word file unpacks to far more than any resolution holds and was not read: copy the text into a new document and save that")
	errDoctype  = errors.New("the Word file has declarations that Word never writes (a document type) and was not read: open it in Word and save it again")
	errEmpty    = errors.New("the Word file holds no text: if it shows pictures of pages, ask for the text itself")
)

// damaged is the sentence for a file that breaks off or contradicts itself.
func damaged(where string, err error) error {
	return fmt.Errorf("the Word file is damaged (%s: %w): open it in Word, which may repair it, and save it again, or ask for a new copy", where, err)
}

// pack is an opened file and what has been spent of its limits.
type pack struct {
	ctx      context.Context
	files    map[string]*zip.File
	bytes    int64
	elements int
	tokens   int
	text     int
}

// openPackage opens the zip archive that a Word file is.
func openPackage(ctx context.Context, data []byte) (*pack, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, foreign(data)
	}
	p := &pack{ctx: ctx, files: map[string]*zip.File{}}
	if len(z.File) > maxParts {
		return nil, errTooLarge
	}
	all := uint64(0)
	for _, f := range z.File {
		if all += f.UncompressedSize64; f.UncompressedSize64 > maxPart || all > maxAll {
			return nil, errTooLarge
		}
		if f.Flags&1 != 0 {
			return nil, errPassword
		}
		name := partName(f.Name)
		if p.files[name] != nil {
			return nil, damaged(f.Name, errors.New("it stands there twice"))
		}
		p.files[name] = f
	}
	return p, p.otherKind()
}

// partName makes names comparable: parts are named without regard to case, some programs write backslashes.
func partName(name string) string {
	return strings.ToLower(path.Clean(strings.TrimLeft(strings.ReplaceAll(name, `\`, "/"), "/")))
}

// part reads a part as a tree; nil where there is none.
func (p *pack) part(name string) (*node, error) {
	f := p.files[partName(name)]
	if f == nil {
		return nil, nil
	}
	source, err := f.Open()
	if err != nil {
		return nil, damaged(name, err)
	}
	defer source.Close()
	limit := min(maxPart, maxAll-p.bytes, maxRatio*int64(f.CompressedSize64)+freeRatio)
	guard := &guardedReader{ctx: p.ctx, source: source, left: limit}
	root, err := p.tree(guard)
	p.bytes += limit - guard.left
	var syntax *xml.SyntaxError
	switch {
	case err == nil:
		return root, nil
	case guard.err != nil:
		return nil, guard.err
	case errors.As(err, &syntax):
		return nil, damaged(name, fmt.Errorf("line %d", syntax.Line))
	case errors.Is(err, errTooLarge), errors.Is(err, errDoctype), p.ctx.Err() != nil:
		return nil, err
	}
	return nil, damaged(name, err)
}

// guardedReader ends with an error where a part is larger than it may be, or one token of it.
type guardedReader struct {
	ctx    context.Context
	source io.Reader
	left   int64
	token  int // bytes since the last element began
	err    error
}

func (g *guardedReader) Read(b []byte) (int, error) {
	if g.err == nil {
		g.err = g.ctx.Err()
	}
	if g.err != nil {
		return 0, g.err
	}
	n, err := g.source.Read(b)
	g.left -= int64(n)
	if at := bytes.LastIndexByte(b[:n], '<'); at >= 0 {
		g.token = n - at
	} else {
		g.token += n
	}
	if g.left < 0 || g.token > maxToken {
		g.err = errTooLarge
		return 0, g.err
	}
	return n, err
}
