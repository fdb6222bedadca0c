"""Syntax to event mentions: phrases, frames, codes, arguments, quantities, relations."""

from whence.extract.codebook import Codebook, CodebookError, load
from whence.extract.confidence import probabilities
from whence.extract.events import extract
from whence.extract.trial import tried, usable

__all__ = ["Codebook", "CodebookError", "extract", "load", "probabilities", "tried", "usable"]
