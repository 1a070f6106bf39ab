package resolution

import (
	"fmt"
	"maps"
	"slices"
)

// Problem is a place a person should look at. A strange document is a problem beside the text, never an error.
type Problem struct {
	Paragraph int    `json:"paragraph"`      // index in Draft.Paragraphs; -1 for the whole text
	Message   string `json:"message"`        // a sentence in English: what is strange, what to do
	Note      string `json:"note,omitempty"` // the number of the note it is about, beside the paragraph that calls it

	Key  string `json:"-"` // of its sentence: the interface says "problem." + Key with Args; "" where it has only a Message
	Args []any  `json:"-"` // what the sentence names, words and numbers
}

// NewProblem makes the problem of a key of ProblemKeys.
func NewProblem(paragraph int, key string, args ...any) Problem {
	return Problem{Paragraph: paragraph, Message: fmt.Sprintf(sentences[key], args...), Key: key, Args: args}
}

// NoteProblem makes the problem of a key about a note. It stands beside the first paragraph that calls the note.
func (d Draft) NoteProblem(number, key string, args ...any) Problem {
	at := slices.IndexFunc(d.Paragraphs, func(p Paragraph) bool {
		return slices.ContainsFunc(p.Notes, func(n NoteCall) bool { return n.Number == number })
	})
	p := NewProblem(at, key, args...)
	p.Note, p.Message = number, "note "+number+": "+p.Message
	return p
}

// Same reports two problems that say the same of the same paragraph.
func (p Problem) Same(q Problem) bool { return p.Paragraph == q.Paragraph && p.Message == q.Message }

// sentences are what problems say in English.
var sentences = map[string]string{
	"visual":           "the lines of this text were stored from left to right and were turned round: look whether they read right",
	"gap":              "paragraph %d follows paragraph %d: look whether one is missing",
	"kind":             "it is not clear what this paragraph is: set its kind",
	"unnumbered":       "this operative paragraph has no number: look whether it belongs to the one before",
	"unended":          "this paragraph ends without a comma, a semicolon or a full stop: look whether it is whole",
	"organ":            "no organ's line was found: look whether the beginning is complete",
	"corrigendum":      "this is a corrigendum: it corrects another text, take its corrections over into that one",
	"language":         "the language could not be recognised: set it",
	"volume":           "this text holds %d resolutions: split it and import each",
	"no-note":          "note %s is called here, but its text was not found",
	"no-call":          "it was not found where note %s is called",
	"hyphen":           "a line ends inside «%s»: look whether it should be «%s»",
	"torn":             "«%s» is no word by itself: look whether «%s» should be «%s»",
	"torn-surely":      "«%s» was torn in the file: it should be «%s»",
	"lost-correction":  "a correction that was made before does not fit any more (%s): look at “%s”",
	"same-notes":       "footnotes and endnotes bear the same numbers in the file: the endnotes are numbered on after the footnotes",
	"torn-lines":       "every line of the file is a paragraph of its own, as in a text copied out of a PDF: the lines were joined, look whether rightly",
	"other-xml":        "this XML file is no Akoma Ntoso (its first element is «%s»): its words were read as they stand, look what they are",
	"embedded":         "the Word file embeds another file, which was not read: open it in Word, save it again, and read that",
	"old-fields":       "some numbers are fields of an old kind (%s) that Word counts only when it shows the text: look at the numbers",
	"accepted":         "the file has %d tracked changes: the text was read as if all were accepted",
	"accepted-by":      "the file has %d tracked changes by %s: the text was read as if all were accepted",
	"rejected":         "the file has %d tracked changes: the text was read as if all were rejected",
	"rejected-by":      "the file has %d tracked changes by %s: the text was read as if all were rejected",
	"unmarked":         "%d changes of the file are not marked as changes of %s: look what they are",
	"comment":          "comment by %s: %s",
	"comment-nameless": "comment by somebody%s: %s",
}

// ProblemKeys lists the keys of the problems' sentences.
func ProblemKeys() []string { return slices.Sorted(maps.Keys(sentences)) }

// ProblemSentence is the English sentence of a key, with verbs for its arguments as fmt has them; "" for no key.
func ProblemSentence(key string) string { return sentences[key] }
