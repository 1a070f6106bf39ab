package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"mutatis/app/resolution"
)

// faults says what is wrong with a document, whatever it was read from.
func faults(d *Document) error {
	for i, p := range d.Draft.Paragraphs {
		length := utf8.RuneCountInString(p.Text)
		if p.Opening < 0 || p.Opening > length || !utf8.ValidString(p.Text) || strings.Contains(p.Text, "\n") {
			return fmt.Errorf("paragraph %d: opening %d of %q", i, p.Opening, p.Text)
		}
		last := 0
		for _, n := range p.Notes {
			if n.Offset < last || n.Offset > length || n.Number == "" {
				return fmt.Errorf("paragraph %d of %d characters has its note %q at %d, after %d", i, length, n.Number, n.Offset, last)
			}
			last = n.Offset
		}
	}
	for _, problem := range d.Problems {
		if problem.Paragraph < -1 || problem.Paragraph >= len(d.Draft.Paragraphs) {
			return fmt.Errorf("a problem at paragraph %d of %d", problem.Paragraph, len(d.Draft.Paragraphs))
		}
	}
	if _, err := resolution.MarshalRead(d.Draft, d.Problems); err != nil {
		return err
	}
	return nil
}

// readAll reads a file in all views and checks what must hold of each.
func readAll(data []byte) (*Document, error) {
	var documents [3]*Document
	for _, v := range []View{Accepted, Original, Both} {
		d, err := Read(context.Background(), data, Options{View: v})
		if err != nil {
			if strings.Contains(err.Error(), "\n") || err.Error() == "" {
				panic(fmt.Sprintf("the sentence is %q", err))
			}
			if v == Accepted {
				return nil, err
			}
			continue // a text may hold words in one view only
		}
		if err := faults(d); err != nil {
			panic(fmt.Sprintf("view %d: %v", v, err))
		}
		documents[v] = d
	}
	if outline(documents[Both]) != outline(documents[Accepted]) {
		panic("the draft beside the marks is not the accepted one")
	}
	return documents[Accepted], nil
}

// FuzzRead reads anything at all.
func FuzzRead(f *testing.F) {
	for _, name := range samples(f) {
		f.Add(sample(f, name))
	}
	f.Add(office97("EncryptedPackage"))
	f.Add(twice())
	f.Add([]byte("PK"))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = readAll(data)
	})
}

// FuzzBody reads any body in a file that is otherwise in order: with styles, lists, notes and comments to name.
func FuzzBody(f *testing.F) {
	for _, name := range samples(f) {
		f.Add(mainPart(f, sample(f, name)))
	}
	f.Add(organ + P(Num(1, 0), T("a"), Del("B", Gone("b")), Ins("A", T("c")), Ref(2), EndRef(2)) + P(Pr(EndMark("del", "B"))))
	f.Add(organ + P(textBox(P(T("Noting,")))) + Tbl(Row(P(T("x")), P(Tbl(Row(P(T("y"))))))) + P(fieldOf("NOTEREF x", Up("1")), T("\t\n")))
	f.Add(P(`<w:bookmarkStart w:name="x"/>`, Ref(2), `<w:r><w:commentReference w:id="7"/></w:r><w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>`))
	f.Add(P(Up("1"), T(" note")) + P(T("text"), Up("1"), T("\u0301,")) + `<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>`)
	f.Fuzz(func(t *testing.T, text string) {
		_, _ = readAll(build(parts{
			"body": text, "numbering": twoLevels, "footnotes": Note(2, T("One.")) + Note(3, T("Two."), Ref(2)), "endnotes": `<w:endnote w:id="2">` + P(T("End.")) + `</w:endnote>`,
			"styles":   `<w:style w:type="paragraph" w:default="1" w:styleId="N"/><w:style w:type="paragraph" w:styleId="L"><w:basedOn w:val="N"/><w:pPr>` + Num(1, 1) + `</w:pPr></w:style>`,
			"comments": `<w:comment w:id="7">` + P(T("No.")) + `</w:comment>`,
		}))
	})
}

// mainPart is the inside of the body of a file.
func mainPart(t testing.TB, data []byte) string {
	text := unzip(t, data)["word/document.xml"]
	_, text, _ = strings.Cut(text, "<w:body>")
	text, _, _ = strings.Cut(text, "</w:body>")
	return text
}

func unzip(t testing.TB, data []byte) parts {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := parts{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(content)
	}
	return all
}

// TestMutated reads damaged copies of the samples, MUTATIS_MUTATIONS of them. A file damaged as a file is read whole or
// refused, never by half; one that is damaged inside, where no checksum tells, may read otherwise but must read.
func TestMutated(t *testing.T) {
	count := 60
	if n, err := strconv.Atoi(os.Getenv("MUTATIS_MUTATIONS")); err == nil {
		count = n
	}
	names := samples(t)
	r := rand.New(rand.NewPCG(85, 301))
	read, refused, slowest := 0, 0, time.Duration(0)
	for i := range count {
		name := names[i%len(names)]
		whole := sample(t, name)
		inside := i%2 == 1
		damagedFile := damage(r, whole, false)
		if inside {
			all := unzip(t, whole)
			part := []string{"word/document.xml", "word/document.xml", "word/footnotes.xml", "word/numbering.xml"}[r.IntN(4)]
			all[part] = string(damage(r, []byte(all[part]), true))
			damagedFile = archive(all)
		}
		began := time.Now()
		d, err := readAll(damagedFile)
		slowest = max(slowest, time.Since(began)/3)
		if err != nil {
			refused++
			continue
		}
		read++
		if want := mustRead(t, whole, Accepted); !inside && readout(d) != readout(want) {
			t.Errorf("%s, copy %d was read by half:\n%s", name, i, readout(d))
		}
	}
	t.Logf("%d read, %d refused, slowest %v", read, refused, slowest)
	if slowest > 2*time.Second {
		t.Errorf("the slowest took %v", slowest)
	}
	if count >= 60 && (read == 0 || refused == 0) {
		t.Errorf("%d read, %d refused: the damage is not what it should be", read, refused)
	}
}

// damage changes bytes, into letters where it must, cuts the end off, or swaps two stretches.
func damage(r *rand.Rand, data []byte, letters bool) []byte {
	data = bytes.Clone(data)
	switch r.IntN(8) {
	case 0:
		return data[:r.IntN(len(data))]
	case 1:
		from, to := r.IntN(len(data)), r.IntN(len(data))
		n := min(r.IntN(200), len(data)-max(from, to))
		stretch := bytes.Clone(data[from : from+n])
		copy(data[from:], data[to:to+n])
		copy(data[to:], stretch)
	default:
		for range []int{1, 1, 1, 2, 5, 40}[r.IntN(6)] {
			at := r.IntN(len(data))
			if data[at] = byte(r.IntN(256)); letters {
				data[at] = "abcdefghijklmnopqrstuvwxyz0123456789"[r.IntN(36)]
			}
		}
	}
	return data
}
