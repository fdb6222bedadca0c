"""Which of two reports with the same text had it first."""

from builders import document, mention
from whence.assess.assertions import Assertion
from whence.assess.roots import Root
from whence.assess.turned import turned
from whence.records import Reprint

ADA = Root("person", ("ada brook",), "Ada Brook")


def official(newsroom: str, role: str = "official") -> Root:
    return Root("anonymous", (newsroom, role), f"{role}s ({newsroom})")


def told(document_id: str, outlet: str | None, *roots: Root) -> list[Assertion]:
    return [
        Assertion(
            mention=mention(f"n-{document_id}", document_id=document_id),
            document=document(document_id, outlet=outlet),
            sign="+",
            root=root,
            chain=(),
            narrowed=frozenset(),
        )
        for root in roots
    ]


def edge(direction: str = "undecided", probability: float = 0.99) -> Reprint:
    """From d-2 to d-1, as ids are ordered."""
    return Reprint(
        document_id="d-2", of_document_id="d-1", direction=direction, kind="verbatim", share=1.0,  # type: ignore[arg-type]
        spans=((0, 9, 5, 14),), evidence="the whole text", probability=probability,
    )  # fmt: skip


def child(group: list[Assertion], given: Reprint) -> str:
    (found,) = turned(group, [given])
    return found.document_id


COPIES = [
    *told("d-1", "Client", official("client")),
    *told("d-2", "Reuters", official("reuters")),
]


def test_the_one_whose_outlet_tells_it_elsewhere_was_first() -> None:
    assert child([*COPIES, *told("d-3", "Reuters", ADA)], edge()) == "d-1"
    assert child([*COPIES, *told("d-3", "Client", ADA)], edge()) == "d-2"


def test_the_one_that_is_credited_elsewhere_was_first() -> None:
    newsroom = Root("newsroom", ("reuters",), "Reuters")
    assert child([*COPIES, *told("d-3", "Courier", newsroom)], edge()) == "d-1"
    crediting = [*told("d-1", "Client", newsroom), *told("d-2", "Reuters", newsroom)]
    assert child(crediting, edge()) == "d-1", "the shared text credits it"


def test_without_a_sign_of_it_the_order_stays() -> None:
    assert child(COPIES, edge()) == "d-2"
    assert child([*COPIES, *told("d-3", "Courier", ADA)], edge()) == "d-2"


def test_what_credit_or_date_decides_is_not_turned() -> None:
    group = [*COPIES, *told("d-3", "Reuters", ADA)]
    assert child(group, edge("known")) == "d-2"
    assert child(group, edge(probability=0.7)) == "d-2", "it may be no reprint at all"


def test_spans_are_turned_too() -> None:
    (found,) = turned([*COPIES, *told("d-3", "Reuters", ADA)], [edge()])
    assert (found.of_document_id, found.spans) == ("d-2", ((5, 14, 0, 9),))
