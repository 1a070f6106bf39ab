package app

// ChooseUse chooses one of the uses of the chosen wording.
func (a *App) ChooseUse(i int) {
	v, ok := a.variant()
	if !ok || i < 0 || i >= len(v.Uses) {
		return
	}
	a.finding().Use = i
	a.changed()
}

// Labelled reports whether all uses of a variant have labels.
func (v Variant) Labelled() bool {
	for _, u := range v.Uses {
		if u.Label == "" {
			return false
		}
	}
	return true
}

// labelChosen gives the uses of the chosen wording what delegates call their paragraphs, in the background: they are
// listed under it.
func (a *App) labelChosen(t *Finding) {
	if t.Precedents == nil || t.Selected < 0 || t.Selected >= len(t.Variants) || t.Variants[t.Selected].Labelled() {
		return
	}
	v := t.Variants[t.Selected]
	f, p, at := a.finder(), t.Precedents, t.Selected
	a.work(func() (err error) {
		v, err = f.labelled(v, len(v.Uses))
		return err
	}, func() {
		if t.Precedents == p {
			t.Variants[at] = v
			a.changed()
		}
	})
}

// openLast shows the last use of the chosen wording in its text.
func (a *App) openLast() error {
	v, _ := a.variant()
	if err := a.OpenText(v.Last.Text.ID); err != nil {
		return err
	}
	a.Choose(v.Last.Index)
	return nil
}

// Organ is whose text it is, "" where its symbol does not say.
func (t Text) Organ() Organ { return organOf(t) }
