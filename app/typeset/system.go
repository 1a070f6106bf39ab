package typeset

import (
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/go-text/typesetting/fontscan"
)

// The fonts of the system are looked for once, in the background, when a character is met that no bundled font has.
var system = struct {
	sync.Mutex
	started, done bool
	ready         chan struct{}
	prints        []fontscan.Footprint
	byRune        map[rune]*Font // nil: no font has it
	byFile        map[fontscan.Location]*Font
	waiting       []func()
}{ready: make(chan struct{}), byRune: map[rune]*Font{}, byFile: map[fontscan.Location]*Font{}}

// systemFont finds a font of the system for a character: nil where there is none, and while the system's fonts are
// still being looked for.
func systemFont(r rune) *Font {
	system.Lock()
	defer system.Unlock()
	if !system.done {
		startScan()
		return nil
	}
	if f, known := system.byRune[r]; known {
		return f
	}
	f := findSystemFont(r)
	system.byRune[r] = f
	return f
}

func startScan() {
	if system.started {
		return
	}
	system.started = true
	go scanSystem()
}

func scanSystem() {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	prints, err := fontscan.SystemFonts(log.New(io.Discard, "", 0), filepath.Join(dir, "mutatis"))
	if err != nil {
		prints = nil // no fonts in the system: the box with the character's number says so
	}
	system.Lock()
	system.prints, system.done = prints, true
	waiting := system.waiting
	system.waiting = nil
	close(system.ready)
	system.Unlock()
	for _, f := range waiting {
		f()
	}
}

// OnSystemFonts calls f, from another goroutine, when the fonts of the system have been found: texts with characters
// that no bundled font has should then be shaped anew. It never calls f if no such character is ever met.
func OnSystemFonts(f func()) {
	system.Lock()
	defer system.Unlock()
	if !system.done {
		system.waiting = append(system.waiting, f)
	}
}

// SystemFontsKnown reports whether the fonts of the system have been looked for.
func SystemFontsKnown() bool {
	system.Lock()
	defer system.Unlock()
	return system.done
}

// WaitForSystemFonts looks for the fonts of the system and returns when they are known. What makes a file calls it
// when Missing reports a character without a glyph; a window never does.
func WaitForSystemFonts() {
	system.Lock()
	if !system.done {
		startScan()
	}
	system.Unlock()
	<-system.ready
}

// findSystemFont takes the first upright font of regular weight that has the character, or else any.
func findSystemFont(r rune) *Font {
	var second *fontscan.Footprint
	for i := range system.prints {
		p := &system.prints[i]
		if !p.Runes.Contains(r) {
			continue
		}
		if p.Aspect.Style == 1 && p.Aspect.Weight == 400 {
			if f := loadSystemFont(p); f != nil {
				return f
			}
		} else if second == nil {
			second = p
		}
	}
	if second == nil {
		return nil
	}
	return loadSystemFont(second)
}

func loadSystemFont(p *fontscan.Footprint) *Font {
	if f, known := system.byFile[p.Location]; known {
		return f
	}
	f := readSystemFont(p.Location)
	system.byFile[p.Location] = f
	return f
}

func readSystemFont(l fontscan.Location) *Font {
	data, err := os.ReadFile(l.File)
	if err != nil {
		return nil // removed since it was found
	}
	name := strings.TrimSuffix(filepath.Base(l.File), filepath.Ext(l.File))
	f, err := parseFont(name, data, int(l.Index))
	if err != nil || len(f.Outline(outlinedGlyph(f))) == 0 {
		return nil // a bitmap or colour font: nothing to draw with
	}
	return f
}

// outlinedGlyph is a glyph that has contours if any has.
func outlinedGlyph(f *Font) uint32 {
	for id := uint32(0); id < 64; id++ {
		if len(f.Outline(id)) > 0 {
			return id
		}
	}
	return 0
}
