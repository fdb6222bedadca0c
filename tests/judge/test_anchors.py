"""Where in a text a judgement holds."""

from dataclasses import replace

from builders import Claim, report
from whence.judge import anchors
from whence.records import Judgement, Span

TOLD = report("The Gazette", [Claim(voice="Ada Brook", outlet="Reuters", narrowed=True)])
_, INNER = TOLD.attributions
(EVENT,) = TOLD.event_mentions


def fields(identity: anchors.Identity) -> list[str]:
    return [anchor.field for anchor in identity]


def words(identity: anchors.Identity) -> list[str]:
    return [TOLD.document.text[anchor.start : anchor.end] for anchor in identity]


def test_an_attribution_is_at_its_cue_and_source_else_at_its_content() -> None:
    cue = Span(text="told", start=TOLD.document.text.index("told"), end=TOLD.document.text.index("told") + 4)
    both = anchors.of_attribution(TOLD.document, replace(INNER, cue=cue))
    assert (fields(both), words(both)) == (["attribution", "source"], ["told", "Ada Brook"])
    alone = anchors.of_attribution(TOLD.document, INNER)
    assert (fields(alone), words(alone)) == (["attribution"], ["Ada Brook"])
    neither = replace(INNER, source=replace(INNER.source, text=None, start=None, end=None))
    assert words(anchors.of_attribution(TOLD.document, neither)) == ["the army shelled Karm."]


def test_stances_of_two_holders_or_two_scopes_are_apart() -> None:
    holders = {a.attribution_id: a for a in TOLD.attributions}
    found = [
        anchors.of_stance(TOLD.document, stance, EVENT, holders.get(stance.attribution_id or ""))
        for stance in TOLD.stances
    ]
    assert len(set(found)) == len(TOLD.stances) == 4
    assert fields(found[0]) == ["stance"]
    assert fields(found[-1]) == ["stance", "attribution", "recipient"]


def test_where_a_value_stands_is_no_matter_of_identity() -> None:
    about = anchors.of_event(TOLD.document, EVENT)
    value = anchors.of_attribution(TOLD.document, INNER, value=True)
    judgement = Judgement(
        anchors=(*about, *value), verdict="corrected", field="attribution", value="t", who=None, when=None,
        note=None,
    )  # fmt: skip
    assert anchors.identity(judgement) == about
    assert anchors.value_span(judgement) == (0, len("Ada Brook"))


def test_everything_that_is_shown_or_was_written_can_be_judged() -> None:
    nothing = replace(TOLD, event_mentions=(), stances=())
    assert set(anchors.anchored(TOLD, nothing)) == set(anchors.anchored(nothing, TOLD))
