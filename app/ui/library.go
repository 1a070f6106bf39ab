package ui

import (
	"fmt"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
)

// library is the left side: a search that works as one types, and the tree of series, sessions and texts.
type library struct {
	ui     *UI
	search *field
	tree   *tree
	none   *widget.Label
	object fyne.CanvasObject

	nodes   map[string]node
	texts   []app.Text      // what the nodes were made of
	seen    map[string]bool // branches that were shown before
	open    []string        // the branches that were open before a search
	query   string
	current int64 // the text in front
	quiet   bool  // the tree is being told what is selected
}

// node is a row of the tree.
type node struct {
	label    string
	sample   bool
	children []string
	texts    []app.Text // of a text: its language versions
}

func newLibrary(u *UI) *library {
	l := &library{ui: u, seen: map[string]bool{}}
	l.search = newField(u)
	l.search.SetPlaceHolder(u.app.Say("library.search"))
	l.search.ActionItem = widget.NewIcon(theme.SearchIcon())
	l.search.OnChanged = l.find
	l.search.OnSubmitted = func(string) { l.openFirst() }
	l.search.onEscape = func() { l.search.SetText(""); u.focusView() }
	l.search.onDown = func() { u.window.Canvas().Focus(l.tree) }
	l.tree = &tree{ui: u}
	l.tree.ExtendBaseWidget(l.tree)
	l.tree.ChildUIDs = func(uid string) []string { return l.nodes[uid].children }
	l.tree.IsBranch = func(uid string) bool { return uid == "" || l.nodes[uid].texts == nil }
	l.tree.CreateNode = func(bool) fyne.CanvasObject { return newLibraryRow(l) }
	l.tree.UpdateNode = func(uid string, _ bool, o fyne.CanvasObject) { o.(*libraryRow).set(uid, l.nodes[uid]) }
	l.tree.OnSelected = l.selected
	l.tree.HideSeparators = true
	l.none = widget.NewLabel(u.app.Say("library.none"))
	l.none.Wrapping = fyne.TextWrapWord
	l.object = container.NewBorder(container.NewPadded(l.search), nil, nil, nil,
		container.NewStack(l.tree, container.NewVBox(l.none)))
	return l
}

// refresh draws the tree anew where the library or the text in front is another.
func (l *library) refresh() {
	if texts := l.ui.app.Texts(); l.nodes == nil || !same(texts, l.texts) {
		l.texts = texts
		l.rebuild()
	}
	if id := l.ui.frontText(); id != l.current {
		l.current = id
		l.reveal()
	}
}

// same reports whether two lists are one and the same: the app makes a new one where anything changed.
func same(a, b []app.Text) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

func (l *library) rebuild() {
	l.nodes = map[string]node{"": {}}
	series := l.ui.app.Tree(l.query)
	for _, s := range series {
		l.addSeries(s)
	}
	switch {
	case l.query != "":
		l.tree.OpenAllBranches()
	default:
		l.openNew(len(series) <= 3)
	}
	l.none.SetText(l.ui.app.Say(map[bool]string{true: "library.empty", false: "library.none"}[l.query == ""]))
	l.none.Hidden = len(series) > 0
	l.tree.Refresh()
	l.reveal()
}

func (l *library) addSeries(s app.SeriesNode) {
	uid := fmt.Sprint("s", s.ID)
	n := node{label: s.Title, sample: s.Sample}
	for _, session := range s.Sessions {
		n.children = append(n.children, l.addSession(uid, session))
	}
	l.add("", uid, n)
}

func (l *library) addSession(parent string, s app.SessionNode) string {
	uid := fmt.Sprint(parent, "/", s.Session)
	n := node{label: sessionName(l.ui.app.Words, s.Session)}
	for _, versions := range childrenFirst(versions(s.Texts)) {
		child := fmt.Sprint(uid, "/", versions[0].ID)
		n.children = append(n.children, child)
		l.nodes[child] = node{label: versions[0].Name(), texts: versions}
	}
	l.nodes[uid] = n
	return uid
}

func (l *library) add(parent, uid string, n node) {
	l.nodes[uid] = n
	p := l.nodes[parent]
	p.children = append(p.children, uid)
	l.nodes[parent] = p
}

// versions groups texts that bear the same symbol: they are one text in several languages.
func versions(texts []app.Text) [][]app.Text {
	var groups [][]app.Text
	for _, t := range texts {
		at := slices.IndexFunc(groups, func(g []app.Text) bool { return t.Symbol != "" && g[0].Symbol == t.Symbol })
		if at < 0 {
			groups = append(groups, []app.Text{t})
			continue
		}
		groups[at] = append(groups[at], t)
	}
	for _, g := range groups {
		slices.SortStableFunc(g, func(t, u app.Text) int {
			return slices.Index(resolution.Languages, t.Language) - slices.Index(resolution.Languages, u.Language)
		})
	}
	return groups
}

