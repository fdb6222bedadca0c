"""whence: one sourced account from many news reports."""

__version__ = "0.1.0"
