// Package storage keeps texts and what was agreed about them in one SQLite file, the library.
//
// A stored draft never changes: editing makes a new one. What people add to a text is appended as events. An exported
// method is one transaction. The package knows rows, not resolutions: kinds, stages and statuses are strings to it.
package storage
