# Everything a contributor runs. `just --list` shows it.

# fast tests
test:
    python -m pytest -n 2

# lint, format check and types
check:
    ruff check .
    ruff format --check .
    mypy

# evaluation floors (each skips with a message where ../shared/data is absent)
evals:
    python -m evals

# the documentation as a site, in docs/_build
docs:
    python -m sphinx -W --keep-going -b html docs docs/_build

# what is generated in docs/: reference pages, pictures, what the commands of the pages print
write-docs:
    python compile/documentation.py
    python compile/schemes.py
    python compile/commands.py
    python compile/console.py
    python -m compile.picture

# the language model, from data to card (about two hours)
train:
    python -m training --install
    python -m training.card

# words per second and memory, as a ratio to another revision
bench rev="HEAD~1":
    python -m benchmarks.read --against {{rev}}

# what continuous integration runs
ci:
    .ci/run
