"""Denials that reach beyond their own content: whom and what a denied accusation is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from whence.attribute.chains import Node, chain
from whence.attribute.tables import words
from whence.attribute.telling import Telling, within
from whence.handover import EventCandidate, Extraction, ParsedDocument, Resolution, StanceCandidate, Word

_REACH = 3
"""Sentences back that such an object may refer to."""
_ACCUSED_REACH = 12
"""Sentences back where the denier is told to be the one who did it."""


def denials(
    parsed: ParsedDocument,
    extraction: Extraction,
    resolution: Resolution,
    found: list[Node],
    ids: list[str],
    holder: Mapping[int, int | None],
) -> list[StanceCandidate]:
    """``-`` rows of deniers for events they deny without telling them: accusations told before, or a claim
    inside the denial ("rejected claims that soldiers looted shops")."""
    rows: list[StanceCandidate] = []
    for at, node in enumerate(found):
        telling = node.telling
        if telling is None or node.act != "denies" or telling.negated:
            continue
        inside = [e for e in extraction.events if within(e.trigger.start, node.content)]
        claimed = [e for e in inside if at not in chain(found, holder[e.index])]
        accused = denied_noun(telling)
        own = [e for e in inside if e.type != "ACCUSE"]
        target = claimed[:1]
        if accused is not None and not claimed and (not own or _pointing(telling, accused)):
            many = accused.feature("Number") == "Plur"
            target = _deeds(extraction, resolution, found, at, holder, many=many)
        rows.extend(
            StanceCandidate(
                event=event.index,
                attribution_id=ids[at],
                sign="-" if event.polarity == "+" else "+",
                certainty="certain",
                scope="event",
                argument=None,
                cue=parsed.span(*node.cue) if node.cue else None,
                why=f"{telling.rule.rule_id}:denies what was told",
            )
            for event in target
        )
    return rows


def opposed(
    extraction: Extraction, stances: list[StanceCandidate], holder: Mapping[int, str | None]
) -> list[StanceCandidate]:
    """What holders of one telling of an event say against another: the nearest telling of the same event in
    the same words by somebody else with the opposite sign."""
    own = {
        s.event: s
        for s in stances
        if s.scope == "event" and s.attribution_id == holder[s.event] and s.certainty == "certain"
    }
    known = {(s.event, s.attribution_id) for s in stances}
    rows: list[StanceCandidate] = []
    for event in extraction.events:
        mine = own.get(event.index)
        if mine is None or mine.sign == "?" or event.realis not in ("past", "ongoing"):
            continue
        others = [
            (abs(e.trigger.start - event.trigger.start), e.index)
            for e in extraction.events
            if e.cluster == event.cluster
            and e.lemma == event.lemma
            and (theirs := own.get(e.index)) is not None
            and theirs.attribution_id is not None
            and theirs.sign == {"+": "-", "-": "+"}[mine.sign]
            and (event.index, theirs.attribution_id) not in known
        ]
        if others:
            against = own[min(others)[1]]
            rows.append(replace(against, event=event.index, why=f"{against.why}+said of another telling"))
    return rows


def denied_noun(telling: Telling) -> Word | None:
    """The word of a denial that stands for a deed told elsewhere: "denied the accusations", "called the
    claims false"."""
    if telling.complement is None:
        return None
    obj = telling.sentence.child(telling.cue, "obj") if telling.cue is not None else None
    candidates = [w for w in (telling.complement, obj) if w is not None]
    return next((w for w in candidates if w.lemma.lower() in words("deed")), None)


def _pointing(telling: Telling, noun: Word) -> bool:
    """Whether the noun points back ("these allegations"): what stands after it only goes on with it."""
    return any(
        w.lemma.lower() in ("this", "that", "the") for w in telling.sentence.children(noun, "det")
    ) and (telling.sentence.child(noun, "acl", "nmod") is None)


def _deeds(
    extraction: Extraction,
    resolution: Resolution,
    found: list[Node],
    denier: int,
    holder: Mapping[int, int | None],
    *,
    many: bool,
) -> list[EventCandidate]:
    """What a denied accusation is about: deeds that others tell of the denier, all of them if the
    accusations are many, else the nearest event told through another source, else the nearest."""
    telling = found[denier].telling
    assert telling is not None
    before = [
        e
        for e in extraction.events
        if e.trigger.end <= telling.anchor
        and (many or telling.sentence.index - e.sentence <= _ACCUSED_REACH)
        and denier not in chain(found, holder[e.index])
        and e.realis in ("past", "ongoing")
        and e.type not in ("ACCUSE", "REJECT", "CONSULT")
    ]
    told = [
        e
        for e in before
        if (at := holder[e.index]) is not None
        and (_does(e, found[denier], extraction, resolution) or (many and _accused(found[at])))
    ]
    if told:
        return told if many else told[-1:]
    near = [e for e in before if telling.sentence.index - e.sentence <= _REACH]
    return [max(near, key=lambda e: (holder[e.index] is not None, e.trigger.start))] if near else []


def _accused(node: Node) -> bool:
    """Whether a telling is an accusation or a claim kept at arm's length."""
    return node.telling is not None and node.telling.rule.commitment == "distance"


def _does(event: EventCandidate, denier: Node, extraction: Extraction, resolution: Resolution) -> bool:
    """Whether the denier is an actor of the event, by identity or by a shared head noun ("the Church")."""
    ids = set(denier.source.actor_ids)
    named = (denier.source.text or "").lower().split()
    for index in event.actors:
        referent = resolution.referents.get(index)
        if referent is not None and referent.actor_id is not None and referent.actor_id in ids:
            return True
        phrase = extraction.phrases[index]
        if phrase.form != "pronoun" and named and named[-1] in phrase.text.lower().split():
            return True
    return False
