package app

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"mutatis/app/resolution"
)

// Volume cuts a text that holds several resolutions into one import for each, in their order; nil for a text of one. What
// stands before the first, such as a table of contents, is one of them. Pieces are texts, whatever the file was: each
// keeps its own part as its source.
func (i *Import) Volume() ([]*Import, error) {
	pieces := resolution.SplitCompendium(i.Source)
	if len(pieces) < 2 {
		return nil, nil
	}
	var all []*Import
	name := strings.TrimSuffix(i.Name, filepath.Ext(i.Name))
	for n, piece := range pieces {
		if strings.TrimSpace(piece) == "" {
			continue
		}
		one, err := ReadBytesWith(context.Background(), fmt.Sprintf("%s %d.txt", name, n+1), []byte(piece), ReadOptions{})
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// volumeChecked reports whether the text that is checked holds several resolutions.
func (a *App) volumeChecked() bool {
	_, now := a.checking()
	return now != nil && a.writable() && now.isVolume()
}

// isVolume is found out once: it is asked at every change of the window.
func (i *Import) isVolume() bool {
	if i.volume == nil {
		several := len(resolution.SplitCompendium(i.Source)) > 1
		i.volume = &several
	}
	return *i.volume
}

// splitVolume puts the resolutions of a volume into its place, each with a check of its own.
func (a *App) splitVolume() error {
	tab, now := a.checking()
	all, err := now.Volume()
	if err != nil || all == nil {
		return err
	}
	for _, one := range all {
		if err := a.Propose(one); err != nil {
			return err
		}
	}
	at := tab.Current
	tab.Imports = append(tab.Imports[:at:at], append(all, tab.Imports[at+1:]...)...)
	tab.turn(at)
	a.tell("status.volume", len(all))
	return nil
}
