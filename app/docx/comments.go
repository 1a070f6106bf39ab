package docx

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"mutatis/app/resolution"
)

// commentsOf are the comments of a view in the order of the text.
func (f *file) commentsOf(b *body, v View) []Comment {
	var comments []Comment
	var marks []commentMark
	for _, m := range b.marks {
		c, ok := f.comments[m.id]
		if !ok {
			continue
		}
		text, _ := f.words(c.paragraphs, v)
		comments = append(comments, Comment{Paragraph: -1, Author: c.author, Date: c.date, Text: text})
		marks = append(marks, m)
	}
	b.marks = marks
	return comments
}

// problem is the comment with who made it and when: a person should look.
func (c Comment) problem() resolution.Problem {
	key, who := "comment", c.Author
	if who == "" {
		key = "comment-nameless"
	}
	if !c.Date.IsZero() {
		who += " (" + c.Date.Format(time.DateOnly) + ")"
	}
	p := resolution.NewProblem(c.Paragraph, key, who, shorten(c.Text))
	p.Message = shorten(p.Message)
	return p
}

// line is the whole comment with who made it and when.
func (c Comment) line() string {
	p := c.problem()
	return fmt.Sprintf(resolution.ProblemSentence(p.Key), p.Args[0], c.Text)
}

// placeComments finds the paragraphs that comments stand at, and puts a problem beside each: a person should look.
func (d *Document) placeComments(b *body) {
	at := d.paragraphsOf(b)
	for i, m := range b.marks {
		c := &d.Comments[i]
		c.Paragraph = at[m.block]
		d.Problems = append(d.Problems, c.problem())
	}
}

// paragraphsOf finds for every block with a comment the paragraph that was made of it, -1 for none: paragraphs stand in
// the order of their blocks and end with their words.
func (d *Document) paragraphsOf(b *body) map[int]int {
	at := map[int]int{}
	for _, m := range b.marks {
		at[m.block] = -1
	}
	if len(at) == 0 {
		return at
	}
	next := 0
	for i, block := range b.blocks {
		if block.Kind == resolution.Masthead {
			continue
		}
		for k := next; k < len(d.Draft.Paragraphs) && k < next+8; k++ {
			p := d.Draft.Paragraphs[k]
			if p.Kind == resolution.Title || p.Text == "" || !strings.HasSuffix(block.Text, p.Text) {
				continue
			}
			if _, wanted := at[i]; wanted {
				at[i] = k
			}
			next = k + 1
			break
		}
	}
	return at
}

// longest is the length of a message, in code points.
const longest = 300

func shorten(text string) string {
	if utf8.RuneCountInString(text) <= longest {
		return text
	}
	return string([]rune(text)[:longest-1]) + "…"
}
