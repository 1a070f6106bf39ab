package app

import (
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// The state of play says of every paragraph whose words changed since they were agreed which ones did, however many drafts
// ago that was.
func TestPlayShowsWhichWordsChanged(t *testing.T) {
	for _, c := range []struct {
		language             resolution.Language
		agreed, between, now string
		deleted, inserted    string
		organ, closing       string
	}{
		{resolution.English, "1. Requests the school to report;", "1. Requests the schools to report;", "1. Invites the schools to report;", "Requests the school", "Invites the schools", "The General Assembly,", "2. Decides to meet."},
		{resolution.Russian, "1. просит школу доложить о ходе работ в саду;", "1. просит школы доложить о ходе работ в саду;", "1. просит все школы доложить о ходе работ в саду;", "школу", "все школы", "Генеральная Ассамблея,", "2. постановляет собраться."},
		{resolution.Arabic, "1 - تطلب إلى المدرسة أن تقدم تقريرا؛", "1 - تطلب إلى المدارس أن تقدم تقريرا؛", "1 - تدعو المدارس إلى أن تقدم تقريرا؛", "المدرسة", "المدارس", "إن الجمعية العامة،", "2 - تقرر الاجتماع."},
		{resolution.Chinese, "1. 请学校提出报告；", "1. 请各学校提出报告；", "1. 邀请各学校提出报告；", "", "邀请各", "大会，", "2. 决定开会。"},
	} {
		a := newApp(t)
		keep := func(symbol string, stage resolution.Stage, words string) Stored {
			i, err := ReadPasted(strings.Join([]string{symbol, "Gardens", c.organ, words, c.closing}, "\n\n"))
			must(t, err)
			must(t, a.Propose(i))
			i.Draft.Symbol, i.Draft.Session, i.Draft.Stage, i.Draft.Language = symbol, 80, stage, c.language
			x, _, err := a.Add(i)
			must(t, err)
			s, err := a.Stored(x.ID)
			must(t, err)
			return s
		}
		tabled := keep("A/C.2/80/L.1", resolution.Tabled, c.agreed)
		at := -1
		for i, label := range tabled.Draft.Labels() {
			if label == "OP1" {
				at = i
			}
		}
		if at < 0 {
			t.Fatalf("%s: no OP1 in %+v", c.language, tabled.Draft.Paragraphs)
		}
		must(t, a.SetStatus(tabled, []int{at}, resolution.Agreed))
		keep("A/C.2/80/L.1/Rev.1", resolution.Revised, c.between)
		last := keep("A/C.2/80/L.1/Rev.2", resolution.Revised, c.now)
		play, err := a.Play(last)
		must(t, err)
		row := play.Rows[0]
		for _, r := range play.Rows {
			if r.Label == "OP1" {
				row = r
			}
		}
		if !row.Standing.Lost || row.Agreed != tabled.Draft.Paragraphs[at].Text || row.AgreedIn.ID != tabled.Text.ID {
			t.Errorf("%s: agreed were %q in %s: %+v", c.language, row.Agreed, row.AgreedIn.Name(), row.Standing)
		}
		older, newer, deleted, inserted := "", "", "", ""
		for _, r := range row.Changes {
			switch r.Mark {
			case resolution.Deleted:
				older, deleted = older+r.Text, deleted+"|"+r.Text
			case resolution.Inserted:
				newer, inserted = newer+r.Text, inserted+"|"+r.Text
			default:
				older, newer = older+r.Text, newer+r.Text
			}
		}
		if newer != row.Words || older != row.Agreed {
			t.Errorf("%s: the marks make %q of %q", c.language, newer, older)
		}
		if !strings.Contains(deleted, c.deleted) || !strings.Contains(inserted, c.inserted) {
			t.Errorf("%s: deleted %q, inserted %q", c.language, deleted, inserted)
		}
		if json := a.PlayJSON(play); json.Paragraphs[playedRow(json, "OP1")].AgreedIn != "A/C.2/80/L.1" || len(json.Paragraphs[playedRow(json, "OP1")].Words) == 0 {
			t.Errorf("%s: the JSON does not say what changed", c.language)
		}
		marked := false
		for _, line := range play.Report(a.Words).Sections[1].Table.Rows {
			for _, r := range line[3] {
				marked = marked || r.Mark == resolution.Inserted
			}
		}
		if !marked {
			t.Errorf("%s: the printed state of play marks nothing", c.language)
		}
	}
}

func playedRow(p PlayJSON, label string) int {
	for i, r := range p.Paragraphs {
		if r.Label == label {
			return i
		}
	}
	return 0
}
