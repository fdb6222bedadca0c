"""What each holder on an event's chain is committed to: sign, certainty, and why.

After FactBank (Saurí & Pustejovsky 2009) and modal dependency (Vigus et al. 2019): the innermost holder's
commitment follows from act, cue and wording; those who only pass it on are uncommitted, unless their cue
endorses it.
"""

from __future__ import annotations

from dataclasses import dataclass

from whence.attribute.acts import negated_act
from whence.attribute.chains import Node, chain
from whence.attribute.hedging import hedge_of, weaker
from whence.attribute.tables import CueRule, commitment, words
from whence.attribute.telling import Telling, within
from whence.handover import EventCandidate, ParsedDocument, Sentence, StanceCandidate, Word
from whence.records import Act, Certainty, Range, Realis, Sign, Span

_FLIP: dict[Sign, Sign] = {"+": "-", "-": "+", "?": "?"}
_PRESUPPOSING = ("acl", "advcl", "nmod", "amod", "appos")
"""Relations below which a denied or doubted clause only presupposes: "denied that the jet that was shot
down …"."""
_DIRECTIVE = ("asks", "orders", "plans", "promises", "threatens")


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    sign: Sign
    certainty: Certainty
    cue: Span | None
    why: str


def own_voice(parsed: ParsedDocument, event: EventCandidate) -> Commitment:
    """The article's commitment to what it tells itself."""
    sign, certainty = commitment()["article", event.realis]
    return _worded(parsed, event, sign, certainty, None, f"article:{event.realis}", stop=None)


def innermost_stance(parsed: ParsedDocument, event: EventCandidate, node: Node) -> Commitment:
    """The commitment of the holder whose content holds the event."""
    telling = node.telling
    if telling is None:
        return Commitment(sign="?", certainty="none", cue=None, why="link:passes on")
    attitude = _attitude(event, node)
    effective = attitude or telling
    rule = effective.rule
    act: Act = negated_act(rule) if effective.negated else rule.act
    disowned = effective.complement is not None and effective.complement.lemma in words("part in a deed")
    indirect = not disowned and not _direct(parsed, event, effective)
    presupposed = act in ("denies", "doubts", *_DIRECTIVE) and indirect
    realis: Realis = event.realis
    if act in _DIRECTIVE and not presupposed and realis in ("past", "ongoing", "generic"):
        realis = "conditional" if act in ("asks", "threatens") else "future"
    if presupposed and act in ("denies", "doubts"):
        act = "asserts"
    sign, certainty = commitment()[act, realis]
    if not effective.negated and act == rule.act:
        certainty = weaker(certainty, rule.certainty) if not presupposed else certainty
        sign = rule.sign if act in ("denies", "doubts") else sign
    cue = parsed.span(*effective.cue_range) if effective.cue_range else None
    why = rule.rule_id + (":negated" if effective.negated else "") + (":presupposed" if presupposed else "")
    return _worded(parsed, event, sign, certainty, cue, why, stop=effective.cue)


def _attitude(event: EventCandidate, node: Node) -> Telling | None:
    """The folded attitude that covers the event, the narrowest first."""
    covering = [
        (sum(b - a for a, b in t.content), at, t)
        for at, t in enumerate(node.attitudes)
        if within(event.trigger.start, t.content)
    ]
    return min(covering, key=lambda item: item[:2])[2] if covering else None


def _head(parsed: ParsedDocument, event: EventCandidate) -> tuple[Sentence, Word]:
    sentence = parsed.sentences[event.sentence]
    return sentence, sentence.word(event.head)


def _direct(parsed: ParsedDocument, event: EventCandidate, telling: Telling) -> bool:
    """Whether the event is what is asked, denied or planned, not something its wording takes for granted."""
    sentence, word = _head(parsed, event)
    if sentence.index != telling.sentence.index:
        return event.realis in ("future", "conditional")
    if telling.complement is None:
        return word.relation not in _PRESUPPOSING
    current = word
    for _ in range(len(sentence.words)):
        if current.index == telling.complement.index:
            return True
        if current.relation in _PRESUPPOSING:
            return False
        head = sentence.head(current)
        if head is None or (telling.cue is not None and head.index == telling.cue.index):
            return head is not None
        current = head
    return False


