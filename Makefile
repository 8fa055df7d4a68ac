# Needs Python 3.11, make and git; sets up .venv on first use.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
ARTICLES ?=
BENCH ?=

export DAGSTER_DISABLE_TELEMETRY := 1
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help setup load test lint format ui bench docs clean

help: ## List the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sort | awk 'BEGIN {FS = ":.*## "} {printf "  make %-8s %s\n", $$1, $$2}'

setup: $(STAMP) ## Set up .venv from the locked packages

$(STAMP): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if v == (3, 11) else "Python 3.11 is needed, this is %d.%d: set PYTHON=/path/to/python3.11" % v)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@# --no-deps: the lock is complete, and pip 23's resolver stumbles over the extra that lxml spells in two ways
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

load: $(STAMP) ## Load the example articles, or ARTICLES=folder instead, and print the claims
ifeq ($(strip $(ARTICLES)),)
	@$(BIN)/claims load seeds/articles
else
	@$(BIN)/claims load --remove-examples -- "$$ARTICLES"
endif

test: $(STAMP) ## Run the tests on two processes
	$(BIN)/python -m pytest -n 2 --dist loadscope -q

lint: $(STAMP) ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(STAMP) ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

ui: $(STAMP) ## Open Dagster at http://localhost:3000
	@$(BIN)/claims ui

bench: $(STAMP) ## Score the extraction on the marked sets in BENCH=folder
	@test -n "$(BENCH)" || { echo 'make bench needs BENCH=folder with the marked sets and their scorers'; exit 2; }
	$(BIN)/python tests/benchmarks/run.py "$$BENCH"

docs: $(STAMP) ## Write the generated pages of docs/ anew
	$(BIN)/python -m orchestration.docs

clean: ## Remove caches and builds, never data
	rm -rf build .pytest_cache .mypy_cache .ruff_cache *.egg-info
