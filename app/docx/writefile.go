package docx

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

const (
	declaration   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordSpaces    = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relationKinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packageSpace  = "http://schemas.openxmlformats.org/package/2006/"
	contentTypes  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// outPart is a part of the file being written.
type outPart struct{ name, kind, text string }

// write writes the file. Nothing of the machine or of who uses it is in it.
func (m *merger) write(out io.Writer, o Writing) error {
	file := &outFile{options: o, language: m.newer.draft.Language, unclaimed: len(m.notes) + 1}
	if file.language == "" {
		file.language = m.older.draft.Language
	}
	part := func(name, root string, write func(w *writer)) outPart {
		w := &writer{file: file}
		w.raw(declaration, "<w:", root, wordSpaces, ">")
		write(w)
		w.raw("</w:", root, ">")
		return outPart{name, strings.TrimRight(name, "12"), w.String()}
	}
	parts := []outPart{
		part("document", "document", func(w *writer) { w.document(m) }),
		part("styles", "styles", (*writer).styles),
		part("settings", "settings", func(w *writer) { w.settings(m) }),
		part("footnotes", "footnotes", func(w *writer) { w.footnotes(m.notes) }),
		part("header1", "hdr", func(w *writer) { w.running(m.head.running) }),
		part("header2", "hdr", func(w *writer) { w.raw("<w:p/>") }),
		part("footer1", "ftr", (*writer).foot),
	}
	if len(file.remarks) > 0 {
		parts = append(parts, part("comments", "comments", (*writer).comments))
	}
	return packed(out, parts, m.title(), file)
}

// title names the file for those who list files.
func (m *merger) title() string {
	d := m.newer.draft
	return strings.TrimSpace(strings.Join([]string{d.Symbol, d.Title()}, " "))
}

// document writes the text. The rule at its end is of both texts: the last paragraph of a file cannot be deleted.
func (w *writer) document(m *merger) {
	w.raw("<w:body>\n")
	w.masthead(m.head)
	w.lines(m.lines)
	w.line(line{newer: &face{style: "EndRule", language: w.file.language}, older: &face{style: "EndRule", language: w.file.language}, pieces: []markedRun{{text: []rune("____________")}}})
	w.raw(`<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>`,
		`<w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="first" r:id="footer1"/>`)
	if m.first > 1 {
		w.raw(`<w:footnotePr><w:numStart w:val="`, strconv.Itoa(m.first), `"/></w:footnotePr>`)
	}
	w.raw(`<w:pgSz w:w="`, strconv.Itoa(pageWidth), `" w:h="`, strconv.Itoa(pageHeight), `"/>`,
		`<w:pgMar w:top="1300" w:right="`, strconv.Itoa(sideMargin), `" w:bottom="1300" w:left="`, strconv.Itoa(sideMargin), `" w:header="720" w:footer="720" w:gutter="0"/><w:titlePg/>`)
	if w.file.language.RightToLeft() {
		w.raw("<w:bidi/>")
	}
	w.raw("</w:sectPr></w:body>")
}

// settings go on tracking where changes are tracked: what a person adds shall be seen too.
func (w *writer) settings(m *merger) {
	if !m.clean {
		w.raw("<w:trackRevisions/>")
	}
	w.raw(`<w:defaultTabStop w:val="480"/><w:footnotePr>`)
	if m.first > 1 {
		w.raw(`<w:numStart w:val="`, strconv.Itoa(m.first), `"/>`)
	}
	w.raw(`<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>`)
}

// running writes the head of further pages.
func (w *writer) running(lines []line) { w.cellLines(lines) }

// foot writes the page's number.
func (w *writer) foot() {
	w.raw(`<w:p>`)
	w.properties(line{newer: &face{"Footer", w.file.language}})
	w.raw(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>`,
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`)
}

// packed puts the parts into an archive.
func packed(out io.Writer, parts []outPart, title string, file *outFile) error {
	types := declaration + `<Types xmlns="` + packageSpace + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
	relations := declaration + `<Relationships xmlns="` + packageSpace + `relationships">`
	all := [][2]string{{"[Content_Types].xml", ""}, {"_rels/.rels", declaration + `<Relationships xmlns="` + packageSpace + `relationships"><Relationship Id="text" Type="` + relationKinds + `officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="` + packageSpace + `relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`}}
	for _, p := range parts {
		kind := p.kind
		if kind == "document" {
			kind = "document.main"
		} else {
			relations += fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s.xml"/>`, p.name, relationKinds, p.kind, p.name)
		}
		types += fmt.Sprintf(`<Override PartName="/word/%s.xml" ContentType="%s%s+xml"/>`, p.name, contentTypes, kind)
		all = append(all, [2]string{"word/" + p.name + ".xml", p.text})
	}
	all[0][1] = types + `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
	all = append(all, [2]string{"word/_rels/document.xml.rels", relations + "</Relationships>"}, [2]string{"docProps/core.xml", core(title, file)})
	z := zip.NewWriter(out)
	for _, p := range all {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p[0], Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = io.WriteString(w, p[1])
		}
		if err != nil {
			return fmt.Errorf("writing the Word file: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("writing the Word file: %w", err)
	}
	return nil
}

// core are the properties of the file: no person and no program is named in them.
func core(title string, file *outFile) string {
	var b strings.Builder
	b.WriteString(declaration + `<cp:coreProperties xmlns:cp="` + packageSpace + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>`)
	_ = xml.EscapeText(&b, []byte(title))
	b.WriteString(`</dc:title>`)
	if tag := languageTags[file.language]; tag != "" {
		b.WriteString("<dc:language>" + tag + "</dc:language>")
	}
	if now := file.options.Now; !now.IsZero() {
		for _, name := range []string{"created", "modified"} {
			fmt.Fprintf(&b, `<dcterms:%s xsi:type="dcterms:W3CDTF">%s</dcterms:%s>`, name, now.UTC().Format("2006-01-02T15:04:05Z"), name)
		}
	}
	b.WriteString("</cp:coreProperties>")
	return b.String()
}
