package app

import (
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// The paragraphs of a draft that is being written say where they come from, and go on doing so as words change: verbatim
// from the text it is made from, adapted with the words counted, new.
func TestOriginsOfADraftBeingWritten(t *testing.T) {
	for _, c := range []struct{ name, symbol, language, words string }{
		{"English", "A/C.2/80/L.901", "en", "Invents a wording that nobody ever used about submarine lighthouses and their keepers;"},
		{"Russian", "A/RES/55/901", "ru", "придумывает формулировку о подводных маяках и смотрителях, которой никто никогда не пользовался;"},
		{"Arabic", "A/RES/55/901", "ar", "تخترع صياغة عن المنارات الغاطسة وحراسها لم يستخدمها أحد من قبل؛"},
		{"Chinese", "A/RES/55/901", "zh", "发明一种从未有人使用过的关于海底灯塔及其守护者的措辞；"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newApp(t)
			must(t, a.AddSample())
			var base Text
			for _, x := range a.BySymbol(c.symbol) {
				if string(x.Language) == c.language {
					base = x
				}
			}
			s, err := a.Stored(base.ID)
			must(t, err)
			e, err := a.Edit(s)
			must(t, err)
			at := -1
			for i, p := range a.DraftOrigins(e) {
				if e.Draft.Paragraphs[i].Kind != resolution.Operative {
					continue
				}
				if p.Origin != Verbatim {
					t.Errorf("paragraph %d is %q before anything was written", i, p.Say(a.Words))
				}
				if at < 0 && len([]rune(e.Draft.Paragraphs[i].Text)) > 30 {
					at = i
				}
			}
			was := e.Draft.Paragraphs[at].Text
			must(t, e.SetText(at, was+" "+was[:strings.IndexAny(was+" ", " ,;；，")]))
			if p := a.DraftOrigins(e)[at]; p.Origin != Adapted || p.Words == 0 {
				t.Errorf("with a word more it is %q", p.Say(a.Words))
			}
			must(t, e.SetText(at, c.words))
			if p := a.DraftOrigins(e)[at]; p.Origin != Original {
				t.Errorf("with words of its own it is %q", p.Say(a.Words))
			}
			must(t, e.Undo())
			must(t, e.Undo())
			if p := a.DraftOrigins(e)[at]; p.Origin != Verbatim {
				t.Errorf("after undo it is %q", p.Say(a.Words))
			}
		})
	}
}

// What is looked for in the background is looked for once at a time, and words written meanwhile are looked for after it;
// until then nothing is said of them.
func TestOriginsOfADraftComeFromTheBackground(t *testing.T) {
	a := newApp(t)
	must(t, a.AddSample())
	s, err := a.Stored(a.BySymbol("A/C.2/80/L.901")[0].ID)
	must(t, err)
	e, err := a.Edit(s)
	must(t, err)
	var jobs, home []func()
	a.o.Go, a.o.Post = func(work func()) { jobs = append(jobs, work) }, func(f func()) { home = append(home, f) }
	run := func() {
		for len(jobs)+len(home) > 0 {
			all := append(jobs, home...)
			jobs, home = nil, nil
			for _, f := range all {
				f()
			}
		}
	}
	at := 8
	if p := a.DraftOrigins(e)[at]; p.Origin != "" || len(jobs) == 0 {
		t.Fatalf("before it was looked for it is %q", p.Say(a.Words))
	}
	asked := len(jobs)
	must(t, e.SetText(at, "Something else entirely about tides;"))
	if a.DraftOrigins(e); len(jobs) != asked {
		t.Error("a second search runs beside the first")
	}
	if head := a.DraftOriginHead(e); head != a.Say("provenance.working") {
		t.Errorf("the head says %q", head)
	}
	run()
	if p := a.DraftOrigins(e)[at]; p.Origin != "" || len(jobs) == 0 {
		t.Errorf("what was written meanwhile is %q", p.Say(a.Words))
	}
	run()
	if p := a.DraftOrigins(e)[at]; p.Origin != Original {
		t.Errorf("in the end it is %q", p.Say(a.Words))
	}
}
