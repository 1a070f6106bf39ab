package assets

import "embed"

// Fonts holds the font files, as fonts/NAME.ttf; fonts/README.md says where each comes from.
//
//go:embed fonts/*.ttf
var Fonts embed.FS
