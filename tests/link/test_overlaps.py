from __future__ import annotations

from dataclasses import replace

from builders import report
from whence.link.overlaps import overlaps
from whence.records import Passage
from whence.tables import DocumentRecords

SHARED = (
    "Ten trucks of the relief fund crossed the bridge at Karm before noon and unloaded flour, tents and"
    " medicine for the families who had spent the night in the school beside the river."
)


def of(key: str, text: str) -> DocumentRecords:
    item = report("Gazette", [])
    document = replace(item.document, document_id=key, text=text, sha256=key, url=None)
    body = Passage(document_id=key, start=0, end=len(text), kind="body")
    return replace(item, document=document, passages=(body,))


def test_what_two_texts_share_stands_in_both() -> None:
    texts = {"d-a": of("d-a", f"Good news. {SHARED}"), "d-b": of("d-b", f"{SHARED} More tomorrow.")}
    (found,) = overlaps(texts, [("d-a", "d-b")])
    assert found.pair == ("d-a", "d-b")
    for a, b, c, d in found.spans:
        assert texts["d-a"].document.text[a:b] == texts["d-b"].document.text[c:d]
    assert found.words == found.unquoted >= 25
    assert found.shares["d-a"] > 0.8 and found.shares["d-b"] > 0.8


def test_a_set_phrase_is_no_overlap() -> None:
    texts = {
        "d-a": of(
            "d-a", "The mayor said on Monday that nobody was hurt. Rain is expected in the hills tonight."
        ),
        "d-b": of(
            "d-b", "The mayor said on Monday that nobody was hurt. The match ended without a goal at all."
        ),
    }
    assert overlaps(texts, [("d-a", "d-b")]) == []


def test_a_copy_to_the_letter_needs_no_spans() -> None:
    one = of("d-a", "Short.")
    other = of("d-b", "Short.")
    same = {
        key: replace(o, document=replace(o.document, sha256="x")) for key, o in (("d-a", one), ("d-b", other))
    }
    (found,) = overlaps(same, [("d-a", "d-b")])
    assert (found.spans, found.shares) == ((), {"d-a": 1.0, "d-b": 1.0})


def test_quotations_are_shared_words_but_no_text_of_ones_own() -> None:
    quoted = f'He said: "{SHARED}"'
    texts = {"d-a": of("d-a", f"{quoted} That was at noon."), "d-b": of("d-b", f"Later. {quoted}")}
    (found,) = overlaps(texts, [("d-a", "d-b")])
    assert found.unquoted < 8 < found.words
