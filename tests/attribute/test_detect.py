from __future__ import annotations

from whence.attribute.detect import analysed_ranges, document_quotations, tellings


def test_furniture_is_not_read(parse) -> None:
    text = "Rebels fled.\n\nMinister says rebels fled"
    parsed = parse(text, (0, 13, "body"), (13, len(text), "related"))
    assert analysed_ranges(parsed) == ((0, 13),)
    assert tellings(parsed, document_quotations(parsed), lambda _s, _w: False) == []


def test_a_cue_without_content_is_dropped(parse) -> None:
    parsed = parse("The minister spoke and said nothing.")
    assert all(t.content for t in tellings(parsed, document_quotations(parsed), lambda _s, _w: False))
