package docx

import (
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// field is a field as Word writes it: its code, and the runs that it shows.
func fieldOf(code string, shown ...string) string {
	char := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	return char("begin") + `<w:r><w:instrText xml:space="preserve"> ` + code + ` </w:instrText></w:r>` + char("separate") + strings.Join(shown, "") + char("end")
}

func textBox(inside string) string {
	return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>` + inside + `</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice>` +
		`<mc:Fallback><w:pict><v:textbox><w:txbxContent>` + inside + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}

// TestWordsOfALine reads what stands in one paragraph, an operative one.
func TestWordsOfALine(t *testing.T) {
	cases := []struct {
		name, inside, want string
	}{
		{"runs", T("Decides ") + T("to meet."), "Decides to meet."},
		{"blanks", T("  Decides \u00a0 to\t\tmeet. "), "Decides to meet."},
		{"line break", T("Decides\nto meet."), "Decides to meet."},
		{"page break", T("Decides ") + `<w:r><w:br w:type="page"/></w:r>` + T("to meet."), "Decides to meet."},
		{"line break between Han characters", T("Decides 决定\n开会."), "Decides 决定开会."},
		{"hyphens", T("Decides self") + `<w:r><w:noBreakHyphen/></w:r>` + T("help co") + `<w:r><w:softHyphen/></w:r>` + T("ope\u00adrates."), "Decides self\u2011help cooperates."},
		{"signs without width", T("Decides\u200b to \u200emeet\u202c."), "Decides to meet."},
		{"hyperlink", T("Decides ") + `<w:hyperlink r:id="x">` + T("to meet") + `</w:hyperlink>` + T("."), "Decides to meet."},
		{"field", T("Decides ") + fieldOf("REF x \\h", T("to meet")) + T("."), "Decides to meet."},
		{"field in a field", T("Decides ") + fieldOf(`IF "`+`</w:instrText></w:r>`+fieldOf("PAGE", T("7"))+`<w:r><w:instrText>" = 1`, T("to meet")) + T("."), "Decides to meet."},
		{"field without end", `<w:r><w:fldChar w:fldCharType="begin"/></w:r>` + T("Decides to meet."), "Decides to meet."},
		{"field without beginning", T("Decides ") + `<w:r><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r>` + T("to meet."), "Decides to meet."},
		{"simple field", `<w:fldSimple w:instr="DATE">` + T("Decides") + `</w:fldSimple>` + T(" to meet."), "Decides to meet."},
		{"content control", `<w:sdt><w:sdtPr/><w:sdtContent>` + T("Decides") + `</w:sdtContent></w:sdt>` + T(" to meet."), "Decides to meet."},
		{"placeholder", T("Decides ") + `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + T("Click here to enter text.") + `</w:sdtContent></w:sdt>` + T("to meet."), "Decides to meet."},
		{"hidden", T("Decides ") + Styled("<w:vanish/>", "secretly ") + T("to meet."), "Decides to meet."},
		{"not hidden", T("Decides ") + Styled(`<w:vanish w:val="false"/>`, "to meet."), "Decides to meet."},
		{"symbol", T("Decides ") + `<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>` + T(" to ") + `<w:r><w:sym w:font="Arial" w:char="00A7"/></w:r>` + T("."), "Decides α to §."},
		{"smart tag", `<w:smartTag w:element="x"><w:smartTagPr/>` + T("Decides") + `</w:smartTag>` + T(" to meet."), "Decides to meet."},
		{"element of tomorrow", `<w:shout>` + T("Decides") + `</w:shout>` + T(" to meet."), "Decides to meet."},
		{"ruby", T("Decides ") + `<w:r><w:ruby><w:rubyPr/><w:rt>` + T("above") + `</w:rt><w:rubyBase>` + T("to meet") + `</w:rubyBase></w:ruby></w:r>` + T("."), "Decides to meet."},
		{"formula", T("Decides ") + `<m:oMath><m:r><m:t>E=m</m:t></m:r></m:oMath>` + T("."), "Decides E=m."},
		{"letters and marks apart", T("Decides a re") + T("\u0301") + T("sume\u0301."), "Decides a résumé."},
		{"characters of another alphabet", T("Decides " + "\ufe8d\ufedf\ufea0\ufee4\ufecc\ufef4\ufe94."), "Decides الجمعية."},
		{"ordinal raised", T("Decides to hold the 76") + Up("th") + T(" meeting, 5 m") + Up("2") + T("."), "Decides to hold the 76th meeting, 5 m2."},
		{"cdata", `<w:r><w:t><![CDATA[Decides <to> ]]>meet.</w:t></w:r>`, "Decides <to> meet."},
	}
	for _, c := range cases {
		d := mustRead(t, build(parts{"body": organ + P(c.inside)}), Accepted)
		if got, want := bodyOf(d), "operative||"+c.want+"\n"; got != want {
			t.Errorf("%s: %q, want %q", c.name, got, want)
		}
	}
}

