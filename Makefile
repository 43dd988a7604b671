# Needs python3 (3.11 to 3.13), pip and make. `make help` lists the targets.

PYTHON ?= python3
VENV ?= .venv
ADDRESS ?= 127.0.0.1:8000
FIXTURE ?= archive-fixture.json

BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
# The pip of $(PYTHON) installs into the environment, which therefore needs no pip of its own:
# a system python3 without ensurepip is enough.
PIP := $(PYTHON) -m pip --python $(VENV) --disable-pip-version-check
INSTALL := $(PIP) install --quiet --require-hashes --requirement
COMPILE := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate
TEMPLATES = $(shell find . -path './.*' -prune -o -path '*/templates/*.html' -print)
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test postgres-test lint format requirements fixture clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo "  PYTHON=$(PYTHON) VENV=$(VENV) ADDRESS=$(ADDRESS) FIXTURE=$(FIXTURE)"
	@echo "  can be given on the command line, as in: make test PYTEST_ARGS='-k forum -x'"

run: $(VENV)/.run $(CATALOGUES) ## set up, enter the demo forum, and serve it at ADDRESS
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) rebuild_index
	$(MANAGE) demo
	$(MANAGE) runserver $(ADDRESS)

test: $(VENV)/.dev $(CATALOGUES) ## run the tests on SQLite, or on what DATABASE_URL says
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(PYTEST_ARGS)

postgres-test: ## run the tests on a private PostgreSQL, started for them alone
	tests/with_postgres $(MAKE) --no-print-directory test

lint: $(VENV)/.dev ## check code, templates, settings, and that no migration is missing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djade --check $(TEMPLATES)
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check --fail-level WARNING

format: $(VENV)/.dev ## repair what lint can repair
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djade $(TEMPLATES)

# Versions stay as they are unless pyproject.toml asks for others; COMPILE_ARGS=--upgrade takes the newest.
requirements: $(BIN)/python ## lock the dependencies of pyproject.toml (newest ones: COMPILE_ARGS=--upgrade)
	$(PIP) install --quiet uv
	$(COMPILE) $(COMPILE_ARGS) --output-file requirements.txt
	$(COMPILE) $(COMPILE_ARGS) --output-file requirements-dev.txt --group dev --constraint requirements.txt

fixture: $(VENV)/.run ## write every record to FIXTURE, for loaddata into an empty site
	$(MANAGE) dumpdata people events press --natural-primary --natural-foreign --indent 1 --output $(FIXTURE)

clean: ## remove what was installed and built; database and media stay
	rm -rf $(VENV) staticfiles .pytest_cache .ruff_cache .hypothesis $(CATALOGUES)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; (3, 11) <= sys.version_info < (3, 14) or sys.exit("Python 3.11, 3.12 or 3.13 is needed: \
	make PYTHON=python3.13, for example.")'
	$(PYTHON) -m venv --without-pip $(VENV)

# One marker per list, inside the environment: setting up is repeated only when the list has changed.
$(VENV)/.run: requirements.txt | $(BIN)/python
	$(INSTALL) requirements.txt
	touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(INSTALL) requirements-dev.txt
	touch $@

%.mo: %.po | $(VENV)/.run
	$(BIN)/pybabel --quiet compile --input-file $< --output-file $@
