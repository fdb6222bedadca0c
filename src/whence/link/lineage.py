"""Lineage: of documents that share text, which are the origins, and which of them explain each of the others.

Many pairs of a story share text, most of them because both took it from a third. A document is derived if
others hold most of it; taking away the derived ones, those first from which others could have taken least,
leaves a small set that explains the rest. Each derived document is then put below the few of these that hold
its text, so a merged one has several.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from whence.link.fingerprints import Shingles

HELD = 0.65
"""Share of a document's 5-grams that others have if it is derived. On lineage_synth .6, .65, .7 give pair F1
.894, .911, .904 and the exact number of origins in 82, 82, 75 % of stories (`python -m evals.reprints`)."""
PIECE = 12
"""5-grams that a further origin has to explain: a sentence. 6 to 20 make no difference on lineage_synth."""
LIKE = 0.1
"""Share under which what two documents have in common says nothing of where the rest is from (.05 to .3
make no difference on lineage_synth)."""

Pair = tuple[str, str]
Ints = NDArray[np.int64]


def lineage(
    prints: Mapping[str, Shingles],
    pairs: Collection[Pair],
    *,
    later: Collection[str] = (),
    briefs: Collection[str] = (),
) -> dict[str, tuple[str, ...]]:
    """Derived document → the origins that explain it, the one that holds most first.

    ``pairs`` share text; ``later`` are documents known to have taken text from another, ``briefs`` those that
    say whose report they give. An origin is no key.
    """
    explained: dict[str, tuple[str, ...]] = {}
    near = neighbours(pairs)
    for keys in components(pairs):
        explained |= _of_component(keys, prints, near, later, briefs)
    return explained


def _of_component(
    keys: Sequence[str],
    prints: Mapping[str, Shingles],
    near: Mapping[str, Set[str]],
    later: Collection[str],
    briefs: Collection[str],
) -> dict[str, tuple[str, ...]]:
    shingles = _numbered([prints[key] for key in keys])
    of = dict(zip(keys, shingles, strict=True))
    holders = np.bincount(np.concatenate(shingles), minlength=1)
    origins = set(keys)
    for key in sorted(keys, key=lambda k: (k not in later, _support(k, of, near[k]), len(of[k]), k)):
        held = float(np.mean(holders[of[key]] > 1)) if len(of[key]) else 0.0
        if held >= HELD or key in briefs:
            origins.discard(key)
            holders[of[key]] -= 1
    return {
        key: found
        for key in keys
        if key not in origins
        for found in (tuple(_explaining(key, of, sorted(near[key] & origins))),)
        if found
    }


def _numbered(prints: Sequence[Shingles]) -> list[Ints]:
    """The shingles of each, as small numbers."""
    _, numbers = np.unique(np.concatenate(prints), return_inverse=True)
    return np.split(numbers, np.cumsum([len(item) for item in prints])[:-1])


def _support(key: str, of: Mapping[str, Ints], near: Collection[str]) -> float:
    """How much of the others it holds: shares squared, as a whole report counts more than three thirds."""
    shares = (
        len(np.intersect1d(of[key], of[other], assume_unique=True)) / max(len(of[other]), 1) for other in near
    )
    return round(sum(share**2 for share in sorted(shares) if share > LIKE), 6)


def _explaining(key: str, of: Mapping[str, Ints], origins: Sequence[str]) -> Iterator[str]:
    """Origins by how much of the document they hold that those before them do not."""
    left, ahead = of[key], list(origins)
    while ahead:
        held = {origin: len(np.intersect1d(left, of[origin], assume_unique=True)) for origin in ahead}
        best = max(ahead, key=lambda origin: (held[origin], origin))
        if held[best] < PIECE and len(ahead) < len(origins):
            return
        yield best
        left = np.setdiff1d(left, of[best], assume_unique=True)
        ahead.remove(best)


def neighbours(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    near: dict[str, set[str]] = {}
    for a, b in pairs:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    return near


def components(pairs: Iterable[Pair]) -> list[list[str]]:
    """Documents that pairs connect, in order."""
    near = neighbours(pairs)
    found: list[list[str]] = []
    seen: set[str] = set()
    for start in sorted(near):
        if start in seen:
            continue
        members, ahead = {start}, [start]
        while ahead:
            fresh = near[ahead.pop()] - members
            members |= fresh
            ahead += fresh
        seen |= members
        found.append(sorted(members))
    return found
