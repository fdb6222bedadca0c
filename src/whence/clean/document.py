"""Capture to document: text, metadata, identity and passages."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from whence import __version__
from whence.clean.address import outlet_of
from whence.clean.dates import parse_date, parse_moment
from whence.clean.language import language_of
from whence.clean.page import Page, read_page
from whence.clean.passages import passages
from whence.handover import Capture, CleanDocument
from whence.records import Document, Loss, Passage, stable_id

_TEXT_CHARACTERS: Final = 1_000_000
"""The bound ``read`` holds plain text to, for the text of a page too."""
_TOP: Final = 4
"""Passages at the top of a report among which its headline, byline and date stand."""


def clean(capture: Capture) -> CleanDocument | Loss:
    """The document of a capture, or why there is none.

    The text of a document is the decoded text as it is for plain text and Markdown, and the extracted
    paragraphs, separated by blank lines, for a page. What the capture says of itself goes before what
    the page or the text says.
    """
    if capture.media_type == "text/html":
        page = read_page(capture.data, url=capture.url, captured=parse_moment(capture.captured))
    else:
        page = Page(text=_decoded(capture.data))
    where = capture.path if capture.record is None else f"{capture.path}#{capture.record}"
    if not page.text.strip():
        return _loss(where, "empty", "No text was found in it. Save the report's text as .txt and read that.")
    if len(page.text) > _TEXT_CHARACTERS:
        detail = f"The text has {len(page.text):,} characters; a report may have {_TEXT_CHARACTERS:,}."
        return _loss(where, "size", f"{detail} Split it into its reports.")
    return _document(capture, page)


def document_of(
    text: str, *, published: str | None = None, outlet: str | None = None, title: str | None = None
) -> CleanDocument:
    """The document of any string, even an empty one, taken as it is: it belongs to no file."""
    capture = Capture(
        path="",
        record=None,
        media_type="text/plain",
        data=b"",
        outlet=outlet,
        title=title,
        published=published,
    )
    found = _document(capture, Page(text=text))
    return replace(found, document=replace(found.document, path=None))


def losses(document: Document) -> tuple[Loss, ...]:
    """What is missing from a document that is stored all the same: a date to count relative times from."""
    if document.published is not None:
        return ()
    detail = (
        "No date of publication was found, or one that can be read in two ways (03/04/2019): relative times "
        "(“on Thursday”) stay unresolved. Give it as 2015-10-01, with --published, in a sidecar "
        '(report.json: {"published": "2015-10-01"}), or in a column published.'
    )
    return (
        Loss(
            path=document.path,
            document_id=document.document_id,
            stage="clean",
            reason="undated",
            detail=detail,
        ),
    )


def _document(capture: Capture, page: Page) -> CleanDocument:
    text = page.text
    title = capture.title or page.title
    pieces = passages(text, media_type=capture.media_type, title=title, told=page.kinds)
    name = PurePosixPath(capture.path).name
    url = capture.url or page.url
    document_id = stable_id("d", url or f"{name}#{'' if capture.record is None else capture.record}", text)
    captured = parse_moment(capture.captured)
    top = [(text[start:end], kind) for start, end, kind in pieces[:_TOP]]
    dates = [capture.published, page.published, *(part for part, kind in top if kind == "dateline")]
    published, precision = next(
        (found for value in dates if (found := parse_date(value, captured=captured))), (None, None)
    )
    headline = next((part for part, kind in top if kind == "headline"), None)
    byline = next((_without_by(part) for part, kind in top if kind == "byline"), None)
    metadata: dict[str, str | None] = {
        "url": url,
        "outlet": capture.outlet or page.outlet or outlet_of(url),
        "title": title or (" ".join(headline.split()) if headline else None),
        "byline": capture.byline or page.byline or byline,
        "published": published,
        "captured": captured,
        "language": language_of(text, stated=capture.language),
    }
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(
        document_id=document_id,
        path=capture.path if capture.record is None else f"{capture.path}#{capture.record}",
        url=url,
        outlet=metadata["outlet"],
        title=metadata["title"],
        byline=metadata["byline"],
        published=published,
        published_precision=precision,
        captured=captured,
        language=metadata["language"] or "en",
        translated_from=None,
        version_of=None,
        text=text,
        sha256=sha256,
        analysis_key=stable_id("k", sha256, *metadata.values(), precision, __version__),
    )
    return CleanDocument(
        document=document,
        passages=tuple(
            Passage(document_id=document_id, start=start, end=end, kind=kind) for start, end, kind in pieces
        ),
    )


def _decoded(data: bytes) -> str:
    """UTF-8 as ``read`` hands it over. ``analyse`` may pass lone surrogates (``surrogatepass``): any string
    must come back as it is."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def _without_by(line: str) -> str:
    return " ".join(
        re.sub(r"^(?:(?:written|reported|posted|published) )?by:? ", "", line, flags=re.IGNORECASE).split()
    )


def _loss(path: str, reason: str, detail: str) -> Loss:
    return Loss(path=path, document_id=None, stage="clean", reason=reason, detail=detail)
