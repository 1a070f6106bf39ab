package docx

import (
	"strconv"

	"mutatis/app/resolution"
)

const callStyle = `<w:rStyle w:val="FootnoteReference"/>`

// call writes the call of a note, or, where the note was called before, a reference to that call.
func (w *writer) call(p markedRun, l resolution.Language) {
	properties := "<w:rPr>" + callStyle
	if l.RightToLeft() {
		properties += "<w:rtl/>"
	}
	properties += "</w:rPr>"
	if p.again {
		w.reference(p, properties)
		return
	}
	bookmark := strconv.Itoa(p.call.id)
	if p.call.again {
		w.raw(`<w:bookmarkStart w:id="`, bookmark, `" w:name="`, bookmarkName(p.call), `"/>`)
	}
	w.raw("<w:r>", properties, "<w:footnoteReference")
	if p.call.custom {
		w.raw(` w:customMarkFollows="1"`)
	}
	w.raw(` w:id="`, strconv.Itoa(p.call.id), `"/>`)
	if p.call.custom {
		w.letters(p.call.number, p.mark)
	}
	w.raw("</w:r>")
	if p.call.again {
		w.raw(`<w:bookmarkEnd w:id="`, bookmark, `"/>`)
	}
}

func bookmarkName(n *writtenNote) string { return "_Note" + strconv.Itoa(n.id) }

// reference writes a field that shows the number of a note, whatever Word counts.
func (w *writer) reference(p markedRun, properties string) {
	code := "w:instrText"
	if p.mark == resolution.Deleted {
		code = "w:delInstrText"
	}
	char := func(kind string) {
		w.raw("<w:r>", properties, `<w:fldChar w:fldCharType="`, kind, `"/></w:r>`)
	}
	char("begin")
	w.raw("<w:r>", properties, "<", code, ` xml:space="preserve"> NOTEREF `, bookmarkName(p.call), ` \f \h </`, code, "></w:r>")
	char("separate")
	w.raw("<w:r>", properties)
	w.letters(p.call.number, p.mark)
	w.raw("</w:r>")
	char("end")
}

// footnotes writes the part with the notes. A note that one text alone has is inserted or deleted with its call.
func (w *writer) footnotes(notes []*writtenNote) {
	w.raw(`<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>`,
		`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`, "\n")
	for _, n := range notes {
		l := n.body
		f := face{"FootnoteText", n.language}
		l.older, l.newer = &f, &f
		w.raw(`<w:footnote w:id="`, strconv.Itoa(n.id), `"><w:p>`)
		w.properties(line{newer: &f})
		w.marked(n.mark, func() {
			w.raw("<w:r><w:rPr>", callStyle)
			if n.language.RightToLeft() {
				w.raw("<w:rtl/>")
			}
			w.raw("</w:rPr>")
			if n.custom {
				w.letters(n.number, n.mark)
			} else {
				w.raw("<w:footnoteRef/>")
			}
			w.raw("</w:r><w:r>")
			w.letters(" ", n.mark)
			w.raw("</w:r>")
		})
		w.pieces(l)
		w.raw("</w:p></w:footnote>\n")
	}
}

// comments writes the part with the comments.
func (w *writer) comments() {
	for n, words := range w.file.remarks {
		w.raw(`<w:comment w:id="`, w.file.remarkID(n), `"`, w.file.options.author(), `><w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>`,
			`<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r><w:r>`)
		w.letters(words, resolution.Kept)
		w.raw("</w:r></w:p></w:comment>\n")
	}
}
