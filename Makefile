# What a contributor types; every target that needs the environment sets it up first (packaging/setup.sh).

BIN := .venv/bin
SAMPLE := build/sample.refdesk
TEST_TOOLS := packaging/linux/test-tools.txt

.DEFAULT_GOAL := help
.PHONY: help setup run demo demo-shots test check bench soak lock clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

setup: ## Make .venv/bin/refdesk run; does nothing when nothing has changed
	@packaging/setup.sh

run: setup ## Open the window; where there is no display it says so
	$(BIN)/refdesk

demo: setup ## Open the window on a sample book
	@mkdir -p build
	@rm -f $(SAMPLE) $(SAMPLE)-wal $(SAMPLE)-shm
	$(BIN)/refdesk demo --out $(SAMPLE)
	$(BIN)/refdesk --book $(SAMPLE)

demo-shots: ## Draw every view of the sample book to pictures in build/shots, on a virtual display
	@packaging/setup.sh $(TEST_TOOLS)
	xvfb-run --auto-servernum --server-args '-screen 0 1400x900x24' $(BIN)/python packaging/demo_shots.py build/shots

# Coverage is measured apart, because tracing slows a test by half, and some tests hold limits of time.
test: ## Check the import contracts and that the domain's tests cover every branch of it, then run all tests
	@packaging/setup.sh $(TEST_TOOLS)
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest tests/domain --cov=refdesk/domain --cov-branch --cov-fail-under=100 --cov-report=term-missing:skip-covered
	$(BIN)/pytest -n 2 --dist worksteal

check: setup ## Check style, formatting, types and import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: setup ## Measure against the figures in docs/
	$(BIN)/python -m benchmarks

soak: ## Run the long campaigns that `make test` leaves out
	@packaging/setup.sh $(TEST_TOOLS)
	$(BIN)/pytest -m soak

lock: setup ## Pin requirements.txt anew after a change of pyproject.toml's dependencies
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --group dev \
		--custom-compile-command 'make lock' --output-file requirements.txt pyproject.toml

clean: ## Remove what running, testing and checking left behind; .venv stays
	rm -rf build dist .coverage .hypothesis .*_cache
	find refdesk tests -name __pycache__ -prune -exec rm -rf {} +
