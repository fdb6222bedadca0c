"""Time expressions as intervals, against GUM and whence's own gold (``python -m evals.times``)."""
