"""Attributions and their nesting: article → outlet → speaker → what was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, cast

from whence.attribute.acts import act
from whence.attribute.attach import form
from whence.attribute.folding import folded
from whence.attribute.hearers import Link
from whence.attribute.learned import taken_up
from whence.attribute.quotes import Quotation
from whence.attribute.sources import WITHHELD, Sources
from whence.attribute.tables import words
from whence.attribute.telling import Telling, merge, size, within
from whence.handover import ParsedDocument, Word
from whence.records import Act, Attribution, Range, Source, Span, stable_id

_FORM = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One attribution being chained. ``parent`` is a position in the list of nodes. ``telling`` is ``None``
    for an outlet that only passes on what it was told."""

    telling: Telling | None
    attitudes: tuple[Telling, ...]
    """Tellings folded into this one: how far the speaker goes on parts of the content."""
    source: Source
    cue: Range | None
    content: tuple[Range, ...]
    act: Act
    parent: int | None


def nodes(parsed: ParsedDocument, tellings: list[Telling], sources: Sources) -> list[Node]:
    """One node per telling that is not folded into another, and one per outlet that was told."""
    folds = folded(tellings)
    spoken = taken_up(parsed, tellings)
    kept = [i for i in range(len(tellings)) if i not in folds and i not in spoken]
    place = {old: new for new, old in enumerate(kept)}
    found: list[Node] = []
    for i in kept:
        telling = tellings[i]
        attitudes = tuple(tellings[j] for j in sorted(folds) if folds[j] == i)
        leading = next(
            (a for a in attitudes if telling.complement is not None and a.cue is telling.complement), None
        )
        content = merge(telling.content + tuple(r for a in attitudes for r in a.content), parsed.text)
        found.append(
            Node(
                telling=telling,
                attitudes=attitudes,
                source=WITHHELD
                if telling.source is None
                else _without_outlet(
                    parsed, sources.of(telling.source_sentence, telling.source), telling.link
                ),
                cue=telling.cue_range,
                content=content,
                act=act(leading or telling, parsed.text),
                parent=None,
            )
        )
    order = sorted(
        range(len(found)),
        key=lambda i: (-size(found[i].content), not _modified(found[i]), found[i].content, i),
    )
    rank = {node: at for at, node in enumerate(order)}
    for at, i in enumerate(kept):
        cited = tellings[i].parent
        parent = place.get(cited) if cited is not None else _container(found, at, rank)
        found[at] = replace(found[at], parent=parent)
    for at, node in enumerate(found):  # who is cited may be told inside of who cites
        if node.parent is not None and rank[node.parent] > rank[at] and _leads_back(found, at):
            found[at] = replace(node, parent=None)
    found = [_first_person(found, node) for node in found]
    found = [replace(node, parent=_not_self(found, node)) for node in found]
    return _with_outlets(parsed, found, sources)


def _without_outlet(parsed: ParsedDocument, source: Source, link: Link | None) -> Source:
    """A source without the outlet that the tree made part of it: "Speaking to *AFP*, the mayor said"."""
    start, end = source.start, source.end
    extent = link.extent if link is not None else None
    if extent is None or start is None or end is None or not start < extent[1] < end:
        return source
    start = next((at for at in range(extent[1], end) if parsed.text[at].isalnum()), start)
    return replace(source, start=start, text=parsed.text[start:end])


def _leads_back(found: list[Node], at: int) -> bool:
    """Whether a node is told inside of itself."""
    above = found[at].parent
    for _ in found:
        if above is None or above == at:
            return above == at
        above = found[above].parent
    return False


def _not_self(found: list[Node], node: Node) -> int | None:
    """The nearest holder that is somebody else: what speakers say they said is told as they told it."""
    parent = node.parent
    for _ in found:
        if parent is None or not _same(found[parent].source, node.source):
            return parent
        parent = found[parent].parent
    return None


def _same(one: Source, other: Source) -> bool:
    if one.actor_id is not None or other.actor_id is not None:
        return one.actor_id == other.actor_id and one.actor_ids == other.actor_ids
    return one.name is not None and one.name == other.name


def _modified(node: Node) -> bool:
    return node.telling is not None and "modified" in node.telling.rule.frames


def _container(found: list[Node], at: int, rank: Mapping[int, int]) -> int | None:
    """The smallest content that holds the node's cue; of two that hold each other the larger is outside.
    A denied claim is told by the article, not by the one who denies it."""
    telling = found[at].telling
    assert telling is not None
    holding = [
        (size(other.content), i)
        for i, other in enumerate(found)
        if rank[i] < rank[at]
        and within(telling.anchor, other.content)
        and not (other.act == "denies" and telling.rule.frames == ("that",))
    ]
    return min(holding)[1] if holding else None


