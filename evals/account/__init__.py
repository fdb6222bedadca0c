"""The whole of :func:`whence.analyse` against the project's own gold annotation of news articles.

The scorer sees what a user sees (``Analysis.to_dict()``) and nothing of how it was made. Both sides are
read into one form (:mod:`evals.account.telling`), so that every measure is symmetric: scoring gold
against the prediction swaps precision and recall and changes nothing else.
"""