// TestLeftOut: what is not part of the text is kept aside, each word once.
func TestLeftOut(t *testing.T) {
	data := build(parts{
		"body": organ +
			P(T("Decides"), Styled("<w:vanish/>", " secretly"), T(" to meet,")) + P(T("____________")) +
			P(Pr(`<w:pStyle w:val="TOC1"/>`), T("Contents\t7")) +
			P(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+T("Click here.")+`</w:sdtContent></w:sdt>`) +
			P(`<w:r><w:drawing><a:p><a:r><a:t>On a picture</a:t></a:r></a:p></w:drawing></w:r>`) +
			`<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="even" r:id="header2"/><w:footerReference w:type="default" r:id="footer1"/><w:titlePg/></w:sectPr>`,
		"styles":  `<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>`,
		"header1": P(T("Ferries of the north")), "header2": P(T("Ferries of the north")), "footer1": P(T("30-11223\t"), fieldOf("PAGE", T("1"))),
		"footnotes": Note(2, T("Nobody calls me.")),
	})
	d := mustRead(t, data, Accepted)
	want := []string{"secretly", "____________", "Contents 7", "Ferries of the north", "30-11223", "1", "Nobody calls me.", "Click here.", "On a picture"}
	got := slices.Clone(d.Draft.LeftOut)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("left out %q\nwant     %q", got, want)
	}
	if strings.Count(outline(d), "\n") != 2 {
		t.Errorf("the text is\n%s", outline(d))
	}
}

// TestTextBoxes: a box that is there twice, for newer and older programs, is read once, behind its paragraph.
func TestTextBoxes(t *testing.T) {
	d := mustRead(t, build(parts{"body": organ + P(T("Recalling"), textBox(P(T("Noting the box,"))), T(" the paragraph,")) + P(T("Decides to meet."))}), Accepted)
	compare(t, bodyOf(d), "preambular||Recalling the paragraph,\npreambular||Noting the box,\noperative||Decides to meet.\n")
	empty := `<w:r><mc:AlternateContent><mc:Choice Requires="w99"><w:drawing/></mc:Choice><mc:Fallback><w:t> the ferry</w:t></mc:Fallback></mc:AlternateContent></w:r>`
	d = mustRead(t, build(parts{"body": organ + P(T("Recalling"), empty, T(","))}), Accepted)
	compare(t, bodyOf(d), "preambular||Recalling the ferry,\n")
}

// TestLooks: italics at the start are the opening, whichever way they are switched on.
func TestLooks(t *testing.T) {
	styles := `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="SimSun"/></w:rPr></w:rPrDefault></w:docDefaults>` +
		`<w:style w:type="character" w:styleId="Em"><w:rPr><w:i/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="Strong"><w:basedOn w:val="Em"/><w:rPr><w:b/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Slanted"><w:rPr><w:i/></w:rPr></w:style>`
	slanted := Pr(`<w:pStyle w:val="Slanted"/>`)
	cases := []struct {
		name, inside string
		want         int
	}{
		{"italics", I("Solemnly welcomes") + T(" the ferry;"), 17},
		{"italics in two runs", I("Solemnly") + I(" welcomes ") + T("the ferry;"), 17},
		{"a blank between them", I("Solemnly") + T(" ") + I("welcomes") + T(" the ferry;"), 17},
		{"italics with the comma", I("Solemnly welcoming,") + T(" the ferry;"), 18},
		{"a style of characters", Styled(`<w:rStyle w:val="Em"/>`, "Solemnly") + T(" welcomes the ferry;"), 8},
		{"a style upon a style", Styled(`<w:rStyle w:val="Strong"/>`, "Solemnly") + T(" welcomes the ferry;"), 8},
		{"both styles cancel each other", slanted + Styled(`<w:rStyle w:val="Em"/>`, "Solemnly") + T(" welcomes the ferry;"), 0},
		{"upright in a slanted paragraph", slanted + T("Solemnly") + Styled(`<w:i w:val="0"/>`, " welcomes the ferry;"), 8},
		{"all slanted", slanted + T("Solemnly welcomes the ferry;"), 0},
		{"none at the start", T("Solemnly ") + I("welcomes") + T(" the ferry;"), 0},
		{"the switch of another script", Styled("<w:iCs/>", "Solemnly") + T(" welcomes the ferry;"), 0},
		{"the switch of this script", Styled("<w:rtl/><w:iCs/>", "Solemnly") + Styled("<w:rtl/>", " welcomes the ferry;"), 8},
		{"a font of Chinese italics", Styled(`<w:rFonts w:eastAsia="KaiTi"/>`, "庄严欢迎") + T("渡轮；"), 4},
		{"after a label", T("1.\t") + I("Solemnly") + T(" welcomes the ferry;"), 8},
		{"after a label and a blank", T("1. ") + I("Solemnly") + T(" welcomes the ferry;"), 8},
	}
	for _, c := range cases {
		f, err := readWhole(build(parts{"body": organ + P(c.inside), "styles": styles}))
		if err != nil {
			t.Fatal(err)
		}
		shown := Accepted.see(f.body)
		bd := &body{numbers: f.countNotes(shown)}
		bd.lines(shown)
		bd.build()
		if last := bd.blocks[len(bd.blocks)-1]; last.Italic != c.want {
			t.Errorf("%s: %d of %q, want %d", c.name, last.Italic, last.Text, c.want)
		}
	}
}

