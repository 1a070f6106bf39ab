package resolution

import (
	"fmt"
	"maps"
	"slices"
)

// remarks are what findings say in English.
var remarks = map[string]string{
	"later-session":   "%s is of session %d, and this text of session %d: set the number right",
	"no-date":         "%s is no date: set the date of %s right",
	"wrong-date":      "%s cannot be of %s: the session ran from September %d to September %d",
	"not-closed":      "%c opens here and is not closed: close it, or take it out",
	"not-opened":      "%c closes here what nothing opens: open it, or take it out",
	"alone":           "%c stands alone in %q: close it, or take it out",
	"no-text":         "note %s is called here and has no text: write the note, or take the call away",
	"out-of-order":    "note %s is called after note %d: number the notes in the order of their calls",
	"not-called":      "no place calls this note: call it where it belongs, or take it out",
	"two-notes":       "there are two notes of this number: number the notes anew",
	"repeats-none":    "the first note repeats none: write out what it cites",
	"twice":           "the number %d stands twice: number the paragraphs anew",
	"begins-again":    "the count begins again at 1 after %d with no part between: number the paragraphs through",
	"missing":         "number %d is missing: %s follows paragraph %d",
	"missing-several": "the numbers %d to %d are missing: %s follows paragraph %d",
	"comes-after":     "number %d comes after %d: number the paragraphs anew",
	"letter-missing":  "%s is missing before %s",
	"letter-after":    "%s stands after %s: letter the subparagraphs anew",
	"opens-alike":     "it opens like the paragraph before it, %q: say also or further, or put the two together",
	"no-paragraph":    "there is no paragraph %d in this text: set the number right",
	"masthead":        "the masthead says %q, and %s is of session %d: set one right",
	"session-over":    "%q is over, this text is of session %d: set the session right",
	"date-over":       "%d was over when the session opened in %d: set the date right",
	"ends-preambular": "it ends with %q: a preambular paragraph ends with a comma",
	"ends-operative":  "it ends with %q: an operative paragraph ends with a semicolon; the last one with a full stop",
	"ends-last":       "it ends with %q: the last operative paragraph ends with a full stop",
	"not-above":       "paragraph %d is not above, it stands here or below: set the number right",
	"not-below":       "paragraph %d is not below, it stands here or above: set the number right",
}

// FindingKeys lists the keys of the findings' sentences.
func FindingKeys() []string { return slices.Sorted(maps.Keys(remarks)) }

// FindingSentence is the English sentence of a key, with verbs for its arguments as fmt has them; "" for no key.
func FindingSentence(key string) string { return remarks[key] }

// newFinding makes the finding of a key.
func newFinding(check string, level Level, key string, args ...any) Finding {
	return Finding{Paragraph: -1, Check: check, Level: level, Message: fmt.Sprintf(remarks[key], args...), Key: key, Args: args}
}
