"""Scorers of who says so."""
