package typeset

// Levels gives every character of a line its embedding level, even from left to right, odd from right to left. The line
// runs as its first letter does. It is for those who cannot have the line painted here.
func Levels(line string) []int8 { return levels([]rune(line), RunsLeft(line)) }
