package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// What an editor would stop at leads to its paragraph when its place is tapped.
func TestFindingsLeadToTheirParagraphs(t *testing.T) {
	u := opened(t, true)
	u.show(u.app.OpenText(text(t, u, "A/C.2/80/L.901", "en").ID))
	u.do("draft.check")
	c := u.app.Current().(*app.Checked)
	c.Findings = []resolution.Finding{{Paragraph: 3, Label: "PP2"}}
	u.front().refresh(c)
	var places []*widgets.Paragraph
	for _, o := range test.LaidOutObjects(u.front().object()) {
		if p, ok := o.(*widgets.Paragraph); ok && p.OnLink != nil {
			places = append(places, p)
		}
	}
	if len(places) != 1 {
		t.Fatalf("%d places can be tapped, want 1", len(places))
	}
	test.TapAt(places[0], fyne.NewPos(4, 8))
	if r, ok := u.app.Current().(*app.Reading); !ok || r.Selected != 3 {
		t.Errorf("the place leads to %+v", u.app.Current())
	}
}
