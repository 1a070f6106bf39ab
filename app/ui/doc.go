// Package ui draws the program's state as a window and turns what a person does there into the app's commands. A view
// reads a tab and draws it; it decides nothing.
package ui
