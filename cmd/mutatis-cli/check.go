package main

import (
	"fmt"

	"mutatis/app/resolution"
)

// findingJSON is one finding of the editor's check.
type findingJSON struct {
	Paragraph int              `json:"paragraph"` // index in the text's paragraphs; -1 for the whole text or a note
	Label     string           `json:"label"`     // "OP3 (a)", "note 4"; "" where it has none
	Check     string           `json:"check"`
	Level     resolution.Level `json:"level"` // error, warning, hint
	Message   string           `json:"message"`
	Offset    int              `json:"offset"` // code points of the paragraph's text before the place
	Length    int              `json:"length"` // code points; 0 where it is no stretch of the text
}

// check lists the editor's findings in a text. It ends with 1 where there are any.
func check(c *call) error {
	s, _, err := c.text(c.names[0])
	if err != nil {
		return err
	}
	findings := resolution.Check(s.Draft)
	if c.json {
		list := []findingJSON{}
		for _, f := range findings {
			list = append(list, findingJSON{f.Paragraph, f.Label, f.Check, f.Level, f.Message, f.Offset, f.Length})
		}
		err = c.print(map[string]any{"text": s.Text.Name(), "language": s.Draft.Language, "findings": list})
	} else {
		err = c.printFindings(s.Text.Name(), findings)
	}
	if err == nil && len(findings) > 0 {
		return errDiffers
	}
	return err
}

func (c *call) printFindings(text string, findings []resolution.Finding) error {
	if len(findings) == 0 {
		_, err := fmt.Fprintf(c.out, "%s: nothing was found\n", text)
		return err
	}
	var rows [][]string
	for _, f := range findings {
		rows = append(rows, []string{name(f.Label, "text"), string(f.Level), f.Message})
	}
	_, err := fmt.Fprint(c.out, table(rows, ""))
	return err
}
