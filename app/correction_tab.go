package app

import (
	"slices"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// CorrectionCommands are the commands by which a person corrects the pairing of the comparison in front. A person holds
// one row, goes to another and says that the two belong together; or says of a row that its two sides do not.
func (a *App) CorrectionCommands() []Command {
	return []Command{
		{ID: "compare.hold", Label: "compare.hold", Menu: "compare", Enabled: a.rowChosen, Run: a.hold, Checked: a.chosenIsHeld},
		{ID: "compare.together", Label: "compare.together", Menu: "compare", Enabled: a.canJoin, Run: a.join},
		{ID: "compare.also", Label: "compare.also", Menu: "compare", Enabled: a.canAdd, Run: a.add},
		{ID: "compare.apart", Label: "compare.apart", Menu: "compare", Enabled: a.canPart, Run: a.part},
		{ID: "compare.retract", Label: "compare.retract", Menu: "compare", Enabled: a.canRetract, Run: a.retract},
	}
}

// chosenRow is the chosen row of the comparison in front.
func (a *App) chosenRow() (resolution.Row, bool) {
	t := a.comparing()
	if t == nil || t.Comparison == nil || t.Selected < 0 || t.Selected >= len(t.Redline.Rows) {
		return resolution.Row{}, false
	}
	return t.Redline.Rows[t.Selected], true
}

func (a *App) rowChosen() bool { _, ok := a.chosenRow(); return ok && a.writable() }

// chosenIsHeld reports whether the chosen row is the one that is held.
func (a *App) chosenIsHeld() bool {
	row, ok := a.chosenRow()
	return ok && a.comparing().IsHeld(row)
}

// IsHeld reports whether a row is the one that a person holds, to put it together with another.
func (t *Comparing) IsHeld(row resolution.Row) bool {
	return t.Held != nil && sameCells(t.Held.Older, row.Older) && sameCells(t.Held.Newer, row.Newer)
}

func sameCells(a, b []resolution.Cell) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Index != b[i].Index {
			return false
		}
	}
	return true
}

// hold takes the chosen row in hand, or lets go of it.
func (a *App) hold() error {
	t := a.comparing()
	row, _ := a.chosenRow()
	if t.IsHeld(row) {
		t.Held = nil
	} else {
		t.Held = &row
	}
	a.changed()
	return nil
}

func (a *App) canJoin() bool { return len(a.joined()) > 0 && a.writable() }

// joined are the pairs of paragraphs that putting the held row and the chosen one together would make: the older ones of
// the held row with the newer ones of the chosen, or the other way round where that is impossible.
func (a *App) joined() [][2]int {
	row, ok := a.chosenRow()
	if !ok || a.comparing().Held == nil || a.comparing().IsHeld(row) {
		return nil
	}
	held := *a.comparing().Held
	if pairs := a.telling(held.Older, row.Newer); len(pairs) > 0 {
		return pairs
	}
	return a.telling(row.Older, held.Newer)
}

// telling pairs each older cell with each newer of other words: of equal words nothing can be said.
func (a *App) telling(older, newer []resolution.Cell) [][2]int {
	t := a.comparing()
	var pairs [][2]int
	for _, o := range older {
		for _, n := range newer {
			if t.Older.Words[o.Index] != t.Newer.Words[n.Index] {
				pairs = append(pairs, [2]int{o.Index, n.Index})
			}
		}
	}
	return pairs
}

func (a *App) join() error {
	t := a.comparing()
	pairs := a.joined()
	t.Held = nil
	return a.correct(t.Older, t.Newer, pairs, storage.Together)
}

func (a *App) canAdd() bool { return len(a.added()) > 0 && a.writable() }

// added are the pairs that make one row of the held one and the chosen one, with all that either has: a paragraph that
// was split, or several that were merged. One of the rows has to lack a side, or both rows one paragraph of a side.
func (a *App) added() [][2]int {
	row, ok := a.chosenRow()
	if !ok || len(a.joined()) == 0 {
		return nil
	}
	held := *a.comparing().Held
	older, newer := slices.Concat(held.Older, row.Older), slices.Concat(held.Newer, row.Newer)
	if len(older) > 1 && len(newer) > 1 || len(older)+len(newer) < 3 {
		return nil
	}
	return a.telling(older, newer)
}

func (a *App) add() error {
	t := a.comparing()
	pairs := a.added()
	t.Held = nil
	return a.correct(t.Older, t.Newer, pairs, storage.Together)
}

func (a *App) canPart() bool {
	row, ok := a.chosenRow()
	return ok && len(a.telling(row.Older, row.Newer)) > 0 && a.writable()
}

func (a *App) part() error {
	t := a.comparing()
	row, _ := a.chosenRow()
	return a.correct(t.Older, t.Newer, a.telling(row.Older, row.Newer), storage.Apart)
}
