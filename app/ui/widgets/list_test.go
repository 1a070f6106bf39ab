package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// brick is a row of a known height.
type brick struct {
	widget.BaseWidget
	row    int
	chosen bool
	height func(row int) float32
}

func (b *brick) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(colorNamed(ColorInk)))
}
func (b *brick) HeightFor(float32) float32 { return b.height(b.row) }
func (b *brick) SetChosen(chosen bool)     { b.chosen = chosen }

// wall is a list of bricks whose true heights differ from what is estimated.
func wall(t *testing.T, rows int, estimate float32, height func(row int) float32) (*VirtualList, *int) {
	t.Helper()
	withTheme(t, Light)
	made := 0
	l := NewVirtualList(
		func() Row {
			made++
			b := &brick{height: height}
			b.ExtendBaseWidget(b)
			return b
		},
		func(i int, r Row) { r.(*brick).row = i },
		func(int, float32) float32 { return estimate },
	)
	w := test.NewTempWindow(t, l)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 400))
	l.SetCount(rows)
	return l, &made
}

func uneven(row int) float32 { return float32(20 + row*37%90) }

// onScreen is where a row stands from the top of the view; false if it is not shown.
func onScreen(l *VirtualList, row int) (float32, bool) {
	r, ok := l.rows[row]
	if !ok {
		return 0, false
	}
	return r.Position().Y - l.scroll.Offset.Y, true
}

// checkView sees to it that the rows shown fill the view without a gap, each with its own height.
func checkView(t *testing.T, l *VirtualList) {
	t.Helper()
	first, last := l.InView()
	y, ok := onScreen(l, first)
	if !ok || y > 0 {
		t.Fatalf("row %d, the first in view, stands at %v", first, y)
	}
	for i := first; i <= last; i++ {
		at, ok := onScreen(l, i)
		if !ok || at < y-0.1 || at > y+0.1 {
			t.Fatalf("row %d stands at %v, want %v", i, at, y)
		}
		if b := l.rows[i].(*brick); b.row != i || b.Size().Height != b.height(i) {
			t.Fatalf("row %d shows %d, %v high", i, b.row, b.Size().Height)
		}
		y += l.rows[i].Size().Height
	}
	if y < l.scroll.Size().Height && last < l.Len()-1 {
		t.Fatalf("the rows end at %v", y)
	}
}

func TestListShowsOnlyWhatIsInView(t *testing.T) {
	l, made := wall(t, 10000, 50, uneven)
	checkView(t, l)
	for _, row := range []int{0, 5000, 9999, 17, 9000} {
		l.ScrollTo(row)
		checkView(t, l)
		if _, ok := onScreen(l, row); !ok {
			t.Errorf("row %d is not in view", row)
		}
	}
	if *made > 40 {
		t.Errorf("%d rows were made for a view of a dozen", *made)
	}
}

// Whether estimates were too high or too low, what is read stays where it is while the list is scrolled up through
// rows never seen.
func TestScrollingUpKeepsWhatIsRead(t *testing.T) {
	for _, estimate := range []float32{10, 200} {
		t.Run(fmt.Sprint(estimate), func(t *testing.T) {
			l, _ := wall(t, 1000, estimate, uneven)
			l.ScrollTo(500)
			for range 60 {
				first, _ := l.InView()
				row := first + 1
				before, _ := onScreen(l, row)
				l.scrollBy(-15)
				checkView(t, l)
				after, ok := onScreen(l, row)
				if ok && (after < before+14 || after > before+16) {
					t.Fatalf("row %d went from %v to %v", row, before, after)
				}
			}
		})
	}
}

func TestEnds(t *testing.T) {
	l, _ := wall(t, 500, 11, uneven)
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	checkView(t, l)
	if y, ok := onScreen(l, 499); !ok || y+uneven(499) < 399 || y+uneven(499) > 401 {
		t.Errorf("the last row ends at %v", y+uneven(499))
	}
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	checkView(t, l)
	if first, _ := l.InView(); first != 0 {
		t.Errorf("the first row in view is %d", first)
	}
}

func TestAnotherWidthKeepsTheFirstRow(t *testing.T) {
	l, _ := wall(t, 1000, 60, uneven)
	l.ScrollTo(700)
	before := l.anchor()
	fyne.CurrentApp().Driver().AllWindows()[0].Resize(fyne.NewSize(200, 400))
	checkView(t, l)
	if now, ok := onScreen(l, before.row); !ok || now < before.at-1 || now > before.at+1 {
		t.Errorf("row %d went from %v to %v", before.row, before.at, now)
	}
}

func TestFewerRows(t *testing.T) {
	l, _ := wall(t, 1000, 60, uneven)
	l.ScrollTo(900)
	l.SetCount(3)
	checkView(t, l)
	l.SetCount(0)
	if first, last := l.InView(); first != 0 || last != -1 {
		t.Errorf("an empty list shows %d to %d", first, last)
	}
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	l.SetCount(5)
	checkView(t, l)
}

func TestKeysChoose(t *testing.T) {
	l, _ := wall(t, 100, 60, uneven)
	var chosen []int
	activated := -1
	l.OnChosen = func(row int) { chosen = append(chosen, row) }
	l.OnActivated = func(row int) { activated = row }
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn} {
		l.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if got := fmt.Sprint(chosen); got != "[0 1 2 1]" || activated != 1 {
		t.Errorf("chosen %s, activated %d", got, activated)
	}
	for i, r := range l.rows {
		if r.(*brick).chosen != (i == 1) {
			t.Errorf("row %d shows chosen: %v", i, r.(*brick).chosen)
		}
	}
}

func TestRefreshRowMeasuresAgain(t *testing.T) {
	high := map[int]float32{}
	l, _ := wall(t, 100, 60, func(row int) float32 { return 40 + high[row] })
	high[2] = 100
	l.RefreshRow(2)
	checkView(t, l)
	high[90] = 55
	l.RefreshRow(90)
	l.ScrollTo(90)
	checkView(t, l)
	l.RefreshRow(-1)
	l.RefreshRow(100)
}

func TestOnVisible(t *testing.T) {
	l, _ := wall(t, 100, 60, func(int) float32 { return 100 })
	calls := 0
	l.OnVisible = func(first, last int) { calls++ }
	l.ScrollTo(50)
	l.ScrollTo(50)
	if calls != 1 {
		t.Errorf("%d calls", calls)
	}
}
