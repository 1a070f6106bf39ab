package pdf

import (
	"context"
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	Serve()
	os.Exit(m.Run())
}

func readFile(t testing.TB, path string, o ReadOptions) Reading {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Read(context.Background(), data, o)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return r
}
