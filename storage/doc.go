// Package storage keeps texts and what was agreed about them in one SQLite file, the library.
//
// A stored draft never changes: editing makes a new one. What people add to a text is appended as events. An exported
// method is one transaction, may be called from any goroutine, and answers errors that a person can act on. The package
// knows rows, not resolutions: kinds, stages and statuses are strings to it. docs/storage.md describes the file.
package storage
