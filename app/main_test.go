package app

import (
	"os"
	"testing"

	"mutatis/app/pdf"
)

// TestMain lets the test program be its own reader of PDFs.
func TestMain(m *testing.M) {
	pdf.Serve()
	os.Exit(m.Run())
}
