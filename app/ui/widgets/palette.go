package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"mutatis/app/resolution"
)

// The window's own colours, by their names in the theme.
const (
	ColorPaper          fyne.ThemeColorName = "paper"    // behind the words of documents
	ColorInk            fyne.ThemeColorName = "ink"      // the words
	ColorMuted          fyne.ThemeColorName = "muted"    // labels, dates, what is said in passing
	ColorAbsent         fyne.ThemeColorName = "absent"   // the empty side of a new or deleted paragraph
	ColorChosen         fyne.ThemeColorName = "chosen"   // the ground of the chosen row
	ColorRule           fyne.ThemeColorName = "rule"     // between rows
	ColorLink           fyne.ThemeColorName = "link"     //
	ColorHit            fyne.ThemeColorName = "hit"      // what a search found
	ColorHitCurrent     fyne.ThemeColorName = "hit-now"  // the find at which the reader is
	ColorSelected       fyne.ThemeColorName = "selected" // words selected for copying
	ColorInserted       fyne.ThemeColorName = "inserted"
	ColorInsertedGround fyne.ThemeColorName = "inserted-ground"
	ColorDeleted        fyne.ThemeColorName = "deleted"
	ColorDeletedGround  fyne.ThemeColorName = "deleted-ground"
	ColorMoved          fyne.ThemeColorName = "moved"
	ColorMovedGround    fyne.ThemeColorName = "moved-ground"
	ColorBarChanged     fyne.ThemeColorName = "bar-changed" // bars beside paragraphs and marks on the strip
	ColorBarNew         fyne.ThemeColorName = "bar-new"
	ColorBarDeleted     fyne.ThemeColorName = "bar-deleted"
	ColorBarMoved       fyne.ThemeColorName = "bar-moved"
	ColorWordsChanged   fyne.ThemeColorName = "words-changed" // "2 edits": dark enough to read, unlike the bar
	ColorAgreed         fyne.ThemeColorName = "agreed"
	ColorAgreedAdRef    fyne.ThemeColorName = "agreed-ad-ref"
	ColorBracketed      fyne.ThemeColorName = "bracketed"
	ColorLost           fyne.ThemeColorName = "lost"      // words changed since agreed
	ColorPageMark       fyne.ThemeColorName = "page-mark" // laid over a place of a printed page, which is white in any light
)

// tint is a colour in the light and in the dark window.
type tint struct{ light, dark uint32 }

var palette = map[fyne.ThemeColorName]tint{
	theme.ColorNameBackground:          {0xf5f6f8, 0x1c1f24},
	theme.ColorNameForeground:          {0x22262c, 0xe4e6ea},
	theme.ColorNamePrimary:             {0x1b6ec2, 0x4da3f0},
	theme.ColorNameHyperlink:           {0x1b6ec2, 0x6bb1f2},
	theme.ColorNameButton:              {0xe7eaee, 0x2d323a},
	theme.ColorNameDisabledButton:      {0xeceef1, 0x272b31},
	theme.ColorNameDisabled:            {0xa3aab4, 0x626a76},
	theme.ColorNamePlaceHolder:         {0x6d7581, 0x929aa7},
	theme.ColorNameInputBackground:     {0xffffff, 0x262a31},
	theme.ColorNameInputBorder:         {0xc9cfd7, 0x434a55},
	theme.ColorNameSeparator:           {0xd9dde3, 0x363c45},
	theme.ColorNameSelection:           {0xd6e6f7, 0x23405f},
	theme.ColorNameScrollBar:           {0x8b93a0, 0x79818d},
	theme.ColorNameScrollBarBackground: {0xeceef1, 0x22262c},
	theme.ColorNameMenuBackground:      {0xffffff, 0x262a31},
	theme.ColorNameOverlayBackground:   {0xfbfcfd, 0x22262c},
	theme.ColorNameHeaderBackground:    {0xeef0f3, 0x23272d},
	theme.ColorNameForegroundOnPrimary: {0xffffff, 0x0d1a26},
	theme.ColorNameSuccess:             {0x2f9e57, 0x46b971},
	theme.ColorNameWarning:             {0xb77900, 0xe0b040},
	theme.ColorNameError:               {0xc43434, 0xe06666},
	ColorPaper:                         {0xffffff, 0x23272d},
	ColorInk:                           {0x1d2127, 0xe6e8eb},
	ColorMuted:                         {0x6d7581, 0x949ca9},
	ColorAbsent:                        {0xf1f2f4, 0x1e2126},
	ColorChosen:                        {0xf0f6fd, 0x263241},
	ColorRule:                          {0xdfe2e7, 0x3a404a},
	ColorLink:                          {0x175ea8, 0x7cbcf5},
	ColorHit:                           {0xffeb9c, 0x665314},
	ColorHitCurrent:                    {0xffc24d, 0x8a6508},
	ColorSelected:                      {0xb9d8f8, 0x2f5f94},
	ColorInserted:                      {0x0a5c2b, 0x9ce8b4},
	ColorInsertedGround:                {0xd6f5df, 0x12401f},
	ColorDeleted:                       {0x9b1c1c, 0xffa8a8},
	ColorDeletedGround:                 {0xfde2e2, 0x511a1a},
	ColorMoved:                         {0x1f4f99, 0x9dc4ff},
	ColorMovedGround:                   {0xe0ecfb, 0x17325c},
	ColorBarChanged:                    {0xe0a100, 0xe0b040},
	ColorBarNew:                        {0x2f9e57, 0x46b971},
	ColorBarDeleted:                    {0xcc3b3b, 0xe06666},
	ColorBarMoved:                      {0x3b78c9, 0x6aa5f0},
	ColorWordsChanged:                  {0x8a5a00, 0xe0b040},
	ColorAgreed:                        {0x1e7d43, 0x6bcf8e},
	ColorAgreedAdRef:                   {0x0b7285, 0x66c7d9},
	ColorBracketed:                     {0x9a6700, 0xe3b341},
	ColorLost:                          {0xc43434, 0xff8f8f},
}

