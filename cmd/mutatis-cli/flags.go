package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// option is a flag: how it is typed, what it takes and where it is kept.
type option struct {
	name    string   // without its dashes
	value   string   // what stands for its value in the help; "" for a switch
	choices []string // the only values it may have; nil is any
	does    string
	field   func(*call) any // *string, *int or *bool
}

// dashed is a flag as a person types it.
func (o option) dashed() string {
	if len(o.name) == 1 {
		return "-" + o.name
	}
	return "--" + o.name
}

// takes is what stands behind the flag in the help: "pdf|html", "FILE".
func (o option) takes() string {
	if len(o.choices) > 0 {
		return strings.Join(o.choices, "|")
	}
	return o.value
}

func (o option) isSwitch() bool { return o.takes() == "" }

// set keeps the value of a flag.
func (o option) set(c *call, value string) error {
	if len(o.choices) > 0 && !slices.Contains(o.choices, value) {
		return fmt.Errorf("%s wants %s, not %q%s", o.dashed(), orList(o.choices), value, didYouMean("", value, o.choices))
	}
	switch field := o.field(c).(type) {
	case *string:
		*field = value
	case *int:
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 {
			return fmt.Errorf("%s wants a number, not %q", o.dashed(), value)
		}
		*field = n
	case *bool:
		*field = value != "false"
	}
	return nil
}

// isFlag reports whether an argument is one: a dash alone stands for the standard input, a dash before a figure is a name.
func isFlag(arg string) bool {
	return len(arg) > 1 && arg[0] == '-' && (arg[1] < '0' || arg[1] > '9')
}

// global takes the flags that stand before the command.
func (c *call) global(args []string) ([]string, error) {
	for len(args) > 0 && isFlag(args[0]) {
		rest, err := c.flag(common, args)
		if err != nil {
			return nil, err
		}
		args = rest
	}
	return args, nil
}

// parse takes the command's flags and names, which may stand in any order; behind "--" there are only names.
func (c *call) parse(args []string) (err error) {
	options := append(slices.Clone(common), c.command.options...)
	for len(args) > 0 {
		switch {
		case args[0] == "--":
			c.names, args = append(c.names, args[1:]...), nil
		case !isFlag(args[0]):
			c.names, args = append(c.names, args[0]), args[1:]
		default:
			if args, err = c.flag(options, args); err != nil {
				return err
			}
		}
	}
	if c.help {
		return nil
	}
	return c.command.counted(c.names)
}

// flag takes the flag that args begin with, and its value.
func (c *call) flag(options []option, args []string) ([]string, error) {
	name, value, joined := strings.Cut(strings.TrimLeft(args[0], "-"), "=")
	args = args[1:]
	if name == "h" {
		name = "help"
	}
	i := slices.IndexFunc(options, func(o option) bool { return o.name == name })
	if i < 0 {
		return nil, c.unknownFlag(name, options)
	}
	o := options[i]
	switch {
	case o.isSwitch() && joined && value != "true" && value != "false":
		return nil, fmt.Errorf("%s takes no value: leave out %q", o.dashed(), "="+value)
	case !o.isSwitch() && !joined:
		if len(args) == 0 || isOneOf(options, args[0]) {
			return nil, fmt.Errorf("%s wants a value: %s %s, %s", o.dashed(), o.dashed(), o.takes(), o.does)
		}
		value, args = args[0], args[1:]
	}
	return args, o.set(c, value)
}

// isOneOf reports whether an argument is one of the flags, and so no value of another.
func isOneOf(options []option, arg string) bool {
	name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	return isFlag(arg) && slices.ContainsFunc(options, func(o option) bool { return o.name == name })
}

// unknownFlag says that there is no such flag, which one may have been meant, or whose it is.
func (c *call) unknownFlag(name string, options []option) error {
	typed := option{name: name}.dashed()
	var names []string
	for _, o := range options {
		names = append(names, o.name)
	}
	if near := nearest(name, names); near != "" {
		return fmt.Errorf("%sthere is no flag %s: did you mean %s?", c.command.prefix(), typed, option{name: near}.dashed())
	}
	if c.command.name == "" {
		return fmt.Errorf("there is no flag %s for every command: flags of one command stand behind its name; mutatis-cli help lists them", typed)
	}
	return fmt.Errorf("%s has no flag %s: mutatis-cli help %s lists those it has", c.command.name, typed, c.command.name)
}

func (x command) prefix() string {
	if x.name == "" {
		return ""
	}
	return x.name + ": "
}

// counted refuses a call with too few or too many names, and says how it is typed.
func (x command) counted(names []string) error {
	switch n := len(names); {
	case n < x.least && n == 0:
		return fmt.Errorf("%s wants %s: usage: %s", x.name, x.takes, x.usage())
	case n < x.least:
		return fmt.Errorf("%s wants %s, and only %q was named: usage: %s", x.name, x.takes, strings.Join(names, " "), x.usage())
	case x.most == 0 && n > 0:
		return fmt.Errorf("%s takes no name, and %q stands there: usage: %s", x.name, names[0], x.usage())
	case x.most > 0 && n > x.most:
		return fmt.Errorf("%s takes %s, and %q is too many: a name with blanks stands in quotation marks; usage: %s", x.name, x.takes, names[x.most], x.usage())
	}
	return nil
}
