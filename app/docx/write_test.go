package docx

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mutatis/app/resolution"
)

var writing = Writing{Now: time.Date(2031, 3, 4, 10, 0, 0, 0, time.UTC)}

func mustWrite(t testing.TB, d resolution.Draft) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, writing); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sameWhole says where two drafts differ, header and closing included.
func sameWhole(got, want resolution.Draft) string {
	if fault := sameDraft(got, want); fault != "" {
		return fault
	}
	a, b := fmt.Sprintf("%+v %+v %s", got.Header, got.Closing, got.Number), fmt.Sprintf("%+v %+v %s", want.Header, want.Closing, want.Number)
	if a != b {
		return "header is\n  " + a + "\nnot\n  " + b
	}
	return ""
}

// TestWrittenSamples: what is written reads back as the same draft, in six languages.
func TestWrittenSamples(t *testing.T) {
	for _, name := range samples(t) {
		want := mustRead(t, sample(t, name), Accepted).Draft
		if fault := sameWhole(mustRead(t, mustWrite(t, want), Accepted).Draft, want); fault != "" {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

// realDrafts are the texts of the shared folder as the reader of plain text understood them, those it doubted left out.
func realDrafts(t *testing.T) map[string]resolution.Draft {
	t.Helper()
	folder := os.Getenv("MUTATIS_SHARED")
	if folder == "" {
		t.Skip("MUTATIS_SHARED names no folder with real texts")
	}
	drafts := map[string]resolution.Draft{}
	err := filepath.WalkDir(filepath.Join(folder, "texts"), func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".txt") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		text, err := resolution.Decode(data)
		if err != nil {
			return nil // the reader of plain text refuses it too
		}
		d, problems := resolution.ReadText(text)
		if len(problems) == 0 && d.Organ() != "" {
			drafts[path] = d
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return drafts
}

// TestWrittenRealTexts: real texts that were well understood come back as they were written.
func TestWrittenRealTexts(t *testing.T) {
	drafts := realDrafts(t)
	different := 0
	for path, want := range drafts {
		if fault := sameDraft(mustRead(t, mustWrite(t, want), Accepted).Draft, want); fault != "" {
			different++
			t.Logf("%s: %s", filepath.Base(path), fault)
		}
	}
	t.Logf("%d of %d are read differently", different, len(drafts))
	if different*100 > len(drafts) {
		t.Errorf("%d of %d are read differently", different, len(drafts))
	}
}

// TestWritingIsRepeatable: the same draft and clock give the same bytes, and nothing of the machine is in them.
func TestWritingIsRepeatable(t *testing.T) {
	d := mustRead(t, sample(t, "en"), Accepted).Draft
	first := mustWrite(t, d)
	if !bytes.Equal(first, mustWrite(t, d)) {
		t.Error("two files of one draft differ")
	}
	host, _ := os.Hostname()
	parts := unpacked(t, first)
	for _, word := range []string{os.Getenv("USER"), os.Getenv("LOGNAME"), host, "creator", "lastModifiedBy"} {
		for name, part := range parts {
			if word != "" && len(word) > 3 && strings.Contains(part, word) {
				t.Errorf("%s stands in %s", word, name)
			}
		}
	}
}

// unpacked are the parts of a file.
func unpacked(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z := archiveOf(t, data)
	parts := map[string]string{}
	for _, f := range z.File {
		parts[f.Name] = contentOfPart(t, f)
	}
	return parts
}
