from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        "Anna Weber",
        "said",
        "told",
        "Reuters",
        "that",
        "rebels attacked",
        "the port",
        "“",
        "”",
        '"',
        "'",
        ",",
        ".",
        "according to",
        "reportedly",
        "\n\n",
        "he",
        "We",
        "don’t believe",
        "citing",
        "police",
        "[",
        "]",
        ":",
        "denied",
        "the claim",
        "—",
        "?",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map(" ".join))


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(TEXTS)
def test_any_text(read, text: str) -> None:
    reading = read(text)
    result = reading.result
    ids = {a.attribution_id for a in result.attributions}
    assert len(ids) == len(result.attributions)
    for attribution in result.attributions:
        assert attribution.content
        assert all(0 <= a < b <= len(text) for a, b in attribution.content)
        assert len(reading.chain(attribution)) <= len(ids)
        for span in (attribution.cue, attribution.source):
            if span is not None and span.start is not None:
                assert text[span.start : span.end] == span.text
    for event in reading.extraction.events:
        holders = [s.attribution_id for s in reading.rows(event.index) if s.scope == "event"]
        assert len(holders) == len(set(holders))
        assert result.holder[event.index] in holders
        assert None in holders


def test_who_is_cited_inside_of_who_cites_is_not_told_inside_of_itself(read) -> None:
    text = (
        "“ We \n\n “ [ , citing , Anna Weber police police . don’t believe according to — rebels "
        "attacked : ] the claim — ."
    )
    attributions = read(text).result.attributions
    parent = {a.attribution_id: a.parent_id for a in attributions}
    assert len(parent) > 1
    for key in parent:
        above = parent[key]
        for _ in parent:
            above = parent[above] if above is not None else None
        assert above is None