// childrenFirst puts a draft that was made from another of its session before that one: the newest stands first.
func childrenFirst(groups [][]app.Text) [][]app.Text {
	made := map[int64][][]app.Text{} // by the text they were made from
	var out [][]app.Text
	var add func(g []app.Text)
	add = func(g []app.Text) {
		for _, t := range g {
			for _, child := range made[t.ID] {
				add(child)
			}
		}
		out = append(out, g)
	}
	there := map[int64]bool{}
	for _, g := range groups {
		for _, t := range g {
			there[t.ID] = true
		}
	}
	var tops [][]app.Text
	for _, g := range groups {
		if p := g[0].Parent; there[p] && p != g[0].ID {
			made[p] = append(made[p], g)
			continue
		}
		tops = append(tops, g)
	}
	for _, g := range tops {
		add(g)
	}
	return out
}

// openNew opens the branches that were not shown before: all of them in a small library, else none.
func (l *library) openNew(all bool) {
	unseen := false
	for uid, n := range l.nodes {
		if uid != "" && n.texts == nil && !l.seen[uid] {
			l.seen[uid], unseen = true, true
		}
	}
	if all && unseen {
		l.tree.OpenAllBranches()
	}
}

// reveal opens the way to the text in front and marks it.
func (l *library) reveal() {
	l.quiet = true
	defer func() { l.quiet = false }()
	l.tree.UnselectAll()
	for uid, n := range l.nodes {
		if !slices.ContainsFunc(n.texts, func(t app.Text) bool { return t.ID == l.current }) {
			continue
		}
		for parent := range l.nodes {
			if slices.Contains(l.nodes[parent].children, uid) {
				l.openWithParents(parent)
			}
		}
		l.tree.Select(uid)
	}
	l.tree.Refresh()
}

func (l *library) openWithParents(uid string) {
	for parent, n := range l.nodes {
		if parent != "" && slices.Contains(n.children, uid) && !l.tree.IsBranchOpen(parent) {
			l.tree.OpenBranch(parent)
		}
	}
	if !l.tree.IsBranchOpen(uid) {
		l.tree.OpenBranch(uid)
	}
}

// find leaves the texts that hold every word of the query.
func (l *library) find(query string) {
	if l.query == "" && query != "" {
		l.open = l.openBranches()
	}
	was := l.query
	l.query = query
	l.rebuild()
	if was != "" && query == "" {
		l.tree.CloseAllBranches()
		for _, uid := range l.open {
			l.tree.OpenBranch(uid)
		}
	}
}

func (l *library) openBranches() []string {
	var open []string
	for uid := range maps.Keys(l.nodes) {
		if uid != "" && l.tree.IsBranchOpen(uid) {
			open = append(open, uid)
		}
	}
	return open
}

// openFirst opens the first text that was found.
func (l *library) openFirst() {
	for _, s := range l.nodes[""].children {
		for _, session := range l.nodes[s].children {
			for _, text := range l.nodes[session].children {
				l.openText(l.preferred(l.nodes[text].texts))
				return
			}
		}
	}
}

// preferred is the version in the interface's language, else the English one, else the first.
func (l *library) preferred(texts []app.Text) app.Text {
	for _, language := range []string{l.ui.app.Words.Language, "en"} {
		for _, t := range texts {
			if string(t.Language) == language {
				return t
			}
		}
	}
	return texts[0]
}

func (l *library) openText(t app.Text) {
	l.ui.show(l.ui.app.OpenText(t.ID))
	l.ui.focusView()
}

// selected acts on a row chosen by the keyboard.
func (l *library) selected(uid string) {
	if !l.quiet {
		l.tapped(uid)
	}
}

// tapped opens a text, and opens or closes a branch.
func (l *library) tapped(uid string) {
	if texts := l.nodes[uid].texts; texts != nil {
		l.openText(l.preferred(texts))
		return
	}
	l.tree.ToggleBranch(uid)
	l.reveal()
}

// menu is the context menu of a row.
func (l *library) menu(uid string, at fyne.Position) {
	n := l.nodes[uid]
	if n.texts != nil {
		l.ui.popUpMenu(l.ui.textMenu(l.preferred(n.texts)), at)
		return
	}
	var series int64
	if _, err := fmt.Sscanf(uid, "s%d", &series); err == nil {
		l.ui.popUpMenu(fyne.NewMenu("", l.ui.renameItem(series)), at)
	}
}
