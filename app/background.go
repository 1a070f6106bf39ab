package app

// Work does what takes long away from the window, and then home on the goroutine that owns the App. An error is shown to
// the person and home is not called.
func (a *App) Work(long func() error, home func()) { a.work(long, home) }

// promised tells the answers that a tab was promised apart: what comes for an older number is dropped.
type promised struct{ asked int }

func (n *promised) number() *int { return &n.asked }

// fill computes in the background what a tab shows. An answer that comes after a newer one was asked for, or after the tab
// was closed, is dropped; without an answer the tab is closed.
func (a *App) fill(tab interface {
	Tab
	number() *int
}, long func() error, home func()) {
	a.asked++
	asked := a.asked
	*tab.number() = asked
	isAsked := func() bool {
		open, ok := a.find(tab.Key()).(interface{ number() *int })
		return ok && *open.number() == asked
	}
	a.work(func() error {
		err := long()
		if err != nil {
			a.o.Post(func() {
				if isAsked() {
					a.closeKey(tab.Key())
				}
			})
		}
		return err
	}, func() {
		if isAsked() {
			home()
			a.changed()
		}
	})
}
