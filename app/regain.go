package app

// Regain looks whether a library that could only be read can be written again, and then says so and goes on with what
// guards it. The window asks before every command and now and then.
func (a *App) Regain() {
	if a.library == nil || !a.ReadOnly() || !a.library.Regain() {
		return
	}
	if a.beside {
		a.KeepSafe()
		a.KeepFindable()
	}
	a.tell("status.writable")
}
