// Package assets holds the files compiled into the program.
package assets
