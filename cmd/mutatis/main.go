// Command mutatis opens the window.
//
//	mutatis [--library FILE] [FILE…]
//
// The files named are shown in the import check.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

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
	a, err := open(path)
	if err != nil {
		ui.Refuse(window, err)
		window.ShowAndRun()
		os.Exit(1)
	}
	defer a.Close()
	u := ui.New(a, window, ui.Options{
		Preferences: program.Preferences(), Version: version, Beside: func(work func()) { go work() },
	})
	u.Start(files) // before the first frame, so that it is not painted empty
	program.Lifecycle().SetOnStarted(func() {
		pdf.Warm()
		a.KeepSafe()
	})
	program.Lifecycle().SetOnEnteredForeground(a.ShowChanges)
	program.Run()
}

// open opens the library. Long work runs beside the window and comes home to it.
func open(path string) (*app.App, error) {
	if path == "" {
		own, err := app.DefaultPath()
		if err != nil {
			return nil, err
		}
		path = own
	}
	return app.Open(path, app.Options{
		Go:   func(work func()) { go work() },
		Post: fyne.Do,
		Who:  os.Getenv("USER"),
	})
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
