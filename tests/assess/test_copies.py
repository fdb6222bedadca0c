"""Tellings that stand in text taken from another report."""

from dataclasses import replace

from builders import document, link, mention
from whence.assess.assertions import Assertion
from whence.assess.copies import copied_mentions, probable_copies
from whence.assess.roots import Root
from whence.records import Attribution, Reprint, Span

ADA = Root("person", ("ada brook",), "Ada Brook")
BORIS = Root("person", ("boris lund",), "Boris Lund")
OFFICIAL = Root("anonymous", ("reuters", "official"), "officials (Reuters)")
RESIDENT = Root("anonymous", ("gazette", "resident"), "residents (Gazette)")
RUN = (200, 300, 100, 200)


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


def test_a_named_source_outside_the_shared_text_is_no_copy() -> None:
    """ "Ada Brook" was asked by this report; where the other's words name at the same place whom it takes for
    "officials", its reading of them is no second origin."""
    original, inside, outside = (
        replace(link("Ada Brook").source, start=at, end=at + 9) for at in (105, 205, 405)
    )
    group = [
        told("n-1", OFFICIAL, "d-1", 109, replace(link("Ada Brook"), source=original)),
        told("n-2", ADA, "d-2", 209, replace(link("Ada Brook"), source=inside)),
        told("n-3", ADA, "d-2", 209, replace(link("Ada Brook"), source=outside)),
        told("n-4", RESIDENT, "d-2", 209, replace(link("residents"), source=outside)),
    ]
    found = copied_mentions(group, {"d-2": [reprint(RUN)]})
    assert [found[item.mention.event_mention_id].certain(item) for item in group[1:]] == [True, False, True]


def test_a_less_probable_reprint_is_no_certain_copy() -> None:
    group = [told("n-1", OFFICIAL, "d-1", 109), told("n-2", RESIDENT, "d-2", 209)]
    edge = copied_mentions(group, {"d-2": [reprint(RUN, probability=0.8)]})["n-2"]
    assert not edge.certain(group[1])


def test_an_origin_may_be_a_copy_if_each_telling_of_it_may() -> None:
    group = [told("n-1", OFFICIAL, "d-1", 109), told("n-2", RESIDENT, "d-2", 209)]
    copied = copied_mentions(group, {"d-2": [reprint(RUN, probability=0.8)]})
    same = {root: root for root in (OFFICIAL, RESIDENT)}
    assert probable_copies(group, copied, same) == {(RESIDENT, OFFICIAL): 0.8}
    group.append(told("n-3", RESIDENT, "d-3", 9))
    assert probable_copies(group, copied, same) == {}, "residents say so elsewhere, in words of their own"
