package main

// command is one thing the program does. The table below drives what is understood, the help and the advice on errors.
type command struct {
	group, name, takes string
	does               string
	least, most        int // how many names it takes; most -1 is any number
	options            []option
	examples           []string
	finds              bool // it ends with 1 where there are differences or findings
	run                func(*call) error
}

// choice holds the flags that only some commands have.
type choice struct {
	format, output                     string
	series, symbol, stage, date, label string
	session                            int
	author                             string
	comments                           bool
}

// The groups of commands in the order of the help.
var groups = []string{"Texts", "Comparing", "Negotiating", "The library"}

// common are the flags of every command.
var common = []option{
	{"library", "FILE", nil, "the library; without it $MUTATIS_LIBRARY, else your own", func(c *call) any { return &c.library }},
	{"json", "", nil, "one JSON object instead of lines", func(c *call) any { return &c.json }},
	{"language", "", languages, "which language of a text, where there are several", func(c *call) any { return &c.language }},
	{"password", "P", nil, "of PDFs that are locked", func(c *call) any { return &c.password }},
	{"help", "", nil, "shows this", func(c *call) any { return &c.help }},
}

var languages = []string{"ar", "zh", "en", "fr", "ru", "es"}

func format(choices ...string) option {
	return option{"format", "", choices, "of the file or the answer", func(c *call) any { return &c.format }}
}

var output = option{"o", "FILE", nil, "the file to write, whole or not at all", func(c *call) any { return &c.output }}

// placing are the flags that say of a text what the reader may not see.
var placing = []option{
	{"series", "S", nil, "the series the text belongs to, by its title", func(c *call) any { return &c.choice.series }},
	{"symbol", "S", nil, "its symbol: A/C.3/59/L.10/Rev.1", func(c *call) any { return &c.symbol }},
	{"session", "N", nil, "its session: 59", func(c *call) any { return &c.session }},
	{"stage", "", []string{"working", "tabled", "revised", "adopted"}, "how far it has come", func(c *call) any { return &c.stage }},
	{"date", "D", nil, "its date: 2004-12-23", func(c *call) any { return &c.date }},
	{"label", "L", nil, "a name for a text without a symbol", func(c *call) any { return &c.label }},
}

// tracking are the flags of comparisons, those of tracked changes in Word among them.
var tracking = []option{
	format("text", "json", "html", "pdf", "docx"), output,
	{"author", "NAME", nil, "who made the tracked changes of a Word file; without it Mutatis", func(c *call) any { return &c.author }},
	{"comments", "", nil, "moves, weights and reasons of the changes as comments in a Word file", func(c *call) any { return &c.comments }},
}

var commands = []command{
	{"Texts", "read", "TEXT", "reads a text and shows what was recognised", 1, 1, nil,
		[]string{"read draft.docx", "read --json - < draft.txt"}, false, read},
	{"Texts", "show", "TEXT", "one text, clean", 1, 1, nil, []string{"show 59/262"}, false, show},
	{"Texts", "check", "TEXT", "the editor's findings: numbers, notes, brackets, punctuation, citations, dates", 1, 1, nil,
		[]string{"check draft.docx", "check A/C.3/59/L.10 --json"}, true, check},
	{"Texts", "export", "TEXT", "the clean text as a file", 1, 1,
		[]option{format("pdf", "docx", "html", "akn", "txt", "md", "json"), output}, []string{"export 59/262 --format pdf -o clean.pdf", "export 59/262 -o clean.docx"}, false, export},
	{"Texts", "roll", "TEXT", "next session's zero draft: sessions, dates and recalls rolled on, and what a person must look at", 1, 1, rolling,
		[]string{"roll 59/262 --session 60", "roll 59/262 --session 60 -o draft.docx", "roll last-year.pdf --session 60 --json"}, false, roll},

	{"Comparing", "compare", "OLDER NEWER", "what changed between two texts", 2, 2, tracking,
		[]string{"compare 58/190 59/262", "compare draft.docx A/RES/59/262 --format html -o changes.html", "compare 58/190 draft.docx --format docx -o tracked.docx"}, true, compare},
	{"Comparing", "guard", "BASE MARKED.docx", "changes in a Word file that are not marked as changes of its base text", 2, 2,
		[]option{format("text", "json", "html", "pdf"), output}, []string{"guard 58/190 draft.docx", "guard 58/190 draft.docx --format pdf -o unmarked.pdf"}, true, guard},
	{"Comparing", "history", "TEXT PARAGRAPH", "one paragraph through its series", 2, -1, []option{format("html", "pdf"), output},
		[]string{"history 59/262 OP3"}, false, history},
	{"Comparing", "precedents", "[TEXT [PARAGRAPH]]", "earlier texts with these or nearly these words; of a whole text, where each paragraph comes from",
		0, -1, searching, []string{"precedents 59/262 OP3", `precedents --phrase "school garden* AND seeds" --adopted`}, false, precedents},
	{"Comparing", "align", "OLD.json NEW.json", "pairs two lists of paragraphs, in JSON", 2, 2, nil, nil, false, align},

	{"Negotiating", "status", "TEXT [PARAGRAPH… open|bracketed|ad-ref|agreed]", "what is agreed of a text; or says it of paragraphs", 1, -1, nil,
		[]string{"status A/C.3/59/L.10 OP3 PP2 ad-ref"}, false, status},
	{"Negotiating", "play", "TEXT", "the state of play", 1, 1, []option{format("html", "pdf"), output},
		[]string{"play A/C.3/59/L.10", "play A/C.3/59/L.10 --format pdf -o play.pdf"}, false, play},

	{"The library", "add", "FILE…", "imports files, or all of a folder, into the library", 1, -1, placing,
		[]string{"add texts/", "add draft.docx --session 59 --label \"mailed on Monday\""}, false, add},
	{"The library", "list", "", "what is in the library", 0, 0, nil, nil, false, list},
	{"The library", "merge", "OTHER", "takes over what another library has; where they differ, the later word rules", 1, 1, nil, nil, false, merge},
	{"The library", "backup", "FILE", "a checked copy of the library", 1, 1, copying,
		[]string{"backup copy.mutatis --for-others"}, false, backup},
	{"The library", "restore", "[BACKUP]", "lists the backups that were made by themselves; or puts one, or any copy, in the place of the library", 0, 1, nil, nil, false, restore},
	{"The library", "rescue", "DAMAGED", "a new library of what can be read of a damaged one, which stays as it is", 1, 1, []option{output},
		[]string{"rescue library.mutatis -o rescued.mutatis"}, false, rescue},
	{"The library", "decrypt", "FILE.age NEW", "opens an encrypted copy, with the passphrase in $MUTATIS_PASSPHRASE", 2, 2, nil, nil, false, decrypt},
	{"The library", "verify", "", "checks every text of the library", 0, 0, nil, nil, true, verify},
}
