// Package diff finds what changed between two texts, paragraph by paragraph, then word by word.
//
// It takes strings and gives matches and segments. It knows nothing of resolutions: what a caller knows of the field
// comes in through Hints.
package diff
