"""The brief: what reports of a period say that was not said before, every line with its passages.

:mod:`whence.brief.gather` reads it from the account, :mod:`whence.brief.words` puts it into sentences, and a
module for each format writes these.
"""

from whence.brief.gather import gather
from whence.brief.model import Brief
from whence.brief.period import MomentError, moment

__all__ = ["Brief", "MomentError", "gather", "moment"]
