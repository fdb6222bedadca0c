"""Syntax of a document: tokens, sentences, dependency trees, lemmas and names."""

from whence.parse.parser import Parser

__all__ = ["Parser"]
