"""Syntax to event mentions: phrases, frames, codes, arguments, quantities, relations."""

from whence.extract.codebook import Codebook, CodebookError, load, tried
from whence.extract.confidence import probabilities
from whence.extract.events import extract

__all__ = ["Codebook", "CodebookError", "extract", "load", "probabilities", "tried"]
