# make run    opens the window; on Debian and Ubuntu it first installs what is missing
# make test   every test that needs no window: Go and make alone
# make e2e    drives the real window in a virtual display, leaves pictures in out/
# make bench  the benchmark tables          make proof     what takes long: fuzzing, kill loops, scale
# make scale  builds a library of SCALE paragraphs (600,000) and prints what it takes to build and to search
# make check  formatting, vet, staticcheck  make pictures  paints docs/pictures anew

WINDOW := x11,migrated_fynedo
TESTS  := ci,migrated_fynedo
PLAIN  := CGO_ENABLED=0 go

# Real texts, gold and benchmarks to test against, where there are any. Tests that read them are skipped without.
MUTATIS_SHARED ?= $(wildcard $(CURDIR)/../shared)
export MUTATIS_SHARED

.PHONY: run test e2e bench scale proof check pictures cli window

run: window
	@.ci/window out/mutatis

window:
	@.ci/setup build
	@mkdir -p out
	@go build -tags $(WINDOW) -o out/mutatis ./cmd/mutatis

cli:
	@mkdir -p out
	@$(PLAIN) build -o out/mutatis-cli ./cmd/mutatis-cli

test:
	@.ci/setup modules
	@$(PLAIN) test -tags $(TESTS) ./...

e2e: window cli
	@.ci/setup e2e
	@.ci/e2e

bench: window
	@.ci/setup display
	@.ci/start
	@$(PLAIN) test -tags $(TESTS) -run '^$$' -bench . -benchmem ./...

check:
	@test -z "$$(gofmt -l .)" || { gofmt -l .; exit 1; }
	@$(PLAIN) vet -tags $(TESTS) ./...
	@$(PLAIN) run honnef.co/go/tools/cmd/staticcheck@v0.8.2 -tags $(TESTS) ./...

pictures:
	@$(PLAIN) test -tags $(TESTS) ./app/ui -count=1 -run TestPictures -pictures $(CURDIR)/docs/pictures

scale:
	@MUTATIS_SCALE=$(or $(SCALE),600000) $(PLAIN) test -tags $(TESTS) -count=1 -timeout 60m -v -run '^TestScale$$' ./app

proof:
	@.ci/proof
