package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// Word files are built here out of small pieces of their own markup: P(Num(1, 0), T("Decides")).

const namespaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`

// parts are the parts of a file by their names. A body given as "body" becomes the main part.
type parts map[string]string

// build makes a file.
func build(p parts) []byte {
	all := parts{}
	relations := ""
	for name, content := range p {
		switch name {
		case "body":
			name, content = "word/document.xml", `<w:document`+namespaces+`><w:body>`+content+`</w:body></w:document>`
		case "styles", "numbering", "footnotes", "endnotes", "comments", "settings":
			relations += fmt.Sprintf(`<Relationship Id="id-%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s.xml"/>`, name, name, name)
			content = `<w:` + name + namespaces + `>` + content + `</w:` + name + `>`
			name = "word/" + name + ".xml"
		case "header1", "header2", "footer1":
			relations += fmt.Sprintf(`<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s.xml"/>`, name, name[:6], name)
			content = `<w:hdr` + namespaces + `>` + content + `</w:hdr>`
			name = "word/" + name + ".xml"
		}
		all[name] = content
	}
	if _, ok := all["_rels/.rels"]; !ok {
		all["_rels/.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	}
	if relations != "" {
		all["word/_rels/document.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + relations + `</Relationships>`
	}
	return archive(all)
}

// archive zips parts, in the order of their names.
func archive(all parts) []byte { return zipped(all, zip.Deflate) }

// stored zips parts without packing them, which is quick.
func stored(all parts) []byte { return zipped(all, zip.Store) }

func zipped(all parts, method uint16) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	var names []string
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = w.Write([]byte(all[name]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func escape(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text))
	return b.String()
}

func P(inside ...string) string { return "<w:p>" + strings.Join(inside, "") + "</w:p>" }

// T is a run of upright text; tabs and line breaks are written as Word writes them.
func T(text string) string { return Styled("", text) }

// I is a run in italics, B in bold, Up raised.
func I(text string) string  { return Styled("<w:i/><w:iCs/>", text) }
func B(text string) string  { return Styled("<w:b/><w:bCs/>", text) }
func Up(text string) string { return Styled(`<w:vertAlign w:val="superscript"/>`, text) }

func Styled(properties, text string) string {
	text = strings.NewReplacer("\t", `</w:t><w:tab/><w:t xml:space="preserve">`, "\n", `</w:t><w:br/><w:t xml:space="preserve">`).Replace(escape(text))
	return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// Gone is a run of deleted text.
func Gone(text string) string {
	return `<w:r><w:delText xml:space="preserve">` + escape(text) + `</w:delText></w:r>`
}

func Pr(inside ...string) string { return "<w:pPr>" + strings.Join(inside, "") + "</w:pPr>" }

// Num puts a paragraph into a list.
func Num(id, level int) string {
	return Pr(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, id))
}

const centred = `<w:jc w:val="center"/>`

func Ref(id int) string    { return fmt.Sprintf(`<w:r><w:footnoteReference w:id="%d"/></w:r>`, id) }
func EndRef(id int) string { return fmt.Sprintf(`<w:r><w:endnoteReference w:id="%d"/></w:r>`, id) }
func Note(id int, inside ...string) string {
	return fmt.Sprintf(`<w:footnote w:id="%d">`, id) + P(append([]string{`<w:r><w:footnoteRef/></w:r>`, T(" ")}, inside...)...) + `</w:footnote>`
}

// Change marks what a person did on a day of March 2031.
func Change(kind, author string, day int, inside ...string) string {
	return fmt.Sprintf(`<w:%s w:id="1" w:author="%s" w:date="2031-03-%02dT10:00:00Z">%s</w:%s>`, kind, author, day, strings.Join(inside, ""), kind)
}

func Ins(author string, inside ...string) string { return Change("ins", author, 1, inside...) }
func Del(author string, inside ...string) string { return Change("del", author, 2, inside...) }

// EndMark says that the end of a paragraph was inserted or deleted.
func EndMark(kind, author string) string { return "<w:rPr>" + Change(kind, author, 3) + "</w:rPr>" }

func Tbl(rows ...string) string { return "<w:tbl>" + strings.Join(rows, "") + "</w:tbl>" }
func Row(cells ...string) string {
	out := ""
	for _, c := range cells {
		out += "<w:tc>" + c + "</w:tc>"
	}
	return "<w:tr>" + out + "</w:tr>"
}

// Lvl is a level of a kind of list.
func Lvl(at int, format, text string, more ...string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/></w:lvl>`, at, format, strings.Join(more, ""), escape(text))
}

func Kind(id int, levels ...string) string {
	return fmt.Sprintf(`<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum>`, id, strings.Join(levels, ""))
}

func List(id, kind int, more ...string) string {
	return fmt.Sprintf(`<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>%s</w:num>`, id, kind, strings.Join(more, ""))
}

// organ begins the body of a text in English.
var organ = P(I("The General Assembly"), T(","))

func mustRead(t *testing.T, data []byte, v View) *Document {
	t.Helper()
	d, err := Read(context.Background(), data, Options{View: v})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// outline is a draft in a form that is easy to compare: a paragraph a line, calls in their places, then the notes.
func outline(d *Document) string {
	var b strings.Builder
	for _, p := range d.Draft.Paragraphs {
		fmt.Fprintf(&b, "%s|%s|%s\n", p.Kind, p.Number, withCalls(p))
	}
	for _, n := range d.Draft.Footnotes {
		fmt.Fprintf(&b, "[^%s] %s\n", n.Number, n.Text)
	}
	return b.String()
}

func withCalls(p resolution.Paragraph) string {
	text, at := "", 0
	runes := []rune(p.Text)
	for _, n := range p.Notes {
		text += string(runes[at:n.Offset]) + "[^" + n.Number + "]"
		at = n.Offset
	}
	return text + string(runes[at:])
}

// bodyOf is the outline without the organ's line.
func bodyOf(d *Document) string {
	_, rest, _ := strings.Cut(outline(d), "organ||The General Assembly,\n")
	return rest
}

func compare(t *testing.T, got, want string) {
	t.Helper()
	if want = strings.TrimLeft(want, "\n"); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// readWhole takes a file apart.
func readWhole(data []byte) (*file, error) {
	pack, err := openPackage(context.Background(), data)
	if err != nil {
		return nil, err
	}
	return readParts(pack)
}
