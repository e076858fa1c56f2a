# make run    the review interface with a sample release in it, from a fresh checkout
# make test   every check and every test
# make bench  the measured tables of docs/benchmarks.md

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
LIBRETRANSLATE := $(VENV)-libretranslate

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help run test check bench messages screenshots clean

help:
	@sed -n 's/^# //p' Makefile | head -3

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make run PYTHON=python3.11") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing Python packages (two minutes or so, the first time only) ..."
	@$(BIN)/pip install -q -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt $(VENV)/.installed
	@$(BIN)/pip install -q -c constraints.txt -e '.[dev]'
	@touch $@

run: $(VENV)/.installed
	@$(BIN)/translate-app init
	@$(BIN)/translate-app demo
	@exec $(BIN)/translate-app serve --port $(PORT)

check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/codespell
	$(BIN)/translate-app glossary check glossary

# Another program (AGPL), so in an environment of its own: a minute to install, once.
$(LIBRETRANSLATE)/.installed: tests/engines/libretranslate.txt
	@echo "Installing a LibreTranslate server for the tests (a minute, the first time only) ..."
	@$(PYTHON) -m venv $(LIBRETRANSLATE)
	@$(LIBRETRANSLATE)/bin/pip install -q -r $<
	@touch $@

ifneq ($(CI)$(LIBRETRANSLATE_TESTS),)
test: $(LIBRETRANSLATE)/.installed
endif

test: check
	@test -e $(LIBRETRANSLATE)/.installed || \
		echo "The tests against a real LibreTranslate server are skipped: make test LIBRETRANSLATE_TESTS=1 runs them."
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
		echo "The browser tests are skipped: no Chromium (on Debian: apt-get install chromium)."
	$(BIN)/python -m pytest -q -n auto --dist loadfile --no-loadscope-reorder

bench: $(VENV)/.installed-dev
	$(BIN)/python -m tests.benchmarks

messages: $(VENV)/.installed-dev
	$(BIN)/python locales/update.py

screenshots: $(VENV)/.installed-dev
	$(BIN)/python -m tests.browser.screenshots

clean:
	rm -rf $(VENV) $(LIBRETRANSLATE) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
