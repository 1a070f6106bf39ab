package pdf

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
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
		a, err := readSheets(context.Background(), data, "")
		fmt.Println("######", f, err)
		b := &rebuilder{faces: a.Faces}
		for p, x := range a.Sheets {
			s, stray := upright(x)
			fmt.Println("==== page", p, s.Right, s.Top, int(s.Pictures), joinRules(s.Rules), "stray", len(stray))
			for _, l := range b.linesOf(s.Glyphs, p) {
				b.spell(&l)
				bold := ' '
				if l.bold {
					bold = 'B'
				}
				if l.stamp {
					bold = '#'
				}
				fmt.Printf("%6.1f %5.1f-%5.1f %4.1f %c %2d %s %v\n", l.base, l.left, l.right, l.size, bold, l.italic, string(l.text), l.calls)
			}
		}
		fmt.Println(a.Faces)
	}
}
