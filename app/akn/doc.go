// Package akn turns Akoma Ntoso, the XML of parliaments and of the United Nations (AKN4UN), into a draft, and a draft into
// Akoma Ntoso. What Write writes is valid against the schema of the standard and read back into the same draft; files of
// other programs are read for their words, and what they are is recognised as with any text.
package akn

import (
	"context"
	"fmt"
	"slices"

	"mutatis/app/resolution"
)

// Document is what a file holds.
type Document struct {
	Draft    resolution.Draft
	Problems []resolution.Problem
	Text     string // the words as they stand in the file, a paragraph a line, the notes behind them
}

// Namespaces of the standard and of what we add to it: the standard lets any attribute of another namespace stand on any
// element, which we use where its own ones cannot say what a draft holds.
const (
	space = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
	own   = "urn:mutatis:draft"
)

// Read reads a file. One that cannot be read whole is refused with a sentence that says what is wrong with it and what to
// do; strange elements are read for their words. XML of another kind is read where it holds a resolution, and refused where
// none can be made out in it: settings and tables of programs are XML, too. Context stops the reading.
func Read(ctx context.Context, data []byte) (*Document, error) {
	r, err := readAll(ctx, data)
	if err != nil {
		return nil, err
	}
	if r.meta.own != nil {
		return r.ours(), nil
	}
	doc := r.foreign()
	if !r.standard && !slices.ContainsFunc(doc.Draft.Paragraphs, isOfResolution) {
		return nil, fmt.Errorf("this XML file is no Akoma Ntoso (its first element is <%s>), and no resolution was found in it: save the text you want as .txt", r.root)
	}
	return doc, nil
}

func isOfResolution(p resolution.Paragraph) bool {
	return p.Kind == resolution.Organ || p.Kind == resolution.Preambular || p.Kind == resolution.Operative
}

// readAll reads the words of a file in their order.
func readAll(ctx context.Context, data []byte) (*reader, error) {
	root, err := parse(ctx, data)
	if err != nil {
		return nil, err
	}
	if err := refused(root); err != nil {
		return nil, err
	}
	r := newReader(root)
	if len(r.notes.order) > maxNotes {
		return nil, errTooLarge
	}
	r.document(root)
	switch {
	case len(r.items)+len(r.head) > maxBlocks:
		return nil, errTooLarge
	case len(r.items)+len(r.head)+len(r.leftOut)+len(r.notes.read) == 0:
		return nil, errEmpty
	}
	return r, nil
}
