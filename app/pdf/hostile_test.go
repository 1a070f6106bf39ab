package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"
)

// hostilePDF is a file of objects made by hand, the first of them its catalogue.
func hostilePDF(objects ...string) []byte {
	var b bytes.Buffer
	var offsets []int
	b.WriteString("%PDF-1.7\n")
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

// onePage is a file of one page with the given contents and the objects they need, from 5 on.
func onePage(page, content string, more ...string) []byte {
	return hostilePDF(append([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + page + ">>", content}, more...)...)
}

func flate(parts ...string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	for _, p := range parts {
		_, _ = z.Write([]byte(p)) // a buffer takes everything
	}
	_ = z.Close()
	return b.String()
}

func stream(dictionary, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", dictionary, len(data), data)
}

const helvetica = "/Resources<</Font<</R<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"

// scattered is glyphs anywhere on a page.
func scattered(n int) string {
	r := rand.New(rand.NewPCG(3, 4))
	var b strings.Builder
	b.WriteString("BT /R 9 Tf\n")
	for range n {
		fmt.Fprintf(&b, "1 0 0 1 %.2f %.2f Tm (%c) Tj\n", 20+550*r.Float64(), 20+800*r.Float64(), 'a'+rune(r.IntN(26)))
	}
	return b.String() + "ET"
}

func hostilePDFs() map[string][]byte {
	blanks := strings.Repeat(" ", 1<<20)
	var bomb []string
	for range 600 {
		bomb = append(bomb, blanks)
	}
	once := flate(bomb...)
	words := strings.Repeat("(abcdefghijklmnopqrstuvwxyz) Tj ", 1000)
	var flood []string
	for range 300 {
		flood = append(flood, words)
	}
	tree := []string{"<</Type/Catalog/Pages 2 0 R>>"}
	for i := range 24 { // each node has the next one for all its kids
		tree = append(tree, fmt.Sprintf("<</Type/Pages/Count 65536/Kids[%s]>>", strings.Repeat(fmt.Sprintf("%d 0 R ", i+3), 16)))
	}
	return map[string][]byte{
		"a bomb":               onePage("", stream("/Filter/FlateDecode", once)),
		"a bomb in a bomb":     onePage("", stream("/Filter[/FlateDecode/FlateDecode]", flate(once))),
		"deep arrays":          onePage("", stream("", strings.Repeat("[", 1_000_000))),
		"deep dictionaries":    hostilePDF("<</Type/Catalog/Pages 2 0 R/X" + strings.Repeat("<</X", 200_000) + strings.Repeat(">>", 200_000) + ">>"),
		"a tree in a ring":     hostilePDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"),
		"a tree of one branch": hostilePDF(tree...),
		"pages beyond count":   hostilePDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"),
		"pages that are none":  hostilePDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1900>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"),
		"a form in itself": onePage("/Resources<</XObject<</F 5 0 R>>>>", stream("", "/F Do"),
			stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>", "/F Do /F Do /F Do")),
		"a page without end": onePage(strings.Replace(helvetica, "/Resources", "/MediaBox[0 0 1e30 1e30]/Resources", 1), stream("", "BT /R 9 Tf 5 5 Td (Noting) Tj ET")),
		"a flood of words":   onePage(helvetica, stream("/Filter/FlateDecode", flate(append([]string{"BT /R 9 Tf 20 20 Td "}, flood...)...))),
		"scattered":          onePage(helvetica, stream("", scattered(60_000))),
		"many scattered":     onePage(helvetica, stream("", scattered(300_000))),
		"a million rules":    onePage("", stream("/Filter/FlateDecode", flate(strings.Repeat("10 10 m 500 10 l S\n", 1_000_000)))),
		"a huge picture":     onePage("/Resources<</XObject<</I 5 0 R>>>>", stream("", "595 0 0 842 0 0 cm /I Do"), stream("/Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode", once)),
		"an unknown lock":    bytes.Replace(shortPDF(), []byte("trailer<<"), []byte("trailer<</Encrypt<</Filter/Nobody/V 9>>/ID[(a)(b)]"), 1),
		"a font without end": onePage(strings.Replace(helvetica, "/Type1/BaseFont/Helvetica", "/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[9]/Encoding<</Differences[97/a]>>/CharProcs<</a 5 0 R>>/Resources<</Font<</R 6 0 R>>>>", 1), stream("", "BT /R 9 Tf (aaaa) Tj ET"), stream("", "9 0 d0 BT /R 9 Tf (aaaa) Tj ET"), "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[9]/Encoding<</Differences[97/a]>>/CharProcs<</a 5 0 R>>>>"),
		"cut off in a page":  shortPDF()[:len(shortPDF())*2/3],
	}
}

// costly are the files that use their budget up; they are read with the mutated ones, and painted too.
var costly = map[string]bool{"a bomb in a bomb": true, "a form in itself": true, "scattered": true, "many scattered": true, "a million rules": true, "a flood of words": true}

// TestHostile: whatever a file was made for, it ends in a text or a sentence, soon, and the next file is read.
func TestHostile(t *testing.T) {
	proof := os.Getenv("MUTATIS_MUTATIONS") != ""
	for name, data := range hostilePDFs() {
		if costly[name] && !proof {
			continue
		}
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			r, err := Read(context.Background(), data, ReadOptions{})
			t.Logf("read in %v: %d paragraphs, %v", time.Since(began), len(r.Draft.Paragraphs), err)
			if err != nil && (strings.Contains(err.Error(), "\n") || len(r.Draft.Paragraphs) > 0) {
				t.Errorf("%d paragraphs and %q", len(r.Draft.Paragraphs), err)
			}
			if proof {
				began = time.Now()
				_, err = RenderPage(context.Background(), data, 1, 96, "")
				t.Logf("painted in %v: %v", time.Since(began), err)
			}
			if r, err := Read(context.Background(), shortPDF(), ReadOptions{}); err != nil || len(r.Draft.Paragraphs) != 4 {
				t.Errorf("the next file: %v", err)
			}
		})
	}
}
