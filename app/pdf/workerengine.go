package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const (
	memoryPages = 4096     // of 64 KiB that the sandbox may have
	grownBytes  = 96 << 20 // a sandbox never shrinks: one larger than this is thrown away
)

// engine is PDFium in its sandbox: no file system, no network, limited memory, a process of its own to end.
//
// go-pdfium loads and links it; its functions are called directly, because the calls a page needs are many (four a
// glyph) and go-pdfium allocates for each.
type engine struct {
	functions interface {
		Fn(name string) api.Function
	}
	calls   map[string]api.Function
	memory  api.Memory
	stack   [16]uint64
	scratch uint32 // 64 bytes for what functions answer through pointers
	budget  budget
}

func newEngine() (*engine, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryPages)
	if cache := compilationCache(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		MinIdle: 1, MaxIdle: 1, MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("loading the PDF reader: %w", err)
	}
	instance, err := pool.GetInstance(time.Minute)
	if err != nil {
		return nil, fmt.Errorf("starting the PDF reader: %w", err)
	}
	return newEngineOf(instance)
}

// newEngineOf reaches through go-pdfium to the module it runs.
func newEngineOf(instance pdfium.Pdfium) (*engine, error) {
	e := &engine{calls: map[string]api.Function{}}
	inside := instance.GetImplementation()
	functions, ok := inside.(interface {
		Fn(name string) api.Function
	})
	value := reflect.Indirect(reflect.ValueOf(inside))
	if !ok || value.Kind() != reflect.Struct {
		return nil, errors.New("go-pdfium does not show its functions")
	}
	module, ok := value.FieldByName("Module").Interface().(api.Module)
	if !ok {
		return nil, errors.New("go-pdfium does not show its module")
	}
	e.functions, e.memory = functions, module.Memory()
	scratch, err := e.call("malloc", 64)
	e.scratch = uint32(scratch)
	return e, err
}

// compilationCache keeps the compiled module in the user's cache folder: compiling takes seconds, loading a tenth of
// one. Nothing is kept where there is no folder that is the user's own.
func compilationCache() wazero.CompilationCache {
	folder, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(folder, "mutatis", "pdf"))
	if err != nil {
		return nil
	}
	return cache
}

// call calls a function of PDFium. What takes too long ends with its process: to let wazero watch a context would cost
// ten times what most calls do.
func (e *engine) call(name string, args ...uint64) (uint64, error) {
	f, ok := e.calls[name]
	if !ok {
		if f = e.functions.Fn(name); f == nil {
			return 0, fmt.Errorf("PDFium has no %s", name)
		}
		e.calls[name] = f
	}
	copy(e.stack[:], args)
	err := f.CallWithStack(context.Background(), e.stack[:])
	return e.stack[0], err
}

// put copies bytes into the sandbox; the caller frees them.
func (e *engine) put(data []byte) (uint32, error) {
	at, err := e.call("malloc", uint64(len(data)))
	switch {
	case err != nil:
		return 0, err
	case at == 0 || !e.memory.Write(uint32(at), data):
		return 0, faultError(faultLarge)
	}
	return uint32(at), nil
}

func (e *engine) free(at uint32) error {
	_, err := e.call("free", uint64(at))
	return err
}

// answered reads what a function wrote into the scratch space.
func (e *engine) answered(bytes uint32) []byte {
	data, ok := e.memory.Read(e.scratch, bytes)
	if !ok {
		return make([]byte, bytes)
	}
	return data
}

// grown reports a sandbox too large to keep.
func (e *engine) grown() bool { return e.memory.Size() > grownBytes }
