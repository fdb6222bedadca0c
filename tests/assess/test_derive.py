"""Why one telling depends on another."""

from dataclasses import replace

import pytest

from builders import document, link, mention
from whence.assess.assertions import Assertion
from whence.assess.derive import CERTAIN, CREDITED, RESTATED, copied_mentions, dependence, restatements, rows
from whence.assess.roots import Root
from whence.records import Attribution, Reprint, Span

ADA = Root("person", ("ada brook",), "Ada Brook")
MINISTRY = Root("statement", ("ministry",), "Ministry")
REUTERS = Root("newsroom", ("reuters",), "Reuters")
OFFICIAL = Root("anonymous", ("reuters", "official"), "officials (Reuters)")
DIPLOMAT = Root("anonymous", ("reuters", "diplomat"), "diplomats (Reuters)")
RESIDENT = Root("anonymous", ("gazette", "resident"), "residents (Gazette)")
GAZETTE = Root("unknown", ("document", "d-1"), "Gazette")
COURIER = Root("unknown", ("document", "d-2"), "Courier")
NONE: frozenset[tuple[Root, Root]] = frozenset()


def told(
    key: str,
    root: Root,
    document_id: str = "d-1",
    start: int = 9,
    *chain: Attribution,
    trigger: str = "shelled",
) -> Assertion:
    span = Span(text=trigger, start=start, end=start + len(trigger))
    return Assertion(
        mention=mention(key, document_id=document_id, trigger=span),
        document=document(document_id, outlet=root.name),
        sign="+",
        root=root,
        chain=chain,
        narrowed=frozenset(),
    )


def reprint(*spans: tuple[int, int, int, int], of: str = "d-1", probability: float = 0.95) -> Reprint:
    return Reprint(
        document_id="d-2", of_document_id=of, direction="known", kind="edited", share=0.5, spans=spans,
        evidence=f"of {of}", probability=probability,
    )  # fmt: skip


@pytest.mark.parametrize("other", [MINISTRY, REUTERS, OFFICIAL, GAZETTE])
def test_firm_roots_never_depend(other: Root) -> None:
    assert dependence(ADA, other, NONE) == 0


def test_no_root_depends_on_itself_or_without_a_sign_of_it_on_a_firm_one() -> None:
    assert dependence(OFFICIAL, OFFICIAL, NONE) == 0
    for root in (OFFICIAL, REUTERS, GAZETTE):
        assert dependence(root, ADA, NONE) == 0


def test_restating_a_source_is_certain_dependence() -> None:
    assert dependence(GAZETTE, ADA, frozenset({(GAZETTE, ADA)})) >= CERTAIN


def test_a_credited_newsroom_is_the_way_to_its_own_unnamed_sources() -> None:
    assert dependence(REUTERS, OFFICIAL, NONE) >= CERTAIN
    assert dependence(REUTERS, RESIDENT, NONE) < CERTAIN


def test_two_roles_in_one_newsroom_are_likelier_one_person_than_two_newsrooms_sources() -> None:
    same, other = dependence(DIPLOMAT, OFFICIAL, NONE), dependence(RESIDENT, OFFICIAL, NONE)
    assert 0 < other < same < CERTAIN


def test_own_voice_may_but_need_not_rest_on_another_report() -> None:
    assert 0 < dependence(COURIER, GAZETTE, NONE) < CERTAIN
    assert 0 < dependence(GAZETTE, OFFICIAL, NONE) < CERTAIN


def test_a_report_that_has_a_source_restates_it_in_its_own_voice() -> None:
    group = [told("n-1", ADA), told("n-2", GAZETTE), told("n-3", COURIER, "d-2")]
    assert restatements(group) == {(GAZETTE, ADA)}


def test_a_report_restates_the_newsroom_that_others_credit_if_it_is_its_own() -> None:
    own = Root("unknown", ("document", "d-1"), "Reuters")
    group = [told("n-1", own), told("n-2", REUTERS, "d-2")]
    assert restatements(group) == {(own, REUTERS)}


def test_a_telling_inside_a_reprinted_run_is_copied_from_the_telling_at_that_place() -> None:
    original, copy = told("n-1", ADA, "d-1", 109), told("n-2", ADA, "d-2", 209)
    found = copied_mentions([original, copy], {"d-2": [reprint((200, 300, 100, 200))]})
    assert {key: (edge.of, edge.evidence) for key, edge in found.items()} == {"n-2": ("n-1", "of d-1")}


