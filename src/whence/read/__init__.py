"""The first stage: files, folders and tables become captures, or losses that say why not.

Nothing is ever fetched. Every file under a folder is a document, the metadata of one (a sidecar or a
manifest), or a :class:`~whence.records.Loss`.
"""

from whence.read.files import captures, notes
from whence.read.inputs import InputError

__all__ = ["InputError", "captures", "notes"]
