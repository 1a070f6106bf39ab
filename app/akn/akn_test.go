package akn

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
	"mutatis/assets"
)

func written(t testing.TB, d resolution.Draft) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func mustRead(t testing.TB, data []byte) *Document {
	t.Helper()
	doc, err := Read(t.Context(), data)
	if err != nil {
		t.Fatalf("%v\n%.3000s", err, data)
	}
	return doc
}

// plainLists makes no difference between a list that is empty and one that is not there.
func plainLists(d resolution.Draft) resolution.Draft {
	d.Paragraphs = slices.Clone(d.Paragraphs)
	for i := range d.Paragraphs {
		if len(d.Paragraphs[i].Notes) == 0 {
			d.Paragraphs[i].Notes = nil
		}
	}
	if len(d.Paragraphs) == 0 {
		d.Paragraphs = nil
	}
	if len(d.Header.Other) == 0 {
		d.Header.Other = nil
	}
	for _, list := range []*[]string{&d.Sponsors, &d.LeftOut} {
		if len(*list) == 0 {
			*list = nil
		}
	}
	if len(d.Footnotes) == 0 {
		d.Footnotes = nil
	}
	return d
}

// fault says where a draft that was read differs from the one that was written.
func fault(got, want resolution.Draft) string {
	got, want = plainLists(got), plainLists(want)
	if reflect.DeepEqual(got, want) {
		return ""
	}
	for i := range min(len(got.Paragraphs), len(want.Paragraphs)) {
		if !reflect.DeepEqual(got.Paragraphs[i], want.Paragraphs[i]) {
			return fmt.Sprintf("paragraph %d is\n  %.400s\nnot\n  %.400s", i, fmt.Sprintf("%+v", got.Paragraphs[i]), fmt.Sprintf("%+v", want.Paragraphs[i]))
		}
	}
	for i := range min(len(got.Footnotes), len(want.Footnotes)) {
		if got.Footnotes[i] != want.Footnotes[i] {
			return fmt.Sprintf("note %d is\n  %+v\nnot\n  %+v", i, got.Footnotes[i], want.Footnotes[i])
		}
	}
	n, m := len(got.Paragraphs), len(want.Paragraphs)
	got.Paragraphs, want.Paragraphs = nil, nil
	return fmt.Sprintf("%d paragraphs, %d wanted:\n  %#v\nnot\n  %#v", n, m, got, want)
}

// sampleDrafts are the texts of the sample library.
func sampleDrafts(t testing.TB) map[string]resolution.Draft {
	t.Helper()
	drafts := map[string]resolution.Draft{}
	for _, f := range assets.SampleTexts() {
		drafts[f.File], _ = resolution.ReadText(f.Text)
	}
	return drafts
}

// realDrafts are all real texts there are, well understood or not.
func realDrafts(t testing.TB) map[string]resolution.Draft {
	t.Helper()
	folder := os.Getenv("MUTATIS_SHARED")
	if folder == "" {
		t.Skip("MUTATIS_SHARED names no folder with real texts")
	}
	unpacked := t.TempDir()
	if out, err := exec.Command("tar", "-xJf", filepath.Join(folder, "texts", "bulk-300.tar.xz"), "-C", unpacked).CombinedOutput(); err != nil {
		t.Logf("the archive was not read: %v %s", err, out)
	}
	drafts := map[string]resolution.Draft{}
	for _, root := range []string{filepath.Join(folder, "texts"), filepath.Join(folder, "gold"), unpacked} {
		err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".txt") {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if text, err := resolution.Decode(data); err == nil { // the reader of plain text refuses it too
				drafts[path], _ = resolution.ReadText(text)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return drafts
}

func TestRoundTripOfRealTexts(t *testing.T) {
	drafts := realDrafts(t)
	different := 0
	for path, want := range drafts {
		if f := fault(mustRead(t, written(t, want)).Draft, want); f != "" {
			different++
			t.Errorf("%s: %s", filepath.Base(path), f)
		}
	}
	t.Logf("%d of %d are read differently", different, len(drafts))
}

func TestRoundTripOfSamples(t *testing.T) {
	for name, want := range sampleDrafts(t) {
		if f := fault(mustRead(t, written(t, want)).Draft, want); f != "" {
			t.Errorf("%s: %s", name, f)
		}
	}
}

// TestWritten shows what is written, to be read by people.
func TestWritten(t *testing.T) {
	for file, golden := range map[string]string{"A_RES_55_901.ru.txt": "written.ru.golden", "A_C.2_80_L.901_Rev.1.en.txt": "written.en.golden"} {
		got := written(t, sampleDrafts(t)[file])
		golden = filepath.Join("testdata", golden)
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs: look at it with -update and git diff", golden)
		}
	}
}

// TestSchema holds what is written against the schema of the standard.
func TestSchema(t *testing.T) {
	schema := filepath.Join(os.Getenv("MUTATIS_SHARED"), "xsd", "akoma-ntoso", "akomantoso30.xsd")
	if _, err := os.Stat(schema); err != nil {
		t.Skip("MUTATIS_SHARED names no folder with the schema")
	}
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("there is no xmllint here")
	}
	folder := t.TempDir()
	var files []string
	keep := func(name string, d resolution.Draft) {
		file := filepath.Join(folder, fmt.Sprintf("%d %s.xml", len(files), filepath.Base(name)))
		if err := os.WriteFile(file, written(t, d), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	for name, d := range realDrafts(t) {
		keep(name, d)
	}
	for name, d := range sampleDrafts(t) {
		keep(name, d)
	}
	for i, d := range oddDrafts() {
		keep(fmt.Sprint("odd ", i), d)
	}
	for seed := range uint64(200) {
		keep(fmt.Sprint("random ", seed), randomDraft(seed))
	}
	out, err := exec.Command(xmllint, append([]string{"--noout", "--schema", schema}, files...)...).CombinedOutput()
	if err != nil {
		faults := slices.DeleteFunc(strings.Split(string(out), "\n"), func(l string) bool { return strings.HasSuffix(l, " validates") })
		t.Error(strings.Join(faults[:min(len(faults), 20)], "\n"))
	}
	t.Logf("%d files", len(files))
}
