"""Event coding as political scientists have coded it by hand, against the recorded output of other coders.

Every coder is read into one form (:mod:`evals.events.coded`): what ``whence.analyse`` returns, the files that
PETRARCH-2 and UniversalPetrarch left, and the people who coded a set more than once. One function per measure
scores them all.
"""
