from dataclasses import replace

from builders import Claim, report, reprints
from whence.records import Passage
from whence.tables import DocumentRecords

WIRE = (
    "Two people drowned on Sunday when a fishing boat capsized off the northern coast in heavy seas, the "
    "coast guard said. Rescuers pulled four others from the water and searched through the night for a ninth "
    "man, whose brother had raised the alarm from the harbour shortly after nine in the evening."
)


def printed(
    outlet: str, text: str, *, published: str = "2020-03-01", byline: str | None = None
) -> DocumentRecords:
    blank = report(outlet, [Claim()], published=published)
    document = replace(
        blank.document,
        document_id=f"d-{outlet}",
        text=text,
        outlet=outlet,
        byline=byline,
        sha256=str(hash(text)),
    )
    return DocumentRecords(
        document=document,
        passages=(Passage(document_id=document.document_id, start=0, end=len(text), kind="body"),),
    )


def test_the_later_of_two_verbatim_texts_is_the_child() -> None:
    (edge,) = reprints([printed("A", WIRE), printed("B", WIRE, published="2020-03-02")])
    assert (edge.document_id, edge.of_document_id) == ("d-B", "d-A")
    assert (edge.direction, edge.kind, edge.share) == ("known", "verbatim", 1.0)


def test_a_credit_goes_before_the_date() -> None:
    agency = printed("Wire", WIRE + " More to follow.", published="2020-03-02")
    client = printed("Paper", WIRE, published="2020-03-01", byline="Wire")
    (edge,) = reprints([client, agency])
    assert (edge.document_id, edge.of_document_id, edge.direction) == ("d-Paper", "d-Wire", "known")
    assert "credits Wire" in edge.evidence


def test_one_day_without_credit_is_undecided() -> None:
    (edge,) = reprints([printed("A", WIRE), printed("B", WIRE)])
    assert edge.direction == "undecided"


def test_spans_slice_the_same_words() -> None:
    a, b = (
        printed("A", WIRE),
        printed("B", f"From our correspondent. {WIRE} Nobody was named.", published="2020-03-02"),
    )
    (edge,) = reprints([a, b])
    low, high, of_low, of_high = edge.spans[0]
    assert b.document.text[low:high] == a.document.text[of_low:of_high]


def test_a_shared_quotation_is_an_utterance_and_hardly_a_reprint() -> None:
    words = WIRE.replace("“", "").replace("”", "")
    a = printed("A", f"The minister spoke for an hour at noon. “{words}” Then he left for the airport.")
    b = printed(
        "B", f"Asked about the accident again, he read it out: “{words}” The opposition was not amused."
    )
    (edge,) = reprints([a, b])
    assert edge.probability < 0.5
    bread = (
        " The session went on until midnight, and members of both parties spoke at length of bread, roads, "
        "of schools, of the price of diesel and of the bridge that has been closed since the flood of May."
    )
    ships = (
        " A tug that lay nearby had seen nothing; its owner, who runs four others, would not be drawn on why "
        "it had kept silent, and said that his crew had been asleep, as any would be at that hour."
    )
    more = printed("A", a.document.text + bread), printed("B", b.document.text + ships)
    assert reprints(more) == ()


def test_different_texts_share_nothing() -> None:
    other = (
        "Parliament adjourned after a short debate on the price of bread, with the vote put off until June."
    )
    assert reprints([printed("A", WIRE), printed("B", other)]) == ()


def test_versions_of_one_report_are_no_reprints() -> None:
    a, b = printed("A", WIRE), printed("B", WIRE, published="2020-03-02")
    assert reprints([a, b], {"d-B": "d-A"}) == ()


def test_of_one_day_the_one_that_is_held_in_the_other_is_put_below_it() -> None:
    longer = f"{WIRE} The harbour was closed on Monday, and a second boat was searched by divers until noon."
    (edge,) = reprints([printed("A", WIRE), printed("B", longer)])
    assert (edge.document_id, edge.of_document_id, edge.direction) == ("d-A", "d-B", "undecided")
    (other,) = reprints([printed("B", WIRE), printed("A", longer)])
    assert (other.document_id, other.of_document_id) == ("d-B", "d-A")


def test_a_sentence_printed_many_times_over_is_no_more_shared_than_once() -> None:
    sentence = "Rescuers pulled four others from the water and searched through the night for the ninth man. "
    assert reprints([printed("A", sentence * 20), printed("B", f"{sentence}Nothing else is known.")]) == ()
