package akn

import (
	"context"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
)

func aknOf(inside string) string {
	return `<akomaNtoso xmlns="` + space + `"><statement name="resolution"><mainBody>` + inside + `</mainBody></statement></akomaNtoso>`
}

// TestRefused lists files that are refused, and the words with which.
func TestRefused(t *testing.T) {
	cases := map[string]struct{ file, says string }{
		"entities that multiply": {`<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>` + aknOf("<p>&c;</p>"), "declares entities"},
		"an entity from outside": {`<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>` + aknOf("<p>&b;</p>"), "declares entities"},
		"depth":                  {aknOf(strings.Repeat("<list>", 1000) + strings.Repeat("</list>", 1000)), "far more than any resolution"},
		"elements":               {aknOf(strings.Repeat("<p/>", maxElements+1)), "far more than any resolution"},
		"attributes":             {aknOf(strings.Repeat(`<p a="1" b="1" c="1" d="1" e="1" f="1" g="1" h="1"/>`, maxElements/2+1)), "far more than any resolution"},
		"text":                   {aknOf("<p>" + strings.Repeat("word ", maxText/5+1) + "</p>"), "far more than any resolution"},
		"paragraphs":             {aknOf(strings.Repeat("<p>a</p>", maxBlocks+1)), "far more than any resolution"},
		"notes":                  {aknOf("<p>" + strings.Repeat("<authorialNote><p>a</p></authorialNote>", maxNotes+1) + "</p>"), "far more than any resolution"},
		"an unknown entity":      {aknOf("<p>&what;</p>"), "damaged (line 1)"},
		"a broken end":           {strings.TrimSuffix(aknOf("<p>a</p>"), "</akomaNtoso>"), "damaged (line 1)"},
		"two roots":              {aknOf("<p>a</p>") + aknOf("<p>b</p>"), "two roots"},
		"an encoding nobody has": {`<?xml version="1.0" encoding="EBCDIC-CP-US"?>` + aknOf("<p>a</p>"), "save it as UTF-8"},
		"nothing":                {"", "no words"},
		"no words":               {aknOf("<p> </p>"), "no words"},
		"a translation memory":   {`<tmx version="1.4"><body><tu/></body></tmx>`, "translation memory"},
		"settings":               {`<settings><name>Some tool</name><value>Another word</value></settings>`, "its first element is <settings>"},
		"Word as XML":            {`<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part/></pkg:package>`, "save it as .docx"},
	}
	for name, c := range cases {
		doc, err := Read(t.Context(), []byte(c.file))
		if err == nil {
			t.Errorf("%s: it was read, %d paragraphs", name, len(doc.Draft.Paragraphs))
		} else if !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %q does not say %q", name, err, c.says)
		}
	}
}

func TestReadingStops(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Read(ctx, []byte(aknOf(strings.Repeat("<p>a</p>", 2000)))); err != context.Canceled {
		t.Errorf("it ended with %v", err)
	}
}

// TestEncodings reads the same words however they are written.
func TestEncodings(t *testing.T) {
	const words = "Генеральная Ассамблея,"
	wide := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(`<?xml version="1.0" encoding="UTF-16"?>` + aknOf("<p>"+words+"</p>"))) {
		wide = binary.LittleEndian.AppendUint16(wide, u)
	}
	narrow, err := charsets["windows-1251"].NewEncoder().String(`<?xml version="1.0" encoding="windows-1251"?>` + aknOf("<p>"+words+"</p>"))
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string]string{
		"UTF-8": aknOf("<p>" + words + "</p>"), "UTF-8 with its mark": "\ufeff" + aknOf("<p>"+words+"</p>"), "UTF-16": string(wide), "windows-1251": narrow,
		"entities": aknOf("<p>&#1043;енеральная&#x20;Ассамблея,</p>"),
	} {
		if doc := mustRead(t, []byte(file)); doc.Draft.Organ() != words {
			t.Errorf("%s: %+v", name, doc.Draft.Paragraphs)
		}
	}
}

// TestEditedElsewhere reads a file of ours into which somebody put elements that we do not write.
func TestEditedElsewhere(t *testing.T) {
	d := sampleDrafts(t)["A_RES_55_901.en.txt"]
	file := strings.Replace(string(written(t, d)), "</mainBody>", `<paragraph><num>8.</num><content><p><i>Thanks</i> <b>all</b>;<authorialNote marker="3"><p>By letter.</p></authorialNote></p><p>A line of its own.</p></content></paragraph>
		<question><p>Who <ins>asks</ins><del>knows</del>?</p></question></mainBody>`, 1)
	doc := mustRead(t, []byte(file))
	if missing := lost(t, []byte(file), doc); len(missing) > 0 {
		t.Errorf("lost are %q", missing)
	}
	added := doc.Draft.Paragraphs[len(d.Paragraphs)-2:]
	want := []string{"operative 8 Thanks all;", "unknown  A line of its own.", "unknown  Who asks?"}
	for i, w := range want {
		if got := string(added[i].Kind) + " " + added[i].Number + " " + added[i].Text; got != w {
			t.Errorf("%q, not %q", got, w)
		}
	}
	if n := doc.Draft.Footnotes; n[len(n)-1].Text != "By letter." || len(doc.Problems) != 3 {
		t.Errorf("%+v %+v", n, doc.Problems)
	}
}
