package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func archiveOf(t testing.TB, data []byte) *zip.Reader {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func contentOfPart(t testing.TB, f *zip.File) string {
	t.Helper()
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestSchema holds every part against the schema of the standard: of clean files, and of files with tracked changes.
func TestSchema(t *testing.T) {
	schema := filepath.Join(os.Getenv("MUTATIS_SHARED"), "xsd", "ooxml", "wml.xsd")
	if _, err := os.Stat(schema); err != nil {
		t.Skip("MUTATIS_SHARED names no folder with the schema")
	}
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("there is no xmllint here")
	}
	folder := t.TempDir()
	var files []string
	keep := func(name string, data []byte) {
		for part, text := range unpacked(t, data) {
			if strings.HasPrefix(part, "word/") && strings.HasSuffix(part, ".xml") {
				file := filepath.Join(folder, name+" "+filepath.Base(part))
				if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
				files = append(files, file)
			}
		}
	}
	for _, name := range samples(t) {
		d := mustRead(t, sample(t, name), Accepted).Draft
		keep(name, mustWrite(t, d))
		for seed := range uint64(4) {
			newer, line := edited(d, rand.New(rand.NewPCG(seed, 7)))
			o := writing
			o.Comments = seed%2 == 1
			var b bytes.Buffer
			if err := WriteChanges(&b, Changes{d, newer, line, wordsOf}, o); err != nil {
				t.Fatal(err)
			}
			keep(fmt.Sprint(name, seed), b.Bytes())
		}
	}
	if out, err := exec.Command(xmllint, append([]string{"--noout", "--schema", schema}, files...)...).CombinedOutput(); err != nil {
		faults := slices.DeleteFunc(strings.Split(string(out), "\n"), func(l string) bool { return strings.HasSuffix(l, " validates") })
		t.Error(strings.Join(faults[:min(len(faults), 20)], "\n"))
	}
}
