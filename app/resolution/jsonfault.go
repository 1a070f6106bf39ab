package resolution

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
)

// jsonTypes is what JSON must have where a field of ours is of a kind.
var jsonTypes = map[reflect.Kind]string{
	reflect.String: "text in quotation marks", reflect.Int: "a whole number", reflect.Slice: "a list […]",
	reflect.Struct: "an object {…}", reflect.Bool: "true or false",
}

// jsonValues is what stands in the JSON instead.
var jsonValues = map[string]string{"array": "a list", "object": "an object", "string": "text", "bool": "true or false"}

// JSONFault says in a sentence what is wrong with JSON that could not be decoded, and in which line.
func JSONFault(data []byte, err error) error {
	var syntax *json.SyntaxError
	var typed *json.UnmarshalTypeError
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return errors.New("the file is empty, it holds no JSON: check the file")
	case errors.As(err, &syntax) && strings.Contains(err.Error(), "unexpected end"):
		return fmt.Errorf("the JSON breaks off in line %d: the file may be cut short, write it anew", lineAt(data, int64(len(bytes.TrimSpace(data)))))
	case errors.As(err, &syntax):
		return fmt.Errorf("line %d is no JSON (%s): write the file with a program that writes JSON", lineAt(data, syntax.Offset), syntax.Error())
	case errors.As(err, &typed):
		value, _, _ := strings.Cut(typed.Value, " ")
		if v, ok := jsonValues[value]; ok {
			value = v
		} else {
			value = "a number"
		}
		return fmt.Errorf("line %d: %s must be %s, not %s", lineAt(data, typed.Offset), fieldName(typed.Field), jsonTypes[typed.Type.Kind()], value)
	}
	return fmt.Errorf("this is not the JSON of a text: %w", err)
}

// fieldName is the last part of a field's path: the others are ours.
func fieldName(path string) string {
	if path == "" {
		return "the whole"
	}
	return `"` + path[strings.LastIndexByte(path, '.')+1:] + `"`
}

// lineAt is the line of a byte, counted from 1.
func lineAt(data []byte, offset int64) int {
	return 1 + bytes.Count(data[:min(max(offset, 0), int64(len(data)))], []byte("\n"))
}

// ParseParagraphs reads a JSON list of paragraphs {"kind", "number", "text"}. Other fields are passed over; a paragraph
// without a text is refused.
func ParseParagraphs(data []byte) ([]Paragraph, error) {
	var list []struct {
		Paragraph
		Text *string `json:"text"`
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if err := json.Unmarshal(data, &list); err != nil {
		if bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) && json.Valid(data) {
			return nil, errors.New(`this is an object {…}, no list of paragraphs: of what mutatis-cli read --json prints, the list "paragraphs" is wanted alone`)
		}
		return nil, JSONFault(data, err)
	}
	if list == nil {
		return nil, errors.New(`this is no list of paragraphs: [{"kind": "operative", "number": "1", "text": "…"}] is wanted`)
	}
	paragraphs := make([]Paragraph, len(list))
	for i, p := range list {
		if p.Text == nil {
			return nil, fmt.Errorf(`paragraph %d of the list has no "text": give it one, "" where it is empty`, i+1)
		}
		paragraphs[i] = p.Paragraph
		paragraphs[i].Text = *p.Text
	}
	return paragraphs, nil
}