def _first_person(found: list[Node], node: Node) -> Node:
    """A node whose source is "we" or "I" inside somebody's words speaks for that somebody."""
    if (
        node.parent is None
        or node.source.text is None
        or node.source.text.lower() not in words("first person")
    ):
        return node
    speaker = found[node.parent].source
    source = replace(
        node.source,
        actor_id=speaker.actor_id,
        actor_ids=speaker.actor_ids,
        name=speaker.name,
        kind=speaker.kind,
        naming=speaker.naming,
        affiliation=speaker.affiliation,
    )
    return replace(node, source=source)


def _with_outlets(parsed: ParsedDocument, found: list[Node], sources: Sources) -> list[Node]:
    """``found`` followed by outlet nodes: one per outlet told, shared with later sentences of a source
    that the outlet introduced ("defense officials … Fox News" … "one official")."""
    result = list(found)
    introduced: list[tuple[str, int]] = []
    told: tuple[str, int, int] | None = None
    order = sorted(range(len(found)), key=lambda i: _anchor(found[i]))
    for at in order:
        node = result[at]
        telling = node.telling
        if telling is None or telling.source is None:
            continue
        if telling.link is not None:
            outlet = sources.of(telling.sentence, telling.link.head, extent=telling.link.extent)
            result.append(
                Node(
                    telling=None,
                    attitudes=(),
                    source=outlet,
                    cue=None,
                    content=node.content,
                    act=node.act if node.act in ("evaluates", "hypothesises") else "asserts",
                    parent=node.parent,
                )
            )
            result[at] = replace(node, parent=len(result) - 1)
            if node.source.actor_id is not None and node.parent is None:
                told = node.source.actor_id, telling.sentence.paragraph, len(result) - 1
            if node.source.naming != "named":
                introduced.append((_lemma(telling.source), len(result) - 1))
        elif node.parent is None and told is not None and _goes_on(node, told):
            whole = merge(result[told[2]].content + node.content, parsed.text)
            result[told[2]] = replace(result[told[2]], content=whole)
            result[at] = replace(node, parent=told[2])
        elif node.parent is None and node.source.naming in ("described", "bare") and _anaphoric(telling):
            lemma = _lemma(telling.source)
            known = [i for other, i in introduced if other == lemma]
            if known:
                outlet_node = result[known[-1]]
                result[known[-1]] = replace(
                    outlet_node, content=merge(outlet_node.content + node.content, parsed.text)
                )
                result[at] = replace(node, parent=known[-1])
    return result


def _goes_on(node: Node, told: tuple[str, int, int]) -> bool:
    """Whether the speaker who told an outlet goes on in the same paragraph ("She also said")."""
    actor, paragraph, _ = told
    telling = node.telling
    return telling is not None and (node.source.actor_id, telling.sentence.paragraph) == (actor, paragraph)


def _anchor(node: Node) -> int:
    return node.telling.anchor if node.telling is not None else node.content[0][0]


def _lemma(word: Word) -> str:
    return word.lemma.lower()


def _anaphoric(telling: Telling) -> bool:
    assert telling.source is not None
    sentence = telling.source_sentence
    return any(
        w.text.lower() in words("introduced before")
        for w in sentence.children(telling.source, "det", "nummod", "amod")
    )


def records(parsed: ParsedDocument, found: list[Node], quoted: tuple[Quotation, ...]) -> list[Attribution]:
    """The final attributions, in the order of ``found``."""
    ids: list[str] = []
    used: set[str] = set()
    for node in found:
        parts = (node.cue[0] if node.cue else None, node.source.start, node.content[0][0])
        identity = stable_id("t", parsed.document.document_id, *parts)
        while identity in used:
            identity = stable_id("t", identity, *parts)
        ids.append(identity)
        used.add(identity)
    return [
        Attribution(
            attribution_id=ids[at],
            document_id=parsed.document.document_id,
            parent_id=ids[node.parent] if node.parent is not None else None,
            source=node.source,
            cue=_span(parsed, node.cue),
            content=node.content,
            act=node.act,
            form=cast(_FORM, form(parsed.text, node.content, quoted)),
        )
        for at, node in enumerate(found)
    ]


def _span(parsed: ParsedDocument, range_: Range | None) -> Span | None:
    return parsed.span(*range_) if range_ is not None else None


def chain(found: list[Node], at: int | None) -> list[int]:
    """Positions from ``at`` outwards to the last node the article itself tells."""
    path: list[int] = []
    while at is not None and at not in path:
        path.append(at)
        at = found[at].parent
    return path