def test_outside_the_run_elsewhere_in_it_or_with_another_word_nothing_is_copied() -> None:
    original = told("n-1", ADA, "d-1", 109)
    runs = {"d-2": [reprint((200, 300, 100, 200))]}
    assert not copied_mentions([original, told("n-2", ADA, "d-2", 309)], runs)
    assert not copied_mentions([original, told("n-2", ADA, "d-2", 270)], runs)
    assert not copied_mentions([original, told("n-2", ADA, "d-2", 209, trigger="bombed")], runs)
    assert not copied_mentions([original, told("n-2", ADA, "d-2", 209)], {})


def test_the_most_probable_parent_wins() -> None:
    group = [told("n-0", ADA, "d-0", 109), told("n-1", ADA, "d-1", 109), told("n-2", ADA, "d-2", 209)]
    run = (200, 300, 100, 200)
    edges = [reprint(run, of="d-0", probability=0.6), reprint(run, of="d-1", probability=0.95)]
    assert copied_mentions(group, {"d-2": edges})["n-2"].of == "n-1"


def test_of_two_tellings_in_one_run_each_copy_goes_to_its_own() -> None:
    group = [
        told("n-1", ADA, "d-1", 109), told("n-2", ADA, "d-1", 139),
        told("n-3", ADA, "d-2", 209), told("n-4", ADA, "d-2", 239),
    ]  # fmt: skip
    found = copied_mentions(group, {"d-2": [reprint((200, 300, 100, 200))]})
    assert {key: edge.of for key, edge in found.items()} == {"n-3": "n-1", "n-4": "n-2"}


def test_rows_give_each_telling_its_reason() -> None:
    group = [told("n-1", ADA), told("n-2", GAZETTE), told("n-3", ADA, "d-2", 209)]
    copied = copied_mentions(
        [told("n-1", ADA, "d-1", 109), told("n-3", ADA, "d-2", 209)],
        {"d-2": [reprint((200, 300, 100, 200))]},
    )
    found = {
        d.event_mention_id: (d.basis, d.of_event_mention_id, d.origin_id)
        for d in rows("e-1", group, copied, {ADA: "o-1"}, {ADA: ADA, GAZETTE: ADA})
    }
    assert found == {
        "n-1": ("credit", None, "o-1"),
        "n-2": ("detail", None, "o-1"),
        "n-3": ("span", "n-1", None),
    }


def test_rows_say_how_probable_it_is_that_a_root_is_that_origin() -> None:
    def row(root: Root, origin: Root) -> tuple[str, float]:
        (found,) = rows("e-1", [told("n-1", root)], {}, {origin: "o-1"}, {root: origin})
        return found.basis, found.probability

    officials = Root("anonymous", ("reuters", "official"))
    assert row(Root("newsroom", ("reuters",)), officials) == ("credit", CREDITED)
    assert row(GAZETTE, ADA) == ("detail", RESTATED)
    assert row(ADA, Root("statement", ("ministry",))) == ("credit", 1.0)


def test_a_probable_copy_keeps_an_origin_of_its_own() -> None:
    group = [told("n-1", ADA, "d-1", 109), told("n-2", ADA, "d-2", 209)]
    edges = {"d-2": [reprint((200, 300, 100, 200), probability=0.6)]}
    found = rows("e-1", group, copied_mentions(group, edges), {ADA: "o-1"}, {ADA: ADA})
    assert {(d.basis, d.probability) for d in found if d.event_mention_id == "n-2"} == {
        ("span", 0.6),
        ("credit", 1.0),
    }


def test_direct_words_in_two_documents_are_one_utterance() -> None:
    quote = link("Ada Brook", form="direct")
    group = [told("n-1", ADA, "d-1", 9, quote), told("n-2", ADA, "d-2", 9, quote)]
    assert {d.basis for d in rows("e-1", group, {}, {ADA: "o-1"}, {ADA: ADA})} == {"utterance"}
    told_on = link("Ada Brook")
    group = [replace(item, chain=(told_on,)) for item in group]
    assert {d.basis for d in rows("e-1", group, {}, {ADA: "o-1"}, {ADA: ADA})} == {"credit"}
