package app

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"mutatis/storage"
)

// Fault is why a library cannot be opened.
type Fault struct {
	Path string
	Kind string // the key "fault.KIND" says what is wrong and what to do
	Err  error
}

// faultKinds name the errors of the storage that opening a library can answer.
var faultKinds = []struct {
	err  error
	kind string
}{
	{storage.ErrMissing, "missing"}, {storage.ErrNewer, "newer"}, {storage.ErrForeign, "foreign"}, {storage.ErrDamaged, "damaged"},
	{storage.ErrEmpty, "empty"}, {storage.ErrFolder, "folder"}, {storage.ErrLocked, "locked"}, {storage.ErrUnfinished, "unfinished"},
	{storage.ErrReadOnly, "read-only"}, {storage.ErrFull, "full"}, {storage.ErrDisk, "disk"}, {storage.ErrNoAccess, "no-access"},
}

// FaultOf says why the library at path cannot be opened.
func FaultOf(path string, err error) Fault {
	f := Fault{Path: path, Kind: "other", Err: err}
	for _, k := range faultKinds {
		if errors.Is(err, k.err) {
			f.Kind = k.kind
			break
		}
	}
	if f.Kind == "foreign" && strings.EqualFold(filepath.Ext(path), ".mutatis") {
		f.Kind = "headless" // it was a library by its name: its beginning may be lost
	}
	return f
}

// Offer is one thing that can be done where a library cannot be opened.
type Offer string

// The offers. The key "offer.OFFER" is what stands on the button, "offer.OFFER-about" what it does.
const (
	OfferAgain   Offer = "again"   // to open it again
	OfferRestore Offer = "restore" // to put a copy from the disk in its place
	OfferRescue  Offer = "rescue"  // to save what is readable into a new library in its place
	OfferAnew    Offer = "anew"    // to begin a new library in its place
	OfferMake    Offer = "make"    // to make the library that is not there
	OfferCopy    Offer = "copy"    // to copy it to where it can be written
	OfferOther   Offer = "other"   // to open another library
	OfferNew     Offer = "new"     // to make a new library elsewhere
)

// offers are what can be done about each kind of fault. What sets the file aside is offered where it is of no use as it is.
var offers = map[string][]Offer{
	"damaged":    {OfferRestore, OfferRescue, OfferAnew, OfferOther},
	"headless":   {OfferRestore, OfferRescue, OfferAnew, OfferOther},
	"empty":      {OfferAnew, OfferRestore, OfferOther},
	"missing":    {OfferMake, OfferOther},
	"foreign":    {OfferOther, OfferNew},
	"folder":     {OfferOther, OfferNew},
	"newer":      {OfferOther, OfferNew},
	"locked":     {OfferAgain, OfferOther},
	"full":       {OfferAgain, OfferOther},
	"disk":       {OfferAgain, OfferOther, OfferNew},
	"no-access":  {OfferAgain, OfferOther, OfferNew},
	"read-only":  {OfferCopy, OfferAgain, OfferOther},
	"unfinished": {OfferCopy, OfferAgain, OfferOther},
	"other":      {OfferAgain, OfferOther, OfferNew},
}

// Offers are what can be done about it, the likeliest first; to quit can always be done.
func (f Fault) Offers() []Offer { return offers[f.Kind] }

// Restorable reports whether a backup may be put in the place of the file.
func (f Fault) Restorable() bool {
	return slices.Contains(f.Offers(), OfferRestore) || f.Kind == "newer" || f.Kind == "missing"
}

// Fault says what is wrong with a library and what to do, in the interface's language.
func (w Words) Fault(f Fault) string {
	if f.Kind == "other" {
		return f.Err.Error()
	}
	return w.Say("fault." + f.Kind)
}

// RestoreTo puts a backup, or any copy of a library, in the place of a library that is not open, after the copy was checked.
// What stood there is kept under the name that comes back; "" where nothing stood there.
func RestoreTo(library, backup string) (kept string, err error) {
	return RestoreEncrypted(library, backup, "")
}

// RestoreEncrypted is RestoreTo with the passphrase of an encrypted copy; "" for any other.
func RestoreEncrypted(library, backup, passphrase string) (kept string, err error) {
	plain, done, err := plainOf(library, backup, passphrase)
	if err != nil {
		return "", err
	}
	defer done()
	b, err := storage.Restore(context.Background(), library, plain, storage.Options{})
	return b.Path, err
}

// Begin sets a file that cannot be opened aside, so that a new library can be made in its place. The name it is kept
// under comes back.
func Begin(path string) (kept string, err error) { return storage.SetAside(path, time.Now()) }

// CopyElsewhere copies a library that cannot be written where it lies, with what belongs to it.
func CopyElsewhere(from, to string) error { return storage.CopyFiles(from, to) }

// Rescue saves what can be read of a damaged library into a new one in its place.
func Rescue(path string) (*Rescued, error) {
	r, kept, err := storage.Rescue(context.Background(), path, storage.Options{Analyzer: analyzer})
	if err != nil {
		return nil, err
	}
	return &Rescued{Kept: kept, Report: r}, nil
}

// RescueTo saves what can be read of a damaged library into a new one elsewhere; the damaged one is only read.
func RescueTo(damaged, to string) (*Rescued, error) {
	r, err := storage.Salvage(context.Background(), damaged, to, storage.Options{Analyzer: analyzer})
	if err != nil {
		return nil, err
	}
	return &Rescued{Kept: damaged, Report: r}, nil
}
