package ui

import (
	"strings"
	"testing"

	"mutatis/assets"
)

func TestEveryCommandHasItsPlace(t *testing.T) {
	u := opened(t, false)
	seen, keysOf := map[string]bool{}, map[keys]string{}
	for _, c := range u.commands() {
		if seen[c.ID] {
			t.Errorf("%s is there twice", c.ID)
		}
		seen[c.ID] = true
		a, ok := actions[c.ID]
		if !ok || a.keys.key == "" {
			t.Errorf("%s has no keys", c.ID)
		}
		if other := keysOf[a.keys]; other != "" && !(a.keys.bare() && menuOf(c.ID) != menuOf(other)) {
			t.Errorf("%s and %s have the same keys", c.ID, other)
		}
		keysOf[a.keys] = c.ID
		for _, language := range assets.Translations() {
			if strings.TrimSpace(assets.Translation(language)[c.Label]) == "" {
				t.Errorf("%s: the label of %s is not translated", language, c.ID)
			}
		}
	}
	for id := range actions {
		if !seen[id] {
			t.Errorf("%s has keys and is no command", id)
		}
	}
	for _, id := range plainKeys {
		if !seen[id] {
			t.Errorf("%s has a plain key and is no command", id)
		}
	}
}

// menuOf is the part of the program that a command belongs to. A key without a modifier may mean the like in several.
func menuOf(id string) string {
	part, _, _ := strings.Cut(id, ".")
	return part
}

func TestEveryCommandIsInAMenu(t *testing.T) {
	u := opened(t, false)
	there := map[string]bool{}
	for _, e := range u.menu.entries {
		there[e.command.ID] = true
		if e.item.Label == "" || e.item.Shortcut == nil {
			t.Errorf("%s stands in its menu without a label or its keys", e.command.ID)
		}
	}
	for _, c := range u.commands() {
		if !there[c.ID] {
			t.Errorf("%s is in no menu", c.ID)
		}
	}
}

func TestMenuIsGreyWhereNothingCanBeDone(t *testing.T) {
	u := opened(t, true)
	grey := func(id string) bool {
		for _, e := range u.menu.entries {
			if e.command.ID == id {
				return e.item.Disabled
			}
		}
		t.Fatalf("there is no %s", id)
		return false
	}
	if !grey("compare.next") || !grey("agree.agreed") || grey("file.import") {
		t.Error("with nothing open the wrong commands are grey")
	}
	compare(t, u, tabled, revised, "en")
	if grey("compare.next") || grey("agree.agreed") {
		t.Error("with a comparison open its commands are grey")
	}
}
