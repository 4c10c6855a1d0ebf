# Everything a newcomer needs: `make demo` and `make test`. Both set up .venv by themselves.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data

.PHONY: demo test lint bench golden lock audit clean

$(VENV)/.run: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/pip install --quiet --require-hashes --only-binary :all: -r requirements-dev.lock
	@# followthemoney 3 brings stubs of SQLAlchemy 1, which hide SQLAlchemy 2's own types
	$(BIN)/pip uninstall --quiet --yes sqlalchemy2-stubs
	touch $@

demo: $(VENV)/.run ## read the sample pages and write a report
	@mkdir -p out
	$(BIN)/histor report examples/pages -o out/report.html

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint ## all checks and tests
	$(BIN)/pytest

bench: $(VENV)/.dev ## measure everything against the gold data and rewrite benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks --data $(DATA) --split dev

golden: $(VENV)/.dev ## rewrite the reviewed record of the sample pages and what the tutorial prints
	$(BIN)/python -m tests.golden.record > tests/golden/record.txt
	$(BIN)/python -m tests.tutorial
	git diff --stat tests/golden/record.txt docs/tutorial.md

lock: ## refresh the lock files from pyproject.toml
	$(PYTHON) -m venv $(VENV) && $(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --strip-extras --allow-unsafe --generate-hashes --no-emit-find-links --no-emit-index-url --output-file requirements.lock --extra build pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --allow-unsafe --generate-hashes --no-emit-find-links --no-emit-index-url --output-file requirements-dev.lock --extra build --extra dev pyproject.toml

audit: ## look the locked versions up in the list of known vulnerabilities; needs the network
	$(PYTHON) -m venv .venv-audit
	.venv-audit/bin/pip install --quiet --only-binary :all: pip-audit
	.venv-audit/bin/pip-audit --require-hashes --disable-pip -r requirements.lock
	.venv-audit/bin/pip-audit --require-hashes --disable-pip -r requirements-dev.lock

clean:
	rm -rf $(VENV) .venv-audit out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
