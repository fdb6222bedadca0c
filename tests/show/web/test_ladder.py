from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from builders import Claim, filled, keep, report
from whence.assess import assess
from whence.link import link
from whence.records import Reprint
from whence.show.card import EventCard, event_card
from whence.show.web.ladder import DOWN, HEIGHT, WIDTH, Ladder, ladder
from whence.store import Store
from whence.tables import DocumentRecords, Held


def drawn(
    store: Store, *reports: DocumentRecords, reprints: Sequence[Reprint] = ()
) -> tuple[EventCard, Ladder]:
    """The ladder of the event that most of these reports tell."""
    store.add(*reports)
    linked = link(Held(reports))
    keep(store, linked, assess(reports, linked))
    event = max(store.table("events"), key=lambda event: event.reports)
    card = event_card(store, event.event_id)
    return card, ladder(card, reprints)


def named(found: Ladder, kind: str) -> set[str]:
    return {box.label for box in found.boxes if box.kind == kind}


def test_origins_come_first_then_whom_they_told_then_the_reports(store: Store) -> None:
    _, found = drawn(
        store,
        report("Gazette", [Claim(voice="Ada Brook", outlet="Reuters")]),
        report("Courier", [Claim(voice="Boris Lund")]),
    )
    assert named(found, "origin") == {"Ada Brook", "Boris Lund"}
    assert named(found, "link") == {"Reuters"}
    assert named(found, "report") == {"Gazette", "Courier"}
    x = {box.label: box.x for box in found.boxes}
    assert x["Ada Brook"] == x["Boris Lund"] < x["Reuters"] < x["Gazette"] == x["Courier"]
    arrows = {(edge.of[:1], edge.to[:1]) for edge in found.edges}
    assert arrows == {("o", "l"), ("l", "d"), ("o", "d")}


def test_an_edge_that_skips_a_column_goes_past_its_boxes(store: Store) -> None:
    """Boris Lund told the Courier himself: his edge passes beside Reuters, not behind it."""
    _, found = drawn(
        store,
        report("Gazette", [Claim(voice="Ada Brook", outlet="Reuters")]),
        report("Courier", [Claim(voice="Boris Lund")]),
    )
    (reuters,) = (box for box in found.boxes if box.kind == "link")
    (straight,) = (edge for edge in found.edges if edge.of[:1] == "o" and edge.to[:1] == "d")
    bend = re.search(r" (\d+),(\d+) H(\d+)", straight.path)
    assert bend is not None
    left, y, right = map(int, bend.groups())
    assert left == reuters.x and right == reuters.x + WIDTH
    assert not reuters.y <= y <= reuters.y + HEIGHT
    assert 0 < y < found.height


def test_a_reprint_is_drawn_after_what_it_was_taken_from(store: Store) -> None:
    card, found = drawn(
        store, report("Reuters", [Claim(voice="Ada Brook")]), report("Gazette", [Claim(voice="Ada Brook")])
    )
    copied = [edge for edge in card.derivations if edge.basis == "span"]
    if copied:  # the builders' reports are one text
        kinds = {edge.kind for edge in found.edges}
        assert kinds & {"verbatim", "edited", "excerpt"}
        x = sorted({box.x for box in found.boxes})
        assert len(x) == 3
    assert len([box for box in found.boxes if box.kind == "origin"]) == 1


def test_no_two_boxes_stand_on_one_place_and_all_are_in_the_picture(store: Store) -> None:
    voices = ["Ada Brook", "Boris Lund", "Cora Dunn", "Emil Falk"]
    _, found = drawn(
        store,
        *(report(f"Paper {n}", [Claim(voice=voice) for voice in voices[: n + 1]]) for n in range(4)),
    )
    places = [(box.x, box.y) for box in found.boxes]
    assert len(set(places)) == len(places)
    assert all(0 <= box.x < found.width and 0 <= box.y < found.height for box in found.boxes)
    column = sorted(box.y for box in found.boxes if box.kind == "origin")
    assert all(b - a >= DOWN for a, b in itertools.pairwise(column))


def test_who_denies_it_is_marked(store: Store) -> None:
    _, found = drawn(
        store, report("Gazette", [Claim(voice="Ada Brook"), Claim(voice="the ministry", sign="-")])
    )
    assert {box.sign for box in found.boxes if box.kind == "origin"} >= {"-"}


def test_an_event_without_origins_has_an_empty_picture(store: Store) -> None:
    card, _ = drawn(store, report("Gazette", [Claim(voice="Ada Brook")]))
    empty: EventCard = filled(
        EventCard, event=card.event, tellings=(), origins=(), conflicts=(), derivations=()
    )
    assert ladder(empty, ()).boxes == ()
