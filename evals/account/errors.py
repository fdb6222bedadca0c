"""What goes wrong most often, as a work list. Look at the train split only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from evals.account import attributions, chains, events
from evals.account.match import common, one_to_one, same_chain, same_phrase
from evals.account.telling import Attribution, Event, Phrase, Source, Telling

KINDS = (
    "missed trigger",
    "spurious trigger",
    "wrong type",
    "wrong realis",
    "wrong sign",
    "wrong certainty",
    "wrong chain",
    "wrong argument",
    "wrong date",
    "wrong attribution",
)


def errors(
    gold: Telling, told: Telling, tokens: Sequence[Mapping[str, Any]], document: str
) -> list[tuple[str, str, str]]:
    """(kind, what, where) of every error of an article; ``what`` is general enough to be counted."""
    pairs = events.matched(gold, told)
    found, used = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
    here = [
        *(
            ("missed trigger", f"{_word(event, tokens)} ({event.type})", f"{event.start} {event.text!r}")
            for event in gold.events
            if id(event) not in found
        ),
        *(
            ("spurious trigger", f"{_word(event, tokens)} ({event.type})", f"{event.start} {event.text!r}")
            for event in told.events
            if id(event) not in used
        ),
    ]
    for a, b in pairs:
        here += [(kind, what, f"{a.start} {a.text!r}{more}") for kind, what, more in _of_pair(a, b, tokens)]
    here += _attributions(gold, told)
    return [(kind, what, f"{document}:{where}") for kind, what, where in here]


def _word(event: Event, tokens: Sequence[Mapping[str, Any]]) -> str:
    """Lemma and part of speech of the first content word under the trigger."""
    under = [t for t in tokens if common((t["start"], t["end"]), (event.start, event.end))]
    for token in sorted(under, key=lambda t: (t["upos"] not in ("VERB", "NOUN", "ADJ"), t["start"])):
        return f"{token['lemma'].lower()}.{token['upos'].lower()}"
    return event.text.lower()


def _of_pair(a: Event, b: Event, tokens: Sequence[Mapping[str, Any]]) -> list[tuple[str, str, str]]:
    found = []
    for field in ("type", "realis", "sign", "certainty"):
        gold, told = getattr(a, field), getattr(b, field)
        if gold != told:
            found.append((f"wrong {field}", f"{gold} told as {told}", f" {_word(b, tokens)}"))
    if not same_chain(a.chain, b.chain):
        found.append(("wrong chain", _chain_error(a, b), f" gold {_shown(a.chain)} told {_shown(b.chain)}"))
    for role, golds, tolds in (("actor", a.actors, b.actors), ("recipient", a.recipients, b.recipients)):
        found += _arguments(role, golds, tolds, a, b)
    if a.date != b.date:
        what = "missed" if b.date is None else "told where gold has none" if a.date is None else "differs"
        found.append(("wrong date", f"date {what}", f" gold {a.date} told {b.date}"))
    return found


def _chain_error(a: Event, b: Event) -> str:
    if not b.chain:
        return f"told as the article's own; gold {len(a.chain)} link(s), {a.chain[0].naming} source"
    if not a.chain:
        return f"the article's own told as {b.chain[0].naming} source"
    if chains.same_terminal(a.chain, b.chain):
        return f"terminal source right, {len(a.chain)} link(s) told as {len(b.chain)}"
    naming = f"{a.chain[0].naming} source told as {b.chain[0].naming}"
    return f"other terminal source: {naming}, {len(a.chain)} link(s) told as {len(b.chain)}"


def _shown(chain: Sequence[Source]) -> str:
    return " < ".join(f"{source.name} [{source.text}]" for source in chain) or "article"


def _arguments(
    role: str, golds: Sequence[Phrase], tolds: Sequence[Phrase], a: Event, b: Event
) -> list[tuple[str, str, str]]:
    pairs = one_to_one(golds, tolds, lambda x, y: () if same_phrase(x, y) else None)
    missed = [x for x in golds if all(x is not one for one, _ in pairs)]
    spurious = [y for y in tolds if all(y is not one for _, one in pairs)]
    elsewhere_told = b.recipients if role == "actor" else b.actors
    elsewhere_gold = a.recipients if role == "actor" else a.actors
    found = []
    for phrase in missed:
        swapped = any(same_phrase(phrase, other) for other in elsewhere_told)
        what = "told in the other role" if swapped else "other phrase told" if spurious else "missed"
        found.append(("wrong argument", f"{role} {what} ({a.type})", f" gold {phrase.text!r} {tolds!r}"))
    for phrase in spurious if not missed else ():
        swapped = any(same_phrase(phrase, other) for other in elsewhere_gold)
        what = "is gold's other role" if swapped else "told where gold has none or fewer"
        found.append(("wrong argument", f"{role} {what} ({a.type})", f" told {phrase.text!r}"))
    return found


def _attributions(gold: Telling, told: Telling) -> list[tuple[str, str, str]]:
    pairs = attributions.matched(gold, told)
    found, used = {a.key for a, _ in pairs}, {b.key for _, b in pairs}
    rest = [b for b in told.attributions if b.key not in used]
    missed = [
        (
            "wrong attribution",
            f"missed ({_near(a, rest)}): {a.source.naming}, {a.act}",
            f"{a.cue} {a.source.text!r}",
        )
        for a in gold.attributions
        if a.key not in found
    ]
    spurious = [
        ("wrong attribution", f"spurious: {b.source.naming}, {b.act}", f"{b.cue} {b.source.text!r}")
        for b in rest
    ]
    return missed + spurious


def _near(a: Attribution, rest: Sequence[Attribution]) -> str:
    """How close the nearest attribution that was told comes."""
    if any(a.cue and b.cue and common(a.cue, b.cue) for b in rest):
        return "cue found, content differs"
    if any(attributions.content_overlap(a.content, b.content) > 0.5 for b in rest):
        return "content found, source and cue differ"
    return "no cue in the text" if a.cue is None else "cue not found"


def frequent(found: Sequence[tuple[str, str, str]], kind: str, limit: int) -> str:
    """The most frequent errors of a kind, each with an example."""
    counts = Counter(what for this, what, _ in found if this == kind)
    example = {what: where for this, what, where in reversed(found) if this == kind}
    lines = [f"{kind}: {counts.total()}"]
    lines += [f"  {n:4} {what}    e.g. {example[what][:160]}" for what, n in counts.most_common(limit)]
    return "\n".join(lines) + "\n"
