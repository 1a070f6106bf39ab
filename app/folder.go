package app

import (
	"path/filepath"
	"runtime"
)

// dataFolder is where programs keep a person's data, below the home folder.
func dataFolder() string {
	folders := map[string]string{
		"windows": filepath.Join("AppData", "Roaming", "Mutatis"),
		"darwin":  filepath.Join("Library", "Application Support", "Mutatis"),
	}
	if f, ok := folders[runtime.GOOS]; ok {
		return f
	}
	return filepath.Join(".local", "share", "mutatis")
}
