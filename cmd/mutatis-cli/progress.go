package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"sync"
	"time"
)

// progress shows on one line of a terminal how far long work is, and that it goes on; nothing in a pipe.
type progress struct {
	mu    sync.Mutex
	to    io.Writer // nil where nobody looks on
	says  string
	since time.Time
	shown bool
	stop  chan struct{}
}

// patience is how long work may take before it says anything.
const patience = time.Second

// begin lets the line come up after a while.
func (p *progress) begin(s streams) {
	if !s.errSeen {
		return
	}
	p.to, p.since, p.stop = s.err, time.Now(), make(chan struct{})
	go func() {
		tick := time.NewTicker(patience)
		defer tick.Stop()
		for {
			select {
			case <-p.stop:
				return
			case <-tick.C:
				p.draw()
			}
		}
	}()
}

// say sets what the line says: "12 of 300 A_RES_59_262.pdf".
func (p *progress) say(format string, values ...any) {
	if p.to == nil {
		return
	}
	p.mu.Lock()
	p.says = fmt.Sprintf(format, values...)
	p.mu.Unlock()
	if time.Since(p.since) > patience {
		p.draw()
	}
}

func (p *progress) draw() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.to == nil {
		return
	}
	says := p.says
	if says == "" {
		says = "at work"
	}
	line := fmt.Sprintf("%s (%d s)", says, int(time.Since(p.since).Seconds()))
	fmt.Fprint(p.to, "\r\x1b[K"+cut(line, columns()-1))
	p.shown = true
}

// end takes the line away. It may be called twice: before the answer is printed and when all is done.
func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.to == nil {
		return
	}
	close(p.stop)
	p.erase()
	p.to = nil
}

// clear takes the line away until it is drawn again.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.erase()
}

func (p *progress) erase() {
	if p.shown {
		fmt.Fprint(p.to, "\r\x1b[K")
		p.shown = false
	}
}

// columns is how wide the terminal is, as far as it is told.
func columns() int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 20 {
		return n
	}
	return 80
}
