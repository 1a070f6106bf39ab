package ui

import "fyne.io/fyne/v2"

// keyboards pair the letters of other keyboards with the Latin ones on the same keys. An Arabic B writes two letters and
// has no pair.
var keyboards = [][2]string{
	{"йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm"},
	{"ضصثقفغعهخحشسيبلاتنمئءؤرىة", "qwertyuiopasdfghjklzxcvnm"},
}

// sameKey finds the key by a letter that stands on it on another keyboard.
var sameKey = letterKeys()

func letterKeys() map[rune]fyne.KeyName {
	keys := map[rune]fyne.KeyName{}
	for _, k := range keyboards {
		for i, r := range []rune(k[0]) {
			keys[r] = fyne.KeyName([]rune(k[1])[i] - 'a' + 'A')
		}
	}
	return keys
}
