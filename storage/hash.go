package storage

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"time"
)

// An encoder hashes values in an encoding that can be read in one way only: a text is its length in bytes and its bytes,
// a number is eight bytes, a list is its length and its members. Each kind of hash begins with its own name, so that no
// hash can pass for one of another kind. docs/storage.md lists what each covers; a change here orphans every library.
type encoder struct{ h hash.Hash }

func encode(name string) encoder {
	e := encoder{sha256.New()}
	e.text(name)
	return e
}

func (e encoder) number(n int) {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], uint64(n))
	e.h.Write(b[:])
}

func (e encoder) bytes(b []byte) {
	e.number(len(b))
	e.h.Write(b)
}

func (e encoder) text(s string) { e.bytes([]byte(s)) }

func (e encoder) texts(all ...string) {
	for _, s := range all {
		e.text(s)
	}
}

func (e encoder) sum() (h Hash) {
	e.h.Sum(h[:0])
	return h
}

// contentHash covers the text: two drafts with the same content are the same draft.
func contentHash(d Draft) Hash {
	e := encode("mutatis content 1")
	e.texts(d.Symbol, d.Number, d.Language)
	e.number(d.Session)
	e.texts(d.Stage, d.Date, d.Title, d.Header)
	e.number(len(d.Paragraphs))
	for _, p := range d.Paragraphs {
		e.texts(p.Kind, p.Number)
		e.number(p.Level)
		e.text(p.Text)
		e.number(p.Opening)
		e.number(len(p.Notes))
		for _, n := range p.Notes {
			e.text(n.Number)
			e.number(n.Offset)
		}
	}
	e.number(len(d.Footnotes))
	for _, f := range d.Footnotes {
		e.texts(f.Number, f.Text)
	}
	e.number(len(d.LeftOut))
	e.texts(d.LeftOut...)
	return e.sum()
}

// origin is where a stored draft came from: kept with the draft, no part of the text.
type origin struct {
	parent UID // zero where there is none
	source Hash
	name   string // of the source; "" where there is none
	media  string
	id     int64 // under which it is stored, 0 for the next one; in no hash
}

// recordHash covers the content and everything else that is kept with a draft and never changes.
func recordHash(d Draft, o origin) Hash {
	e := encode("mutatis record 1")
	e.bytes(d.Content[:])
	e.text(d.Label)
	e.number(integer(d.Sample))
	e.text(timeText(d.Created))
	e.bytes(o.parent[:])
	e.bytes(o.source[:])
	e.texts(o.name, o.media)
	for _, p := range d.Paragraphs {
		e.bytes(p.Words[:])
		e.number(len(p.Citations))
		for _, c := range p.Citations {
			e.text(c.Symbol)
			e.number(c.Offset)
			e.number(c.Length)
		}
	}
	return e.sum()
}

// wordingHash covers what a row of the table wording holds.
func wordingHash(language, text string, words Hash) Hash {
	e := encode("mutatis wording 1")
	e.texts(language, text)
	e.bytes(words[:])
	return e.sum()
}

// eventHash covers an event; draft is the uid of the draft it speaks of.
func eventHash(ev Event, draft UID) Hash {
	e := encode("mutatis event 1")
	e.bytes(ev.UID[:])
	e.bytes(draft[:])
	e.number(ev.Paragraph)
	e.bytes(ev.Words[:])
	e.text(ev.Status)
	e.bytes(ev.Undoes[:])
	e.texts(timeText(ev.At), ev.Who, ev.Remark)
	return e.sum()
}

// pairingHash covers what a person said of two wordings.
func pairingHash(p Pairing) Hash {
	e := encode("mutatis pairing 1")
	e.bytes(p.UID[:])
	e.bytes(p.One[:])
	e.bytes(p.Other[:])
	e.text(string(p.Verdict))
	e.bytes(p.Undoes[:])
	e.texts(timeText(p.At), p.Who)
	return e.sum()
}

// entryHash covers a ledger entry and, through the previous hash, all before it.
func entryHash(previous Hash, n entry) Hash {
	e := encode("mutatis ledger 1")
	e.bytes(previous[:])
	e.number(int(n.seq))
	e.texts(n.at, n.kind)
	e.bytes(n.subject[:])
	e.bytes(n.digest[:])
	return e.sum()
}

// timeForm sorts as text: always UTC, always nine decimals.
const timeForm = "2006-01-02T15:04:05.000000000Z"

func timeText(t time.Time) string { return t.UTC().Format(timeForm) }

func parseTime(s string) (time.Time, error) { return time.Parse(timeForm, s) }

func integer(b bool) int {
	if b {
		return 1
	}
	return 0
}
