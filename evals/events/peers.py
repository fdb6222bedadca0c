"""What other coders made of the sets: PETRARCH-2 and UniversalPetrarch as recorded, and people.

The records hold no phrases, so measures that need to know where an actor stands cannot be taken from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from evals.events.coded import Event, Reading, Side
from evals.events.codes import BLANK, Scheme
from evals.events.sets import Annotated, Coder, Null, Row
from evals.gold import articles

PEERS = {"P2": "petrarch2", "P2-": "petrarch2_nodyad", "UP": "up", "UP1": "up_petr1"}
"""Column → prefix of the files: PETRARCH-2 as shipped and without its demand for both actors,
UniversalPetrarch with its PETR-2 and with its PETR-1 verbs."""


def recorded(folder: Path, peer: str, files: Iterable[str], scheme: Scheme) -> dict[str, Reading]:
    """Id of a sentence → what the peer coded. ``plover`` of the records is the CAMEO code by the table of
    the ontology, ``null`` for statements."""
    found: dict[str, Reading] = {}
    for file in files:
        path = folder / "peer_outputs" / f"{PEERS[peer]}_{file}_dev.jsonl"
        for row in articles(path) if path.exists() else ():
            events = tuple(
                Event(
                    type=each["plover"],
                    code=each["code"],
                    actors=_sides(each["source"]),
                    recipients=_sides(each["target"]),
                    political=any(map(scheme.is_political, (each["source"], each["target"]))),
                )
                for each in row["events"]
            )
            found[row["id"]] = Reading(events=events, failure=row["error"])
    return found


def _sides(code: str) -> tuple[Side, ...]:
    return () if code == BLANK else (Side(code=code),)


def people(rows: Iterable[Row]) -> Iterator[tuple[Row, Reading]]:
    """Each coder of a sentence, against what more than half of the others say: a ceiling by the measure
    itself. A null sentence is left out for a coder without whom it would be relevant."""
    for row in rows:
        if not isinstance(row, Annotated | Null):
            continue
        for number, coder in enumerate(row.coders):
            rest = row.coders[:number] + row.coders[number + 1 :]
            relevant = 2 * sum(each.relevant for each in rest) > len(rest)
            if isinstance(row, Annotated):
                against = Annotated(
                    sentence=row.sentence, relevant=relevant, roots=_majority(rest), coders=rest
                )
                yield against, _coded(coder)
            elif not relevant:
                yield row, _coded(coder)


def _majority(coders: tuple[Coder, ...]) -> frozenset[str]:
    named = {root for coder in coders for root in coder.roots}
    return frozenset(root for root in named if 2 * sum(root in coder.roots for coder in coders) > len(coders))


def _coded(coder: Coder) -> Reading:
    """Roots as events; only that a root other than 01 is an event matters of its type."""
    return Reading(
        events=tuple(
            Event(type=None if root == "01" else root, code=f"{root}0") for root in sorted(coder.roots)
        )
    )
