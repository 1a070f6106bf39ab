package assets

import _ "embed"

// Icon is the program's icon as PNG, drawn for Mutatis; icons/mutatis.svg is its source.
//
//go:embed icons/mutatis.png
var Icon []byte

// SwapIcon shows two arrows that run against each other, drawn for Mutatis.
//
//go:embed icons/swap.svg
var SwapIcon []byte
