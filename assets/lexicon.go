package assets

import "embed"

// Lexicon holds the openings of paragraphs, as lexicon/LANGUAGE.tsv, and the ordinals of sessions, as
// lexicon/sessions.tsv; lexicon/README.md says what the columns hold and where they come from.
//
//go:embed lexicon/*.tsv
var Lexicon embed.FS
