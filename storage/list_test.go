package storage

import (
	"cmp"
	"reflect"
	"slices"
	"testing"
	"time"
)

// What a list shows is what the heads hold.
func TestTitles(t *testing.T) {
	l := mustOpen(t)
	first := mustAdd(t, l, sample("A/RES/59/901", "en", wells...), nil)
	d := sample("", "ru", wells[2])
	d.Parent, d.Sample, d.Date, d.Number, d.Header = first, true, "2004-12-23", "59/901", "{}"
	must(t, l.Trash(mustAdd(t, l, d, nil)))
	s, err := l.AddSeries("Wells")
	must(t, err)
	must(t, l.MoveDraft(first, s.ID))
	want, err := l.Drafts()
	must(t, err)
	slices.SortFunc(want, func(a, b Draft) int { return cmp.Compare(a.ID, b.ID) })
	for i := range want {
		want[i].UID, want[i].Header, want[i].Created, want[i].Content = UID{}, "", time.Time{}, Hash{}
	}
	if got, err := l.Titles(); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant %+v\n%v", got, want, err)
	}
}
