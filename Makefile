# Every target sets up all it needs by itself: system packages, .venv, the libraries of
# requirements.txt (each checked against its hash). Nothing is installed outside this directory,
# except the system packages that packaging/system_packages.sh names.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
CORE_VENV := .venv-core
# A stamp is named after what was installed: a second run is instant, a new requirement is noticed.
PINS := $(shell cksum < requirements.txt | cut -d ' ' -f 1)
READY := $(VENV)/ready-$(PINS)
CORE_READY := $(CORE_VENV)/ready-$(PINS)

PARALLEL := --numprocesses auto --maxprocesses 4 --dist loadfile
# Window tests and measurements use a real window system, on a screen without a monitor.
ON_SCREEN := env QT_QPA_PLATFORM=xcb xvfb-run --auto-servernum --server-args="-screen 0 1920x1200x24"
ifneq ($(shell uname -s),Linux)
ON_SCREEN :=
endif

.PHONY: help
help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: needs-window $(READY) ## Start Greenroom
	@$(VENV)/bin/python -m ui

.PHONY: test
test: needs-screen needs-readers $(READY) $(CORE_READY) ## Run every test: the core without Qt, the window, real windows
	@echo "== the core, where Qt is not installed"
	@$(CORE_VENV)/bin/python -m pytest -m "not qt" $(PARALLEL)
	@echo "== the window, drawn in memory"
	@$(VENV)/bin/python -m pytest -m "qt and not window" $(PARALLEL)
	@echo "== the window on a screen"
	@$(ON_SCREEN) $(VENV)/bin/python -m pytest -m window

.PHONY: lint
lint: $(READY) ## Check style, types and layers
	@$(VENV)/bin/ruff check
	@$(VENV)/bin/ruff format --check
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

.PHONY: bench
bench: needs-screen $(READY) ## Measure each speed goal beside its floor, into build/bench.json (FULL=1: 100,000 entries too)
	@$(ON_SCREEN) $(VENV)/bin/python -m tests.bench

.PHONY: packs
packs: needs-readers $(READY) ## Make 10,000 packs of anything, and look in each for what was withheld (PACKS=N, SEED=N)
	@$(VENV)/bin/python -m tests.packs

.PHONY: replies
replies: $(READY) ## Read 10,000 hostile replies to forms, and see that none does anything (N=N, SEED=N)
	@$(VENV)/bin/python -m tests.replies

.PHONY: gallery
gallery: needs-window $(READY) ## Take a picture of every page, into build/gallery
	@QT_QPA_PLATFORM=offscreen $(VENV)/bin/python -m tests.gallery

.PHONY: lock
lock: ## Renew uv.lock and requirements.txt after pyproject.toml (needs uv; LOCK=--upgrade for newer versions)
	uv lock $(LOCK)
	uv export --locked --all-groups --no-emit-project --no-annotate --no-header --output-file requirements.txt --quiet

.PHONY: clean
clean: ## Remove what was built and what tools remember; the virtual environments stay
	rm -rf build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find app ui resources tests packaging -name __pycache__ -prune -exec rm -rf {} +

.PHONY: needs-python needs-window needs-screen needs-readers
needs-python:
	@PYTHON=$(PYTHON) packaging/system_packages.sh python
needs-window:
	@PYTHON=$(PYTHON) packaging/system_packages.sh python window
needs-screen:
	@PYTHON=$(PYTHON) packaging/system_packages.sh python window screen

needs-readers:
	@PYTHON=$(PYTHON) packaging/system_packages.sh readers

# Wheels only: installing runs no code of any package, and nothing has to be compiled.
define install
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Greenroom needs Python 3.11 or newer; name one with make PYTHON=...")'
	@echo "Setting up $(@D) (once; a few minutes on a slow line)"
	@$(PYTHON) -m venv $(@D)
	@for attempt in 1 2 3; do \
	    $(@D)/bin/python -m pip install --disable-pip-version-check --quiet --require-hashes --only-binary :all: -r $(1) && break; \
	    test $$attempt -lt 3 || exit 1; \
	    echo "The download stopped; trying again"; sleep 5; \
	done
	@rm -f $(@D)/ready-*
	@touch $@
endef

$(READY): requirements.txt | needs-python
	$(call install,requirements.txt)

# The core promises to work where Qt is not installed; so do its tests.
$(CORE_READY): requirements.txt | needs-python
	@mkdir -p build
	@awk '/^[^ ]/ {keep = !/^(pyside6|shiboken6|pytest-qt|mypy|ruff|import-linter|grimp)/} keep' requirements.txt > build/requirements-core.txt
	$(call install,build/requirements-core.txt)
