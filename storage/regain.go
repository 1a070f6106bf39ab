package storage

// Regain makes a library that could only be read writable again where its file, folder and disk can be written by now. It
// reports whether the library can be written.
func (l *Library) Regain() bool {
	if !l.ReadOnly() {
		return true
	}
	l.watching.Lock() // as Close does
	defer l.watching.Unlock()
	now, err := version(l.reader)
	o := Options{Wait: l.wait}
	if err != nil || !writable(l.path, now, o) {
		return false
	}
	writer, err := connect(l.path, writing, 1, o)
	if err != nil {
		return false
	}
	old := l.writer
	l.writer = writer
	l.readOnly.Store(false) // last: nobody writes before
	old.Close()             // nothing was written by it
	return true
}
