package app

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// GatherOptions say how files are gathered. The zero value is what the window wants.
type GatherOptions struct {
	Password     string
	Series       string                         // the title of the series for all, made if it is not there; "" proposes one for each
	Prepare      func(*Import) error            // sets what a person knows better than the reader
	KeepDoubtful bool                           // keeps doubtful texts as they were read
	Progress     func(done, of int, now string) // at most ten times a second
}

// gatherer reads files, two at a time, and keeps them in their order. It owns nothing of the App: it works in the
// background and hands over what it did.
type gatherer struct {
	library  *storage.Library
	options  GatherOptions
	read     ReadOptions
	words    Words
	texts    []Text
	series   []storage.Series
	placer   *placer
	named    int64 // the series that all go to
	seen     map[storage.Hash]outcome
	again    bool
	broken   []outcome // folders that could not be read
	listed   func(files []string)
	progress func(now string, some []outcome)
}

// outcome is what became of a file, and what was stored.
type outcome struct {
	Gathered
	stored storedText
	again  bool // it was in the list before
}

func (a *App) newGatherer(o GatherOptions) *gatherer {
	return &gatherer{
		library: a.library, options: o, read: a.readOptions(o.Password), words: a.Words, texts: a.texts, series: a.series,
		seen: map[storage.Hash]outcome{}, listed: func([]string) {}, progress: func(string, []outcome) {},
	}
}

// Gather reads files and folders into the library, here and now, until the context ends, and says what became of each.
func (a *App) Gather(ctx context.Context, names []string, o GatherOptions) ([]Gathered, error) {
	g := a.newGatherer(o)
	var all []Gathered
	var stored []storedText
	done, of := 0, 0
	g.listed = func(files []string) { of = len(files) }
	g.progress = func(now string, some []outcome) {
		for _, x := range some {
			all = append(all, x.Gathered)
			if x.stored.text.ID != 0 {
				stored = append(stored, x.stored)
			}
		}
		done += len(some)
		if o.Progress != nil {
			o.Progress(done, of, now)
		}
	}
	g.run(ctx, g.expand(names))
	return all, a.adopt(stored...)
}

// reading is a file that is being read, or was.
type reading struct {
	path string
	done chan struct{}
	hash storage.Hash
	text int64 // of the library that was read from the same bytes
	made *Import
	err  error
}

// Two files are read at a time, and a few more may wait to be kept in their turn.
const (
	atOnce = 2
	waits  = 4
)

// pause is how long progress is held back: it is told ten times a second.
const pause = 100 * time.Millisecond

// run reads the files and tells of each, in their order.
func (g *gatherer) run(ctx context.Context, files []string) {
	g.listed(files)
	g.placer = newPlacer(g.library, g.texts)
	queue := g.start(ctx, files)
	tick := time.NewTicker(pause)
	defer tick.Stop()
	waiting := g.broken
	tell := func(now string) {
		if g.progress(now, waiting); len(waiting) > 0 {
			waiting = nil
		}
	}
	for r := range queue {
		for read := false; !read; {
			select {
			case <-r.done:
				read = true
			case <-ctx.Done():
				read = true
			case <-tick.C:
				tell(r.path)
			}
		}
		waiting = append(waiting, g.settle(ctx, r))
	}
	tell("")
}

// start hands out the files as they are read, in their order. It ends with the files, or hands out the rest unread.
func (g *gatherer) start(ctx context.Context, files []string) <-chan *reading {
	queue := make(chan *reading, waits)
	free := make(chan struct{}, atOnce)
	go func() {
		defer close(queue)
		for _, path := range files {
			r := &reading{path: path, done: make(chan struct{})}
			select {
			case free <- struct{}{}:
				go func() {
					defer func() { <-free }()
					g.readOne(ctx, r)
				}()
			case <-ctx.Done():
				r.err = ctx.Err()
				close(r.done)
			}
			queue <- r
		}
	}()
	return queue
}

// readOne reads a file, unless its bytes are in the library already. Whatever is wrong with it is its own trouble.
func (g *gatherer) readOne(ctx context.Context, r *reading) {
	defer close(r.done)
	defer func() {
		if broken := recover(); broken != nil {
			r.err = fmt.Errorf("%s cannot be read: the reader failed (%v)", filepath.Base(r.path), broken)
		}
	}()
	if r.err = ctx.Err(); r.err != nil {
		return
	}
	data, err := loadFile(r.path)
	if err != nil {
		r.err = err
		return
	}
	r.hash = sourceHash(data)
	if r.text, r.err = g.library.ReadFrom(r.hash); r.text != 0 || r.err != nil {
		return
	}
	r.made, r.err = ReadBytesWith(ctx, filepath.Base(r.path), data, g.read)
	if r.err == nil {
		r.made.Path = r.path
	}
}

