package docx

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
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

// TestSchema holds every part against the schema of the standard.
func TestSchema(t *testing.T) {
	schema := filepath.Join(os.Getenv("MUTATIS_SHARED"), "xsd", "ooxml", "wml.xsd")
	if _, err := os.Stat(schema); err != nil {
		t.Skip("MUTATIS_SHARED names no folder with the schema")
	}
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("there is no xmllint here")
	}
	for _, name := range samples(t) {
		d := mustRead(t, sample(t, name), Accepted).Draft
		folder := t.TempDir()
		var files []string
		for part, text := range unpacked(t, mustWrite(t, d)) {
			if strings.HasPrefix(part, "word/") && strings.HasSuffix(part, ".xml") {
				file := filepath.Join(folder, filepath.Base(part))
				if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
				files = append(files, file)
			}
		}
		if out, err := exec.Command(xmllint, append([]string{"--noout", "--schema", schema}, files...)...).CombinedOutput(); err != nil {
			t.Errorf("%s: %s", name, out)
		}
	}
}
