from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whence.show.web.passages import Marking, runs

TEXT = "Ana Lima said rebels shelled Idlib."


def mark(words: str, layer: str, href: str | None = None) -> Marking:
    start = TEXT.index(words)
    return Marking(start=start, end=start + len(words), layer=layer, note=layer, href=href)  # type: ignore[arg-type]


def test_overlapping_spans_are_cut_where_one_ends() -> None:
    found = runs(TEXT, [mark("rebels shelled Idlib", "quote"), mark("shelled", "event", "/event/e-1")])
    assert [(run.text, run.layers) for run in found] == [
        ("Ana Lima said ", ()),
        ("rebels ", ("quote",)),
        ("shelled", ("quote", "event")),
        (" Idlib", ("quote",)),
        (".", ()),
    ]
    assert [run.href for run in found] == [None, None, "/event/e-1", None, None]
    assert [run.start for run in found if run.anchor] == [14, 21]


def test_a_stretch_of_the_text_has_what_stands_in_it() -> None:
    found = runs(TEXT, [mark("Ana Lima", "source"), mark("Idlib", "place")], low=9, high=len(TEXT))
    assert "".join(run.text for run in found) == TEXT[9:]
    assert {layer for run in found for layer in run.layers} == {"place"}


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=8))
def test_the_text_is_whole_whatever_is_marked(text: str, spans: list[tuple[int, int]]) -> None:
    markings = [Marking(start=a, end=b, layer="actor") for a, b in spans]
    found = runs(text, markings)
    assert "".join(run.text for run in found) == text
    marked = {at for a, b in spans for at in range(a, min(b, len(text)))}
    assert {at for run in found if run.layers for at in range(run.start, run.start + len(run.text))} == marked
