package assets

import (
	"embed"
	"encoding/json"
)

//go:embed words/*.json
var words embed.FS

// Translation is the table of an interface language, key to words; nil for a language that has none.
func Translation(language string) map[string]string {
	data, err := words.ReadFile("words/" + language + ".json")
	if err != nil {
		return nil
	}
	table := map[string]string{}
	if err := json.Unmarshal(data, &table); err != nil {
		panic("assets: words/" + language + ".json: " + err.Error()) // our own file, checked by a test
	}
	return table
}

// Translations lists the interface languages there are.
func Translations() []string { return []string{"en", "ru"} }
