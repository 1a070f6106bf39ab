package pdf

import (
	"bytes"
	"encoding/binary"
)

// A shape is one drawn character of an embedded font: its contours as a Type 2 charstring in thousandths of an em.
type shape struct {
	charstring []byte
	width      int
}

// The operators of the Compact Font Format (Adobe Technical Notes 5176 and 5177) that are needed here.
const (
	opCharset       = 15
	opCharStrings   = 17
	opPrivate       = 18
	opFontBBox      = 5
	opDefaultWidth  = 20
	opNominalWidth  = 21
	escape          = 12
	opROS           = 30 // after escape, as the next three
	opCIDCount      = 34
	opFDArray       = 36
	opFDSelect      = 37
	firstOwnString  = 391 // strings below are the standard's own
	wideInteger     = 29
	shortInteger    = 28
	opRightMoveTo   = 21
	opRightLineTo   = 5
	opRightCurveTo  = 8
	opEndChar       = 14
	headerSize      = 4
	offsetBytes     = 4
	rangeOfSelect   = 3
	rangesOfCharset = 2
)

// compactFont writes a CID-keyed font whose shape n is CID n. Shape 0 is what stands for a missing character.
func compactFont(name string, shapes []shape, box [4]int) []byte {
	charstrings := make([][]byte, len(shapes))
	for i, s := range shapes {
		charstrings[i] = s.charstring
	}
	head := append([]byte{1, 0, headerSize, offsetBytes}, index([][]byte{[]byte(name)})...)
	tail := append(index([][]byte{[]byte("Adobe"), []byte("Identity")}), index(nil)...) // strings, no subroutines
	parts := [][]byte{charset(len(shapes)), selectOne(len(shapes)), index(charstrings), nil}
	parts[3] = index([][]byte{privateAt(0)}) // all dictionaries have the length they will have
	top := index([][]byte{topDict(len(shapes), box, [4]int{})})
	var at [4]int
	offset := len(head) + len(top) + len(tail)
	for i, part := range parts {
		at[i] = offset
		offset += len(part)
	}
	parts[3] = index([][]byte{privateAt(offset)})
	parts = append(parts, private())
	out := append(head, index([][]byte{topDict(len(shapes), box, at)})...)
	out = append(out, tail...)
	for _, part := range parts {
		out = append(out, part...)
	}
	return out
}

// private says that no shape leaves its width out. The standard lets this part be empty, some readers do not.
func private() []byte {
	return operator(operator(nil, []int{0}, opDefaultWidth), []int{0}, opNominalWidth)
}

// topDict lists where the parts stand: charset, selection, charstrings, dictionaries.
func topDict(count int, box [4]int, at [4]int) []byte {
	var b []byte
	b = operator(b, []int{firstOwnString, firstOwnString + 1, 0}, escape, opROS)
	b = operator(b, box[:], opFontBBox)
	b = operator(b, []int{count}, escape, opCIDCount)
	b = operator(b, at[0:1], opCharset)
	b = operator(b, at[1:2], escape, opFDSelect)
	b = operator(b, at[2:3], opCharStrings)
	return operator(b, at[3:4], escape, opFDArray)
}

func privateAt(offset int) []byte { return operator(nil, []int{len(private()), offset}, opPrivate) }

// operator writes operands at their full width, so that a dictionary is as long before its offsets are known.
func operator(b []byte, operands []int, op ...byte) []byte {
	for _, v := range operands {
		b = append(b, wideInteger)
		b = binary.BigEndian.AppendUint32(b, uint32(int32(v)))
	}
	return append(b, op...)
}

// index is the format's list of byte strings.
func index(items [][]byte) []byte {
	b := binary.BigEndian.AppendUint16(nil, uint16(len(items)))
	if len(items) == 0 {
		return b
	}
	b = append(b, offsetBytes)
	offset := uint32(1)
	for _, item := range items {
		b = binary.BigEndian.AppendUint32(b, offset)
		offset += uint32(len(item))
	}
	b = binary.BigEndian.AppendUint32(b, offset)
	return append(b, bytes.Join(items, nil)...)
}

// charset says that shape n is CID n.
func charset(count int) []byte {
	if count < 2 {
		return []byte{0}
	}
	b := []byte{rangesOfCharset, 0, 1}
	return binary.BigEndian.AppendUint16(b, uint16(count-2))
}

// selectOne gives all shapes the first font dictionary.
func selectOne(count int) []byte {
	return binary.BigEndian.AppendUint16([]byte{rangeOfSelect, 0, 1, 0, 0, 0}, uint16(count))
}
