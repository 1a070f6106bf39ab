//go:build !windows

package pdf

import (
	"syscall"
	"time"
)

// processorTime is what this process has used of the processors so far.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0 // the limit of the clock on the wall stands
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
