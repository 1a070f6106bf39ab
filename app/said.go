package app

// said is a sentence that is put into words when it is shown: the interface may speak another language by then.
type said struct {
	key  string
	args []any
}

// later is an argument of a sentence that is itself words of the interface.
type later func(Words) string

func (s said) in(w Words) string {
	if s.key == "" {
		return ""
	}
	args := make([]any, len(s.args))
	for i, a := range s.args {
		args[i] = a
		if words, ok := a.(later); ok {
			args[i] = words(w)
		}
	}
	return w.Say(s.key, args...)
}
