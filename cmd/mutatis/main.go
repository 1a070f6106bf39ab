// Command mutatis opens the window.
//
//	mutatis [--library FILE] [FILE…]
//
// The files named are shown in the import check. A library that is named and not there is not made unasked.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"mutatis/app"
	"mutatis/app/pdf"
	"mutatis/app/ui"
	"mutatis/assets"
)

// version is the program's, as FyneApp.toml has it.
const version = "0.1.0"

func main() {
	pdf.Serve() // the program is its own reader of PDFs: before anything of the window
	library := flag.String("library", "", "the library `file`; without it your own")
	showVersion := flag.Bool("version", false, "print the version")
	flag.Parse()
	if *showVersion {
		fmt.Println("mutatis", version)
		return
	}
	run(*library, absolute(flag.Args()))
}

func run(path string, files []string) {
	go ui.Warm()
	program := fyneapp.NewWithID("org.mutatis.Mutatis")
	program.SetIcon(fyne.NewStaticResource("mutatis.png", assets.Icon))
	window := program.NewWindow("Mutatis")
	window.SetMaster()
	p := &opening{files: files, window: window, post: fyne.Do, preferences: program.Preferences()}
	if err := p.open(path, path == "", nil); err != nil {
		ui.Refuse(window, ui.Refusal{Path: p.path, Err: err, Preferences: p.preferences, Open: p.openNow, Work: p.work})
		window.Show()
	}
	program.Lifecycle().SetOnStarted(p.begin)
	program.Lifecycle().SetOnEnteredForeground(p.look)
	program.Run()
	if p.app == nil {
		os.Exit(1)
	}
	p.app.Close()
}

// opening is the library that is being opened in a window, and then the program that works with it.
type opening struct {
	path        string
	files       []string
	window      fyne.Window
	post        func(func())
	preferences fyne.Preferences
	bare        bool     // a library that is made stays empty: a person asked for a new one
	app         *app.App // nil while there is none
}

// open opens the library at path, the person's own where it is "", and shows it; made says that it may be made. Then gets
// the program. Long work runs beside the window and comes home to it.
func (p *opening) open(path string, made bool, then func(*app.App)) error {
	if path == "" {
		own, err := app.DefaultPath()
		if err != nil {
			return err
		}
		path = own
	}
	path = absolute([]string{path})[0]
	p.path = path
	a, err := app.Open(path, app.Options{Go: func(work func()) { go work() }, Post: p.post, Who: os.Getenv("USER"), Existing: !made, Bare: p.bare})
	if err != nil {
		return err
	}
	p.app = a
	u := ui.New(a, p.window, ui.Options{Preferences: p.preferences, Version: version, Beside: func(work func()) { go work() }})
	u.Start(p.files) // before the first frame, so that it is not painted empty
	if then != nil {
		then(a)
	}
	return nil
}

// openNow opens a library in a window that is there already, in the place of one that cannot be opened.
func (p *opening) openNow(path string, made bool, then func(*app.App)) error {
	p.bare = true
	err := p.open(path, made, then)
	if err == nil {
		p.begin()
	}
	return err
}

// work does what takes long beside the window.
func (p *opening) work(long func() error, home func(error)) {
	go func() {
		err := long()
		p.post(func() { home(err) })
	}()
}

// begin starts what works beside the window once it is there.
func (p *opening) begin() {
	if p.app == nil {
		return
	}
	pdf.Warm()
	p.app.KeepSafe()
	go func() {
		for range time.Tick(watchEvery) {
			p.post(p.look)
		}
	}()
}

// watchEvery is how often the window looks for what another one changed in its library.
const watchEvery = 3 * time.Second

func (p *opening) look() {
	if p.app != nil {
		p.app.ShowChanges()
	}
}

// absolute makes the names of files hold wherever the program works.
func absolute(files []string) []string {
	for i, f := range files {
		if path, err := filepath.Abs(f); err == nil {
			files[i] = path
		}
	}
	return files
}
