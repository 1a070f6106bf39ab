package ui

import (
	"os"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
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
	if m.preferences != nil {
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

// texts lists the texts that were open, by their numbers in the library at path.
func (m memory) texts(library string) []int64 {
	path, list, _ := strings.Cut(m.word("open"), "\n")
	if path != library {
		return nil
	}
	var ids []int64
	for _, f := range strings.Fields(list) {
		if id, err := strconv.ParseInt(f, 10, 64); err == nil {
			ids = append(ids, id)
		}
	}
	return ids
}

func (m memory) setTexts(library string, ids []int64) {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = strconv.FormatInt(id, 10)
	}
	m.setWord("open", library+"\n"+strings.Join(words, " "))
}
