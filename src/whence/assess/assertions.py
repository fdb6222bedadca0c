"""Assertions: each commitment of someone who could have known to an event, read off the stances.

The unit of counting is neither the article nor the outlet but (event, mention, root, sign).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.assess.roots import Root, bodies, chain, root_of
from whence.assess.speech import speaker
from whence.assess.surroundings import Surroundings
from whence.records import Actor, Attribution, Document, EventMention, Sign, Stance
from whence.tables import DocumentRecords


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """``chain`` is innermost first; empty for the article's own voice."""

    mention: EventMention
    document: Document
    sign: Sign
    root: Root
    chain: tuple[Attribution, ...]
    narrowed: frozenset[str]
    """Fields to which a ``-`` is narrowed ("we don't believe they hit *ISIS*"): occurrence is not at
    issue."""
    spoken: bool = False
    """Whether it is an act of speech told in the article's own voice, whose root is who spoke."""
    cited: frozenset[Root] = frozenset()
    """Roots of everything that the document has a source for, of other events too."""

    @property
    def ladder(self) -> str:
        """The rungs from the article down, as text for people."""
        rungs = [link.source.text or "source withheld" for link in reversed(self.chain)]
        return " → ".join([self.document.outlet or "article", *rungs])


def assertions(
    analyses: Sequence[DocumentRecords],
    actor_of: Mapping[str, str],
    around: Surroundings,
    version_of: Mapping[str, str] | None = None,
) -> dict[str, list[Assertion]]:
    """event_mention_id → its assertions, in a fixed order. ``version_of`` is a later capture → the report it
    is a version of."""
    found: dict[str, list[Assertion]] = {}
    for item in analyses:
        attributions = {a.attribution_id: a for a in item.attributions}
        actors = {a.actor_id: a for a in item.actors}
        body = bodies(item.actors, actor_of)
        report = (version_of or {}).get(item.document.document_id)
        agency = around.agencies.get(item.document.document_id)
        stances: dict[str, list[Stance]] = {}
        for stance in item.stances:
            stances.setdefault(stance.event_mention_id, []).append(stance)
        affiliations = {
            a.source.actor_id: a.source.affiliation
            for a in item.attributions
            if a.source.actor_id and a.source.affiliation
        }
        named = frozenset(m.refers_to for m in item.mentions if m.form == "name" and m.refers_to)

        def rooted(
            links: tuple[Attribution, ...],
            document: Document = item.document,
            actors: Mapping[str, Actor] = actors,
            body: Mapping[str, str] = body,
            report: str | None = report,
            agency: str | None = agency,
        ) -> Root:
            return root_of(
                links,
                document,
                actors,
                actor_of,
                body,
                report=report,
                agency=agency,
                outlets=around.outlets,
                newsrooms=around.newsrooms,
            )

        cited = frozenset(rooted(chain(key, attributions)) for key in attributions)
        for mention in item.event_mentions:
            rows = stances.get(mention.event_mention_id, [])
            who = speaker(mention, actors, actor_of, named, affiliations, body)
            found[mention.event_mention_id] = [
                Assertion(
                    mention=mention,
                    document=item.document,
                    sign=stance.sign,
                    root=spoken or rooted(links),
                    chain=links,
                    narrowed=_narrowed(rows, stance),
                    spoken=spoken is not None,
                    cited=cited,
                )
                for stance in _committing(mention, rows, attributions)
                for links in (chain(stance.attribution_id, attributions),)
                for spoken in (who if not links and stance.sign == "+" else None,)
            ]
    return found


def _committing(
    mention: EventMention, stances: Sequence[Stance], attributions: Mapping[str, Attribution]
) -> Iterator[Stance]:
    """The stances that count: an outer holder of the same sign endorses a deeper root and is none itself."""
    ladder: list[str | None] = [link.attribution_id for link in chain(mention.attribution_id, attributions)]
    rank = {holder: i for i, holder in enumerate([*ladder, None])}
    committed: set[Sign] = set()
    occurrence = [s for s in stances if s.scope == "event" and s.sign != "?"]
    for stance in sorted(occurrence, key=lambda s: (rank.get(s.attribution_id, len(rank)), s.stance_id)):
        if stance.attribution_id in rank:
            if stance.sign in committed:
                continue
            committed.add(stance.sign)
        yield stance


def _narrowed(stances: Iterable[Stance], event_row: Stance) -> frozenset[str]:
    return frozenset(
        s.scope
        for s in stances
        if s.scope != "event" and s.attribution_id == event_row.attribution_id and event_row.sign == "-"
    )
