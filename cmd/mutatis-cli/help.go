package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"mutatis/app"
)

// helpOn answers "help" and "help COMMAND", however they were asked.
func (c *call) helpOn(names []string) error {
	if len(names) == 0 || isFlag(names[0]) || names[0] == "help" {
		return c.printHelp("")
	}
	if !slices.ContainsFunc(commands, func(x command) bool { return x.name == names[0] }) {
		return unknownCommand(names[0])
	}
	return c.printHelp(names[0])
}

// printHelp shows how a command is typed, "" for all of them.
func (c *call) printHelp(name string) error {
	text := help()
	if i := slices.IndexFunc(commands, func(x command) bool { return x.name == name }); i >= 0 {
		text = commands[i].help()
	}
	_, err := io.WriteString(c.out, text)
	return err
}

// usage is how a command is typed, on one line.
func (x command) usage() string {
	usage := strings.TrimSpace("mutatis-cli " + x.name + " " + x.takes)
	for _, o := range x.options {
		usage += " [" + strings.TrimSpace(o.dashed()+" "+o.takes()) + "]"
	}
	return usage
}

func (x command) help() string {
	var b strings.Builder
	fmt.Fprintf(&b, "mutatis-cli %s\n  %s\n", strings.TrimSpace(x.name+" "+x.takes), x.does)
	writeOptions(&b, "Flags", x.options)
	writeOptions(&b, "Flags of every command", common)
	if len(x.examples) > 0 {
		fmt.Fprintf(&b, "\nFor instance\n")
		for _, e := range x.examples {
			fmt.Fprintf(&b, "  mutatis-cli %s\n", e)
		}
	}
	if strings.Contains(x.takes, "TEXT") || strings.Contains(x.takes, "OLDER") {
		fmt.Fprintf(&b, "\n%s\n", aboutTexts())
	}
	return b.String()
}

// writeOptions writes flags as a table.
func writeOptions(b *strings.Builder, heading string, options []option) {
	if len(options) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", heading)
	wide := 0
	for _, o := range options {
		wide = max(wide, width(o.dashed()+" "+o.takes()))
	}
	for _, o := range options {
		fmt.Fprintf(b, "  %s  %s\n", pad(strings.TrimSpace(o.dashed()+" "+o.takes()), min(wide, 30)), o.does)
	}
}

func aboutTexts() string {
	return "A TEXT is a file (" + strings.Join(app.Readable(), " ") + "), - for the standard input,\n" +
		"or a symbol or number in the library: A/RES/59/262, 59/262, 12."
}

func help() string {
	var b strings.Builder
	b.WriteString("mutatis-cli [--library FILE] COMMAND …\n")
	for _, g := range groups {
		fmt.Fprintf(&b, "\n%s\n", g)
		for _, x := range commands {
			if x.group == g {
				fmt.Fprintf(&b, "  %s %s\n", pad(x.name, 11), x.does)
			}
		}
	}
	b.WriteString("\nmutatis-cli help COMMAND shows how a command is typed, and its flags.\n\n" + aboutTexts() + "\n" +
		"--json prints one JSON object. Without --library the library is $MUTATIS_LIBRARY, else your own;\n" +
		"only add and merge make one that is not there.\n" +
		"Ends with 0; " + finders() + " with 1 where there are differences or findings;\n" +
		"with 2 where something is wrong.\n")
	return b.String()
}

// finders lists the commands that end with 1 where they find something.
func finders() string {
	var names []string
	for _, x := range commands {
		if x.finds {
			names = append(names, x.name)
		}
	}
	return strings.ReplaceAll(orList(names), " or ", " and ")
}
