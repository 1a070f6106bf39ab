package resolution

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

// documents lists the texts of testdata, each with all it puts in a reader's way.
func documents(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob("testdata/read/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in testdata/read: %v", err)
	}
	all := map[string]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSuffix(file, ".txt")] = string(data)
	}
	return all
}

// TestReadText reads whole documents; what comes out stands beside each as JSON.
func TestReadText(t *testing.T) {
	for name, text := range documents(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			d, problems := ReadText(text)
			for _, fault := range faults(text, d) {
				t.Error(fault)
			}
			got, err := MarshalRead(d, problems)
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				if err := os.WriteFile(name+".json", got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(name + ".json")
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("not as in %s.json, but:\n%s", name, got)
			}
		})
	}
}

// TestTextReadsBack writes every draft of testdata as plain text and reads it again.
func TestTextReadsBack(t *testing.T) {
	for name, source := range documents(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			d, _ := ReadText(source)
			d.LeftOut = nil // the furniture of the source is no part of the draft
			text := Text(d)
			again, _ := ReadText(text)
			compareDrafts(t, d, again, text)
		})
	}
}

func compareDrafts(t *testing.T, want, got Draft, text string) {
	t.Helper()
	for i := range max(len(want.Paragraphs), len(got.Paragraphs)) {
		var a, b Paragraph
		if i < len(want.Paragraphs) {
			a = want.Paragraphs[i]
		}
		if i < len(got.Paragraphs) {
			b = got.Paragraphs[i]
		}
		if !reflect.DeepEqual(a, b) {
			t.Errorf("paragraph %d was %+v\nand is now %+v", i, a, b)
		}
	}
	want.Paragraphs, got.Paragraphs = nil, nil
	if !reflect.DeepEqual(want, got) {
		t.Errorf("was %+v\nand is now %+v", want, got)
	}
	if t.Failed() {
		t.Log(text)
	}
}

func TestJSONReadsBack(t *testing.T) {
	for name, source := range documents(t) {
		d, problems := ReadText(source)
		data, err := MarshalRead(d, problems)
		if err != nil {
			t.Fatal(err)
		}
		again, p, err := ParseRead(data)
		if err != nil || !reflect.DeepEqual(d, again) || !reflect.DeepEqual(problems, p) {
			t.Errorf("%s: was %+v %v\nand is now %+v %v, %v", name, d, problems, again, p, err)
		}
	}
}

func TestJSONOfNothing(t *testing.T) {
	data, err := MarshalRead(Draft{}, nil)
	if err != nil || bytes.Contains(data, []byte("null")) {
		t.Errorf("an empty draft is %s, %v", data, err)
	}
	if _, _, err := ParseRead([]byte("{")); err == nil {
		t.Error("half a file was read")
	}
}

func BenchmarkReadText(b *testing.B) {
	text := documents(b)["testdata/read/council_en"]
	text += strings.Repeat("\n6. Requests the Secretary-General to report to it on the lamps, the chains and the moorings of the strait, and on\nwhat the Joint Pilotage Board has done since its last report to keep them in order;\n", 25)
	for b.Loop() {
		ReadText(text)
	}
}
