package pdf

import (
	"encoding/gob"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// What a file may cost in time of the processor, however busy the machine is: so much to be opened and for its first
// page, and so much more for each page that was read. A page of text takes a hundredth of a second.
const (
	openBudget  = 1500 * time.Millisecond
	pageBudget  = 200 * time.Millisecond
	paintBudget = 2 * time.Second
	watchEvery  = 25 * time.Millisecond
)

// budget is what the job at hand may still cost. PDFium cannot be interrupted: a job beyond its budget ends with its
// process, which says so before it goes.
type budget struct {
	mu      sync.Mutex // held while an answer is written
	answers *gob.Encoder
	left    atomic.Int64 // the processor time at which the job is given up; 0 = no job
}

// begin starts a job, more extends it.
func (b *budget) begin(cost time.Duration) { b.left.Store(int64(processorTime() + cost)) }
func (b *budget) more(cost time.Duration)  { b.left.Add(int64(cost)) }

// say writes an answer and ends the job.
func (b *budget) say(a answer) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.left.Store(0)
	return b.answers.Encode(a)
}

// watch gives a job up that costs too much.
func (b *budget) watch() {
	for range time.Tick(watchEvery) {
		if left := b.left.Load(); left > 0 && int64(processorTime()) > left && b.mu.TryLock() {
			if b.left.Load() > 0 {
				_ = b.answers.Encode(answer{Fault: faultSlow, Last: true}) // the program may be gone already
				os.Exit(0)
			}
			b.mu.Unlock()
		}
	}
}
