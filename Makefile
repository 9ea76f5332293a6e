# Travaux: what can be done here. `make` lists the targets.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := bash

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.9
UV := $(BIN)/uv

# Many tests start processes of their own: without compiled libraries, compiling them would be most of their time.
PYTEST := PYTHONDONTWRITEBYTECODE= PYTHONPYCACHEPREFIX=$(CURDIR)/build/bytecode $(BIN)/python -m pytest

FRONTEND := hatch_build.py $(wildcard graph/travaux/views/scripts/*.* graph/travaux/views/scripts/.npmrc graph/travaux/views/scripts/[!n]*/*.js)

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

explore: $(VENV)/.installed ## Install, build the graph from seeds/ and open the explorer
	$(BIN)/travaux explore seeds

build: $(VENV)/.installed ## Install and build the graph from seeds/
	$(BIN)/travaux build seeds

test: $(VENV)/.developing system ## Install what the tests need, a browser included, and run them
	$(PYTEST) -n $$(( $$(nproc) + 1 )) --dist worksteal

measure: $(VENV)/.developing ## Measure time and memory on large input: these tests are no part of make test
	$(PYTEST) -m measure

outside: $(VENV)/.developing ## Let programs that others wrote open what is exported: these tests are no part of make test
	tests/system/install office
	$(PYTEST) -m outside tests/outside

bench: $(VENV)/.developing ## Time every command of the analysis on a generated corpus of 100,000 statements
	PYTHONPATH=graph:tests $(BIN)/python -m benchmarks build/large-corpus

notebooks: $(VENV)/.developing ## Run the notebooks and write them as pages, build/notebooks/*.html
	$(BIN)/travaux build seeds
	$(BIN)/python -m nbconvert --to html --execute --output-dir build/notebooks notebooks/*.ipynb

check: format-check lint types layers docs test graph-check ## Everything that a change must pass
	@echo "make check: all good"

format: $(VENV)/.developing ## Format the code
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

format-check: $(VENV)/.developing
	$(BIN)/ruff format --check

lint: $(VENV)/.developing ## Lint the code
	$(BIN)/ruff check

types: $(VENV)/.developing ## Check the types
	$(BIN)/mypy

layers: $(VENV)/.developing ## Check that imports lean one way
	$(BIN)/lint-imports --no-logo

docs: $(VENV)/.developing ## Generate the reference of the ontology, build/reference/ontology.html
	$(BIN)/python docs/build_reference.py

graph-check: $(VENV)/.developing ## Build the graph from seeds/ and check it
	$(BIN)/travaux build seeds
	$(BIN)/travaux check seeds

wheel: $(VENV)/.developing ## Build the wheel and the source archive in dist/
	$(BIN)/python -m build --no-isolation --outdir dist

lock: $(UV) ## Renew the locked versions in requirements/
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --extra fast --group build -o requirements/run.txt pyproject.toml
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --extra fast --extra notebooks --group dev -c requirements/run.txt -o requirements/dev.txt pyproject.toml
	for apart in tests/outside/environments/*.in; do $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url -o $${apart%.in}.txt $$apart; done

clean: ## Remove everything that was made here
	rm -rf $(VENV) build dist seeds/.travaux graph/travaux/views/static graph/travaux/views/scripts/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

system: ## Install the programs outside Python that the tests need (Debian, as root)
	tests/system/install

$(UV):
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

$(VENV)/.installed: requirements/run.txt pyproject.toml $(FRONTEND) | $(UV)
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/run.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.developing: requirements/dev.txt $(VENV)/.installed
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@touch $@

.PHONY: help explore build test measure outside bench notebooks check format format-check lint types layers docs graph-check wheel lock clean system