// TestTypedLabels: a number that was typed is known by the tab or the italics behind it; a year is none.
func TestTypedLabels(t *testing.T) {
	d := mustRead(t, build(parts{"body": organ +
		P(T("1.\tWelcomes the ferry;")) + P(T("2. "), I("Requests"), T(" the captain:")) + P(T("(a)\tTo wait;")) + P(T("(b) To sail;")) +
		P(T("(i)\tAt night;")) + P(T("(ii)\tBy day;")) + P(T("3 bis.\tDecides to meet in 2031."))}), Accepted)
	compare(t, bodyOf(d), `
operative|1|Welcomes the ferry;
operative|2|Requests the captain:
subparagraph|(a)|To wait;
subparagraph|(b)|To sail;
subparagraph|(i)|At night;
subparagraph|(ii)|By day;
operative|3 bis|Decides to meet in 2031.
`)
}

// TestLineBreaks: lines of one paragraph are a paragraph each where they look like it.
func TestLineBreaks(t *testing.T) {
	d := mustRead(t, build(parts{"body": P(T("United Nations\nA/C.3/85/L.10\nDistr.: Limited")) +
		P(I("The General Assembly"), T(",")) + P(I("Recalling"), T(" the ferry\nand the captain,\n"), I("Noting"), T(" both,\n\nStressing that,")) +
		P(T("1. Requests:\n(a) To wait;\n(b) To sail."))}), Accepted)
	compare(t, bodyOf(d), `
preambular||Recalling the ferry and the captain,
preambular||Noting both,
preambular||Stressing that,
operative|1|Requests:
subparagraph|(a)|To wait;
subparagraph|(b)|To sail.
`)
	if h := d.Draft.Header; h.Symbol != "A/C.3/85/L.10" || h.Distribution != "Distr.: Limited" {
		t.Errorf("masthead %+v", h)
	}
}

// TestTables: the masthead's table is the masthead, a table behind it is one, and a single column is a frame.
func TestTables(t *testing.T) {
	cell := func(text string) string { return P(T(text)) }
	d := mustRead(t, build(parts{"numbering": twoLevels, "body": Tbl(Row(cell("United Nations"), cell("A/RES/85/301")), Row(cell("General Assembly"), cell("Distr.: General")+cell("4 January 2031"))) +
		cell("85/301. Ferries") + organ + Tbl(Row(cell("Recalling the frame,"))) + P(Num(1, 0), T("Decides to meet.")) + P(Pr(centred), T("Annex")) +
		Tbl(Row(cell("Ferry"), cell("Since"), cell("")), Row(P(Num(2, 1), T("Anna"))+cell("and Bela"), cell("2019")+Tbl(Row(cell("once"), cell("twice"))), cell("x"))) + cell("After the table."),
	}), Accepted)
	compare(t, bodyOf(d), "preambular||Recalling the frame,\noperative|1|Decides to meet.\nannex||Annex\ntable||Ferry\tSince\ntable||(a) Anna and Bela\t2019 once twice\tx\nannex||After the table.\n")
	h := d.Draft.Header
	if h.Symbol != "A/RES/85/301" || h.Organization != "United Nations" || h.Distribution != "Distr.: General" || h.Date != "4 January 2031" || d.Draft.Number != "85/301" {
		t.Errorf("masthead %+v", h)
	}
}

// TestSymbolInRunningHead: a symbol that stands at the edge of the page alone is the text's.
func TestSymbolInRunningHead(t *testing.T) {
	section := `<w:sectPr><w:headerReference w:type="%" r:id="header1"/></w:sectPr>`
	for kind, head := range map[string]string{"first": P(T("United Nations\tA/C.2/85/L.7")), "default": P(T("A/C.2/85/L.7\tFerries of the north"))} {
		d := mustRead(t, build(parts{"body": P(B("Ferries of the north")) + organ + P(T("Decides to meet.")) + strings.Replace(section, "%", kind, 1), "header1": head}), Accepted)
		if d.Draft.Symbol != "A/C.2/85/L.7" || d.Draft.Title() != "Ferries of the north" || d.Draft.Stage != resolution.Tabled {
			t.Errorf("%s: symbol %q, title %q, stage %q", kind, d.Draft.Symbol, d.Draft.Title(), d.Draft.Stage)
		}
	}
}

