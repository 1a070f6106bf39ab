package pdf

// faultError is what is wrong with a file, in one of the words below.
type faultError string

func (f faultError) Error() string { return string(f) }

// The faults of a file, each a sentence for the person who opened it.
const (
	faultStart    = "the PDF reader could not be started: copy the text out of the PDF and paste it"
	faultDamaged  = "the file is damaged or no PDF: open it in another program and save it anew"
	faultPassword = "the file wants a password"
	faultSecurity = "the file is protected in a way that is not known here: save a copy without protection"
	faultLarge    = "the file is too large to be read: save the pages that hold the text as a file of their own"
	faultSlow     = "reading the file took too long: save the pages that hold the text as a file of their own"
	faultBroken   = "the file made the PDF reader stop: open it in another program and save it anew"
	faultPage     = "the file has no such page"
	faultGone     = "the PDF reader was stopped from outside: try again"
)
