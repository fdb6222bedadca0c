"""Syntax to event mentions: phrases, frames, codes, arguments, quantities, relations."""
