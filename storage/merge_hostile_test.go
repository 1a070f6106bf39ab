package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The other file is not trusted.
func TestMergeOfAHostileFile(t *testing.T) {
	sqlChange := func(statements string) func(t *testing.T, path string) {
		return func(t *testing.T, path string) {
			_, err := outside(t, path).Exec(statements)
			must(t, err)
		}
	}
	// honest gives a change by one who knows how to make the hashes right.
	honest := func(change func(l *Library) error) func(t *testing.T, path string) {
		return func(t *testing.T, path string) { must(t, change(mustOpenAt(t, path))) }
	}
	for _, c := range []struct {
		name string
		harm func(t *testing.T, path string)
		want error
	}{
		{"a trigger", sqlChange("CREATE TRIGGER planted AFTER INSERT ON draft BEGIN DELETE FROM setting; END"), ErrStructure},
		{"a view", sqlChange("CREATE VIEW planted AS SELECT load_extension('x')"), ErrStructure},
		{"a view in the place of a table", sqlChange("ALTER TABLE setting RENAME TO s2; CREATE VIEW setting AS SELECT * FROM s2"), ErrStructure},
		{"a guard less", sqlChange("DROP TRIGGER draft_delete"), ErrStructure},
		{"a table more", sqlChange("CREATE TABLE planted (x)"), ErrStructure},
		{"an index by a function", sqlChange("CREATE INDEX planted ON draft(abs(session))"), ErrStructure},
		{"a word", func(t *testing.T, path string) {
			edit(t, path, func(b []byte) []byte {
				return []byte(strings.ReplaceAll(string(b), "wells clean and", "walls clean and"))
			})
		}, ErrNotSound},
		{"a status", sqlChange("INSERT INTO event SELECT 99, randomblob(16), draft, paragraph, words, 'open', undoes, at, who, remark, hash FROM event WHERE id = 4"), ErrNotSound},
		{"a newer schema", sqlChange("PRAGMA user_version = 99"), ErrNewer},
		{"another program's", sqlChange("PRAGMA application_id = 7"), ErrForeign},
		{"truncated", func(t *testing.T, path string) { must(t, os.Truncate(path, 9000)) }, ErrDamaged},
		{"no database", func(t *testing.T, path string) { must(t, os.WriteFile(path, []byte("a letter"), 0o600)) }, ErrForeign},
		{"empty", func(t *testing.T, path string) { must(t, os.Truncate(path, 0)) }, ErrEmpty},
		{"a journal beside it", func(t *testing.T, path string) { must(t, os.WriteFile(path+"-journal", []byte("x"), 0o600)) }, ErrCutShort},
		{"a status in the year 9000", honest(func(l *Library) error {
			return l.AddEvents([]Event{{Draft: 1, Status: "open", At: clock.AddDate(6000, 0, 0)}})
		}), ErrFuture},
		{"a title in the year 9000", sqlChange("INSERT INTO series(uid, title, titled) VALUES (zeroblob(16), 'x', '9000-01-01T00:00:00.000000000Z')"), ErrFuture},
		{"a time that is none", sqlChange("INSERT INTO series(uid, title, titled) VALUES (zeroblob(16), 'x', '1000 tomorrow')"), ErrNotSound},
		{"a mark outside the words", honest(func(l *Library) error {
			d := sample("A/RES/59/1", "en", "short")
			d.Paragraphs[0].Notes = []NoteCall{{"1", 1 << 40}}
			_, _, err := l.AddDraft(d, nil)
			return err
		}), ErrOutOfRange},
		{"letters that are none", honest(func(l *Library) error {
			_, _, err := l.AddDraft(sample("A/RES/59/1", "en", "\xff\xfe"), nil)
			return err
		}), ErrOutOfRange},
		{"a citation longer than numbers go", honest(func(l *Library) error {
			d := sample("A/RES/59/1", "en", "short")
			d.Paragraphs[0].Citations = []Citation{{"A/RES/1/1", 5, 1<<63 - 1}}
			_, _, err := l.AddDraft(d, nil)
			return err
		}), ErrOutOfRange},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := mustOpen(t)
			mustAdd(t, l, sample("A/RES/60/1", "en", "Ours"), nil)
			other := storedLibrary(t)
			c.harm(t, other)
			before, hostile := everything(t, l.Path()), fileSum(t, other)
			if _, err := l.Merge(context.Background(), other); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if everything(t, l.Path()) != before {
				t.Error("something of it was taken")
			}
			if fileSum(t, other) != hostile {
				t.Error("the other file was written to")
			}
			must(t, verifyClean(l))
		})
	}
	l := mustOpenAt(t, storedLibrary(t))
	if _, err := l.Merge(context.Background(), l.Path()); !errors.Is(err, ErrSelf) {
		t.Error(err)
	}
}

func fileSum(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	e := encode("a file")
	e.bytes(b)
	return fmt.Sprintf("%x", e.sum())
}

// Libraries of earlier versions are brought up to date in the copy; the file itself stays as it is.
func TestMergeOfAnOlderLibrary(t *testing.T) {
	for schema := 1; schema <= 2; schema++ {
		l := mustOpen(t)
		other := oldLibrary(t, schema)
		before := fileSum(t, other)
		r, err := l.Merge(context.Background(), other)
		if err != nil || r.Texts != 2 || r.Events != 1 || fileSum(t, other) != before || len(listFolder(t, other)) != 1 {
			t.Errorf("schema %d: %+v %v", schema, r, err)
		}
		must(t, verifyClean(l))
	}
}

// FuzzMerge: whatever stands in the other file, a merge ends with a sentence or with all of it, and our library is whole.
func FuzzMerge(f *testing.F) {
	whole, err := storedBytes()
	must(f, err)
	f.Add(uint32(0), []byte("SQLOTE"))
	f.Add(uint32(100), bytes.Repeat([]byte{0xff}, 40))
	f.Add(uint32(3*pageSize), bytes.Repeat([]byte{0x0d, 0, 0, 0}, 30))
	f.Add(uint32(len(whole)-700), []byte("x"))
	f.Fuzz(func(t *testing.T, at uint32, patch []byte) {
		l := mustOpen(t)
		other := filepath.Join(t.TempDir(), "other.mutatis")
		b := bytes.Clone(whole)
		copy(b[int(at)%len(b):], patch)
		must(t, os.WriteFile(other, b, 0o600))
		r, err := l.Merge(context.Background(), other)
		if err != nil && !strings.Contains(meaning(err).Error(), ": ") { // no sentence that says what to do
			t.Error(err)
		}
		if heads, e := l.Drafts(); e != nil || len(heads) != r.Texts || err == nil && len(heads) != 20 {
			t.Errorf("%d texts after %+v, %v, %v", len(heads), r, err, e)
		}
		must(t, verifyClean(l))
	})
}
