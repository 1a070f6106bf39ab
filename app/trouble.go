package app

import (
	"errors"

	"mutatis/storage"
)

// troubles are the errors of keeping that a person reads in the interface's language.
var troubles = []struct {
	err error
	key string
}{
	{storage.ErrFull, "full"}, {storage.ErrReadOnly, "read-only"}, {storage.ErrLocked, "locked"}, {storage.ErrDisk, "disk"},
	{storage.ErrNoBackup, "no-backup"}, {storage.ErrBackupRunning, "backup-running"}, {storage.ErrNothingLeft, "nothing-left"},
	{storage.ErrSelf, "self"}, {storage.ErrCutShort, "cut-short"}, {storage.ErrChanging, "changing"}, {storage.ErrStructure, "structure"},
	{storage.ErrNotSound, "not-sound"}, {storage.ErrFuture, "future"}, {storage.ErrOutOfRange, "out-of-range"},
	{storage.ErrPassphrase, "passphrase"}, {storage.ErrNotEncrypted, "not-encrypted"}, {storage.ErrNoPassphrase, "no-passphrase"},
	{storage.ErrNewer, "newer"}, {storage.ErrForeign, "foreign"}, {storage.ErrEmpty, "empty"}, {storage.ErrMissing, "missing"},
	{storage.ErrFolder, "folder"}, {storage.ErrSameFile, "same-file"}, {storage.ErrAltered, "altered"}, {storage.ErrNotThere, "gone"},
	{storage.ErrDamaged, "damaged"}, {storage.ErrNoAccess, "no-access"}, {storage.ErrUnfinished, "unfinished"},
	{storage.ErrNotEmpty, "not-empty"}, {storage.ErrNoTitle, "no-title"}, {storage.ErrClosed, "closed"}, {storage.ErrSameWords, "same-words"},
	{storage.ErrNotBinned, "not-binned"}, {storage.ErrBytesLeft, "bytes-left"}, {storage.ErrNoWords, "no-words"},
	{storage.ErrNothingAsked, "nothing-asked"}, {storage.ErrNoJSON, "no-json"},
}

// trouble is an error in the interface's language.
type trouble struct {
	words string
	cause error
}

func (t *trouble) Error() string { return t.words }
func (t *trouble) Unwrap() error { return t.cause }

// Trouble says an error of keeping in the interface's language; any other one, and all in English, as it is: there it also
// says what was attempted.
func (w Words) Trouble(err error) error {
	if w.Language == "en" {
		return err
	}
	for _, t := range troubles {
		if errors.Is(err, t.err) {
			return &trouble{w.Say("trouble." + t.key), err}
		}
	}
	return err
}
