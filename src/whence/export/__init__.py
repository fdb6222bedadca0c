"""Writing an account out: one module per format, named as the format, each with one ``export``.

``export(store, out, *, no_text=False, with_tokens=False)`` writes the format's files into the folder
``out`` and gives their paths. They depend on what the account holds and on nothing else; of two runs over
the same documents, only ``runs`` and ``changes`` differ.
"""

from whence.export.folder import ExportError

__all__ = ["ExportError"]
