package app

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// rule is a row of the house's import table: what of ours a package may import itself, and what it may never pull in,
// however deep.
type rule struct {
	may   []string
	never []string
	deep  bool // never holds for everything it pulls in, not for its own imports alone
}

const (
	fyne   = "fyne.io/fyne/v2"
	window = "fyne.io/fyne/v2/app"
	sql    = "database/sql" // the package itself; libraries that only describe a value to it pull in its driver
)

var formats = []string{"app/docx", "app/pdf", "app/akn", "app/html"}

// table is the whole house. A package that is not in it has no place.
var table = map[string]rule{
	"diff":           {never: []string{fyne, sql}, deep: true},
	"storage":        {never: []string{fyne}, deep: true},
	"assets":         {never: []string{fyne, sql}, deep: true},
	"app/resolution": {may: []string{"assets"}, never: []string{fyne, sql}, deep: true},
	"app/typeset":    {may: []string{"assets"}, never: []string{fyne, sql}, deep: true},
	"app/docx":       format(), "app/pdf": format(), "app/akn": format(), "app/html": format(),
	"app": {may: append([]string{"app/resolution", "app/typeset", "diff", "storage", "assets"}, formats...),
		never: []string{fyne, sql}},
	"app/ui": {may: []string{"app", "app/resolution", "app/typeset", "app/ui/widgets", "diff", "assets"},
		never: []string{window, sql}},
	"app/ui/widgets":  {may: []string{"app/resolution", "app/typeset", "assets"}, never: []string{window, sql}},
	"cmd/mutatis":     {may: []string{"app", "app/ui", "app/pdf", "assets"}},
	"cmd/mutatis-cli": {may: append([]string{"app", "app/resolution", "storage", "assets"}, formats...), never: []string{fyne}, deep: true},
}

func format() rule {
	return rule{may: []string{"app/resolution", "app/typeset", "assets"}, never: []string{fyne, sql}, deep: true}
}

// listed is what the go command says of a package.
type listed struct {
	ImportPath string
	Imports    []string
	Deps       []string
}

func TestLayout(t *testing.T) {
	packages := list(t, "-tags", "ci,migrated_fynedo", "./...")
	if len(packages) != len(table) {
		t.Fatalf("%d packages were listed, the house has %d", len(packages), len(table))
	}
	for _, p := range packages {
		name := strings.TrimPrefix(p.ImportPath, "mutatis/")
		r, ok := table[name]
		if !ok {
			t.Errorf("%s has no place in the house", name)
			continue
		}
		for _, fault := range r.faults(p) {
			t.Errorf("%s %s", name, fault)
		}
	}
}

// TestTerminalProgramHasNoWindow holds without the build tags that the window's tests use, too.
func TestTerminalProgramHasNoWindow(t *testing.T) {
	for _, p := range list(t, "./cmd/mutatis-cli") {
		for _, fault := range table["cmd/mutatis-cli"].faults(p) {
			t.Errorf("mutatis-cli %s", fault)
		}
		if slices.Contains(p.Deps, "runtime/cgo") && os.Getenv("CGO_ENABLED") == "0" {
			t.Error("mutatis-cli needs a C compiler")
		}
	}
}

// TestLayoutFindsFaults shows that the table can say no.
func TestLayoutFindsFaults(t *testing.T) {
	cases := []struct {
		name string
		p    listed
	}{
		{"diff", listed{Imports: []string{"mutatis/assets"}}},
		{"diff", listed{Deps: []string{sql}}},
		{"app", listed{Imports: []string{"mutatis/app/ui"}}},
		{"app", listed{Imports: []string{sql}}},
		{"app/ui", listed{Imports: []string{window}}},
		{"cmd/mutatis-cli", listed{Deps: []string{fyne + "/theme"}}},
	}
	for _, c := range cases {
		if len(table[c.name].faults(c.p)) == 0 {
			t.Errorf("%s may do %+v", c.name, c.p)
		}
	}
}

func (r rule) faults(p listed) []string {
	var faults []string
	for _, i := range p.Imports {
		if ours, is := strings.CutPrefix(i, "mutatis/"); is && !slices.Contains(r.may, ours) {
			faults = append(faults, "imports "+ours)
		}
	}
	pulled := p.Imports
	if r.deep {
		pulled = append(slices.Clone(p.Imports), p.Deps...)
	}
	for _, n := range r.never {
		for _, i := range pulled {
			if i == n || n == fyne && strings.HasPrefix(i, fyne+"/") {
				faults = append(faults, "pulls in "+i)
			}
		}
	}
	return faults
}

func list(t *testing.T, args ...string) []listed {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports,Deps"}, args...)...)
	cmd.Dir, cmd.Stderr = filepath.Join(".."), os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var packages []listed
	for d := json.NewDecoder(out); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	return packages
}

// TestOneWindowOneSchedule holds the house's two rules about Fyne: fyne.Do is written once, and the app package of Fyne
// is imported in cmd/mutatis alone.
func TestOneWindowOneSchedule(t *testing.T) {
	do, imports := 0, 0
	err := filepath.WalkDir("..", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		do += strings.Count(string(data), "fyne.Do")
		imports += strings.Count(string(data), `"`+window+`"`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if do != 1 || imports != 1 {
		t.Errorf("fyne.Do is written %d times and %s imported %d times, both should be once", do, window, imports)
	}
}
