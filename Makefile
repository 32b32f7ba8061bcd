# The only list of commands; CI calls it, too. Everything is installed into .venv, from constraints.txt.
PYTHON ?= python3
BIN = .venv/bin
EVAL ?= eval

.PHONY: demo ui test check format bench quality screenshots lock clean

demo: .venv/ready
	@printf '\n-- A Russian digest of a long English article (a two-column PDF) --\n\n'
	@$(BIN)/svodka digest examples/leap-second.en.pdf --to ru --format markdown
	@printf '\n-- An English digest of a Russian news page --\n\n'
	@$(BIN)/svodka digest examples/transsib.ru.html --to en --form points --format markdown
	@mkdir -p out
	@printf '\n-- The whole Russian page drafted in English, beside its source: out/transsib.md --\n\n'
	@$(BIN)/svodka translate examples/transsib.ru.html --format bilingual -o out/transsib.md
	@head -n 16 out/transsib.md

ui: .venv/ready
	$(BIN)/svodka ui

test: .venv/ready
	$(BIN)/pytest

check: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/ready        ## EVAL=DIR: the test sets, which are not part of the project
	$(BIN)/python benchmarks/extract.py $(EVAL)/extract
	$(BIN)/python benchmarks/inserts.py $(EVAL)/extract
	$(BIN)/python benchmarks/digest.py $(EVAL)
	$(BIN)/python benchmarks/sentences.py $(EVAL)/mt
	$(BIN)/python benchmarks/speed.py

quality: .venv/ready      ## EVAL=DIR: what MODEL_CARD.md says of the shipped model
	$(BIN)/python -m benchmarks.quality $(EVAL)/mt

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Svodka needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt torch==2.13.0 -e '.[dev]'
	touch $@

screenshots: .venv/ready  ## the page, every tab, light and dark, wide and narrow
	$(BIN)/python -m benchmarks.screenshots

lock: .venv/ready         ## write down what is installed
	$(BIN)/python -m pip freeze --exclude-editable | sed 's/+cpu$$//' > constraints.txt

clean:
	rm -rf .venv build *.egg-info
