"""Roots that two reports call by different names: "police" and the Ashford police, "Jon" and "John Huntsman".

Only beside one another, as sources of one event and sign: there it is likelier that they are one than that
two of nearly one name speak of it. A name that fits two others stands for neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whence.assess.roots import Root
from whence.names import normal_name
from whence.person_names import likeness, parts

_FORMS = frozenset(
    {"department", "force", "office", "service", "agency", "authority", "officials", "of", "and"}
)
"""Words of a body's name that are left out when it is told of in passing."""


def namesakes(roots: Sequence[Root]) -> Iterator[tuple[Root, Root]]:
    """(root, the root with the fuller name that it is), each root at most once."""
    for root in roots:
        fuller = [other for other in roots if other is not root and _shortens(root, other)]
        if len({other.institution or other.key[0] for other in fuller}) == 1:
            # Those who speak for one body are one beside one another, and it goes before them.
            yield root, min(fuller, key=lambda other: other.kind == "person")


def _shortens(root: Root, other: Root) -> bool:
    """Whether one name is a shorter form, or an equal one that comes later, of the other."""
    if root.kind == "person" and other.kind == "person":
        return _shorter_person(root, other)
    if root.kind != "statement" or other.kind not in ("statement", "person"):
        return False
    mine = _words(root.name)
    theirs = _words(other.name if other.kind == "statement" else other.affiliation)
    if not mine or not mine <= theirs:
        return False
    return other.kind == "person" or mine < theirs or root.key > other.key


def _shorter_person(root: Root, other: Root) -> bool:
    mine, theirs = parts(root.name), parts(other.name)
    if mine == theirs:
        return root.key > other.key
    if len(mine) == 1:
        return len(theirs) > 1 and mine[0] in (theirs[0], theirs[-1])
    if len(theirs) == 1 or likeness(mine, theirs) is None:
        return False
    return (len(mine), root.key) < (len(theirs), other.key)


def _words(name: str) -> frozenset[str]:
    return frozenset(normal_name(name).split()) - _FORMS
