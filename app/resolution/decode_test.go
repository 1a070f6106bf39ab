package resolution

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

func utf16Bytes(text string, order binary.AppendByteOrder) []byte {
	var data []byte
	for _, unit := range utf16.Encode([]rune("\ufeff" + text)) {
		data = order.AppendUint16(data, unit)
	}
	return data
}

// misread is text whose UTF-8 bytes were taken for Latin-1, and then saved as UTF-8.
func misread(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		b.WriteRune(rune(c))
	}
	return b.String()
}

func TestDecode(t *testing.T) {
	const russian = "Генеральная Ассамблея, ссылаясь на свою резолюцию 45/158 от 18 декабря 1990 года, просит Генерального секретаря представить доклад."
	tests := []struct {
		name string
		data []byte
		want string
		err  error
	}{
		{"UTF-8", []byte(russian), russian, nil},
		{"with a byte order mark", []byte("\ufeff" + russian), russian, nil},
		{"UTF-16, little end first", utf16Bytes(russian, binary.LittleEndian), russian, nil},
		{"UTF-16, big end first", utf16Bytes(russian, binary.BigEndian), russian, nil},
		{"French accents", []byte("L’Assemblée générale, considérant l’élévation"), "L’Assemblée générale, considérant l’élévation", nil},
		{"Arabic", []byte("إن الجمعية العامة، إذ تشير إلى قرارها"), "إن الجمعية العامة، إذ تشير إلى قرارها", nil},
		{"Chinese", []byte("大会，回顾其第45/158号决议，"), "大会，回顾其第45/158号决议，", nil},
		{"nothing", nil, "", ErrEmpty},
		{"blanks", []byte(" \r\n\t\n"), "", ErrEmpty},
		{"a mark and nothing", []byte("\ufeff"), "", ErrEmpty},
		{"numbers alone", []byte("1. 2. 3/4\n---"), "", ErrNoText},
		{"a PDF", []byte("%PDF-1.7\nabc"), "", ErrBinary},
		{"a zip file", []byte("PK\x03\x04word/document.xml"), "", ErrBinary},
		{"zero bytes", []byte("text\x00text"), "", ErrBinary},
		{"UTF-8 read as Latin-1", []byte(misread(russian)), "", ErrMojibake},
		{"French read as Latin-1", []byte(misread("L’Assemblée générale réaffirme l’égalité")), "", ErrMojibake},
		{"Windows-1251", []byte{0xc3, 0xe5, 0xed, 0xe5, 0xf0, 0xe0, 0xeb, 0xfc, 0xed, 0xe0, 0xff}, "", ErrMojibake},
		{"Windows-1251 read as Latin-1", []byte("Ãåíåðàëüíàÿ Àññàìáëåÿ, ññûëàÿñü íà ñâîþ ðåçîëþöèþ"), "", ErrMojibake},
		{"characters that were lost", []byte("\ufffd\ufffd\ufffd Assembly"), "", ErrMojibake},
		{"fonts of WordPerfect", []byte("?C'!=31!O3a \"AA!<2;=O D!K;0OAL =0 A2>N @57>;NF8N !C&=*1 (O3a?C'!= 31!O3a&C'! =31!>O3a K!J*3<b 9!P=c&d x!z=3a?b q%w^e"), "", ErrMojibake},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Decode(tt.data)
			if got != tt.want || !errors.Is(err, tt.err) {
				t.Errorf("got %q, %v; want %q, %v", got, err, tt.want, tt.err)
			}
		})
	}
}

func TestDetectLanguage(t *testing.T) {
	tests := map[string]Language{
		"The General Assembly, recalling all of its resolutions on the subject":     English,
		"L’Assemblée générale, rappelant les résolutions qui ont été adoptées par":  French,
		"La Asamblea General, recordando sus resoluciones y el informe del Consejo": Spanish,
		"Генеральная Ассамблея, A/RES/59/262, United Nations, Treaty Series":        Russian,
		"大会，回顾其决议 United Nations":                                                   Chinese,
		"إن الجمعية العامة، إذ تشير إلى A/RES/59/262":                               Arabic,
		"A/RES/59/262": "",
		"":             "",
	}
	for text, want := range tests {
		if got := DetectLanguage(text); got != want {
			t.Errorf("%q is in %q, not %q", text, got, want)
		}
	}
}
