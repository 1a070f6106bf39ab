// Package html writes a draft, a redline or a report as one HTML file that stands on its own: no network, no script,
// light and dark, on screen and on paper.
package html