// settle decides what becomes of a file that was read, and keeps it.
func (g *gatherer) settle(ctx context.Context, r *reading) outcome {
	o := outcome{Gathered: Gathered{Path: r.path}, again: g.again}
	if ctx.Err() != nil {
		o.Outcome, o.Sentence = GatheredMissed, g.words.Say("gather.missed")
		return o
	}
	if was, twice := g.seen[r.hash]; twice && r.hash != (storage.Hash{}) && r.err == nil {
		return g.twice(o, was)
	}
	switch {
	case errors.Is(r.err, ErrLocked):
		o.Outcome, o.Sentence = GatheredRefused, g.words.Say("gather.locked")
	case r.err != nil:
		o.Outcome, o.Sentence = GatheredRefused, r.err.Error()
	case r.text != 0:
		o.Outcome, o.Text, o.Sentence = GatheredAlready, r.text, g.words.Say("gather.already", g.name(r.text))
	default:
		o.Name = textName(r.made.Draft.Symbol, r.made.Draft.Title())
		g.keep(&o, r.made)
	}
	if t, ok := g.placer.texts[o.Text]; ok {
		o.Name = textName(t.Symbol, t.Title)
	}
	if r.hash != (storage.Hash{}) {
		g.seen[r.hash] = o
	}
	return o
}

// twice is the outcome of a file whose bytes another one of the same list has.
func (g *gatherer) twice(o, was outcome) outcome {
	o.Outcome, o.Text, o.Sentence = GatheredAlready, was.Text, g.words.Say("gather.twice", filepath.Base(was.Path))
	if was.Outcome == GatheredRefused {
		o.Outcome, o.Sentence = GatheredRefused, was.Sentence
	}
	return o
}

// textName is what a text is called in a list: its symbol and its title.
func textName(symbol, title string) string {
	return strings.Trim(symbol+" · "+title, " ·")
}

func (g *gatherer) name(id int64) string {
	if t, ok := g.placer.texts[id]; ok {
		return t.Name()
	}
	return fmt.Sprint("#", id)
}

// keep puts a text into the library, unless it is doubtful and is to wait.
func (g *gatherer) keep(o *outcome, i *Import) {
	err := g.prepare(i)
	o.Problems = len(i.Problems)
	if err == nil && !i.sure() {
		o.Outcome, o.Sentence = GatheredDoubtful, g.words.Say("gather.doubts", len(i.Problems), g.words.Problem(i.Problems[0]))
		if !g.options.KeepDoubtful {
			return
		}
	}
	if err == nil {
		o.stored, err = store(g.library, i)
	}
	if err != nil {
		o.Outcome, o.Sentence = GatheredRefused, err.Error()
		return
	}
	o.Text = o.stored.text.ID
	switch {
	case o.stored.already:
		o.Outcome, o.Sentence = GatheredAlready, g.words.Say("gather.already", o.stored.text.Name())
	case o.Outcome == "" || g.again:
		o.Outcome, o.Sentence = GatheredRead, ""
	}
	if err := g.tellNamesake(o, i.Draft); err != nil {
		o.Sentence = err.Error()
	}
	g.placer.add(o.stored.text)
	if g.options.Series != "" {
		g.named = o.stored.text.Series
	}
}

// prepare sets what a person has said of the files, and finds the text's place.
func (g *gatherer) prepare(i *Import) error {
	if g.options.Prepare != nil {
		if err := g.options.Prepare(i); err != nil {
			return fmt.Errorf("%s: %w", i.Name, err)
		}
	}
	if err := g.placer.place(i, g.words.Say("series.untitled")); err != nil || g.options.Series == "" {
		return err
	}
	if g.named == 0 {
		g.named = seriesTitled(g.series, g.options.Series)
	}
	i.Place.Series, i.Place.Title = g.named, g.options.Series
	return nil
}

// seriesTitled is the series with a title, however it is written; 0 for none.
func seriesTitled(all []storage.Series, title string) int64 {
	for _, s := range all {
		if resolution.Fold(s.Title) == resolution.Fold(title) {
			return s.ID
		}
	}
	return 0
}
