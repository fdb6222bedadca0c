"""Syntax of a document: tokens, sentences, dependency trees, lemmas and names."""

from whence.parse.parser import Parser
from whence.parse.stored import dumps, loads

__all__ = ["Parser", "dumps", "loads"]
