package app

import (
	"context"

	"mutatis/storage"
)

func progressOf(tell func(done, all int)) func(storage.SearchState) {
	if tell == nil {
		return nil
	}
	return func(s storage.SearchState) { tell(s.Indexed, s.All) }
}

// KeepFindable indexes in the background what cannot be found yet: after a newer program changed the analysis, a purge,
// a merge. It says in the status line how far it is and does nothing where all is indexed or the library is read-only.
func (a *App) KeepFindable() {
	if a.indexing || a.ReadOnly() {
		return
	}
	state, err := a.library.SearchState()
	if err != nil || state.Complete() {
		a.report(err)
		return
	}
	a.indexing = true
	a.o.Go(func() {
		err := a.library.IndexSearch(context.Background(), func(s storage.SearchState) {
			a.o.Post(func() { a.tell("precedents.indexing", 100*s.Indexed/max(1, s.All)) })
		})
		a.o.Post(func() {
			a.indexing = false
			a.report(err)
			if err == nil {
				a.tell("precedents.indexed")
			}
		})
	})
}
