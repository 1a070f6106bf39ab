package pdf

import (
	"io"
	"time"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// WritePages writes pages that somebody else laid out: a picture of a series. The title is the file's, the language that
// of its words as ISO 639-1, now its date.
func WritePages(w io.Writer, pages []typeset.Page, title, language string, now time.Time) error {
	return writePages(w, pages, about{title, language, resolution.Language(language).RightToLeft(), now})
}
