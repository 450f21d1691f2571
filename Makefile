# Lectern. `make run` reads, `make help` says what else there is.

PREFIX ?= /usr/local
DESTDIR ?=
ARGS ?= articles
FILTER ?=
BENCH ?=
TEXTS ?=
SCORE ?=
SECONDS ?= 60

# One thing at a time: the reader needs the terminal, and the compiler takes all cores anyway.
.NOTPARALLEL:
.DEFAULT_GOAL := build
.PHONY: deps build run test torture fuzz tsan check lint lint-self-test format bench bench-large \
  score install uninstall clean help

deps: ## Install the packages that building and testing need (apt-get)
	@Scripts/deps build test

build: ## Build the program: .build/release/lectern, optimised and statically linked
	@Scripts/deps build
	@Scripts/build

run: build ## Build, then read articles/ (ARGS=DIR reads another folder)
	@.build/release/lectern $(ARGS)

test: ## Run all tests (FILTER=NAME runs some)
	@Scripts/deps build test
	@Scripts/test $(FILTER)

torture: ## Try to break the state file for long: crashes, kills, faults, races (FILTER=NAME)
	@Scripts/deps build test
	@Scripts/torture $(FILTER)

fuzz: ## Feed the reading of state files with made-up bytes (SECONDS=60)
	@Scripts/deps build test
	@Scripts/fuzz $(SECONDS)

tsan: ## Run the tests of the storage under ThreadSanitizer (FILTER=NAME)
	@Scripts/deps build test
	@Scripts/tsan "$(FILTER)"

check: lint lint-self-test build test ## What must hold before a commit: lint, build, test

lint: ## Check format, imports, sizes and the other rules of the house
	@Scripts/deps
	@Scripts/lint

lint-self-test:
	@Scripts/lint-self-test

format: ## Format the Swift sources in place
	@Scripts/deps
	@swift format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift

bench: build ## Measure setting, start, keys and memory (BENCH=--help)
	@Scripts/deps build test
	@Scripts/bench SettingBench
	@Scripts/bench ReaderBench $(BENCH)

bench-large: build ## The same on 1,000,000 short articles; takes long, and 5 GB of the disk
	@Scripts/deps build test
	@Scripts/bench ReaderBench --articles 1000000 --words 40 --runs 3 --without-peers

score: ## Score what is found in labelled texts (TEXTS=DIR, SCORE=--help)
	@Scripts/deps build test
	@Scripts/bench StructureScore $(TEXTS) $(SCORE)

install: ## Install the program, its manual and shell completions (PREFIX, DESTDIR)
	@Scripts/install "$(DESTDIR)$(PREFIX)"

uninstall: ## Remove what install put there (PREFIX, DESTDIR)
	@Scripts/install --remove "$(DESTDIR)$(PREFIX)"

clean: ## Remove everything that was built
	@rm -rf .build

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile
