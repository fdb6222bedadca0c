"""Parties joined step by step, with some that must stay apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from whence.link.parties import Party, contradict

Pair = tuple[int, int]


class Groups:
    """A partition of parties, each known by the lowest index in it. ``apart`` are pairs that a person judged
    different; what is joined can be joined further, never parted."""

    def __init__(self, parties: Collection[Party], *, apart: Iterable[Pair] = ()) -> None:
        self._parties = dict(enumerate(parties))
        self._roots = list(range(len(self._parties)))
        self._walls: defaultdict[int, set[int]] = defaultdict(set)
        for a, b in apart:
            self._walls[a].add(b)
            self._walls[b].add(a)

    def root(self, number: int) -> int:
        while self._roots[number] != number:
            number = self._roots[number]
        return number

    def party(self, number: int) -> Party:
        return self._parties[self.root(number)]

    def parties(self) -> Iterator[tuple[int, Party]]:
        """Each group's lowest index, with what is known of it, in order."""
        yield from sorted(self._parties.items())

    def judged_apart(self, a: int, b: int) -> bool:
        a, b = self.root(a), self.root(b)
        return any(self.root(other) == b for other in self._walls[a])

    def apart(self, a: int, b: int) -> bool:
        """Whether the groups of two parties cannot be one."""
        return self.judged_apart(a, b) or contradict(self.party(a), self.party(b))

    def join(self, a: int, b: int) -> None:
        low, high = sorted((self.root(a), self.root(b)))
        if low != high:
            self._roots[high] = low
            self._parties[low].take(self._parties.pop(high))
            self._walls[low] |= self._walls.pop(high, set())

    def join_all(self, pairs: Iterable[Pair]) -> set[Pair]:
        """Join the groups that ``pairs`` connect, and return the pairs left apart.

        A pair that is contradicted is no pair. A group with two neighbours that contradict each other is
        one of them or the other: it stays apart, and so do groups that only such a one connects.
        """
        near: defaultdict[int, set[int]] = defaultdict(set)
        for pair in pairs:
            a, b = map(self.root, pair)
            if a != b and not self.apart(a, b):
                near[a].add(b)
                near[b].add(a)
        torn = {
            number
            for number, others in near.items()
            if any(self.apart(a, b) for a, b in combinations(sorted(others), 2))
        }
        left = {(min(a, b), max(a, b)) for a in torn for b in near[a]}
        clear = {a: others - torn for a, others in near.items() if a not in torn}
        for component in _components(clear):
            if any(self.apart(a, b) for a, b in combinations(component, 2)):
                left |= {(a, b) for a in component for b in clear[a] if a < b}
                continue
            for other in component[1:]:
                self.join(component[0], other)
        return left


def _components(near: dict[int, set[int]]) -> Iterator[list[int]]:
    seen: set[int] = set()
    for start in sorted(near):
        if start in seen:
            continue
        seen.add(start)
        component, ahead = [start], [start]
        while ahead:
            fresh = near[ahead.pop()] - seen
            seen |= fresh
            component += fresh
            ahead += sorted(fresh)
        yield sorted(component)
