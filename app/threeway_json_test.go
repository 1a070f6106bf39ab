package app

import (
	"context"
	"encoding/json"
	"testing"

	"mutatis/app/resolution"
)

func TestThreeWayJSON(t *testing.T) {
	_, last, tabled, rev := threeTextsOf(t)
	three, err := CompareThree(context.Background(), last, tabled, rev, ThreeView{})
	must(t, err)
	data, err := json.Marshal(three.JSON())
	must(t, err)
	var back ThreeWayJSON
	must(t, json.Unmarshal(data, &back))
	if len(back.Rows) != len(three.Rows) || back.Bases[0].Name != last.Text.Name() || back.Draft.Name != rev.Text.Name() {
		t.Fatalf("%d rows of %d, %+v", len(back.Rows), len(three.Rows), back.Draft)
	}
	for i, row := range back.Rows {
		whole := ""
		for _, w := range row.Words {
			whole += w[1]
		}
		if r := three.Rows[i]; row.Origin != string(r.Origin) || len(r.Draft) > 0 && whole != plain(r.Draft[0].Runs) {
			t.Errorf("row %d: %s %q", i, row.Origin, whole)
		}
		if (row.Bases[0] == nil) != (three.Rows[i].Bases[0].Class == resolution.Class("")) {
			t.Errorf("row %d: the first base is %+v", i, row.Bases[0])
		}
	}
}
