package ui

import (
	"strings"

	"fyne.io/fyne/v2"
)

// keysName writes keys as they are printed on a keyboard: "Ctrl+Shift+P"; "" for no key.
func keysName(k keys) string {
	if k.key == "" {
		return ""
	}
	var parts []string
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "⌘"}, {alt, "Alt"}, {shift, "Shift"}} {
		if k.mod&m.mod != 0 {
			parts = append(parts, m.name)
		}
	}
	name := string(k.key)
	if n, ok := map[fyne.KeyName]string{fyne.KeyReturn: "Enter", fyne.KeyEqual: "+", fyne.KeyMinus: "−"}[k.key]; ok {
		name = n
	}
	return strings.Join(append(parts, name), "+")
}
