package pdf

import (
	"context"
	"fmt"

	"mutatis/app/resolution"
)

// rebuilder makes a text out of the glyphs of its pages.
type rebuilder struct {
	faces []face
	pages []readPage
}

// readPage is a page on its way.
type readPage struct {
	width, height float32
	lines         []inkLine
	rules         []ruling
	pictures      float32
}

func (b *rebuilder) face(i uint16) face {
	if int(i) < len(b.faces) {
		return b.faces[i]
	}
	return face{}
}

func readSheets(ctx context.Context, data []byte, password string) (answer, error) {
	return workers.do(ctx, job{Data: data, Password: password, Limit: readLimit})
}

var _ = fmt.Sprint
var _ resolution.Kind
