package assets

import (
	"embed"
	"encoding/json"
	"sync"
)

//go:embed words/*.json
var words embed.FS

// Translation is the table of an interface language, key to words; nil for a language that has none. It is read once
// and shared: nobody writes into it.
func Translation(language string) map[string]string {
	if read, ok := tables[language]; ok {
		return read()
	}
	return nil
}

var tables = func() map[string]func() map[string]string {
	all := map[string]func() map[string]string{}
	for _, language := range Translations() {
		all[language] = sync.OnceValue(func() map[string]string { return readTable(language) })
	}
	return all
}()

func readTable(language string) map[string]string {
	data, err := words.ReadFile("words/" + language + ".json")
	if err != nil {
		panic(err) // the file is compiled in
	}
	table := map[string]string{}
	if err := json.Unmarshal(data, &table); err != nil {
		panic("assets: words/" + language + ".json: " + err.Error()) // our own file, checked by a test
	}
	return table
}

// Translations lists the interface languages there are.
func Translations() []string { return []string{"en", "ru"} }
