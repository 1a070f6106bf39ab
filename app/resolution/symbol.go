package resolution

import "errors"

// Symbol names a document of the United Nations.
type Symbol struct {
	Body    string // what stands before the session: "A", "A/C.3", "A/RES", "S/RES", "A/HRC/RES", "E/CN.4", "S/PRST"
	Session string // "59", "S-27", "ES-10", "2004", "III" …
	Number  string // "262", "217 A"
	L       int    // n of /L.n
	Rev     int    // n of /Rev.n
	Corr    int    // n of /Corr.n
	Add     int    // n of /Add.n
	Rest    string // whatever else the symbol says
}

// ParseSymbol reads a symbol.
func ParseSymbol(s string) (Symbol, error) { return Symbol{}, errors.New("not a symbol") }

// String is the canonical form.
func (s Symbol) String() string { return s.Body }

// Stage says how far a text with this symbol has come.
func (s Symbol) Stage() Stage { return Working }
