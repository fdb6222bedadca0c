"""Syntax to event mentions: phrases, frames, codes, arguments, quantities, relations."""

from whence.extract.events import extract

__all__ = ["extract"]
