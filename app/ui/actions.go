package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// action says how a command is reached: its keys, its icon, and whether it begins a new group of its menu.
type action struct {
	keys  keys
	icon  fyne.ThemeIconName
	group bool
}

// keys is a key with the modifiers held down. The zero value is no key.
type keys struct {
	key fyne.KeyName
	mod fyne.KeyModifier
}

const (
	ctrl  = fyne.KeyModifierShortcutDefault
	shift = fyne.KeyModifierShift
	alt   = fyne.KeyModifierAlt
)

// actions is the one table of keys and icons, by the ID of the command.
var actions = map[string]action{
	"file.import":               {keys: keys{fyne.KeyI, ctrl}, icon: theme.IconNameFolderOpen},
	"file.paste":                {keys: keys{fyne.KeyV, ctrl}, icon: theme.IconNameContentPaste},
	"file.accept":               {keys: keys{fyne.KeyReturn, ctrl}, icon: theme.IconNameConfirm, group: true},
	"file.skip":                 {keys: keys{fyne.KeyReturn, ctrl | shift}, icon: theme.IconNameCancel},
	"file.export.pdf":           {keys: keys{fyne.KeyE, ctrl}, icon: theme.IconNameDocumentSave, group: true},
	"file.export.docx":          {keys: keys{fyne.KeyS, ctrl | shift}},
	"file.export.changes":       {keys: keys{fyne.KeyW, ctrl | alt}},
	"file.export.txt":           {keys: keys{fyne.KeyT, ctrl | shift}},
	"file.export.akn":           {keys: keys{fyne.KeyA, ctrl | alt}},
	"file.export.json":          {keys: keys{fyne.KeyJ, ctrl | shift}},
	"file.export.html":          {keys: keys{fyne.KeyE, ctrl | shift}},
	"file.preview":              {keys: keys{fyne.KeyP, ctrl | shift}, icon: theme.IconNameVisibility, group: true},
	"file.print":                {keys: keys{fyne.KeyP, ctrl}, icon: theme.IconNameDocumentPrint},
	"file.copy":                 {keys: keys{fyne.KeyC, ctrl | shift}, group: true},
	"file.copy-without-sources": {keys: keys{fyne.KeyF11, ctrl}},
	"file.copy-for-others":      {keys: keys{fyne.KeyF11, shift}},
	"file.copy-encrypted":       {keys: keys{fyne.KeyF11, ctrl | shift}},
	"file.open-encrypted":       {keys: keys{fyne.KeyF11, ctrl | alt}},
	"file.merge":                {keys: keys{fyne.KeyF12, shift}},
	"file.safekeeping":          {keys: keys{fyne.KeyF12, 0}, group: true},
	"file.backup":               {keys: keys{fyne.KeyF12, ctrl}},
	"file.restore":              {keys: keys{fyne.KeyF12, ctrl | shift}},
	"file.verify":               {keys: keys{fyne.KeyY, ctrl | shift}},
	"file.close":                {keys: keys{fyne.KeyW, ctrl}, group: true},
	"file.quit":                 {keys: keys{fyne.KeyQ, ctrl}, group: true},

	"file.import-folder":   {keys: keys{fyne.KeyI, ctrl | shift}},
	"import.next-doubt":    {keys: keys{fyne.KeyF8, 0}, icon: theme.IconNameMoveDown, group: true},
	"import.confirm":       {keys: keys{fyne.KeySpace, ctrl}, icon: theme.IconNameConfirm},
	"import.join":          {keys: keys{fyne.KeyJ, ctrl | alt}},
	"import.split":         {keys: keys{fyne.KeyX, ctrl | alt}},
	"import.word":          {keys: keys{fyne.KeyU, ctrl | alt}},
	"import.note":          {keys: keys{fyne.KeyF, ctrl | alt}},
	"import.leave-out":     {keys: keys{fyne.KeyY, ctrl | alt}},
	"import.undo":          {keys: keys{fyne.KeyZ, ctrl | alt}},
	"import.volume":        {keys: keys{fyne.KeyV, ctrl | alt}},
	"import.accept-all":    {keys: keys{fyne.KeyReturn, ctrl | alt}},
	"gather.keep-doubtful": {keys: keys{fyne.KeyReturn, alt}, icon: theme.IconNameConfirm, group: true},
	"gather.go-on":         {keys: keys{fyne.KeyPeriod, ctrl | alt}, icon: theme.IconNameMediaPlay},
	"gather.stop":          {keys: keys{fyne.KeyPeriod, ctrl}, icon: theme.IconNameCancel},

	"edit.undo":    {keys: keys{fyne.KeyZ, ctrl}, icon: theme.IconNameContentUndo},
	"edit.copy":    {keys: keys{fyne.KeyC, ctrl}, icon: theme.IconNameContentCopy, group: true},
	"edit.search":  {keys: keys{fyne.KeyF, ctrl}, icon: theme.IconNameSearch, group: true},
	"edit.palette": {keys: keys{fyne.KeyK, ctrl}},
	"edit.rename":  {keys: keys{fyne.KeyF2, 0}, group: true},
	"edit.remove":  {keys: keys{fyne.KeyDelete, ctrl}, icon: theme.IconNameDelete},

	"search.phrase":     {keys: keys{fyne.KeyF, ctrl | shift}, icon: theme.IconNameSearch, group: true},
	"search.precedents": {keys: keys{fyne.KeyF5, 0}},
	"search.later":      {keys: keys{fyne.KeyF5, shift}},
	"search.adopted":    {keys: keys{fyne.KeyF5, ctrl}},
	"search.reset":      {keys: keys{fyne.KeyF5, alt}},
	"search.selection":  {keys: keys{fyne.KeyF5, ctrl | shift}},
	"search.origin":     {keys: keys{fyne.KeyF6, ctrl}},
	"search.last":       {keys: keys{fyne.KeyO, ctrl | shift}},
	"search.copy":       {keys: keys{fyne.KeyC, ctrl | alt}},
	"basket.add":        {keys: keys{fyne.KeyG, ctrl}, icon: theme.IconNameContentAdd, group: true},
	"basket.show":       {keys: keys{fyne.KeyG, ctrl | shift}},
	"basket.copy":       {keys: keys{fyne.KeyG, ctrl | alt}},
	"basket.remove":     {keys: keys{fyne.KeyDelete, alt}},
	"basket.phrase":     {keys: keys{fyne.KeyG, alt}},
	"basket.up":         {keys: keys{fyne.KeyUp, alt | shift}},
	"basket.down":       {keys: keys{fyne.KeyDown, alt | shift}},
	"basket.empty":      {keys: keys{fyne.KeyDelete, alt | shift}},

	"view.next-tab":     {keys: keys{fyne.KeyTab, ctrl}},
	"view.previous-tab": {keys: keys{fyne.KeyTab, ctrl | shift}},
	"view.light":        {keys: keys{fyne.KeyL, ctrl | alt}, group: true},
	"view.dark":         {keys: keys{fyne.KeyD, ctrl | alt}},
	"view.system":       {keys: keys{fyne.KeyS, ctrl | alt}},
	"view.larger":       {keys: keys{fyne.KeyEqual, ctrl}, icon: theme.IconNameViewZoomIn, group: true},
	"view.smaller":      {keys: keys{fyne.KeyMinus, ctrl}, icon: theme.IconNameViewZoomOut},
	"view.normal-size":  {keys: keys{fyne.Key0, ctrl}},
	"view.library":      {keys: keys{fyne.KeyB, ctrl}, group: true},
	"view.language.en":  {keys: keys{fyne.KeyE, ctrl | alt}, group: true},
	"view.language.ru":  {keys: keys{fyne.KeyR, ctrl | alt}},

	"view.parallel": {keys: keys{fyne.KeyF3, 0}, group: true},
	"view.cited-by": {keys: keys{fyne.KeyF3, ctrl}},
	"parallel.swap": {keys: keys{fyne.KeyF6, shift}},

	"view.history": {keys: keys{fyne.KeyH, ctrl}, group: true},
	"view.picture": {keys: keys{fyne.KeyH, ctrl | shift}},
	"view.in-text": {keys: keys{fyne.KeyO, ctrl}},

	"view.provenance": {keys: keys{fyne.KeyF6, ctrl | shift}},

	"compare.base":         {keys: keys{fyne.KeyD, ctrl}, icon: theme.IconNameList},
	"compare.choose":       {keys: keys{fyne.KeyD, ctrl | shift}},
	"compare.swap":         {keys: keys{fyne.KeyF6, 0}},
	"compare.next":         {keys: keys{fyne.KeyF8, 0}, icon: theme.IconNameMoveDown, group: true},
	"compare.previous":     {keys: keys{fyne.KeyF8, shift}, icon: theme.IconNameMoveUp},
	"compare.inline":       {keys: keys{fyne.KeyF7, 0}, group: true},
	"compare.changes-only": {keys: keys{fyne.KeyF9, 0}},
	"compare.three":        {keys: keys{fyne.KeyT, ctrl}, group: true},
	"compare.unmarked":     {keys: keys{fyne.KeyF7, shift}},
	"compare.list":         {keys: keys{fyne.KeyL, ctrl}, group: true},
	"compare.by-weight":    {keys: keys{fyne.KeyL, ctrl | shift}},
	"filter.substantive":   {keys: keys{fyne.Key1, ctrl | alt}, group: true},
	"filter.technical":     {keys: keys{fyne.Key2, ctrl | alt}},
	"filter.editorial":     {keys: keys{fyne.Key3, ctrl | alt}},
	"filter.reworded":      {keys: keys{fyne.Key4, ctrl | alt}, group: true},
	"filter.moved":         {keys: keys{fyne.Key5, ctrl | alt}},
	"filter.split":         {keys: keys{fyne.Key6, ctrl | alt}},
	"filter.merged":        {keys: keys{fyne.Key7, ctrl | alt}},
	"filter.new":           {keys: keys{fyne.Key8, ctrl | alt}},
	"filter.deleted":       {keys: keys{fyne.Key9, ctrl | alt}},
	"filter.all":           {keys: keys{fyne.Key0, ctrl | alt}},
	"compare.hold":         {keys: keys{fyne.KeyM, ctrl}, group: true},
	"compare.together":     {keys: keys{fyne.KeyJ, ctrl}},
	"compare.also":         {keys: keys{fyne.KeyM, ctrl | shift}},
	"compare.apart":        {keys: keys{fyne.KeyU, ctrl}},
	"compare.retract":      {keys: keys{fyne.KeyU, ctrl | shift}},

	"agree.open":      {keys: keys{fyne.Key1, ctrl}},
	"agree.bracketed": {keys: keys{fyne.Key2, ctrl}},
	"agree.ad-ref":    {keys: keys{fyne.Key3, ctrl}},
	"agree.agreed":    {keys: keys{fyne.Key4, ctrl}},
	"agree.play":      {keys: keys{fyne.KeyF4, 0}, icon: theme.IconNameInfo, group: true},

	"note.note":        {keys: keys{fyne.KeyF10, 0}, group: true},
	"note.position":    {keys: keys{fyne.KeyF10, ctrl}},
	"note.instruction": {keys: keys{fyne.KeyF10, ctrl | shift}},

	"draft.check":               {keys: keys{fyne.KeyF4, shift}},
	"draft.new":                 {keys: keys{fyne.KeyN, ctrl}, icon: theme.IconNameDocumentCreate},
	"draft.roll":                {keys: keys{fyne.KeyN, ctrl | alt}},
	"draft.insert.preambular":   {keys: keys{fyne.KeyP, ctrl | alt}, icon: theme.IconNameContentAdd, group: true},
	"draft.insert.operative":    {keys: keys{fyne.KeyO, ctrl | alt}, icon: theme.IconNameContentAdd},
	"draft.insert.subparagraph": {keys: keys{fyne.KeyB, ctrl | alt}, icon: theme.IconNameContentAdd},
	"draft.up":                  {keys: keys{fyne.KeyUp, alt}, icon: theme.IconNameMoveUp, group: true},
	"draft.down":                {keys: keys{fyne.KeyDown, alt}, icon: theme.IconNameMoveDown},
	"draft.delete":              {keys: keys{fyne.KeyDelete, ctrl | shift}, icon: theme.IconNameDelete},
	"draft.renumber":            {keys: keys{fyne.KeyN, ctrl | shift}, icon: theme.IconNameList},
	"draft.save":                {keys: keys{fyne.KeyS, ctrl}, icon: theme.IconNameDocumentSave, group: true},
	"draft.discard":             {keys: keys{fyne.KeyW, ctrl | shift}},

	"help.sample":        {keys: keys{fyne.KeyF1, ctrl}},
	"help.remove-sample": {keys: keys{fyne.KeyF1, ctrl | shift}},
	"help.tour":          {keys: keys{fyne.KeyF1, 0}, icon: theme.IconNameHelp, group: true},
	"help.about":         {keys: keys{fyne.KeyF1, shift}},
}

// plainKeys reach a command without a modifier where nobody is writing.
var plainKeys = map[fyne.KeyName]string{
	fyne.Key1: "agree.open", fyne.Key2: "agree.bracketed", fyne.Key3: "agree.ad-ref", fyne.Key4: "agree.agreed",
	fyne.KeyH: "view.history",
}

// standard are the keys that Fyne reports under names of its own.
var standard = map[keys]fyne.Shortcut{
	{fyne.KeyZ, ctrl}: &fyne.ShortcutUndo{},
	{fyne.KeyV, ctrl}: &fyne.ShortcutPaste{},
	{fyne.KeyC, ctrl}: &fyne.ShortcutCopy{},
}

// shortcut is the keys as Fyne knows them; nil for no key.
func (k keys) shortcut() fyne.Shortcut {
	if k.key == "" {
		return nil
	}
	if s, ok := standard[k]; ok {
		return s
	}
	return &desktop.CustomShortcut{KeyName: k.key, Modifier: k.mod}
}

// bare reports whether the keys are such as reach a command as a typed key: Fyne makes no shortcut of them.
func (k keys) bare() bool { return k.mod&^shift == 0 }