def _worded(
    parsed: ParsedDocument,
    event: EventCandidate,
    sign: Sign,
    certainty: Certainty,
    cue: Span | None,
    why: str,
    *,
    stop: Word | None,
) -> Commitment:
    """A commitment adjusted for the event's own wording: negation and hedges."""
    hedge = hedge_of(parsed.sentences[event.sentence], event, stop)
    if hedge is not None and sign != "?":
        if hedge.replaces or weaker(hedge.certainty, certainty) != certainty:
            certainty = hedge.certainty
            cue = cue or parsed.span(hedge.word.start, hedge.word.end)
        sign = hedge.sign or sign
        why += f"+hedge:{hedge.word.lemma.lower()}"
    if _asked(parsed, event):
        sign, certainty = "?", weaker(certainty, "possible")
        why += "+question"
    if event.polarity == "-":
        sign = _FLIP[sign]
        why += "+negated event"
        cue = event.polarity_cue or cue
    return Commitment(sign=sign, certainty=certainty, cue=cue, why=why)


def _asked(parsed: ParsedDocument, event: EventCandidate) -> bool:
    """Whether the event is what a question asks: its main predicate, not something it takes for granted."""
    sentence, word = _head(parsed, event)
    if not parsed.text[sentence.start : sentence.end].rstrip("”\"'’ ").endswith("?"):
        return False
    return word.relation in ("root", "ccomp", "xcomp", "conj", "parataxis") and word.upos in ("VERB", "AUX")


def chain_stances(
    parsed: ParsedDocument,
    event: EventCandidate,
    found: list[Node],
    ids: list[str],
    holder: int | None,
    *,
    restated: bool,
) -> list[StanceCandidate]:
    """One ``event`` row per holder on the chain, innermost first, the article last. ``restated``: the
    article also tells this event in its own voice."""
    if holder is None:
        return [_row(event, None, own_voice(parsed, event))]
    path = chain(found, holder)
    committed = innermost_stance(parsed, event, found[holder])
    rows = [_row(event, ids[holder], committed)]
    current = committed
    for inner, outer in zip(path, [*path[1:], None], strict=True):
        current = _passed_on(found[inner], current)
        if outer is None and restated and current.sign == "?":
            current = Commitment(sign="+", certainty="certain", cue=None, why="article:restated elsewhere")
        rows.append(_row(event, ids[outer] if outer is not None else None, current))
    return rows


def _passed_on(inner: Node, committed: Commitment) -> Commitment:
    """What one who tells of ``inner``'s telling is committed to."""
    rule: CueRule | None = inner.telling.rule if inner.telling is not None else None
    if (
        rule is not None
        and inner.telling is not None
        and rule.commitment == "factive"
        and not inner.telling.negated
    ):
        return Commitment(
            sign=committed.sign,
            certainty=committed.certainty,
            cue=committed.cue,
            why=f"{rule.rule_id}:factive",
        )
    if inner.telling is not None and discredited(inner.telling):
        return Commitment(
            sign=_FLIP[committed.sign],
            certainty=committed.certainty,
            cue=committed.cue,
            why=f"{inner.telling.rule.rule_id}:discredited by the teller",
        )
    return Commitment(sign="?", certainty="none", cue=None, why="reported:uncommitted")


def discredited(telling: Telling) -> bool:
    """Whether the wording of a telling calls what it tells untrue: "lied that", "falsely claimed", "baseless
    claims that"."""
    if telling.negated or telling.cue is None:
        return False
    if telling.rule.commitment == "counterfactive":
        return True
    modifiers = telling.sentence.children(telling.cue, "advmod", "amod")
    return any(w.lemma.lower() in words("discrediting") for w in modifiers)


def _row(event: EventCandidate, attribution_id: str | None, held: Commitment) -> StanceCandidate:
    return StanceCandidate(
        event=event.index,
        attribution_id=attribution_id,
        sign=held.sign,
        certainty=held.certainty,
        scope="event",
        argument=None,
        cue=held.cue,
        why=held.why,
    )


def argument_row(row: StanceCandidate, scope: str, argument: Range, why: str) -> StanceCandidate:
    """``row`` narrowed to one argument of its event."""
    return StanceCandidate(
        event=row.event,
        attribution_id=row.attribution_id,
        sign=row.sign,
        certainty=row.certainty,
        scope=scope,  # type: ignore[arg-type]
        argument=argument,
        cue=row.cue,
        why=why,
    )