// veils are laid over something else and let it show: over the colour of a button, so that its words stay readable, and
// under the edges of what scrolls or can be dragged.
var veils = map[fyne.ThemeColorName]struct{ light, dark color.NRGBA }{
	theme.ColorNameHover:   {color.NRGBA{0x10, 0x28, 0x48, 0x14}, color.NRGBA{0xff, 0xff, 0xff, 0x16}},
	theme.ColorNamePressed: {color.NRGBA{0x10, 0x28, 0x48, 0x30}, color.NRGBA{0xff, 0xff, 0xff, 0x30}},
	theme.ColorNameFocus:   {color.NRGBA{0x10, 0x28, 0x48, 0x30}, color.NRGBA{0xff, 0xff, 0xff, 0x38}},
	theme.ColorNameShadow:  {color.NRGBA{0x10, 0x20, 0x30, 0x22}, color.NRGBA{0x00, 0x00, 0x00, 0x66}},
	ColorPageMark:          {color.NRGBA{0xff, 0xc8, 0x1e, 0x48}, color.NRGBA{0xff, 0xc8, 0x1e, 0x48}},
}

func (t tint) color(dark bool) color.Color {
	v := t.light
	if dark {
		v = t.dark
	}
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff}
}

var bars = map[resolution.Class]fyne.ThemeColorName{
	resolution.Changed:      ColorBarChanged,
	resolution.MovedOnly:    ColorBarMoved,
	resolution.MovedChanged: ColorBarMoved,
	resolution.Split:        ColorBarChanged,
	resolution.Merged:       ColorBarChanged,
	resolution.New:          ColorBarNew,
	resolution.Gone:         ColorBarDeleted,
}

// ClassColor names the colour of a class's bar; "" for a paragraph without a change.
func ClassColor(c resolution.Class) fyne.ThemeColorName { return bars[c] }

var tags = map[resolution.Class]fyne.ThemeColorName{
	resolution.Changed:      ColorWordsChanged,
	resolution.MovedOnly:    ColorMoved,
	resolution.MovedChanged: ColorMoved,
	resolution.Split:        ColorWordsChanged,
	resolution.Merged:       ColorWordsChanged,
	resolution.New:          ColorInserted,
	resolution.Gone:         ColorDeleted,
}

// ClassInk names the colour of words that say what became of a paragraph, "2 edits": a bar's colour is too pale for
// them.
func ClassInk(c resolution.Class) fyne.ThemeColorName {
	if name, ok := tags[c]; ok {
		return name
	}
	return ColorMuted
}

// colorNamed is the colour of the current theme.
func colorNamed(n fyne.ThemeColorName) color.Color {
	settings := fyne.CurrentApp().Settings()
	return settings.Theme().Color(n, settings.ThemeVariant())
}
