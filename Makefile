# Two commands on a fresh machine: `make site` and `make test`. `make help` lists the rest.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help: ## what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile

setup: $(VENV)/site.stamp ## only set up: .venv with minicourse in it

site: $(VENV)/site.stamp ## build content/ into site/
	$(BIN)/minicourse build --strict

serve: $(VENV)/site.stamp ## build, watch and show the course at http://127.0.0.1:8000
	$(BIN)/minicourse serve

test: $(VENV)/test.stamp ## everything: style, types, import rules, tests, browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest -n auto tests

format: $(VENV)/test.stamp ## let ruff lay out the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: ## renew requirements/*.txt from pyproject.toml
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 pyproject.toml --group build -o requirements/site.txt
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 pyproject.toml --group build --group test -o requirements/test.txt

clean: ## remove what the other commands made
	rm -rf $(VENV) site dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "minicourse needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV) || uv venv --clear --seed $(VENV)

$(VENV)/site.stamp: requirements/site.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: requirements/test.txt tests/tools/install $(VENV)/site.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	tests/tools/install $(VENV)
	@touch $@

.PHONY: help setup site serve test format lock clean
