# Two commands on a fresh machine: `make run` and `make test`. Both set up whatever is missing (scripts/setup).
SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help run test build bench size check fuzz setup clean

WITH_TOOLS := set -euo pipefail; source build/env.sh;

help: ## What there is to run
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /|/' | while IFS='|' read -r name text; do printf 'make %-8s %s\n' "$$name" "$$text"; done

run: build ## Set up, build, serve the page on a free local port and open it (PORT=8000; SILLAGE_NO_OPEN=1)
	@$(WITH_TOOLS) exec node scripts/serve.mjs dist --open $${PORT:+--port "$$PORT"}

build: ## Set up and build dist/: the page, sillage.html, the module, the command line
	@scripts/setup build
	@$(WITH_TOOLS) node scripts/build.mjs

test: ## Set up, build and run every check and test; ends with `N passed, N failed`
	@scripts/setup test
	@$(WITH_TOOLS) exec node scripts/test.mjs

check: ## Formatting, clippy and types only
	@scripts/setup build
	@$(WITH_TOOLS) exec node scripts/test.mjs --only static

size: build ## Raw, gzip and brotli sizes; fails above the budget
	@$(WITH_TOOLS) node scripts/size.mjs

bench: build ## Benchmarks
	@scripts/setup test
	@$(WITH_TOOLS) node scripts/bench.mjs

fuzz: ## Throw random bytes at every reader, ten minutes each (SECONDS_EACH=600; needs nightly and cargo-fuzz)
	@scripts/fuzz

setup: ## Only set up what is missing to build and test
	@scripts/setup test

clean: ## Remove what was built (tools in the user's cache stay)
	rm -rf build dist dist-fault target node_modules
