package pdf

import (
	"context"
	"fmt"
	"os"
	"testing"
)

func TestGlyphs(t *testing.T) {
	f := os.Getenv("GLYPHS")
	if f == "" {
		t.Skip()
	}
	data, _ := os.ReadFile(f)
	a, _ := workers.do(context.Background(), job{Data: data, Limit: readLimit})
	for p, s := range a.Sheets {
		for i, g := range s.Glyphs {
			fmt.Printf("%d %5d %U %c x=%.2f y=%.2f l=%.2f r=%.2f s=%.1f f=%d t=%d\n", p, i, g.Rune, g.Rune, g.X, g.Y, g.Left, g.Right, g.Size, g.Face, g.Turn)
		}
	}
}
