package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mutatis/app"
)

// TestGuard: a Word file of our own marks all its changes against the text it was made from, and not against another one.
func TestGuard(t *testing.T) {
	sample := filepath.Join("..", "..", "assets", "sample")
	draft, adopted := filepath.Join(sample, "A_C.2_55_L.901.en.txt"), filepath.Join(sample, "A_RES_55_901.en.txt")
	tracked, page := filepath.Join(t.TempDir(), "tracked.docx"), filepath.Join(t.TempDir(), "unmarked.html")
	call := func(args ...string) (string, error) {
		var out bytes.Buffer
		err := run(args, streams{strings.NewReader(""), &out, &out, false, false})
		return out.String(), err
	}
	if _, err := call("compare", draft, adopted, "-o", tracked, "--author", "Perez"); err != errDiffers {
		t.Fatal(err)
	}
	cases := []struct {
		name  string
		args  []string
		finds bool
		want  string
	}{
		{"its base", []string{draft, tracked}, false, "marked by 1 author (Perez 23); nothing is changed without a mark"},
		{"another base", []string{adopted, tracked}, true, "8 are not marked; the masthead differs in 7 lines"},
		{"a finding", []string{adopted, tracked}, true, "OP4 (reworded · Substantive: “Encourages” became “Requests”)\n4. [-Encourages-]{+Requests+} the Food"},
		{"as a page", []string{adopted, tracked, "-o", page}, true, ""},
	}
	for _, c := range cases {
		out, err := call(append([]string{"guard"}, c.args...)...)
		if finds := err == errDiffers; finds != c.finds || err != nil && !finds || !strings.Contains(out, c.want) {
			t.Errorf("%s: %v\n%s", c.name, err, out)
		}
	}
	if data, err := os.ReadFile(page); err != nil || !bytes.Contains(data, []byte("What is not marked in tracked.docx")) {
		t.Errorf("the page: %v\n%.300s", err, data)
	}
	out, _ := call("guard", "--json", adopted, tracked)
	var g app.GuardJSON
	if err := json.Unmarshal([]byte(out), &g); err != nil || g.Unmarked != 8 || g.Masthead != 7 || len(g.Findings) != 15 || g.Tracked != 23 || g.Findings[1].Label != "OP1" {
		t.Errorf("%v: %+v", err, g)
	}
	for _, trouble := range [][]string{{draft, "nothing.docx"}, {tracked, draft}, {draft, sample}, {"-", "-"}} {
		if _, err := call(append([]string{"guard"}, trouble...)...); err == nil || err == errDiffers {
			t.Errorf("%v: %v", trouble, err)
		}
	}
}
