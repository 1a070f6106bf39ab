package pdf

import (
	"encoding/gob"
	"errors"
	"io"
	"os"
	"runtime/debug"
	"time"
)

// workerEnv makes the program its own worker: it is started again with this variable set and serves on its standard
// streams until they close. A PDF that makes the reader hang, grow or die costs a worker, never the program.
const workerEnv = "MUTATIS_PDF_WORKER"

// Serve is called first thing in main. In a worker it serves and never returns; everywhere else it does nothing.
func Serve() {
	if os.Getenv(workerEnv) != "1" {
		return
	}
	in, out := os.Stdin, os.Stdout
	os.Stdout = os.Stderr // whatever prints must not get between the answers
	debug.SetGCPercent(40)
	if err := serve(in, out); err != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

// job is what the program asks of a worker.
type job struct {
	Data     []byte
	Password string
	Page     int // to paint, counted from one; 0 reads the text of all
	DPI      int
	Limit    time.Duration
}

// cost is what a job may cost before its first page is read.
func (j job) cost() time.Duration {
	if j.Page > 0 {
		return paintBudget
	}
	return openBudget
}

// answer is what a worker says. Its first says only that it is ready.
type answer struct {
	Ready  bool
	Sheets []sheet
	Faces  []face
	Image  picture
	Fault  string // what is wrong with the file, a fault of the table below
	Last   bool   // the worker ends after this answer and must be replaced
}

// picture is a painted page, four bytes a pixel: red, green, blue, alpha.
type picture struct {
	Width, Height int
	Pixels        []byte
}

// serve answers jobs until the stream ends. The stream is read apart from the work, so that a worker whose program has
// gone ends in the middle of a file.
func serve(in io.Reader, out io.Writer) error {
	encoder := gob.NewEncoder(out)
	e, err := newEngine()
	if err != nil {
		return errors.Join(err, encoder.Encode(answer{Fault: faultStart}))
	}
	e.budget.answers = encoder
	if err := e.budget.say(answer{Ready: true}); err != nil {
		return err
	}
	go e.budget.watch()
	jobs := make(chan job)
	go func() {
		decoder := gob.NewDecoder(in)
		for {
			var j job
			if err := decoder.Decode(&j); err != nil {
				os.Exit(0)
			}
			jobs <- j
		}
	}()
	for j := range jobs {
		e.budget.begin(j.cost())
		a := e.answer(j)
		if err := e.budget.say(a); err != nil || a.Last {
			return err
		}
	}
	return nil
}

// answer does one job.
func (e *engine) answer(j job) (a answer) {
	defer func() {
		if p := recover(); p != nil { // the sandbox broke; nothing of ours is in an unknown state, but it is
			a = answer{Fault: faultBroken, Last: true}
		}
	}()
	a, err := e.work(j)
	var fault faultError
	switch {
	case err == nil:
	case errors.As(err, &fault):
		a = answer{Fault: string(fault)}
	default:
		a = answer{Fault: faultBroken, Last: true}
	}
	a.Last = a.Last || e.grown()
	return a
}

func (e *engine) work(j job) (answer, error) {
	d, err := e.open(j.Data, j.Password)
	if err != nil {
		return answer{}, err
	}
	if j.Page > 0 {
		p, err := d.paint(j.Page-1, j.DPI)
		return answer{Image: p}, errors.Join(err, d.close())
	}
	sheets, err := d.sheets()
	return answer{Sheets: sheets, Faces: d.faces}, errors.Join(err, d.close())
}
