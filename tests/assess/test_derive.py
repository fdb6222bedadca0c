"""The rows that say why one telling depends on another, or on an origin."""

from dataclasses import replace

from builders import document, link, mention
from whence.assess.assertions import Assertion
from whence.assess.collapse import CREDITED, RESTATED
from whence.assess.derive import rows
from whence.assess.interval import count_origins
from whence.assess.roots import Root
from whence.records import Attribution, Derivation, Reprint, Span

ADA = Root("person", ("ada brook",), "Ada Brook")
OFFICIALS = Root("anonymous", ("reuters", "official"), "officials (Reuters)")
REUTERS = Root("newsroom", ("reuters",), "Reuters")
GAZETTE = Root("unknown", ("outlet", "gazette"), "Gazette")
RUN = (200, 300, 100, 200)
WORDS = "We saw six aircraft dropping bombs over the crowded hospital"


def told(
    key: str,
    root: Root,
    document_id: str = "d-1",
    start: int = 9,
    *chain: Attribution,
    outlet: str = "Gazette",
) -> Assertion:
    return Assertion(
        mention=mention(
            key, document_id=document_id, trigger=Span(text="shelled", start=start, end=start + 7)
        ),
        document=document(document_id, outlet=outlet, text=WORDS),
        sign="+",
        root=root,
        chain=chain,
        narrowed=frozenset(),
    )


def reprint(probability: float = 0.95) -> Reprint:
    return Reprint(
        document_id="d-2", of_document_id="d-1", direction="known", kind="edited", share=0.5, spans=(RUN,),
        evidence="60 words shared", probability=probability,
    )  # fmt: skip


def derived(*group: Assertion, edges: tuple[Reprint, ...] = ()) -> dict[str, list[Derivation]]:
    """event_mention_id → its rows."""
    found: dict[str, list[Derivation]] = {}
    for row in rows("e-1", group, count_origins("e-1", "+", group, {"d-2": edges})):
        found.setdefault(row.event_mention_id, []).append(row)
    return found


def test_rows_give_each_telling_its_reason() -> None:
    found = derived(
        told("n-1", ADA, "d-1", 109), told("n-2", GAZETTE), told("n-3", ADA, "d-2", 209), edges=(reprint(),)
    )
    ((one,), (own,), (copy,)) = found["n-1"], found["n-2"], found["n-3"]
    assert (one.basis, one.probability) == ("credit", 1.0)
    assert (own.basis, own.origin_id, own.probability) == ("detail", one.origin_id, RESTATED)
    assert (copy.basis, copy.of_event_mention_id, copy.origin_id) == ("span", "n-1", None)


def test_rows_say_in_words_what_they_rest_on() -> None:
    found = derived(told("n-1", ADA, "d-1", 9, link("Ada Brook")), told("n-2", GAZETTE))
    assert found["n-1"][0].evidence == "Gazette → Ada Brook"
    assert found["n-2"][0].evidence == "Gazette; tells again what the same outlet has from Ada Brook"


def test_rows_say_how_probable_it_is_that_a_root_is_that_origin() -> None:
    found = derived(told("n-1", OFFICIALS), told("n-2", REUTERS, "d-2"))
    assert (found["n-2"][0].basis, found["n-2"][0].probability) == ("credit", CREDITED)
    assert found["n-2"][0].origin_id == found["n-1"][0].origin_id


def test_a_probable_copy_keeps_an_origin_of_its_own() -> None:
    group = told("n-1", ADA, "d-1", 109), told("n-2", ADA, "d-2", 209)
    found = derived(*group, edges=(reprint(0.6),))["n-2"]
    assert {(d.basis, d.probability) for d in found} == {("span", 0.6), ("credit", 1.0)}


def test_direct_words_in_two_reports_are_one_utterance() -> None:
    def by_form(form: str) -> set[str]:
        quote = replace(link("Ada Brook", form=form), content=((0, len(WORDS)),))
        group = [told("n-1", ADA, "d-1", 9, quote), told("n-2", ADA, "d-2", 9, quote, outlet="Courier")]
        return {d.basis for found in derived(*group).values() for d in found}

    assert by_form("direct") == {"utterance"}
    assert by_form("indirect") == {"credit"}


def test_a_circle_of_credits_is_flagged_on_each_row() -> None:
    alpha, beta = Root("newsroom", ("alpha",), "Alpha"), Root("newsroom", ("beta",), "Beta")
    found = derived(told("n-1", beta, outlet="Alpha"), told("n-2", alpha, "d-2", outlet="Beta"))
    rows_ = [row for key in ("n-1", "n-2") for row in found[key]]
    assert len({row.origin_id for row in rows_}) == 1
    assert all("circular: Alpha and Beta, crediting one another" in row.evidence for row in rows_)
