# make run, make test: everything is set up on the way. make help lists the rest.

VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
STAMP := $(VENV)/.ready
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null)
CATALOGUES := $(wildcard src/culture_tui/language/*/LC_MESSAGES/*.po)
WORKSPACE := .workspace
# Two a core: half of the time the tests wait for a screen to be drawn or a disk to be synced.
WORKERS = $(shell $(BIN)/python -c "import os; print(2 * (os.cpu_count() or 1))")

.PHONY: help run test check lint types contracts format bench catalogues gallery lock clean

help: ## list these commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: $(STAMP) ## open the program on an example workshop (a copy: the examples stay as they are)
	@if [ ! -t 0 ] || [ ! -t 1 ]; then \
		echo "make run opens a program on a terminal, and there is none here." >&2; \
		echo "Without one: $(BIN)/culture show assessments/<file>.toml, or culture assess --plain." >&2; \
		exit 2; \
	fi
	@mkdir -p $(WORKSPACE)/assessments
	@cp -n assessments/*.toml $(WORKSPACE)/assessments/ 2>/dev/null || true
	@$(BIN)/culture --workspace $(WORKSPACE) assess $(WORKSPACE)/assessments/$$(basename $$(grep -L '^status = "final"' assessments/*.toml | tail -n 1))

test: $(STAMP) ## run the tests
	@$(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal

check: lint types contracts test ## everything that CI checks

lint: $(STAMP)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: $(STAMP)
	@$(BIN)/mypy

contracts: $(STAMP)
	@$(BIN)/lint-imports

format: $(STAMP) ## put the code into the house's form
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(STAMP) ## measure start-up, keys and saving, as ratios within one run
	@$(BIN)/python tests/bench/run.py

catalogues: $(STAMP) ## bring the catalogues up to date with the texts in the code
	@$(BIN)/python tests/catalogues.py
	@$(BIN)/python hatch_build.py

gallery: $(STAMP) ## draw the pictures in docs/
	@$(BIN)/python docs/gallery.py

lock: ## resolve requirements.lock anew (needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --all-extras --quiet \
		--custom-compile-command "make lock" pyproject.toml -o requirements.lock

clean: ## remove what was set up
	rm -rf $(VENV) $(WORKSPACE) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(STAMP): requirements.lock pyproject.toml hatch_build.py $(CATALOGUES)
ifneq ($(UV),)
	@test -d $(VENV) || UV_PYTHON_DOWNLOADS=never uv venv --quiet --python ">=3.11" $(VENV)
	@uv pip install --quiet --python $(BIN)/python --require-hashes --compile-bytecode -r requirements.lock
	@uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
else
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	@touch $@
