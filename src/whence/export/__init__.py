"""Writing an account out: one module per format, named as the format, each with one ``export``.

``export(store, out, *, no_text=False, with_tokens=False)`` writes the format's files into the folder
``out`` and gives their paths; ``store`` is an account, or a :class:`~whence.export.view.View` of one that
leaves out, cuts or blots. :func:`whence.export.writing.write` makes the view and writes ``manifest.json``
beside the files. They depend on what the account holds and on nothing else; of two runs over the same
documents, only ``runs`` and ``changes`` differ.
"""

from whence.export.folder import ExportError

__all__ = ["ExportError"]
