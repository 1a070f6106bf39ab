package resolution

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// longTexts are texts of n units that were slow once, or might be.
var longTexts = map[string]func(n int) string{
	"one paragraph on one line": func(n int) string {
		return "The General Assembly,\n\n1. Requests " + strings.Repeat("the keepers of the lamps to write, in 2025, what they see ", n) + "at sea.\n"
	},
	"one paragraph in lines": func(n int) string {
		return "The General Assembly,\n\n1. Requests\n" + strings.Repeat("the keepers of the lamps to write, in 2025, what they see and hear\n", n) + "at sea.\n"
	},
	"one paragraph of openings": func(n int) string {
		return "The General Assembly,\n\nRecalling " + strings.Repeat("the lamps, Recalling also the keepers, Noting the sea, 3 ", n) + ".\n"
	},
	"one paragraph that cites": func(n int) string {
		return "The General Assembly,\n\n1. Recalls " + strings.Repeat("its resolutions 70/1 of 1 December 2015, 71/22 and A/C.3/59/L.30, ", n) + "and others.\n\n_____\n1 See 70/1.\n"
	},
	"many paragraphs": func(n int) string {
		var b strings.Builder
		b.WriteString("The General Assembly,\n\n")
		for i := range n {
			fmt.Fprintf(&b, "%d. Requests the keepers to light the lamps of the coast in 2025;\n\n", i+1)
		}
		return b.String()
	},
	"many notes": func(n int) string {
		var b strings.Builder
		b.WriteString("The General Assembly,\n\n")
		for i := range n {
			fmt.Fprintf(&b, "Recalling the Convention,%d\n\n", i+1)
		}
		b.WriteString("_______________\n")
		for i := range n {
			fmt.Fprintf(&b, "%d See resolution 70/%d.\n", i+1, i+1)
		}
		return b.String()
	},
	"lines like notes": func(n int) string {
		return "The General Assembly,\n\n1. Requests a report.\n\n" + strings.Repeat("25 lamps of the coast\n", n)
	},
	"rules": func(n int) string {
		return "The General Assembly,\n\n1. Requests a report.\n\n" + strings.Repeat("_______________\n25 lamps of the coast\n", n)
	},
	"headings": func(n int) string {
		return "The General Assembly,\n\n" + strings.Repeat("Lamps of the coast\n\n", n) + "1. Requests a report.\n"
	},
	"brackets never closed": func(n int) string {
		return "The General Assembly,\n\n1. Requests a report.\n\n40th plenary meeting\n" + strings.Repeat("[Adopted (\n", n)
	},
	"labels alone": func(n int) string {
		var b strings.Builder
		b.WriteString("The General Assembly,\n\n")
		for i := range n {
			fmt.Fprintf(&b, "%d.\n", i+1)
		}
		return b.String()
	},
	"no organ": func(n int) string { return strings.Repeat("Lamps of the coast and keepers of the lamps\n", n) },
	"no break in Chinese": func(n int) string {
		return "大会，\n\n1. 请秘书长" + strings.Repeat("回顾其2025年12月1日第80/30号决议，又注意到灯塔", n) + "。\n"
	},
}

func BenchmarkLongTexts(b *testing.B) {
	for name, text := range longTexts {
		for _, n := range []int{1000, 4000} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				s := text(n)
				b.SetBytes(int64(len(s)))
				for b.Loop() {
					ReadText(s)
				}
			})
		}
	}
}

// TestLongTexts asks that four times the text takes about four times the memory to read, and not sixteen times: what is
// done once for every line or mark must not look at all the others. Slices that grow and longer numbers take some more.
func TestLongTexts(t *testing.T) {
	for name, text := range longTexts {
		t.Run(name, func(t *testing.T) {
			ReadText(text(50)) // lexicons and patterns are made once
			once, fourfold := allocated(text(400)), allocated(text(1600))
			if fourfold > 7*once+1<<20 {
				t.Errorf("%d bytes for the text, %d for one four times as long", once, fourfold)
			}
		})
	}
}

// allocated is how many bytes are allocated while a text is read.
func allocated(text string) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	ReadText(text)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// TestOrganFarOff: the comma of an organ's line is looked for where such a line may end, and no further.
func TestOrganFarOff(t *testing.T) {
	r := newReader(nil, English)
	if n := r.organAt("The General Assembly, and so on"); n != len("The General Assembly,") {
		t.Errorf("the organ's line ends at %d", n)
	}
	if n := r.organAt("The General" + strings.Repeat(" ", longestOrgan) + "Assembly, and so on"); n != 0 {
		t.Errorf("a line that is too long ends at %d", n)
	}
}
