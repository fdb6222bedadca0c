"""What people judged to be the same or different, found again in the texts it was judged on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from itertools import combinations, product
from typing import Literal, TypeVar, cast

from whence.records import Anchor, Document, Judgement
from whence.tables import DocumentRecords

Verdict = Literal["same", "different", "unsure"]
VERDICTS = ("same", "different", "unsure")
"""``unsure`` takes back an earlier verdict: what is read decides again."""
Field = Literal["actor", "event", "document"]
"""``Anchor.field``: the span is of a mention of an actor, of the trigger of an event, or a whole text; of
documents it is judged whether one reprints the other."""
At = tuple[str, int, int]
"""SHA-256 of a text, start and end."""
T = TypeVar("T", bound=Hashable)


def verdicts(
    judgements: Iterable[Judgement], field: Field, at: Mapping[At, Collection[T]]
) -> dict[frozenset[T], Verdict]:
    """Pairs of what stands ``at`` the anchors → the latest verdict on them (see :func:`latest`)."""
    return {pair: cast(Verdict, said.verdict) for pair, said in latest(judgements, field, at).items()}


def latest(
    judgements: Iterable[Judgement], field: Field, at: Mapping[At, Collection[T]]
) -> dict[frozenset[T], Judgement]:
    """Pairs of what stands ``at`` the anchors → the latest judgement on them.

    An anchor holds in every document of its text. A text that is no longer there, or a span that is no longer
    read so, decides nothing (:func:`whence.review.lost`).
    """
    about = [
        judgement
        for judgement in judgements
        if judgement.verdict in VERDICTS and all(anchor.field == field for anchor in judgement.anchors)
    ]
    found: dict[frozenset[T], Judgement] = {}
    for judgement in sorted(about, key=lambda j: (j.when or "", j.who or "", j.verdict)):
        for one, other in combinations(judgement.anchors, 2):
            for a, b in product(at.get(place(one), ()), at.get(place(other), ())):
                if a != b:
                    found[frozenset((a, b))] = judgement
    return found


def about(documents: Iterable[Document], judgements: Iterable[Judgement]) -> set[str]:
    """Ids of the documents on whose texts something is judged."""
    texts = {anchor.sha256 for judgement in judgements for anchor in judgement.anchors}
    return {document.document_id for document in documents if document.sha256 in texts}


def place(anchor: Anchor) -> At:
    return anchor.sha256, anchor.start, anchor.end


def actors_at(analyses: Iterable[DocumentRecords]) -> Mapping[At, set[str]]:
    """Local ids of the actors that are mentioned at each span."""
    found: defaultdict[At, set[str]] = defaultdict(set)
    for item in analyses:
        for mention in item.mentions:
            if mention.kind == "actor" and mention.refers_to is not None:
                found[item.document.sha256, mention.start, mention.end].add(mention.refers_to)
    return found


def events_at(analyses: Sequence[DocumentRecords]) -> Mapping[At, set[str]]:
    """Ids of the event mentions at each span."""
    found: defaultdict[At, set[str]] = defaultdict(set)
    for item in analyses:
        for told in item.event_mentions:
            found[item.document.sha256, told.trigger.start, told.trigger.end].add(told.event_mention_id)
    return found


def documents_at(analyses: Iterable[DocumentRecords]) -> Mapping[At, set[str]]:
    """Ids of the documents of each text."""
    found: defaultdict[At, set[str]] = defaultdict(set)
    for item in analyses:
        found[item.document.sha256, 0, len(item.document.text)].add(item.document.document_id)
    return found
