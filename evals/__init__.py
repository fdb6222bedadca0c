"""Scorers of whence against gold data, and the floors they hold (see ``README.md``). Not in the package."""
