"""Which labels every head of the model chooses from.

What the treebanks attest is counted there; the rest is the vocabulary of ``whence.records`` and PLOVER.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import get_args

from evals.syntax.conllu import GoldSentence

from whence.records import Certainty, Realis, Sign
from whence.schema import plover

NAME_KINDS = ("PER", "ORG", "LOC")
MENTION_TYPES = (
    *("abstract", "animal", "event", "object", "organization"),
    *("person", "place", "plant", "substance", "time"),
)
"""Entity types of GUM (Zeldes 2017)."""
ROLES = ("actor", "recipient", "place", "time")
NO_MODE = "-"
_MIN_FEATS, _MIN_SCRIPTS = 2, 3
"""Rarer morphological features and edit scripts are not learned: one example is no pattern."""

Labels = dict[str, list[str]]


def _bio(kinds: Iterable[str]) -> list[str]:
    return ["O", *(f"{part}-{kind}" for kind in kinds for part in "BI")]


def inventory(sentences: Sequence[GoldSentence]) -> Labels:
    """Head → its labels, in the order of the model's outputs. ``sentences`` are the training treebanks."""
    types = plover().types

    def attested(values: Iterable[str], least: int = 1) -> list[str]:
        return sorted(value for value, n in Counter(values).items() if n >= least)

    scripts = (edit_script(f, m) for s in sentences for f, m in zip(s.forms, s.lemmas, strict=True))
    modes = sorted(f"{name} {mode}" for name, kind in types.items() for mode in kind.modes)
    return {
        "upos": attested(tag for s in sentences for tag in s.upos),
        "xpos": attested(tag for s in sentences for tag in s.xpos),
        "feats": attested((tag for s in sentences for tag in s.feats), _MIN_FEATS),
        "lemma": attested(scripts, _MIN_SCRIPTS),
        "relation": attested(tag for s in sentences for tag in s.deprels),
        "name": _bio(NAME_KINDS),
        "head_type": ["O", *MENTION_TYPES],
        "sentence_start": ["0", "1"],
        "source": ["O", "B", "I"],
        "cue": ["O", "B", "I"],
        "content": ["O", "B", "I"],
        "event_type": [*sorted(types), "NONE"],
        "event_mode": [NO_MODE, *modes],
        "realis": list(get_args(Realis)),
        "sign": list(get_args(Sign)),
        "certainty": [value for value in get_args(Certainty) if value != "none"],
        "role": list(ROLES),
    }


def edit_script(form: str, lemma: str) -> str:
    """How ``form`` is edited to give ``lemma``; undone by ``whence.parse.lemmas.apply_script``."""
    low, target = form.lower(), lemma.lower()
    shared = 0
    while shared < min(len(low), len(target)) and low[shared] == target[shared]:
        shared += 1
    body = f"={target}" if shared == 0 and target != "_" else f"{len(low) - shared}+{target[shared:]}"
    if lemma == target:
        return "l" + body
    if lemma[:shared] == form[:shared] and lemma[shared:] == target[shared:]:
        return "k" + body
    if lemma == target.upper():
        return "u" + body
    return ("t" if lemma == target.capitalize() else "k") + body
