"""The second stage: a capture becomes a document whose text is covered by passages.

Nothing is fetched; a page is read from its bytes only.
"""

from whence.clean.document import clean, document_of, losses

__all__ = ["clean", "document_of", "losses"]
