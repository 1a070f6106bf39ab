package docx

import (
	"fmt"
	"strings"
	"testing"
)

// set is a run with properties of its own.
func set(properties, text string) string {
	return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// TestSetByHand: what people mark by hand is read beside the text. Written as [look words].
func TestSetByHand(t *testing.T) {
	cases := []struct{ name, run, want string }{
		{"plain", set("", "ferry"), "ferry"},
		{"struck", set(`<w:strike/>`, "ferry"), "[1 ferry]"},
		{"struck twice", set(`<w:dstrike/>`, "ferry"), "[1 ferry]"},
		{"not struck", set(`<w:strike w:val="0"/>`, "ferry"), "ferry"},
		{"underlined and red", set(`<w:color w:val="FF0000"/><w:u w:val="single"/>`, "ferry"), "[6 ferry]"},
		{"not underlined", set(`<w:u w:val="none"/>`, "ferry"), "ferry"},
		{"black is no colour", set(`<w:color w:val="000000"/>`, "ferry"), "ferry"},
		{"nor is dark grey", set(`<w:color w:val="333333"/>`, "ferry"), "ferry"},
		{"dark blue is one", set(`<w:color w:val="000080"/>`, "ferry"), "[4 ferry]"},
		{"nor is automatic", set(`<w:color w:val="auto"/>`, "ferry"), "ferry"},
		{"highlighted", set(`<w:highlight w:val="yellow"/>`, "ferry"), "[8 ferry]"},
		{"on a grey ground", set(`<w:shd w:val="clear" w:fill="D9D9D9"/>`, "ferry"), "[8 ferry]"},
		{"on white", set(`<w:shd w:val="clear" w:fill="ffffff"/>`, "ferry"), "ferry"},
		{"bold", set(`<w:b/>`, "ferry"), "[16 ferry]"},
		{"of a style", set(`<w:rStyle w:val="Out"/>`, "ferry"), "[1 ferry]"},
		{"hidden", set(`<w:vanish/><w:strike/>`, "ferry"), ""},
		{"deleted is there", Del("A", strings.Replace(set(`<w:strike/>`, "ferry"), "w:t", "w:delText", 2)), "[1 ferry]"},
		{"inserted is not", Ins("A", set(`<w:u w:val="single"/>`, "ferry")), ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			data := build(parts{
				"body":      P(T("Welcomes"), Ref(2)) + P(c.run),
				"styles":    `<w:style w:type="character" w:styleId="Out"><w:rPr><w:strike/></w:rPr></w:style>`,
				"footnotes": Note(2, T("A note.")),
			})
			compare(t, looked(mustRead(t, data, Original).Set), "Welcomes\n"+c.want+"\n A note.\n")
		})
	}
	if all := mustRead(t, build(parts{"body": organ}), Accepted).Set; all != nil {
		t.Errorf("nobody asked for %v", all)
	}
}

func looked(all []Stretch) string {
	var b strings.Builder
	for _, s := range all {
		if s.Look != 0 {
			fmt.Fprintf(&b, "[%d %s]", s.Look, s.Text)
			continue
		}
		b.WriteString(s.Text)
	}
	return b.String()
}

// TestChangers: what one person did without a word of others in between is one change.
func TestChangers(t *testing.T) {
	cases := []struct{ name, body, want string }{
		{"none", P(T("Welcomes it.")), ""},
		{"a word for another", P(T("Decides to "), Del("A", Gone("meet")), Ins("A", T("wait")), T(".")), "A 2"},
		{"in several runs", P(Ins("A", T("De")), Ins("A", T("cides")), T(" to wait.")), "A 1"},
		{"apart", P(Ins("A", T("De")), T("ci"), Ins("A", T("des")), T(" to wait.")), "A 2"},
		{"two people", P(Ins("A", T("De")), Ins("B", T("cides")), T(" to wait."), Del("A", Gone("now"))), "A 2, B 1"},
		{"two paragraphs", P(Pr(EndMark("ins", "A")), Ins("A", T("Decides;"))) + P(Pr(EndMark("ins", "A")), Ins("A", T("Requests;"))) + P(T("Ends.")), "A 1"},
		{"nobody", P(Ins("", T("Decides;"))), " 1"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var said []string
			for _, x := range mustRead(t, build(parts{"body": organ + c.body}), Original).Changes {
				said = append(said, fmt.Sprint(x.Author, " ", x.Count))
			}
			compare(t, strings.Join(said, ", "), c.want)
		})
	}
	data := build(parts{"body": P(T("Welcomes"), Ref(2)), "footnotes": Note(2, T("A "), Ins("A", T("new ")), T("note."))})
	if c := mustRead(t, data, Accepted).Changes; len(c) != 1 || c[0] != (Changer{"A", 1}) {
		t.Errorf("in a note: %v", c)
	}
}
