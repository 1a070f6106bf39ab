package assets

import (
	"embed"
	"encoding/json"
)

//go:embed sample
var sample embed.FS

// SampleText is one text of the sample library: an invented annual resolution, worded for Mutatis and labelled as a
// sample in its first line. Its text is as a reader gets it out of a PDF: masthead, page furniture, notes at page feet.
type SampleText struct {
	File        string `json:"file"`
	Series      string `json:"series"`
	Symbol      string `json:"symbol"`
	Session     int    `json:"session"`
	Stage       string `json:"stage"` // tabled, revised, adopted
	Language    string `json:"language"`
	Date        string `json:"date"`        // ISO 8601: of adoption, or of distribution for a draft
	Parent      string `json:"parent"`      // the file of the draft this one was made from, "" where there is none
	Predecessor string `json:"predecessor"` // the file of the adopted text it follows on from, "" where there is none
	Text        string `json:"-"`
}

// SampleTexts lists the sample library, a text after the texts it names as parent and predecessor.
func SampleTexts() []SampleText {
	index, err := sample.ReadFile("sample/index.json")
	if err != nil {
		panic("assets: " + err.Error()) // our own file, checked by a test
	}
	var texts []SampleText
	if err := json.Unmarshal(index, &texts); err != nil {
		panic("assets: sample/index.json: " + err.Error())
	}
	for i := range texts {
		body, err := sample.ReadFile("sample/" + texts[i].File)
		if err != nil {
			panic("assets: " + err.Error())
		}
		texts[i].Text = string(body)
	}
	return texts
}
