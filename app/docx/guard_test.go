package docx

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// noise is text that does not pack well.
func noise(n int) string {
	r := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, min(n, 1<<18))
	for i := range b {
		b[i] = "abcdefghijklmnopqrstuvwxyz ABCDEF"[r.IntN(33)]
	}
	return strings.Repeat(string(b), n/len(b))
}

func document(body string) parts {
	return parts{"word/document.xml": `<w:document` + namespaces + `><w:body>` + body + `</w:body></w:document>`}
}

// office97 is the beginning of an old Office container with a stream of the given name.
func office97(stream string) []byte {
	b := append([]byte(office), make([]byte, 1024)...)
	for _, r := range stream {
		b = binary.LittleEndian.AppendUint16(b, uint16(r))
	}
	return append(b, make([]byte, 512)...)
}

// locked sets the flag of encryption on every entry.
func locked(data []byte) []byte {
	for i := 0; i+10 < len(data); i++ {
		switch string(data[i : i+4]) {
		case "PK\x01\x02":
			data[i+8] |= 1
		case "PK\x03\x04":
			data[i+6] |= 1
		}
	}
	return data
}

func many(n int, text string) parts {
	all := parts{"word/document.xml": text}
	for i := range n {
		all["word/media/"+strings.Repeat("i", i%200)+string(rune('a'+i%26))+strings.Repeat("x", i/200)] = ""
	}
	return all
}

// refusal is a file and a part of the sentence with which it is refused.
type refusal struct {
	name string
	data []byte
	want string
}

func foreignFiles() []refusal {
	good := build(parts{"body": P(organSentence)})
	return []refusal{
		{"empty", nil, "empty"},
		{"blank", []byte(" \n"), "empty"},
		{"text", []byte("The General Assembly,"), "not a Word file"},
		{"pdf", []byte("%PDF-1.7 …"), "PDF"},
		{"rtf", []byte(`{\rtf1 …}`), "RTF"},
		{"web page", []byte("<!DOCTYPE html><p>"), "web page"},
		{"old word", office97("WordDocument"), ".doc"},
		{"old excel", office97("Workbook"), "old Office"},
		{"password", office97("EncryptedPackage"), "password-protected"},
		{"locked zip", locked(bytes.Clone(good)), "password-protected"},
		{"cut off", good[:len(good)/2], "damaged"},
		{"excel", archive(parts{"xl/workbook.xml": "<x/>"}), "Excel"},
		{"writer", archive(parts{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "OpenDocument"},
		{"no text part", archive(parts{"word/styles.xml": "<x/>"}), "missing"},
		{"other root", archive(parts{"word/document.xml": "<x/>"}), "damaged"},
		{"no body", archive(parts{"word/document.xml": `<w:document` + namespaces + `/>`}), "body"},
		{"no words", build(parts{"body": P() + P()}), "no text"},
		{"only a picture", build(parts{"body": P(`<w:r><w:drawing/></w:r>`)}), "pictures"},
	}
}

func hostileFiles() []refusal {
	one := P(organSentence)
	return []refusal{
		{"bomb", archive(document(P(`<w:r><w:t>` + strings.Repeat("a", 60<<20)))), "unpacks"},
		{"bomb beside the text", archive(parts{"word/document.xml": "<x/>", "word/media/bomb": strings.Repeat("a", 65<<20)}), "unpacks"},
		{"many parts", archive(many(4100, "<x/>")), "unpacks"},
		{"deep", archive(document(strings.Repeat("<w:sdt><w:sdtContent>", 100_000))), "unpacks"},
		{"many elements", stored(document(strings.Repeat(`<w:p><w:r><w:t>`+noise(3)+`</w:t></w:r></w:p>`, 400_000))), "unpacks"},
		{"many comments", stored(document(strings.Repeat(`<!--`+noise(3)+`-->`, 3_000_000))), "unpacks"},
		{"long attribute", stored(document(`<w:p w:x="` + noise(30<<20) + `"/>`)), "unpacks"},
		{"long word", stored(document(`<w:p><w:r><w:t>` + noise(30<<20) + `</w:t></w:r></w:p>`)), "unpacks"},
		{"much text", stored(document(strings.Repeat(`<w:p><w:r><w:t>`+noise(4<<10)+`</w:t></w:r></w:p>`, 4<<10))), "unpacks"},
		{"many paragraphs", stored(document(strings.Repeat(P(Styled("", "x")), 60_000))), "unpacks"},
		{"entities", archive(parts{"word/document.xml": `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><d>&b;</d>`}), "document type"},
		{"outside entity", archive(parts{"word/document.xml": `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>`}), "document type"},
		{"unknown entity", archive(document(`<w:p><w:r><w:t>&foo;</w:t></w:r></w:p>`)), "damaged"},
		{"unbalanced", archive(document(`<w:p><w:r></w:p></w:r>`)), "damaged"},
		{"breaks off", archive(parts{"word/document.xml": `<w:document` + namespaces + `><w:body><w:p`}), "damaged"},
		{"two roots", archive(parts{"word/document.xml": "<x/><y/>"}), "damaged"},
		{"named twice", twice(), "twice"},
		{"missing notes", archive(parts{"word/document.xml": `<w:document` + namespaces + `><w:body>` + one + `</w:body></w:document>`,
			"word/_rels/document.xml.rels": `<Relationships><Relationship Id="a" Type="x/footnotes" Target="notes.xml"/></Relationships>`}), "damaged"},
	}
}

// TestRefused: a hostile or foreign file is refused in less than two seconds with one sentence that says what to do.
func TestRefused(t *testing.T) {
	for _, c := range append(foreignFiles(), hostileFiles()...) {
		t.Run(c.name, func(t *testing.T) {
			began := time.Now()
			d, err := Read(context.Background(), c.data, Options{})
			if took := time.Since(began); took > 2*time.Second {
				t.Errorf("it took %v", took)
			} else {
				t.Log(took)
			}
			if err == nil {
				t.Fatalf("it was read: %d paragraphs", len(d.Draft.Paragraphs))
			}
			if !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("it was refused with %q", err)
			}
		})
	}
}

const organSentence = `<w:r><w:t>The General Assembly,</w:t></w:r>`

// twice is a file that names a part twice.
func twice() []byte {
	data := archive(parts{"word/document.xml": "<x/>", "word/documenu.xml": "<x/>"})
	return bytes.ReplaceAll(data, []byte("documenu"), []byte("document"))
}

// TestLoops: styles based on one another and lists that name one another end.
func TestLoops(t *testing.T) {
	d := mustRead(t, build(parts{
		"body": organ + P(Pr(`<w:pStyle w:val="A"/>`), Styled("", "Decides to meet.")),
		"styles": `<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/>` +
			`<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
		"numbering": `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum>` + List(1, 1),
	}), Accepted)
	compare(t, bodyOf(d), "operative||Decides to meet.\n")
}

// TestLongLabels: a label that Word would never write is not multiplied.
func TestLongLabels(t *testing.T) {
	body := organ + strings.Repeat(P(Num(1, 0), Styled("", "Decides to meet;")), 2000)
	data := build(parts{"body": body, "numbering": Kind(1, Lvl(0, "decimal", strings.Repeat("x", 1<<20)+"%1.")) + List(1, 1)})
	if d := mustRead(t, data, Accepted); len(d.Text) > 1<<20 {
		t.Errorf("%d bytes of text", len(d.Text))
	}
}

// TestStopped: a reading that is no longer wanted ends.
func TestStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, build(parts{"body": organ}), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
