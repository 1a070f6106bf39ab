package typeset

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// lines makes a block of n lines of ten points, each of ten code points.
func lines(n int) Block {
	b := Block{Width: 100, Height: float32(10 * n)}
	for i := range n {
		top := float32(10 * i)
		b.Lines = append(b.Lines, Line{Start: 10 * i, End: 10 * (i + 1), Top: top, Baseline: top + 8, Height: 10})
	}
	return b
}

// para makes a piece of n lines; each call is {line, note}.
func para(n int, calls ...[2]int) Piece {
	cell := Cell{Block: lines(n)}
	for _, c := range calls {
		cell.Calls = append(cell.Calls, Call{Offset: 10*c[0] + 5, Note: c[1]})
	}
	return Piece{Cells: []Cell{cell}}
}

func heading(n int) Piece {
	p := para(n)
	p.WithNext = true
	return p
}

// sheetOf is a sheet with room for the given number of lines.
func sheetOf(n int, flow, notes []Piece) Pages {
	return Pages{Width: 200, Height: float32(10*n) + 40, Left: 20, Top: 20, Bottom: float32(10*n) + 20, Flow: flow, Notes: notes,
		NoteGap: 5, NoteRule: Rule{Width: 50, Height: 0.5}, EvenBar: 5, OddBar: 190}
}

// show writes pages down: "0:0-3 1:0-1 | n0:0-1" are lines 0 to 3 of piece 0, … and the notes after the bar.
func show(pages []Page) string {
	var out []string
	for _, page := range pages {
		var body, foot []string
		for _, text := range page.Texts {
			first, last := text.Lines[0].Start/10, text.Lines[len(text.Lines)-1].Start/10
			extent := fmt.Sprintf("%d:%d-%d", text.Piece, first, last)
			if text.Role == Foot {
				foot = append(foot, "n"+extent)
			} else {
				body = append(body, extent)
			}
		}
		line := strings.Join(body, " ")
		if len(foot) > 0 {
			line += " | " + strings.Join(foot, " ")
		}
		out = append(out, strings.TrimSpace(line))
	}
	return strings.Join(out, "\n")
}

