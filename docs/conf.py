"""The documentation as a site: ``sphinx-build -W -b html docs docs/_build``.

Warnings are errors (``-W``), and so is a name in a docstring that leads nowhere (``nitpicky``).
"""

from whence import __version__

project = "whence"
author = "the whence authors"
project_copyright = "the whence authors, Apache-2.0"
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
nitpicky = True
nitpick_ignore_regex = [
    # Other packages have pages elsewhere, which a build offline cannot read.
    ("py:class", r"(pathlib\..*|Path|Page|pd\..*|pl\..*|pa\..*)"),
    # Rows are on the page of the tables.
    ("py:class", r"whence\.(account\.R|records\..*)"),
    # What holds them is internal.
    ("py:class", r"whence\.(store\.account\.Store|tables\.DocumentRecords|show\.web\.page\.Page)"),
]
myst_heading_anchors = 3

autodoc_typehints = "signature"
autodoc_member_order = "bysource"

html_theme = "furo"
html_title = f"whence {__version__}"
html_copy_source = False
html_show_sphinx = False
