package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"mutatis/app/akn"
	"mutatis/app/docx"
	"mutatis/app/pdf"
	"mutatis/app/resolution"
)

// limit is the largest file that is read: a hundred times the longest resolution.
const limit = 64 << 20

// ReadOptions say how a file is read. The zero value is right for a file without a password, beside no library.
type ReadOptions struct {
	Password string
	Known    func(word string) bool // whether a word, in small letters, stands in the library; asked from any goroutine
}

// reader reads one kind of file into an Import.
type reader struct {
	mediaType string
	read      func(ctx context.Context, i *Import, o ReadOptions) error
}

// readers by the ending of a file's name.
var readers = map[string]reader{
	".txt":  {"text/plain", readText},
	".text": {"text/plain", readText},
	".json": {"application/json", readJSON},
	".pdf":  {"application/pdf", readPDF},
	".docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", readWord},
	".xml":  {"application/akn+xml", readAKN},
	".akn":  {"application/akn+xml", readAKN},
	".doc":  {"application/msword", refuse("old Word files cannot be read: save the text as .txt, or copy it and paste it")},
	".rtf":  {"application/rtf", refuse("RTF files cannot be read: save the text as .txt, or copy it and paste it")},
	".odt":  {"application/vnd.oasis.opendocument.text", refuse("OpenDocument files cannot be read: save the text as .txt, or copy it and paste it")},
}

// Readable lists the endings of files that can be imported.
func Readable() []string { return []string{".pdf", ".docx", ".txt", ".text", ".xml", ".akn", ".json"} }

func refuse(sentence string) func(context.Context, *Import, ReadOptions) error {
	return func(context.Context, *Import, ReadOptions) error { return errors.New(sentence) }
}

func readText(_ context.Context, i *Import, _ ReadOptions) (err error) {
	if i.Source, err = resolution.Decode(i.Bytes); err != nil {
		return err
	}
	i.Draft, i.Problems = resolution.ReadText(i.Source)
	return nil
}

func readWord(ctx context.Context, i *Import, _ ReadOptions) error {
	d, err := docx.Read(ctx, i.Bytes, docx.Options{})
	if err != nil {
		return err
	}
	i.Source, i.Draft, i.Problems = d.Text, d.Draft, d.Problems
	return nil
}

func readAKN(ctx context.Context, i *Import, _ ReadOptions) error {
	d, err := akn.Read(ctx, i.Bytes)
	if err != nil {
		return err
	}
	i.Source, i.Draft, i.Problems = d.Text, d.Draft, d.Problems
	return nil
}

func readPDF(ctx context.Context, i *Import, o ReadOptions) error {
	r, err := pdf.Read(ctx, i.Bytes, pdf.ReadOptions{Password: o.Password, Known: o.Known})
	i.Source, i.Draft, i.Problems = r.Source, r.Draft, r.Problems
	i.Pages, i.lines, i.password = r.Pages, r.Lines, o.Password
	return err
}

func readJSON(_ context.Context, i *Import, _ ReadOptions) (err error) {
	i.Draft, i.Problems, err = resolution.ParseRead(i.Bytes)
	i.Source = resolution.Text(i.Draft)
	return err
}

// ErrLocked says that a file wants a password, or another one.
var ErrLocked = pdf.ErrPassword

// ReadFile reads and recognises a file. Nothing is kept.
func ReadFile(path string) (*Import, error) {
	return ReadFileWith(context.Background(), path, ReadOptions{})
}

// ReadFileWith reads and recognises a file, until the context ends. It may be called from any goroutine.
func ReadFileWith(ctx context.Context, path string, o ReadOptions) (*Import, error) {
	data, err := loadFile(path)
	if err != nil {
		return nil, err
	}
	i, err := ReadBytesWith(ctx, filepath.Base(path), data, o)
	if err == nil {
		i.Path = path
	}
	return i, err
}

// loadFile loads a file that is none too large to be a resolution.
func loadFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no file %s: check the name", path)
	case err != nil:
		return nil, fmt.Errorf("opening %s: %w", path, err)
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder: name a file in it", path)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is a device or a pipe, no file: save it as a file first", path)
	case info.Size() > limit:
		return nil, fmt.Errorf("%s has %d MB, more than any resolution: is it the right file?", path, info.Size()>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	return data, nil
}

// ReadBytes reads and recognises a file that is already in memory.
func ReadBytes(name string, data []byte) (*Import, error) {
	return ReadBytesWith(context.Background(), name, data, ReadOptions{})
}

// ReadBytesWith is ReadFileWith for a file that is already in memory.
func ReadBytesWith(ctx context.Context, name string, data []byte, o ReadOptions) (*Import, error) {
	r, ok := readers[strings.ToLower(filepath.Ext(name))]
	if !ok {
		return nil, fmt.Errorf("%s: files of this kind cannot be read: use %s", name, strings.Join(Readable(), ", "))
	}
	i := &Import{Name: name, MediaType: r.mediaType, Bytes: data}
	err := ctx.Err()
	if err == nil {
		err = r.read(ctx, i, o)
	}
	if err == nil && i.MediaType != readers[".json"].mediaType {
		i.Problems = append(i.Problems, resolution.Torn(i.Draft, o.Known)...)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return i, nil
}

// ReadPasted recognises text from the clipboard.
func ReadPasted(text string) (*Import, error) {
	imp, err := ReadBytes("pasted.txt", []byte(text))
	if err != nil {
		return nil, err
	}
	imp.Name = ""
	return imp, nil
}
