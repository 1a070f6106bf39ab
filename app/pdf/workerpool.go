package pdf

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"time"
)

const (
	startLimit = 2 * time.Minute // the first start of all compiles PDFium, which takes seconds on an idle machine
	readLimit  = 30 * time.Second
	paintLimit = 15 * time.Second
	slack      = 2 * time.Second // what a worker gets beyond its own limit before it is killed
)

// worker is a process of ours that reads PDFs, one at a time.
type worker struct {
	process *exec.Cmd
	in      io.WriteCloser
	jobs    *gob.Encoder
	answers *gob.Decoder
}

// crew is the workers of the program, one a core at most. Workers live on between files: starting one takes longer than
// reading a text.
type crew struct {
	room  chan struct{} // one token for every worker that may be busy
	first sync.Mutex    // held while the first worker starts: it compiles PDFium for the others
	mu    sync.Mutex
	idle  []*worker
	ready bool // a worker has started before
}

var workers = newCrew(runtime.NumCPU())

func newCrew(size int) *crew { return &crew{room: make(chan struct{}, max(1, size))} }

// close ends the workers that rest.
func (c *crew) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, w := range c.idle {
		w.kill()
	}
	c.idle = nil
}

// Warm starts a worker in the background, so that the first file need not wait for it. The first time on a machine
// this compiles PDFium and keeps the result in the user's cache folder.
func Warm() {
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), startLimit)
		defer cancel()
		if w, err := workers.hire(ctx); err == nil {
			workers.rest(w)
		}
	}()
}

// do has a worker do a job. The worker is killed when the context ends or the limit passes, and replaced when it is
// next needed.
func (c *crew) do(ctx context.Context, j job) (answer, error) {
	w, err := c.hire(ctx)
	if err != nil {
		return answer{}, err
	}
	type reply struct {
		answer
		err error
	}
	replies := make(chan reply, 1)
	go func() {
		var r reply
		if r.err = w.jobs.Encode(j); r.err == nil {
			r.err = w.answers.Decode(&r.answer)
		}
		replies <- r
	}()
	timer := time.NewTimer(j.Limit + slack)
	defer timer.Stop()
	select {
	case r := <-replies:
		switch {
		case r.err != nil:
			c.dismiss(w)
			return answer{}, errors.New(faultGone)
		case r.Last:
			c.dismiss(w)
		default:
			c.rest(w)
		}
		if r.Fault != "" {
			return answer{}, faultError(r.Fault)
		}
		return r.answer, nil
	case <-timer.C:
		c.dismiss(w)
		return answer{}, faultError(faultSlow)
	case <-ctx.Done():
		c.dismiss(w)
		return answer{}, ctx.Err()
	}
}

// hire takes an idle worker or starts one, and waits for room.
func (c *crew) hire(ctx context.Context) (*worker, error) {
	select {
	case c.room <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if w := c.takeIdle(); w != nil {
		return w, nil
	}
	w, err := c.start(ctx)
	if err != nil {
		<-c.room
		return nil, err
	}
	return w, nil
}

func (c *crew) takeIdle() *worker {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.idle) == 0 {
		return nil
	}
	w := c.idle[len(c.idle)-1]
	c.idle = c.idle[:len(c.idle)-1]
	return w
}

// rest puts a worker back.
func (c *crew) rest(w *worker) {
	c.mu.Lock()
	c.idle = append(c.idle, w)
	c.mu.Unlock()
	<-c.room
}

// dismiss ends a worker that was hired.
func (c *crew) dismiss(w *worker) {
	w.kill()
	<-c.room
}

func (w *worker) kill() {
	_ = w.process.Process.Kill() // it may be gone already, which is what is wanted
	_ = w.in.Close()
	go func() { _ = w.process.Wait() }()
}

// start starts a worker and waits until it is ready. While the first of all starts, the others wait for what it
// compiles.
func (c *crew) start(ctx context.Context) (*worker, error) {
	if os.Getenv(workerEnv) == "1" {
		return nil, errors.New("this program was started to read PDFs but does not call pdf.Serve")
	}
	c.first.Lock()
	if c.ready {
		c.first.Unlock()
		return startWorker(ctx)
	}
	defer c.first.Unlock()
	if w := c.takeIdle(); w != nil {
		return w, nil
	}
	w, err := startWorker(ctx)
	c.ready = err == nil
	return w, err
}

func startWorker(ctx context.Context) (*worker, error) {
	path, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding the program: %w", err)
	}
	process := exec.Command(path)
	process.Env = append(os.Environ(), workerEnv+"=1")
	in, err := process.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("starting the PDF reader: %w", err)
	}
	out, err := process.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("starting the PDF reader: %w", err)
	}
	if err := process.Start(); err != nil {
		return nil, fmt.Errorf("starting the PDF reader: %w", err)
	}
	w := &worker{process: process, in: in, jobs: gob.NewEncoder(in), answers: gob.NewDecoder(out)}
	return w, w.greet(ctx)
}

// greet waits until the worker says that it is ready.
func (w *worker) greet(ctx context.Context) error {
	ready := make(chan error, 1)
	go func() {
		var a answer
		if err := w.answers.Decode(&a); err != nil || !a.Ready {
			ready <- faultError(faultStart)
			return
		}
		ready <- nil
	}()
	timer := time.NewTimer(startLimit)
	defer timer.Stop()
	var err error
	select {
	case err = <-ready:
	case <-timer.C:
		err = faultError(faultStart)
	case <-ctx.Done():
		err = ctx.Err()
	}
	if err != nil {
		w.kill()
	}
	return err
}
