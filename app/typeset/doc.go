// Package typeset places glyphs: it shapes text in every script, orders it left to right or right to left, breaks it
// into lines and pages. The screen and the printed page both use it. It draws nothing.
package typeset
