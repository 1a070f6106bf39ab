//go:build unix

package diff

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// git is the peer that everybody has. It finds no moves, splits or mergers.
const git = "/usr/bin/git"

// BenchmarkAgainstGit compares two texts of 2,000 paragraphs with `git diff --word-diff`, a process, and in this process,
// in turn, and reports how many times more processor time git takes. A ratio below 1 says that git is faster.
func BenchmarkAgainstGit(b *testing.B) {
	if _, err := os.Stat(git); err != nil {
		b.Skip("there is no " + git)
	}
	r := rand.New(rand.NewPCG(1, 2_000))
	older := invented(r, 2_000)
	newer := nextYear(r, older)
	dir := b.TempDir()
	for name, texts := range map[string][]string{"older": older, "newer": newer} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(strings.Join(texts, "\n")+"\n"), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	var theirs, ours time.Duration
	b.ResetTimer()
	for range b.N {
		theirs += wordDiff(b, dir)
		before := processorTime(b)
		compareAll(older, newer)
		ours += processorTime(b) - before
	}
	b.ReportMetric(float64(theirs.Microseconds())/1000/float64(b.N), "git-ms")
	b.ReportMetric(float64(ours.Microseconds())/1000/float64(b.N), "ours-ms")
	b.ReportMetric(float64(theirs)/float64(ours), "git/ours")
}

// wordDiff runs git and answers the processor time it took. Git ends with 1 where it finds differences.
func wordDiff(b *testing.B, dir string) time.Duration {
	command := exec.Command(git, "diff", "--no-index", "--word-diff", "older", "newer")
	command.Dir = dir
	out, err := command.Output()
	if len(out) == 0 {
		b.Fatalf("git diff of the two texts says nothing: %v", err)
	}
	return command.ProcessState.UserTime()
}

// processorTime is the user time this process has taken so far.
func processorTime(b *testing.B) time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano())
}
