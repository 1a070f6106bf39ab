package ui

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"mutatis/app"
)

// long makes a text of so many operative paragraphs; every seventh is worded another way in the second edition.
func long(paragraphs, edition int) string {
	var b strings.Builder
	b.WriteString("International cooperation for long texts\n\nThe General Assembly,\n\nRecalling its resolution 79/908 of 19 December 2024,\n\n")
	for i := range paragraphs {
		verb := []string{"Requests", "Invites", "Encourages", "Urges", "Calls upon"}[i%5]
		object := fmt.Sprintf("Member States of group %d to provide the secretariat with information on measure %d", i*7%31, i)
		if edition > 0 && i%7 == 3 {
			object += ", within existing resources and as appropriate"
		}
		fmt.Fprintf(&b, "%d. %s %s, taking into account the needs of schools in rural areas, the experience gained in earlier years and the views of those who work in gardens;\n\n", i+1, verb, object)
	}
	return b.String()
}

// withLongTexts is a window on a library of two texts of 200 paragraphs.
func withLongTexts(t testing.TB) (*UI, [2]int64) {
	u := opened(t, false)
	var ids [2]int64
	for edition := range ids {
		i, err := app.ReadBytes(fmt.Sprintf("edition%d.txt", edition), []byte(long(200, edition)))
		if err != nil {
			t.Fatal(err)
		}
		i.Place.Title = "Long texts"
		text, _, err := u.app.Add(i)
		if err != nil {
			t.Fatal(err)
		}
		ids[edition] = text.ID
	}
	u.window.Canvas().Capture()
	return u, ids
}

// BenchmarkCompareOnScreen is from the click to the painted comparison of two texts of 200 paragraphs. Most of it is the
// software painter, which paints the whole window every time; BenchmarkRepaint is that alone.
func BenchmarkCompareOnScreen(b *testing.B) {
	u, ids := withLongTexts(b)
	var ready time.Duration
	for b.Loop() {
		start := time.Now()
		if err := u.app.CompareTexts(ids[0], ids[1]); err != nil {
			b.Fatal(err)
		}
		ready += time.Since(start)
		if c := u.app.Current().(*app.Comparing); c.Comparison == nil || len(c.Redline.Rows) < 200 {
			b.Fatal("there is no comparison")
		}
		u.window.Canvas().Capture()
		b.StopTimer()
		u.app.CloseTab(0)
		b.StartTimer()
	}
	b.ReportMetric(float64(ready.Milliseconds())/float64(b.N), "ms-until-laid-out/op")
}

// BenchmarkRepaint paints a window in which nothing changed.
func BenchmarkRepaint(b *testing.B) {
	u, ids := withLongTexts(b)
	if err := u.app.CompareTexts(ids[0], ids[1]); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		u.window.Canvas().Capture()
	}
}

// BenchmarkNextChange is from F8 to the painted row.
func BenchmarkNextChange(b *testing.B) {
	u, ids := withLongTexts(b)
	if err := u.app.CompareTexts(ids[0], ids[1]); err != nil {
		b.Fatal(err)
	}
	c := u.app.Current().(*app.Comparing)
	for b.Loop() {
		if n, of := c.Position(); n == of {
			c.Selected = 0
		}
		u.do("compare.next")
		u.window.Canvas().Capture()
	}
}

// BenchmarkTyping is a letter in a draft of 200 paragraphs, kept in the library at once.
func BenchmarkTyping(b *testing.B) {
	u, ids := withLongTexts(b)
	if err := u.app.OpenText(ids[0]); err != nil {
		b.Fatal(err)
	}
	u.do("draft.new")
	u.window.Canvas().Capture()
	v := u.front().(*editing)
	v.choose(100)
	for b.Loop() {
		v.editor.slow = false
		v.editor.words.TypedRune('a')
	}
}

// BenchmarkWindow is from an opened library to the painted window.
func BenchmarkWindow(b *testing.B) {
	test.NewTempApp(b)
	a, err := app.Open(filepath.Join(b.TempDir(), "library.mutatis"), app.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer a.Close()
	if err := a.AddSample(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		w := test.NewTempWindow(b, nil)
		u := New(a, w, Options{Language: "en"})
		u.Start(nil)
		w.Canvas().Capture()
	}
}
