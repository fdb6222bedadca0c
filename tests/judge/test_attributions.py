"""Attributions as people judged them."""

from collections.abc import Callable

from builders import Claim, report
from whence.judge import anchors
from whence.records import Anchor, Judgement
from whence.tables import DocumentRecords

Make = Callable[..., Judgement]
One = Callable[..., DocumentRecords]
TOLD = report(
    "The Gazette", [Claim(voice="Ada Brook", outlet="Reuters"), Claim(voice="Tom Reed", target="Lomi")]
)
TEXT = TOLD.document.text


def at(words: str, field: str = "value") -> Anchor:
    start = TEXT.index(words)
    return Anchor(sha256=TOLD.document.sha256, start=start, end=start + len(words), field=field)


def test_how_a_source_is_classed(on_attribution: Make, one: One) -> None:
    found = one(
        TOLD, on_attribution(TOLD, "corrected", "naming", "bare", at=1),
        on_attribution(TOLD, "corrected", "act", "denies", at=1),
    ).attributions[1]  # fmt: skip
    assert (found.source.naming, found.act) == ("bare", "denies")
    assert {(r.field, r.value) for r in found.reviewed} == {("naming", "named"), ("act", "asserts")}


def test_who_it_is_by_name(on_attribution: Make, one: One) -> None:
    found = one(TOLD, on_attribution(TOLD, "corrected", "name", "Adele Brook", at=1))
    source = found.attributions[1].source
    (actor,) = found.actors
    assert (source.text, source.name, source.actor_id) == ("Ada Brook", "Adele Brook", actor.actor_id)
    assert actor.kind == "person"
    unnamed = one(TOLD, on_attribution(TOLD, "wrong", "name", at=1)).attributions[1].source
    assert (unnamed.name, unnamed.text) == (None, "Ada Brook")


def test_a_source_at_other_words_or_withheld(on_attribution: Make, one: One) -> None:
    moved = one(TOLD, on_attribution(TOLD, "corrected", "source", "Karm", at("Karm"), at=1))
    source = moved.attributions[1].source
    assert (source.text, source.name, TEXT[source.start : source.end]) == ("Karm", "Karm", "Karm")
    withheld = one(TOLD, on_attribution(TOLD, "wrong", "source", at=1)).attributions[1].source
    assert (withheld.text, withheld.start, withheld.kind, withheld.naming) == (
        None,
        None,
        "unspecified",
        "withheld",
    )


def test_its_cue_and_content(on_attribution: Make, one: One) -> None:
    cue = one(TOLD, on_attribution(TOLD, "corrected", "cue", "told", at("told"), at=1)).attributions[1].cue
    assert cue is not None
    assert (cue.text, cue.start) == ("told", TEXT.index("told"))
    content = (
        one(TOLD, on_attribution(TOLD, "corrected", "content", "Karm", at("Karm"), at=1))
        .attributions[1]
        .content
    )
    assert content == ((TEXT.index("Karm"), TEXT.index("Karm") + 4),)


def test_what_is_none_goes(on_attribution: Make, one: One) -> None:
    found = one(TOLD, on_attribution(TOLD, "wrong", "attribution", at=2))
    assert found.attributions == TOLD.attributions[:2]
    assert found.event_mentions[1].attribution_id is None


def test_told_inside_another_but_never_inside_its_own(on_attribution: Make, one: One) -> None:
    reuters, ada, tom = TOLD.attributions
    inside_tom = anchors.of_attribution(TOLD.document, tom, value=True)
    found = one(TOLD, on_attribution(TOLD, "corrected", "parent", "t", *inside_tom, at=0))
    assert found.attributions[0].parent_id == tom.attribution_id
    told = found.event_mentions[0].event_mention_id
    holders = {s.attribution_id: s.sign for s in found.stances if s.event_mention_id == told}
    assert holders == {
        ada.attribution_id: "+", reuters.attribution_id: "?", tom.attribution_id: "?", None: "?",
    }  # fmt: skip
    inside_ada = anchors.of_attribution(TOLD.document, ada, value=True)
    circular = one(TOLD, on_attribution(TOLD, "corrected", "parent", "t", *inside_ada, at=0))
    assert circular.attributions[0].parent_id is None
