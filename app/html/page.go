package html

import (
	_ "embed"
	"fmt"
	"io"
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// Options says how a file is written.
type Options struct {
	Language    string // of the interface, "en" or "ru"; English where there are no words for it
	Inline      bool   // a redline opens with both texts in one instead of side by side
	ChangesOnly bool   // a redline opens with its unchanged paragraphs folded away, counted
}

//go:embed style.css
var style string

// markup is HTML of ours. An untyped constant becomes markup by itself and a string does not, so that no text of a
// document can slip into a page unescaped.
type markup string

// page is a file being written.
type page struct {
	b     strings.Builder
	words words
}

func newPage(o Options) *page { return &page{words: wordsFor(o.Language)} }

// raw writes markup as it is.
func (p *page) raw(parts ...markup) {
	for _, m := range parts {
		p.b.WriteString(string(m))
	}
}

// text writes words of a document or of the interface.
func (p *page) text(s string) { p.b.WriteString(escape(s)) }

// say writes a word of the interface.
func (p *page) say(key string) { p.text(p.words.say(key)) }

// attr writes an attribute; one without a value is left out.
func (p *page) attr(name markup, value string) {
	if value == "" {
		return
	}
	p.raw(" ", name, `="`)
	p.text(value)
	p.raw(`"`)
}

// class writes those classes that are not empty.
func (p *page) class(names ...markup) {
	var all []string
	for _, n := range names {
		if n != "" {
			all = append(all, string(n))
		}
	}
	p.attr("class", strings.Join(all, " "))
}

// language writes the language of what an element holds, and its direction where it is not that of the page.
func (p *page) language(l resolution.Language) {
	p.attr("lang", string(l))
	if l.RightToLeft() {
		p.raw(` dir="rtl"`)
	}
}

// element writes an element that holds words alone; nothing where there are none.
func (p *page) element(tag, class markup, words string) {
	if words == "" {
		return
	}
	p.raw("<", tag)
	p.class(class)
	p.raw(">")
	p.text(words)
	p.raw("</", tag, ">\n")
}

// hidden writes words for those who hear the page.
func (p *page) hidden(words string) {
	p.raw(`<span class="heard">`)
	p.text(words)
	p.raw("</span>")
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

// escape makes any bytes harmless in text and in quoted attributes. Characters HTML has no place for become U+FFFD.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cc, r) && r != '\n' && r != '\t' {
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(s, string(unicode.ReplacementChar)))
	return escapes.Replace(s)
}

// open begins a file. The policy forbids a browser to load or run anything, whatever the text may say.
func (p *page) open(title string, class, sheet markup, l resolution.Language) {
	p.raw("<!DOCTYPE html>\n<html")
	p.attr("lang", string(l))
	p.raw(">\n<head>\n<meta charset=\"utf-8\">\n",
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`, "\n",
		`<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n",
		`<meta name="color-scheme" content="light dark">`, "\n<title>")
	p.text(title)
	p.raw("</title>\n<style>\n", markup(style), p.words.heardMarks(), sheet, "</style>\n</head>\n<body class=\"", class, "\">\n")
}

// close ends the file and hands it over.
func (p *page) close(w io.Writer) error {
	p.raw("</body>\n</html>\n")
	if _, err := io.WriteString(w, p.b.String()); err != nil {
		return fmt.Errorf("writing HTML: %w", err)
	}
	return nil
}
