# make run   opens the window (without a screen: plays the tour)     make test   passes the tests
# make check lint, types, contracts      make bench  figures         make tour   pictures and an export in tour/
# make lock  fresh lock files            make wheel  dist/*.whl      make menu   puts the application into the menu
# make catalogues brings the translations up to date with the English sentences, and lists what is missing
# make formats   writes the page about formats anew
# make thorough  the tests with many more random examples            make clean  removes all that was made
# make torture   tries to break it: a tenth of every row (ten minutes); make torture-full   all (hours, alone)
# PYTHON=/path/to/python make run        chooses the Python that .venv is made with

VENV := .venv
ifeq ($(OS),Windows_NT)
  BIN := $(VENV)/Scripts
else
  BIN := $(VENV)/bin
endif
READY := $(VENV)/ready
# Bytecode is kept even where the environment says otherwise: hundreds of tests start the program.
PYTEST := PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q

.DEFAULT_GOAL := run
.PHONY: run test thorough torture torture-full check bench tour pictures catalogues formats lock wheel menu clean

run: $(READY)
	@packaging/run $(BIN)

test: $(READY)
	@$(PYTEST) -n 2 --ignore=tests/benchmarks --ignore=tests/torture

thorough: $(READY)
	@REDPENCIL_HYPOTHESIS=thorough $(PYTEST) -n 2 --ignore=tests/benchmarks --ignore=tests/torture

torture: $(READY)
	@$(BIN)/python -m tests.torture

torture-full: $(READY)
	@$(BIN)/python -m tests.torture --full --write; held=$$?; $(PYTEST) tests/torture -n 0 && exit $$held

check: $(READY)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || { echo "Not formatted as the house does it: run $(BIN)/ruff format ."; exit 1; }
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

bench: $(READY)
	@$(PYTEST) tests/benchmarks -n 0 --benchmark-only --benchmark-columns=median,max,rounds

tour: $(READY)
	@QT_QPA_PLATFORM=offscreen $(BIN)/redpencil tour --to tour

# The picture at the head of the README is one of the tour's.
pictures: tour
	@cp tour/window.png docs/pictures/

catalogues: $(READY)
	@$(BIN)/python packaging/catalogues.py

formats: $(READY)
	@$(BIN)/python packaging/formats.py

lock: $(READY)
	@packaging/lock $(BIN)

wheel: $(READY)
	@$(BIN)/hatchling build -t wheel

menu: $(READY)
	@packaging/install-menu $(BIN)/redpencil

clean:
	@rm -rf $(VENV) build dist tour .benchmarks .coverage .hypothesis .import_linter_cache .mypy_cache .ruff_cache .pytest_cache
	@find annotator tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Made anew whenever what it is made from has changed.
$(READY): requirements-dev.txt pyproject.toml packaging/environment packaging/system-packages
	@packaging/environment $(VENV) $(BIN)
	@packaging/system-packages $(BIN)
	@touch $@
