"""Toponym resolution on gold spans (``python -m evals.places``)."""
