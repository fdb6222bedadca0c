"""A brief as one HTML page: nothing is loaded, nothing runs, and it prints.

Article text is hostile: everything is escaped, and the page forbids itself scripts, frames and requests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from whence.brief.model import Brief
from whence.brief.pieces import Page, Piece, Words
from whence.brief.words import page

_STYLE = """
body { font: 16px/1.5 Georgia, serif; color: #111; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.25; }
h2 { border-bottom: 1px solid #999; margin-top: 2rem; }
h3 { font-size: 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; font-size: .9rem; }
dd { margin: 0; overflow-wrap: anywhere; }
li { margin: .4rem 0; overflow-wrap: anywhere; }
li li, ol { font-size: .9rem; }
code { font-size: .8rem; color: #555; }
sup { line-height: 0; }
:target { background: #fff3c4; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  a { color: inherit; text-decoration: none; }
  h2, h3 { break-after: avoid; }
  li { break-inside: avoid; }
}
"""  # noqa: E501
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write(brief: Brief) -> str:
    """The page, with its passages as a numbered list below."""
    return "\n".join(_lines(page(brief))) + "\n"


def _lines(found: Page) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{escape(found.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f"<h1>{escape(found.title)}</h1>\n<dl>"
    for label, said in found.head:
        yield f"<dt>{escape(label)}</dt><dd>{escape(said)}</dd>"
    yield "</dl>"
    for part in found.parts:
        yield f"<h2>{escape(part.title)}</h2>"
        for story, lines in part.stories:
            if story:
                yield f"<h3>“{escape(story)}”</h3>"
            yield from _items(lines)
        yield from (f"<p>{escape(said)}</p>" for said in part.closing)
    yield "<h2>Passages</h2>\n<ol>"
    for number, words in found.sources:
        yield f'<li id="p{number}" value="{number}">{_inline(words.pieces)}</li>'
    yield f"</ol>\n<p>{escape(found.foot)}</p>\n</body>\n</html>"


def _items(lines: Iterable[Words]) -> Iterator[str]:
    yield "<ul>"
    for line in lines:
        yield f"<li>{_inline(line.pieces)}"
        if line.below:
            yield from _items(line.below)
        yield "</li>"
    yield "</ul>"


def _inline(pieces: Iterable[Piece]) -> str:
    written = []
    for piece in pieces:
        text = escape(piece.text)
        if piece.kind == "strong":
            text = f"<strong>{text}</strong>"
        elif piece.kind == "id":
            text = f"<code>{text}</code>"
        elif piece.kind == "note":
            text = f'<sup><a href="#p{text}">[{text}]</a></sup>'
        elif piece.kind == "link":
            text = f'<a href="{text}" rel="noopener noreferrer">{text}</a>'
        written.append(text)
    return "".join(written).strip()
