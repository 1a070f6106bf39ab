package pdf

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

func TestMain(m *testing.M) {
	Serve()
	os.Exit(m.Run())
}

func TestDump(t *testing.T) {
	f := os.Getenv("DUMP")
	if f == "" {
		t.Skip()
	}
	for f := range strings.FieldsSeq(f) {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		s := time.Now()
		r, err := Read(context.Background(), data, ReadOptions{})
		fmt.Println("######", f, err, time.Since(s).Round(time.Millisecond))
		if os.Getenv("SRC") != "" {
			fmt.Println(r.Source)
		}
		fmt.Printf("%s %s %+v %v\n", r.Draft.Symbol, r.Draft.Language, r.Draft.Header, r.Draft.Sponsors)
		for i, p := range r.Draft.Paragraphs {
			fmt.Printf("%3d %s %q %d/%d %v %s\n", i, p.Kind, p.Number, p.Level, p.Opening, p.Notes, p.Text)
		}
		for _, n := range r.Draft.Footnotes {
			fmt.Printf("NOTE %q\n", n)
		}
		fmt.Printf("CLOSING %+v\nLEFT %q\n", r.Draft.Closing, r.Draft.LeftOut)
		for _, p := range r.Problems {
			fmt.Printf("PROBLEM %d %s\n", p.Paragraph, p.Message)
		}
	}
}
