"""What a run changed: the groups before it against the groups after it, by their members.

An event, story or actor is the set of tellings, documents or local actors it is made of. Its id is the hash
of its earliest member, so a group that keeps that member keeps its id however much joins it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from whence.records import Change

Groups = Mapping[str, Collection[str]]
"""Id → members; a member is in one group."""


def changes(before: Groups, after: Groups, *, table: str, run_id: str) -> tuple[Change, ...]:
    """The rows of ``changes`` for one table, ordered by new id, then old id.

    * ``new``: no member of it was there before; ``gone``: no member is there any more.
    * ``merged``: ``old_id`` and others are now ``new_id``; ``split``: ``old_id`` is ``new_id`` and others.
    * ``renamed``: it holds what ``old_id`` held, and only that, under another id.

    A group that keeps its id is no change, even when members joined or left.
    """
    old_of = {member: group for group, members in before.items() for member in members}
    parents: dict[str, set[str]] = {
        group: {old_of[member] for member in members if member in old_of} for group, members in after.items()
    }
    children: defaultdict[str, set[str]] = defaultdict(set)
    for group, olds in parents.items():
        for old in olds:
            children[old].add(group)

    def found() -> Iterator[Change]:
        for new in sorted(after):
            olds = parents[new]
            if not olds and new not in before:
                yield Change(run_id=run_id, kind="new", table=table, old_id=None, new_id=new)
            for old in sorted(olds - {new}):
                kind = "merged" if len(olds) > 1 else "split" if len(children[old]) > 1 else "renamed"
                yield Change(run_id=run_id, kind=kind, table=table, old_id=old, new_id=new)  # type: ignore[arg-type]
        for old in sorted(before):
            if not children[old] and old not in after:
                yield Change(run_id=run_id, kind="gone", table=table, old_id=old, new_id=None)

    return tuple(found())
