package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// shown is a character of a file as a reader of it sees it.
type shown struct {
	text    string
	x, y    float64 // from the bottom left corner
	size    float64
	advance float64
}

// reading is as much of a reader of PDF as it takes to read our own files: no more than the file itself is used.
type reading struct {
	t       testing.TB
	objects map[int][]byte
}

var (
	objectStart  = regexp.MustCompile(`(?m)^(\d+) 0 obj\n`)
	fontEntry    = regexp.MustCompile(`/(F\d+) (\d+) 0 R`)
	bfchar       = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]*)>`)
	contentToken = regexp.MustCompile(`\[[^\]]*\]|/?[^\s\[\]]+`)
	arrayToken   = regexp.MustCompile(`<([0-9A-F]*)>|-?\d+`)
)

// readPages gives the characters of every page in the order in which they are drawn.
func readPages(t testing.TB, file []byte) [][]shown {
	t.Helper()
	r := reading{t, map[int][]byte{}}
	at := objectStart.FindAllSubmatchIndex(file, -1)
	for _, m := range at {
		number, _ := strconv.Atoi(string(file[m[2]:m[3]]))
		end := bytes.Index(file[m[1]:], []byte("\nendobj\n"))
		r.objects[number] = file[m[1] : m[1]+end]
	}
	tree := r.objects[r.reference(r.objects[1], "/Pages")]
	fonts := map[string]fontReading{}
	for _, m := range fontEntry.FindAllSubmatch(r.objects[3], -1) {
		number, _ := strconv.Atoi(string(m[2]))
		fonts[string(m[1])] = r.font(r.objects[number])
	}
	var pages [][]shown
	kids := regexp.MustCompile(`(\d+) 0 R`).FindAllSubmatch(tree[bytes.Index(tree, []byte("/Kids")):], -1)
	for _, kid := range kids {
		number, _ := strconv.Atoi(string(kid[1]))
		pages = append(pages, r.page(r.stream(r.reference(r.objects[number], "/Contents")), fonts))
	}
	return pages
}

func (r reading) reference(object []byte, key string) int {
	r.t.Helper()
	m := regexp.MustCompile(key + `[ \[]*(\d+) 0 R`).FindSubmatch(object)
	if m == nil {
		r.t.Fatalf("no %s in %.200s", key, object)
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

func (r reading) stream(number int) []byte {
	r.t.Helper()
	object := r.objects[number]
	from := bytes.Index(object, []byte("stream\n")) + len("stream\n")
	z, err := zlib.NewReader(bytes.NewReader(object[from:]))
	if err != nil {
		r.t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		r.t.Fatal(err)
	}
	return data
}

type fontReading struct {
	texts  map[int]string
	widths []float64 // of CID 1 and on
}

func (r reading) font(object []byte) fontReading {
	f := fontReading{texts: map[int]string{}}
	for _, m := range bfchar.FindAllSubmatch(r.stream(r.reference(object, "/ToUnicode")), -1) {
		cid, _ := strconv.ParseInt(string(m[1]), 16, 32)
		f.texts[int(cid)] = utf16Text(string(m[2]))
	}
	descendant := r.objects[r.reference(object, "/DescendantFonts")]
	_, widths, _ := strings.Cut(string(descendant), "/W[1[")
	widths, _, _ = strings.Cut(widths, "]")
	for _, w := range strings.Fields(widths) {
		v, _ := strconv.ParseFloat(w, 64)
		f.widths = append(f.widths, v)
	}
	return f
}

func utf16Text(digits string) string {
	raw, _ := hex.DecodeString(digits)
	var units []uint16
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
	}
	return string(utf16.Decode(units))
}

func (r reading) page(content []byte, fonts map[string]fontReading) []shown {
	var out []shown
	var stack []string
	var font fontReading
	var size, x, y float64
	value := func(back int) float64 {
		v, err := strconv.ParseFloat(stack[len(stack)-back], 64)
		if err != nil {
			r.t.Fatalf("%v in %v", err, stack)
		}
		return v
	}
	for _, token := range contentToken.FindAllString(string(content), -1) {
		name, array := token, ""
		if strings.HasPrefix(token, "[") {
			array = token
		}
		switch {
		case array != "":
			stack = append(stack, array)
		case name == "Tf":
			font, size = fonts[stack[len(stack)-2][1:]], value(1)
		case name == "Tm":
			x, y = value(2), value(1)
		case name == "TJ":
			out = append(out, r.array(stack[len(stack)-1], font, size, x, y)...)
		case strings.IndexFunc(name, func(c rune) bool { return c >= 'A' && c <= 'z' }) == 0 && !strings.HasPrefix(name, "/"):
			stack = stack[:0]
		default:
			stack = append(stack, name)
		}
	}
	return out
}

func (r reading) array(array string, font fontReading, size, x, y float64) []shown {
	var out []shown
	for _, m := range arrayToken.FindAllStringSubmatch(array, -1) {
		if !strings.HasPrefix(m[0], "<") {
			move, _ := strconv.ParseFloat(m[0], 64)
			x -= move * size / 1000
			continue
		}
		for i := 0; i+4 <= len(m[1]); i += 4 {
			cid, _ := strconv.ParseInt(m[1][i:i+4], 16, 32)
			text, ok := font.texts[int(cid)]
			if !ok || int(cid) > len(font.widths) {
				r.t.Fatalf("CID %d has no text or no width", cid)
			}
			advance := font.widths[cid-1] * size / 1000
			out = append(out, shown{text, x, y, size, advance})
			x += advance
		}
	}
	return out
}
