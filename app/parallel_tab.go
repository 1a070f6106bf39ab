package app

import (
	"fmt"
	"slices"
	"strings"

	"mutatis/app/resolution"
)

// Paralleling shows two language versions of one text side by side.
type Paralleling struct {
	Parallel
	Versions        []Text // what either side can show
	Selected        int    // index of the chosen row, -1 for none
	DifferencesOnly bool
}

// Key makes one parallel view a text.
func (t *Paralleling) Key() string {
	if t.Left.Text.Symbol != "" {
		return "parallel " + t.Left.Text.Symbol
	}
	return fmt.Sprintf("parallel %d", t.Versions[0].ID)
}

// Name of a parallel view names the text and both languages.
func (t *Paralleling) Name(w Words) string {
	return fmt.Sprintf("%s  %s | %s", t.Left.Text.Name(), strings.ToUpper(string(t.Left.Text.Language)), strings.ToUpper(string(t.Right.Text.Language)))
}

// At lists the differences of a row; -1 asks for those of the text as a whole.
func (p Parallel) At(row int) []Difference {
	var found []Difference
	for _, d := range p.Differences {
		if d.Row == row {
			found = append(found, d)
		}
	}
	return found
}

// ParallelCommands are the commands of a text's language versions and of what cites it.
func (a *App) ParallelCommands() []Command {
	shown := func() bool { return a.paralleling() != nil }
	return []Command{
		{ID: "view.parallel", Label: "view.parallel", Menu: "view", Enabled: a.hasVersions, Run: a.showParallel},
		{ID: "view.cited-by", Label: "view.cited-by", Menu: "view", Enabled: a.hasSymbol, Run: a.askCiting},
		{ID: "parallel.swap", Label: "parallel.swap", Menu: "view", Enabled: shown, Run: a.swapParallel},
	}
}

func (a *App) hasSymbol() bool { s := a.shown(); return s != nil && s.Text.Symbol != "" }

func (a *App) paralleling() *Paralleling {
	t, _ := a.Current().(*Paralleling)
	return t
}

func (a *App) hasVersions() bool {
	s := a.shown()
	return s != nil && s.Text.ID != 0 && len(a.Versions(s.Text)) > 1
}

func (a *App) showParallel() error { return a.ShowVersions(a.shown().Text) }

// ShowVersions sets a text beside the version that is likeliest to be wanted: the one in the language that was looked at
// last, else in that of the interface, else the first of those that are read most.
func (a *App) ShowVersions(t Text) error {
	others := slices.DeleteFunc(a.Versions(t), func(u Text) bool { return u.ID == t.ID })
	if len(others) == 0 {
		return fmt.Errorf("%s is in the library in one language only: import another version of it", t.Name())
	}
	wanted := append(slices.Clone(a.Looked), resolution.Language(a.Words.Language))
	for _, l := range append(wanted, mostRead...) {
		i := slices.IndexFunc(others, func(u Text) bool { return u.Language == l })
		if i < 0 || l == t.Language {
			continue
		}
		return a.ShowParallel(others[i].ID, t.ID)
	}
	return a.ShowParallel(others[0].ID, t.ID)
}

// mostRead are the languages in the order in which a person who has said nothing is likeliest to read them.
var mostRead = []resolution.Language{
	resolution.English, resolution.French, resolution.Spanish, resolution.Russian, resolution.Arabic, resolution.Chinese,
}

// LookedAt notes that a person looks at a text in a language.
func (a *App) LookedAt(l resolution.Language) {
	if slices.Contains(resolution.Languages, l) && (len(a.Looked) == 0 || a.Looked[0] != l) {
		a.Looked = append([]resolution.Language{l}, slices.DeleteFunc(slices.Clone(a.Looked), func(o resolution.Language) bool { return o == l })...)
	}
}

// lookedAt notes the languages of a tab that came to the front.
func (a *App) lookedAt(t Tab) {
	switch t := t.(type) {
	case *Reading:
		a.LookedAt(t.Stored.Draft.Language)
	case *Paralleling:
		a.LookedAt(t.Right.Draft.Language)
		a.LookedAt(t.Left.Draft.Language)
	}
}

// ShowParallel shows two versions side by side.
func (a *App) ShowParallel(left, right int64) error {
	l, err := a.Stored(left)
	if err != nil {
		return err
	}
	r, err := a.Stored(right)
	if err != nil {
		return err
	}
	tab := &Paralleling{Parallel: NewParallel(l, r), Versions: a.Versions(l.Text), Selected: -1}
	if was, ok := a.find(tab.Key()).(*Paralleling); ok {
		tab.DifferencesOnly = was.DifferencesOnly
	}
	a.Show(tab)
	return nil
}

// refreshParallel closes a view whose texts are gone and offers the versions there are now.
func (a *App) refreshParallel(i int, t *Paralleling) {
	_, left := a.Text(t.Left.Text.ID)
	_, right := a.Text(t.Right.Text.ID)
	if !left || !right {
		a.CloseTab(i)
		return
	}
	t.Versions = a.Versions(t.Left.Text)
}

func (a *App) swapParallel() error {
	t := a.paralleling()
	return a.ShowParallel(t.Right.Text.ID, t.Left.Text.ID)
}

// stepDifference goes to the next row that differs, or back, around the end.
func (a *App) stepDifference(by int) func() error {
	return func() error {
		t := a.paralleling()
		n := len(t.Rows)
		for k, i := 0, t.Selected; k < n; k++ {
			if i += by; i < 0 {
				i = n - 1
			}
			if i %= n; len(t.At(i)) > 0 {
				t.Selected = i
				return nil
			}
		}
		a.tell("parallel.agree")
		return nil
	}
}

// DifferenceWords says a difference to a person.
func (a *App) DifferenceWords(p Parallel, d Difference) string {
	left, right := a.Say("language."+string(p.Left.Text.Language)), a.Say("language."+string(p.Right.Text.Language))
	if d.Kind == DifferentParagraph {
		if d.Left != "" {
			return a.Say("parallel.missing", right)
		}
		return a.Say("parallel.missing", left)
	}
	say := func(s string) string {
		switch {
		case s == "":
			return "–"
		case d.Kind == DifferentKind:
			return a.Say("kind." + s)
		}
		return s
	}
	return a.Say("parallel."+string(d.Kind), left, say(d.Left), right, say(d.Right))
}
