package pdf

import (
	"fmt"
	"os"
	"testing"
	"time"
)

func TestEngineSpeed(t *testing.T) {
	f := os.Getenv("DUMP")
	if f == "" {
		t.Skip()
	}
	data, _ := os.ReadFile(f)
	e, err := newEngine()
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		s := time.Now()
		a := e.answer(job{Data: data, Limit: readLimit})
		fmt.Println("engine", time.Since(s), a.Fault, e.memory.Size()>>20)
	}
}
