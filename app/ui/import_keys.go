package ui

import (
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"mutatis/app/resolution"
)

// importKey is a correction of the import check and the one key that makes it while nobody is writing.
type importKey struct {
	id   string // of the command; its short name is the key "import.do.ID"
	key  fyne.KeyName
	icon fyne.ThemeIconName
}

// importKeys are the corrections in the order of their buttons.
var importKeys = []importKey{
	{"import.confirm", fyne.KeySpace, theme.IconNameConfirm},
	{"import.word", fyne.KeyW, ""},
	{"import.join", fyne.KeyJ, ""},
	{"import.split", fyne.KeyS, ""},
	{"import.note", fyne.KeyF, ""},
	{"import.leave-out", fyne.KeyL, ""},
	{"import.undo", fyne.KeyU, theme.IconNameContentUndo},
}

// short is the name of a correction on its button: that of its command is a whole sentence.
func (k importKey) short() string { return "import.do." + strings.TrimPrefix(k.id, "import.") }

// kindKeys are the kinds that a key says, by the first letter of what they are called in English.
var kindKeys = map[fyne.KeyName]resolution.Kind{
	fyne.KeyP: resolution.Preambular, fyne.KeyO: resolution.Operative, fyne.KeyB: resolution.Subparagraph,
	fyne.KeyH: resolution.Heading, fyne.KeyT: resolution.Title, fyne.KeyA: resolution.Annex, fyne.KeyC: resolution.Closing,
	fyne.KeyM: resolution.Masthead, fyne.KeyG: resolution.Organ, fyne.KeyR: resolution.Part, fyne.KeyE: resolution.Table,
}

// otherKeys are further keys that make a correction.
var otherKeys = map[fyne.KeyName]string{
	fyne.KeyReturn: "import.confirm", fyne.KeyEnter: "import.confirm", fyne.KeyDelete: "import.leave-out",
}

// keyOf is the key of a kind, "" where it has none.
func keyOf(k resolution.Kind) fyne.KeyName {
	for key, kind := range kindKeys {
		if kind == k {
			return key
		}
	}
	return ""
}

// shortcutOf shows a key in a menu.
func shortcutOf(key fyne.KeyName) fyne.Shortcut {
	if key == "" {
		return nil
	}
	return &desktop.CustomShortcut{KeyName: key}
}

// takesKey takes the keys that mean something in the check before the window's commands do: F8 goes to the next doubtful
// place as it goes to the next change of a comparison.
func (v *importing) takesKey(ev *fyne.KeyEvent) bool {
	held := v.ui.held()
	if ev.Name == fyne.KeyF8 && held&^shift == 0 {
		v.step(held == 0)
		return true
	}
	if held != 0 && (held != shift || (ev.Name != fyne.KeyLeft && ev.Name != fyne.KeyRight)) {
		return false
	}
	switch v.tabs.SelectedIndex() {
	case 1:
		return v.notes.takesKey(ev)
	case 2:
		return v.left.takesKey(ev)
	}
	return v.takesLetter(ev.Name, held == shift)
}

func (v *importing) takesLetter(key fyne.KeyName, byLetter bool) bool {
	if id := commandOf(key); id != "" {
		v.do(id)
		return true
	}
	if kind, ok := kindKeys[key]; ok {
		v.setKind(kind)
		return true
	}
	switch key {
	case fyne.KeyN:
		v.strip.editNumber()
	case fyne.KeyK:
		v.strip.kind.Tapped(nil)
	case fyne.KeyV:
		v.source.turn()
	case fyne.KeyD:
		v.form.turn()
	case fyne.KeyLeft, fyne.KeyRight:
		v.moveCaret(key == fyne.KeyRight, byLetter)
	default:
		return false
	}
	return true
}

// do makes a correction. A footnote at whose head no mark stands is asked its number.
func (v *importing) do(id string) {
	if _, ok := v.chosenParagraph(); id != "import.note" || !ok {
		v.ui.do(id)
		return
	}
	at := v.chosen
	if err := v.now.MakeNote(at, ""); err != nil {
		next := strconv.Itoa(len(v.now.Draft.Footnotes) + 1)
		v.ui.enterText(v.ui.app.Say("import.note-number"), next, func(number string) {
			v.correct(func() error { return v.now.MakeNote(at, strings.TrimSpace(number)) })
		})
		return
	}
	v.ui.app.KeepCheck()
	v.ui.refresh()
}

func commandOf(key fyne.KeyName) string {
	for _, k := range importKeys {
		if k.key == key {
			return k.id
		}
	}
	return otherKeys[key]
}

func (v *importing) setKind(kind resolution.Kind) {
	if p, ok := v.chosenParagraph(); ok && p.Kind != kind {
		v.correct(func() error { return v.now.SetKind(v.chosen, kind) })
	}
}

// step goes to the next or the previous doubtful place.
func (v *importing) step(forward bool) {
	if forward {
		v.ui.do("import.next-doubt")
		return
	}
	doubts := v.now.Doubts()
	if len(doubts) == 0 {
		return
	}
	to := doubts[len(doubts)-1]
	for _, d := range doubts {
		if d < v.chosen {
			to = d
		}
	}
	v.choose(to, -1)
}

// moveCaret moves the caret of the chosen paragraph by a word or by a letter, to where the arrow points.
func (v *importing) moveCaret(right, byLetter bool) {
	p, ok := v.chosenParagraph()
	if !ok {
		return
	}
	by := 1
	if right == v.now.Draft.Language.RightToLeft() {
		by = -1
	}
	words := []rune(p.Text)
	at := max(v.tab.Caret, 0)
	for {
		at += by
		if at <= 0 || at >= len(words) || byLetter || beginsWord(words, at) {
			break
		}
	}
	v.choose(v.chosen, min(max(at, 0), len(words)))
}

// beginsWord reports whether a paragraph could be split before a letter: behind a blank, or anywhere in a script without
// blanks.
func beginsWord(words []rune, at int) bool {
	return words[at-1] == ' ' && words[at] != ' ' || isHan(words[at]) && at > 0
}

func (v *importing) typedKey(ev *fyne.KeyEvent) {
	if to, ok := v.list.step(ev, v.chosen, len(v.cells)); ok {
		v.choose(to, -1)
	}
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }
