package ui

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"mutatis/app/resolution"
)

// memory is what the window knows of the last time. Without preferences it knows nothing.
type memory struct{ preferences fyne.Preferences }

func (m memory) number(key string, otherwise float64) float64 {
	if m.preferences == nil {
		return otherwise
	}
	return m.preferences.FloatWithFallback(key, otherwise)
}

func (m memory) setNumber(key string, v float64) {
	if m.preferences != nil {
		m.preferences.SetFloat(key, v)
	}
}

func (m memory) word(key string) string {
	if m.preferences == nil {
		return ""
	}
	return m.preferences.String(key)
}

func (m memory) setWord(key, v string) {
	if m.preferences != nil && m.preferences.String(key) != v {
		m.preferences.SetString(key, v)
	}
}

// size of the window when it was closed.
func (m memory) size() fyne.Size {
	return fyne.NewSize(float32(m.number("window.width", 1400)), float32(m.number("window.height", 860)))
}

func (m memory) setSize(s fyne.Size) {
	if s.Width >= 400 && s.Height >= 300 {
		m.setNumber("window.width", float64(s.Width))
		m.setNumber("window.height", float64(s.Height))
	}
}

// folder is where files were last picked, the home folder at first.
func (m memory) folder() string {
	folder := m.word("folder")
	if info, err := os.Stat(folder); err == nil && info.IsDir() {
		return folder
	}
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return string(os.PathSeparator)
}

func (m memory) setFolder(folder string) { m.setWord("folder", folder) }

// languages are those of the texts that were looked at, the last one first.
func (m memory) languages() (looked []resolution.Language) {
	for _, l := range strings.Fields(m.word("languages")) {
		looked = append(looked, resolution.Language(l))
	}
	return looked
}

func (m memory) setLanguages(looked []resolution.Language) {
	var words []string
	for _, l := range looked {
		words = append(words, string(l))
	}
	m.setWord("languages", strings.Join(words, " "))
}

// openedTab is what a tab showed: a text, or a text compared with an older one.
type openedTab struct{ text, older int64 }

// tabs lists the tabs that were open on the library at path.
func (m memory) tabs(library string) []openedTab {
	path, list, _ := strings.Cut(m.word("open"), "\n")
	if path != library {
		return nil
	}
	var tabs []openedTab
	for _, f := range strings.Fields(list) {
		var t openedTab
		if n, _ := fmt.Sscanf(f, "%d<%d", &t.text, &t.older); n > 0 {
			tabs = append(tabs, t)
		}
	}
	return tabs
}

func (m memory) setTabs(library string, tabs []openedTab) {
	var words []string
	for _, t := range tabs {
		word := strconv.FormatInt(t.text, 10)
		if t.older != 0 {
			word += "<" + strconv.FormatInt(t.older, 10)
		}
		words = append(words, word)
	}
	m.setWord("open", library+"\n"+strings.Join(words, " "))
}
