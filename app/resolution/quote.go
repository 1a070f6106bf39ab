package resolution

import "strings"

// unquoteMail takes the signs off the lines of a text that was copied from an answer to an e-mail, where most lines begin
// with ">". It looks at whole lines; afterwards they begin as they did before they were quoted.
func unquoteMail(text string) string {
	if !strings.Contains(text, "\n>") {
		return text
	}
	lines := strings.Split(text, "\n")
	quoted, filled := 0, 0
	for _, l := range lines {
		if l = strings.TrimSpace(l); l != "" {
			filled++
		}
		if strings.HasPrefix(l, ">") {
			quoted++
		}
	}
	if quoted < 3 || quoted*2 < filled {
		return text
	}
	for i, l := range lines {
		lines[i] = withoutSigns(l)
	}
	return strings.Join(lines, "\n")
}

// withoutSigns takes the signs off one line: "> > The General Assembly," was quoted twice.
func withoutSigns(line string) string {
	rest := strings.TrimLeft(line, " \t")
	if !strings.HasPrefix(rest, ">") {
		return line
	}
	for strings.HasPrefix(rest, ">") {
		rest = strings.TrimPrefix(rest[1:], " ")
	}
	return rest
}