func TestPaginate(t *testing.T) {
	newPage := para(2)
	newPage.NewPage = true
	together := para(6)
	together.Together = true
	spare := para(1)
	spare.Spare = true
	row, head := para(2), para(1)
	row.Again = &head
	cases := []struct {
		name string
		d    Pages
		want string
	}{
		{"nothing", sheetOf(10, nil, nil), ""},
		{"one page", sheetOf(10, []Piece{para(4), para(6)}, nil), "0:0-3 1:0-5"},
		{"no single line before a break", sheetOf(10, []Piece{para(9), para(4)}, nil), "0:0-8\n1:0-3"},
		{"no single line after a break", sheetOf(10, []Piece{para(6), para(5)}, nil), "0:0-5 1:0-2\n1:3-4"},
		{"three lines stay together", sheetOf(10, []Piece{para(8), para(3)}, nil), "0:0-7\n1:0-2"},
		{"a heading stays with two lines", sheetOf(10, []Piece{para(8), heading(1), para(4)}, nil), "0:0-7\n1:0-0 2:0-3"},
		{"headings stay with one another", sheetOf(10, []Piece{para(6), heading(2), heading(1), para(4)}, nil), "0:0-5\n1:0-1 2:0-0 3:0-3"},
		{"a page is begun", sheetOf(10, []Piece{para(2), newPage}, nil), "0:0-1\n1:0-1"},
		{"a piece stays together", sheetOf(10, []Piece{para(5), together}, nil), "0:0-4\n1:0-5"},
		{"taller than a page", sheetOf(4, []Piece{together}, nil), "0:0-3\n0:4-5"},
		{"a table's head is repeated", sheetOf(5, []Piece{head, row, row, row}, nil), "0:0-0 1:0-1 2:0-1\n3:0-0 3:0-1"},
		{"a note stands under its call", sheetOf(10, []Piece{para(6), para(4, [2]int{3, 0})}, []Piece{para(2)}),
			"0:0-5 1:0-1\n1:2-3 | n0:0-1"},
		{"two notes, the second moves its line", sheetOf(10, []Piece{para(8, [2]int{0, 0}, [2]int{7, 1})}, []Piece{para(1), para(1)}),
			"0:0-5 | n0:0-0\n0:6-7 | n1:0-0"},
		{"a note is called twice and printed once", sheetOf(10, []Piece{para(2, [2]int{0, 0}, [2]int{1, 0})}, []Piece{para(1)}),
			"0:0-1 | n0:0-0"},
		{"a long note goes on", sheetOf(10, []Piece{para(4, [2]int{1, 0})}, []Piece{para(12)}), "0:0-3 | n0:0-4\n| n0:5-11"},
		{"a note longer than a page", sheetOf(6, []Piece{para(2, [2]int{1, 0})}, []Piece{para(14)}),
			"0:0-1 | n0:0-2\n| n0:3-7\n| n0:8-11\n| n0:12-13"},
		{"an ornament ends a page", sheetOf(4, []Piece{para(3), spare, para(2)}, nil), "0:0-2 1:0-0\n2:0-1"},
		{"an ornament does not begin one", sheetOf(4, []Piece{para(4), spare, para(2)}, nil), "0:0-3\n2:0-1"},
		{"a call that does not exist", sheetOf(6, []Piece{para(2, [2]int{1, 7})}, nil), "0:0-1"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := show(Paginate(c.d)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestPaginatePlaces(t *testing.T) {
	flow := []Piece{para(2, [2]int{0, 0}), para(1)}
	flow[1].Before = 7
	flow[1].Cells[0].X = 30
	flow[1].Cells[0].Bars = []Extent{{2, 4}}
	flow[1].Bookmark, flow[1].Rules = "1.", []Rule{{Width: 9, Height: 1}}
	d := sheetOf(10, flow, []Piece{para(2)})
	d.FirstTop = 30
	d.Furniture = func(page, pages int) ([]Text, []Rule) {
		return []Text{{X: float32(page), Y: float32(pages)}}, []Rule{{X: 1, Y: 2, Width: 3, Height: 4}}
	}
	page := Paginate(d)[0]
	var places [][2]float32
	for _, text := range page.Texts {
		places = append(places, [2]float32{text.X, text.Y})
	}
	if want := [][2]float32{{20, 30}, {50, 57}, {20, 100}, {1, 1}}; !reflect.DeepEqual(places, want) {
		t.Errorf("texts at %v, want %v", places, want)
	}
	rules := []Rule{{X: 20, Y: 57, Width: 9, Height: 1}, {X: 20, Y: 95, Width: 50, Height: 0.5},
		{X: 190, Y: 57, Width: barWidth, Height: 10}, {X: 1, Y: 2, Width: 3, Height: 4}}
	if !reflect.DeepEqual(page.Rules, rules) {
		t.Errorf("rules %v, want %v", page.Rules, rules)
	}
	if want := []Bookmark{{"1.", 0, 57}}; !slices.Equal(page.Bookmarks, want) {
		t.Errorf("bookmarks %v, want %v", page.Bookmarks, want)
	}
	if page.Texts[3].Role != Furniture {
		t.Error("the running head is taken for text")
	}
}

// flowFrom makes a flow and its notes of whatever bytes: two of them a paragraph, the second of which may call notes.
func flowFrom(seed []byte) (flow, notes []Piece) {
	for i := 0; i+1 < len(seed) && len(flow) < 60; i += 2 {
		n := int(seed[i]%40) + 1
		p := para(n)
		for k := range int(seed[i+1] % 4) {
			p.Cells[0].Calls = append(p.Cells[0].Calls, Call{Offset: (k*7 + int(seed[i])) % (10 * n), Note: len(notes)})
			notes = append(notes, para(int(seed[i+1]>>2)%(9+20*k)+1))
		}
		slices.SortStableFunc(p.Cells[0].Calls, func(a, b Call) int { return a.Offset - b.Offset })
		p.WithNext, p.Together = seed[i+1]&64 != 0 && n < 3, seed[i+1]&128 != 0
		p.Before = float32(seed[i] >> 5)
		flow = append(flow, p)
	}
	return flow, notes
}

func FuzzPaginate(f *testing.F) {
	f.Add([]byte{3, 1, 40, 7, 200, 66, 1, 64, 2, 65, 30, 131})
	f.Add([]byte("a paragraph, another one, with notes of their own and headings between them"))
	f.Fuzz(func(t *testing.T, seed []byte) {
		flow, notes := flowFrom(seed)
		d := sheetOf(24, flow, notes)
		pages := Paginate(d)
		checkOrder(t, d, pages)
		for i, page := range pages {
			checkSheet(t, d, i, page)
		}
		checkBreaks(t, d, pages)
	})
}

// checkOrder: every line of the flow once and in order; every note once, its lines in order, not before its call and
// without a page between.
func checkOrder(t *testing.T, d Pages, pages []Page) {
	t.Helper()
	body, foot := [2]int{0, 0}, map[int]int{}
	lastPage := map[int]int{}
	for i, page := range pages {
		for _, text := range page.Texts {
			for _, line := range text.Lines {
				if text.Role == Foot {
					if foot[text.Piece] != line.Start/10 {
						t.Fatalf("note %d: line %d out of order", text.Piece, line.Start/10)
					}
					if last, begun := lastPage[text.Piece]; begun && last < i-1 {
						t.Fatalf("note %d skips a page", text.Piece)
					}
					foot[text.Piece]++
					lastPage[text.Piece] = i
					continue
				}
				if body != [2]int{text.Piece, line.Start / 10} {
					t.Fatalf("line %d of piece %d where %v was due", line.Start/10, text.Piece, body)
				}
				if body[1]++; body[1] == len(d.Flow[body[0]].Cells[0].Block.Lines) {
					body = [2]int{body[0] + 1, 0}
				}
			}
		}
	}
	if body != [2]int{len(d.Flow), 0} {
		t.Fatalf("the flow ends at %v of %d pieces", body, len(d.Flow))
	}
	for i, note := range d.Notes {
		if foot[i] != len(note.Cells[0].Block.Lines) {
			t.Fatalf("note %d: %d of %d lines", i, foot[i], len(note.Cells[0].Block.Lines))
		}
	}
}

// checkSheet: something on every page, nothing outside its frame, no line upon another.
func checkSheet(t *testing.T, d Pages, number int, page Page) {
	t.Helper()
	if len(page.Texts) == 0 {
		t.Fatalf("page %d is empty", number+1)
	}
	y := d.Top
	for _, text := range page.Texts {
		for _, line := range text.Lines {
			top := text.Y + line.Top
			if top < y-0.01 || top+line.Height > d.Bottom+0.01 {
				t.Fatalf("page %d: a line from %v to %v, the one before ends at %v, the frame at %v", number+1, top, top+line.Height, y, d.Bottom)
			}
			y = top + line.Height
		}
	}
}

// checkBreaks: a paragraph leaves two lines on both sides of a break, a heading is not the last on its page; both only
// where a page can hold them. A note begins where it is called unless what was carried there fills the foot.
func checkBreaks(t *testing.T, d Pages, pages []Page) {
	t.Helper()
	for i, page := range pages[:max(len(pages)-1, 0)] {
		var body []Text
		for _, text := range page.Texts {
			if text.Role == Body {
				body = append(body, text)
			}
		}
		if len(body) < 2 || d.Flow[body[0].Piece].WithNext {
			continue // nothing could be kept together, or a heading with all that hangs on it filled the page
		}
		last := body[len(body)-1]
		piece := d.Flow[last.Piece]
		whole := len(piece.Cells[0].Block.Lines)
		end := last.Lines[len(last.Lines)-1].Start/10 + 1
		if end < whole && last.Lines[0].Start == 0 && (end < 2 || whole-end < 2) && !piece.Together {
			t.Fatalf("page %d ends after line %d of %d", i+1, end, whole)
		}
		if end == whole && piece.WithNext && last.Piece+1 < len(d.Flow) {
			t.Fatalf("page %d ends with a heading", i+1)
		}
	}
}
