// Command mutatis-cli does the work of Mutatis from a terminal: it reads, keeps, compares and prints resolution texts.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"mutatis/app"
	"mutatis/app/pdf"
)

// call is one call of the program: its streams, its flags and the names that stand between them.
type call struct {
	out, err io.Writer
	library  string
	json     bool
	language string
	password string // of PDFs that are locked
	names    []string
}

// command is one thing the program does.
type command struct {
	name, usage, does string
	least, most       int // how many names it takes; most -1 is any number
	flags             func(*flag.FlagSet)
	run               func(*call) error
}

// errDiffers is not a failure: it makes the program end with 1.
var errDiffers = errors.New("differences")

func main() {
	pdf.Serve() // the program is its own reader of PDFs
	err := run(os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case err == nil:
	case errors.Is(err, errDiffers):
		os.Exit(1)
	default:
		fmt.Fprintln(os.Stderr, "mutatis-cli: "+err.Error())
		os.Exit(2)
	}
}

// run carries out one call. It answers errDiffers where a command says "there are differences, findings".
func run(args []string, out, errs io.Writer) error {
	c := &call{out: out, err: errs}
	args, err := c.global(args)
	if err != nil {
		return err
	}
	if len(args) == 0 || args[0] == "help" || args[0] == "--help" || args[0] == "-h" {
		fmt.Fprint(out, help())
		return nil
	}
	i := slices.IndexFunc(commands(), func(x command) bool { return x.name == args[0] })
	if i < 0 {
		return fmt.Errorf("there is no command %q: mutatis-cli help lists them", args[0])
	}
	x := commands()[i]
	if err := c.parse(x, args[1:]); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			fmt.Fprintf(out, "mutatis-cli %s %s\n%s\n", x.name, x.usage, x.does)
			return nil
		}
		return err
	}
	return x.run(c)
}

// global takes the flags that stand before the command.
func (c *call) global(args []string) ([]string, error) {
	for len(args) > 0 {
		name, value, joined := strings.Cut(args[0], "=")
		switch {
		case name == "--library" && joined:
			c.library, args = value, args[1:]
		case name == "--library" && len(args) > 1:
			c.library, args = args[1], args[2:]
		case name == "--library":
			return nil, fmt.Errorf("--library wants the library's file")
		case args[0] == "--json":
			c.json, args = true, args[1:]
		default:
			return args, nil
		}
	}
	return args, nil
}

// parse takes a command's flags and names, which may stand in any order.
func (c *call) parse(x command, args []string) error {
	f := flag.NewFlagSet(x.name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.StringVar(&c.library, "library", c.library, "")
	f.StringVar(&c.language, "language", "", "")
	f.StringVar(&c.password, "password", "", "")
	f.BoolVar(&c.json, "json", c.json, "")
	if x.flags != nil {
		x.flags(f)
	}
	for {
		if err := f.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return err
			}
			return fmt.Errorf("%s: %w: usage: mutatis-cli %s %s", x.name, err, x.name, x.usage)
		}
		if args = f.Args(); len(args) == 0 {
			break
		}
		c.names, args = append(c.names, args[0]), args[1:]
	}
	if n := len(c.names); n < x.least || (x.most >= 0 && n > x.most) {
		return fmt.Errorf("usage: mutatis-cli %s %s", x.name, x.usage)
	}
	return nil
}

// path is the library that was named, or the person's own.
func (c *call) path() (string, error) {
	if c.library != "" {
		return c.library, nil
	}
	return app.DefaultPath()
}

// open opens the library that was named, or the person's own.
func (c *call) open() (*app.App, error) {
	path, err := c.path()
	if err != nil {
		return nil, err
	}
	return app.Open(path, app.Options{Language: "en", Who: os.Getenv("USER")})
}

func help() string {
	var b strings.Builder
	b.WriteString("mutatis-cli [--library FILE] COMMAND …\n\n")
	for _, x := range commands() {
		fmt.Fprintf(&b, "  %-8s %s\n           %s\n", x.name, x.usage, x.does)
	}
	b.WriteString("\nA TEXT is a file (" + strings.Join(app.Readable(), " ") + ") or a symbol or number in the library.\n" +
		"--json prints one JSON object. Without --library the library is $MUTATIS_LIBRARY, else your own.\n" +
		"Ends with 0; compare and verify with 1 where there are differences or findings; with 2 where something is wrong.\n")
	return b.String()
}
