// Command mutatis-cli does the work of Mutatis from a terminal: it reads, keeps, compares and prints resolution texts.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"mutatis/app/pdf"
)

// streams are what a call reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
	// Whether a person sits before out and err: then no binary file is printed, and long work shows how far it is.
	outSeen, errSeen bool
}

// call is one call of the program: its streams, its flags and the names that stand between them.
type call struct {
	streams
	command command
	names   []string

	// flags of every command
	library  string
	json     bool
	language string
	password string // of PDFs that are locked
	help     bool

	// flags of some commands
	choice
	search
	keeping

	progress progress
	usedIn   bool // whether the standard input was read
}

// errDiffers is not a failure: it makes the program end with 1.
var errDiffers = errors.New("differences")

func main() {
	pdf.Serve() // the program is its own reader of PDFs
	s := streams{os.Stdin, os.Stdout, os.Stderr, isTerminal(os.Stdout), isTerminal(os.Stderr)}
	err := run(os.Args[1:], s)
	switch {
	case err == nil:
	case errors.Is(err, errDiffers):
		os.Exit(1)
	default:
		fmt.Fprintln(os.Stderr, "mutatis-cli: "+err.Error())
		os.Exit(2)
	}
}

// isTerminal reports whether a person sits behind a file. The null device is a character device, too, but nobody is there.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// run carries out one call. It answers errDiffers where a command says "there are differences, findings".
func run(args []string, s streams) error {
	c := &call{streams: s}
	c.out, c.err = lines{s.out, c.progress.end}, lines{s.err, c.progress.clear}
	args, err := c.global(args)
	if err != nil {
		return err
	}
	if len(args) > 0 && args[0] == "help" {
		args, c.help = args[1:], true
	}
	if c.help || len(args) == 0 {
		return c.helpOn(args)
	}
	i := slices.IndexFunc(commands, func(x command) bool { return x.name == args[0] })
	if i < 0 {
		return unknownCommand(args[0])
	}
	c.command = commands[i]
	if err := c.parse(args[1:]); err != nil {
		return err
	}
	if c.help {
		return c.printHelp(c.command.name)
	}
	c.progress.begin(s)
	defer c.progress.end()
	return c.command.run(c)
}
