package app

// Work does what takes long away from the window, and then home on the goroutine that owns the App. An error is shown to
// the person and home is not called.
func (a *App) Work(long func() error, home func()) { a.work(long, home) }
