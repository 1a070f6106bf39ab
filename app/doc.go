// Package app does what a user asks for: it imports texts, keeps them, compares them, tracks what is agreed, edits
// drafts, prints. It holds the program's state and its one table of commands; the window draws them and the terminal
// program calls the same functions. It knows neither Fyne nor SQL.
package app
