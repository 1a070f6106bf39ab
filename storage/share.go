package storage

import (
	"context"
	"path/filepath"
)

// SaveForOthers writes a library for other people: texts, sources, series, statuses and corrections, read out one by one
// into a new file. Everything else stays here: private notes, unsaved work, settings, what is in the bin or was purged, the
// ledgers. The new file never held any of it, so none of its bytes can.
func (l *Library) SaveForOthers(ctx context.Context, path string, withoutSources bool) error {
	return explain("save a copy for others to "+path, l.saveForOthers(ctx, path, withoutSources))
}

func (l *Library) saveForOthers(ctx context.Context, path string, withoutSources bool) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if err := l.mayReplace(path); err != nil {
		return err
	}
	return replace(path, func(temp string) error {
		o := Options{Now: l.now, Wait: defaultWait, scripts: schemaFiles(), unkept: true}
		if err := migrate(temp, o); err != nil {
			return err
		}
		c, err := Open(temp, o)
		if err != nil {
			return err
		}
		if _, err := c.take(ctx, l, taking{shared: true, withoutSources: withoutSources}); err != nil {
			c.Close()
			return err
		}
		if err := c.Close(); err != nil {
			return err
		}
		return checkCopy(ctx, temp)
	})
}
