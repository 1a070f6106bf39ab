package assets

import "embed"

// Lexicon holds the openings of paragraphs, as lexicon/LANGUAGE.tsv, the ordinals of sessions, as lexicon/sessions.tsv,
// what changes are weighed by, as lexicon/signals-LANGUAGE.tsv, and verbs that say the same, as lexicon/verbs.tsv;
// lexicon/README.md says what the columns hold and where they come from.
//
//go:embed lexicon/*.tsv
var Lexicon embed.FS