// TestComments: a comment is never text; it is a problem beside its paragraph and is kept aside.
func TestComments(t *testing.T) {
	comment := `<w:comment w:id="7" w:author="Diaz" w:date="2031-03-09T08:00:00Z">` + P(T("We cannot accept this.")) + P(T("Call me.")) + `</w:comment>`
	body := organ + P(T("Recalling the ferry,")) + P(`<w:commentRangeStart w:id="7"/>`, T("1.\tDecides to meet"), `<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`, T(";")) + P(T("2.\tDecides to part."))
	d := mustRead(t, build(parts{"body": body, "comments": comment}), Accepted)
	compare(t, bodyOf(d), "preambular||Recalling the ferry,\noperative|1|Decides to meet;\noperative|2|Decides to part.\n")
	if len(d.Comments) != 1 || d.Comments[0].Paragraph != 2 || d.Comments[0].Author != "Diaz" || d.Comments[0].Text != "We cannot accept this. Call me." {
		t.Fatalf("comments %+v", d.Comments)
	}
	want := resolution.Problem{Paragraph: 2, Message: "comment by Diaz (2031-03-09): We cannot accept this. Call me."}
	if !slices.ContainsFunc(d.Problems, want.Same) {
		t.Errorf("problems %v", d.Problems)
	}
	if !slices.Contains(d.Draft.LeftOut, want.Message) {
		t.Errorf("left out %q", d.Draft.LeftOut)
	}
}

// TestTornText: a text whose lines are all paragraphs, copied out of a PDF, is joined again.
func TestTornText(t *testing.T) {
	lines := `United Nations
A/RES/85/301
General Assembly
Resolution adopted by the General Assembly on 20 December 2030
85/301. Ferries between small islands
The General Assembly,
Recalling its resolutions on the ferries of small islands and on the harbours in
which they wait for the captains of the archipelago and for the passengers who
come late,
1. Takes note of the report of the Secretary-General on the state of ferries in
the archipelagos of the south, and in particular of the parts of it that say how
a ferry may be kept in service through the winter;
2. Invites States that share an archipelago to draw up, before the end of the
year 2032, a common timetable that contains the routes that are kept open and
the places where a passenger may wait under a roof.
76th plenary meeting
20 December 2030`
	body := ""
	for line := range strings.Lines(lines) {
		body += P(T(strings.TrimSpace(line)))
	}
	d := mustRead(t, build(parts{"body": body}), Accepted)
	compare(t, bodyOf(d), `
preambular||Recalling its resolutions on the ferries of small islands and on the harbours in which they wait for the captains of the archipelago and for the passengers who come late,
operative|1|Takes note of the report of the Secretary-General on the state of ferries in the archipelagos of the south, and in particular of the parts of it that say how a ferry may be kept in service through the winter;
operative|2|Invites States that share an archipelago to draw up, before the end of the year 2032, a common timetable that contains the routes that are kept open and the places where a passenger may wait under a roof.
closing||76th plenary meeting
closing||20 December 2030
`)
	if len(d.Problems) != 1 || !strings.Contains(d.Problems[0].Message, "every line") {
		t.Errorf("problems %v", d.Problems)
	}
}

// TestNamespaces: prefixes are free, and the strict form of the standard has names of its own.
func TestNamespaces(t *testing.T) {
	plain := `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + organ + P(T("Decides to meet.")) + `</w:body></w:document>`
	for name, text := range map[string]string{
		"another prefix": strings.NewReplacer("<w:", "<x:", "</w:", "</x:", " w:", " x:", "xmlns:w", "xmlns:x").Replace(plain),
		"no prefix":      strings.NewReplacer("<w:", "<", "</w:", "</", " w:", " ", "xmlns:w", "xmlns").Replace(plain),
		"strict":         strings.Replace(plain, "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main", 1),
		"with a mark":    "\ufeff" + plain,
	} {
		d := mustRead(t, archive(parts{"word/document.xml": text}), Accepted)
		if got := bodyOf(d); got != "operative||Decides to meet.\n" {
			t.Errorf("%s: %q", name, got)
		}
	}
	elsewhere := `<Relationships><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/text/main.xml"/></Relationships>`
	d := mustRead(t, archive(parts{"_rels/.rels": strings.ReplaceAll(elsewhere, "<Relationships>", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`), `text\main.xml`: plain}), Accepted)
	if got := bodyOf(d); got != "operative||Decides to meet.\n" {
		t.Errorf("another place: %q", got)
	}
}
