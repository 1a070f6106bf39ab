//go:build !race

package storage

// underRace says that the tests run under the race detector, where SQLite is twenty times slower: what tries many
// files one after another tries a few.
const underRace = false
