package docx

import (
	"strings"
	"testing"
)

// TestNotes: calls stand at their places, counted in code points.
func TestNotes(t *testing.T) {
	notes := Note(2, T("The charter.")) + Note(3, I("Ibid."), T(", annex.")) + Note(4, T("Two paragraphs.")) + `<w:footnote w:id="5">` + P(T("*\tReissued.")) + `</w:footnote>` +
		`<w:footnote w:type="separator" w:id="0">` + P(`<w:r><w:separator/></w:r>`) + `</w:footnote>`
	ends := `<w:endnote w:id="2">` + P(`<w:r><w:endnoteRef/></w:r>`, T(" At the end.")) + `</w:endnote>`
	custom := `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="5"/><w:t>*</w:t></w:r>`
	crossed := fieldOf(`NOTEREF _Ref1 \f \h`, Up("9"))
	cases := []struct {
		name, body, want string
	}{
		{"before and after signs", P(T("Recalling 2019"), Ref(2), T(", the ferry,"), Ref(3)), "preambular||Recalling 2019[^1], the ferry,[^2]\n[^1] The charter.\n[^2] Ibid., annex.\n"},
		{"in the order of their calls", P(T("Recalling"), Ref(3), T(" the ferry"), Ref(2), T(",")), "preambular||Recalling[^1] the ferry[^2],\n[^1] Ibid., annex.\n[^2] The charter.\n"},
		{"two at a place", P(T("Recalling the ferry"), Ref(2), Up(", "), Ref(3), T(",")), "preambular||Recalling the ferry[^1][^2],\n[^1] The charter.\n[^2] Ibid., annex.\n"},
		{"after a blank", P(T("Recalling the ferry "), Ref(2), T(", and "), Ref(3), T(" the sea,")), "preambular||Recalling the ferry[^1], and[^2] the sea,\n[^1] The charter.\n[^2] Ibid., annex.\n"},
		{"behind letters made of two", P(T("Recalling the cafe\u0301"), Ref(2), T(",")), "preambular||Recalling the café[^1],\n[^1] The charter.\n"},
		{"behind letters of two bytes", P(T("Recalling the «Устав»"), Ref(2), T(",")), "preambular||Recalling the «Устав»[^1],\n[^1] The charter.\n"},
		{"called again", P(T("Recalling"), `<w:bookmarkStart w:id="1" w:name="_Ref1"/>`, Ref(3), `<w:bookmarkEnd w:id="1"/>`, T(" the ferry"), Ref(2), T(" and"), crossed, T(" the sea,")),
			"preambular||Recalling[^1] the ferry[^2] and[^1] the sea,\n[^1] Ibid., annex.\n[^2] The charter.\n"},
		{"called again from nowhere", P(T("Recalling"), Ref(3), T(" the sea"), strings.ReplaceAll(crossed, "9", "1"), T(",")), "preambular||Recalling[^1] the sea[^1],\n[^1] Ibid., annex.\n"},
		{"a mark of its own", P(T("Recalling the ferry"), custom, T(" and the sea"), Ref(2), T(",")), "preambular||Recalling the ferry[^*] and the sea[^1],\n[^*] Reissued.\n[^1] The charter.\n"},
		{"endnotes", P(T("Recalling the ferry"), Ref(2), T(" and the sea"), EndRef(2), T(",")), "preambular||Recalling the ferry[^1] and the sea[^i],\n[^1] The charter.\n[^i] At the end.\n"},
		{"typed", P(T("Recalling the ferry"), Up("1"), T(" of 5 m"), Up("2"), T(","), Up("3")) + P(T("_________________")) + P(Up("1"), T(" See the log.")) + P(Up("3"), T("\tSee the map.")),
			"preambular||Recalling the ferry[^1] of 5 m2,[^3]\n[^1] See the log.\n[^3] See the map.\n"},
		{"typed after a blank", P(T("Recalling the ferry "), Up("*"), T(",")) + P(Up("*"), T(" Reissued.")), "preambular||Recalling the ferry[^*],\n[^*] Reissued.\n"},
		{"in a table", P(T("Decides to meet.")) + P(Pr(centred), T("Annex")) + Tbl(Row(P(T("Ferry"), Ref(2)), P(T("Sea"), Ref(3), T("!")))),
			"operative||Decides to meet.\nannex||Annex\ntable||Ferry[^1]\tSea[^2]!\n[^1] The charter.\n[^2] Ibid., annex.\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := mustRead(t, build(parts{"body": organ + c.body, "footnotes": notes, "endnotes": ends}), Accepted)
			compare(t, bodyOf(d), c.want)
		})
	}
}

// TestNoteCounting: notes may begin with another number, or be counted with signs.
func TestNoteCounting(t *testing.T) {
	body := organ + P(T("Recalling the ferry"), Ref(2), T(" and the sea"), Ref(3), T(","))
	notes := Note(2, T("One.")) + Note(3, T("Two."))
	for settings, want := range map[string]string{
		`<w:footnotePr><w:numStart w:val="43"/></w:footnotePr>`:                        "[^43] [^44]",
		`<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>`:                 "[^a] [^b]",
		`<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>`:                     "[^*] [^†]",
		`<w:footnotePr><w:footnote w:id="0"/></w:footnotePr>`:                          "[^1] [^2]",
		`<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr><w:evenAndOddHeaders/>`: "[^1] [^2]",
	} {
		d := mustRead(t, build(parts{"body": body, "footnotes": notes, "settings": settings}), Accepted)
		calls := d.Draft.Paragraphs[1].Notes
		if got := "[^" + calls[0].Number + "] [^" + calls[1].Number + "]"; got != want {
			t.Errorf("%s: %s, want %s", settings, got, want)
		}
	}
}

// TestLostNote: a call whose note is not there is a problem, not an error.
func TestLostNote(t *testing.T) {
	d := mustRead(t, build(parts{"body": organ + P(T("Recalling the ferry"), Ref(2), T(",")), "footnotes": Note(3, T("Another."))}), Accepted)
	found := false
	for _, p := range d.Problems {
		found = found || p.Paragraph == 1 && strings.Contains(p.Message, "note 1")
	}
	if !found {
		t.Errorf("problems %v", d.Problems)
	}
}
