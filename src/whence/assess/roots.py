"""Roots: who could have known. Each assertion of an event leads up its attribution chain to one.

Kinds that no unstated dependence could merge are *firm*: a named person, an institution's statement, a
document. The others may hide one another: unnamed sources may be one person, a newsroom may have copied, and
an article's own voice may rest on anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

from whence.names import normal_name
from whence.records import Actor, Attribution, Document, Source

_HEARSAY = frozenset({"a", "some", "several", "local", "media", "news", "press", "report", "reports"})
"""Words of what is called a source and names none ("media reports")."""
_VISUAL = frozenset({"video", "videos", "footage", "clip", "clips", "images", "photographs", "photos"})
"""Words of documents that show an event. What is called so and has no name is taken for one record of it: a
judgement, which of the claims of `python -m evals.origins` fits those with several videos."""
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "this", "that", "one", "his", "her", "their", "its"})
RootKind = Literal["person", "statement", "document", "newsroom", "anonymous", "unknown"]
FIRM: frozenset[str] = frozenset({"person", "statement", "document"})


@dataclass(frozen=True, slots=True, order=True)
class Root:
    """Equal roots are one origin. ``key`` identifies it within an event; ``name`` is shown to people."""

    kind: RootKind
    key: tuple[str, ...]
    name: str = field(default="", compare=False)
    institution: str = field(default="", compare=False)
    """Of a person: the body it belongs to, as a statement of that body is keyed."""
    affiliation: str = field(default="", compare=False)
    """Of a person: the same, as worded."""
    referring: bool = field(default=False, compare=False)
    """Whether the source is a pronoun or a definite description of unknown referent ("she", "the actress"):
    somebody whom the report names, or describes."""

    @property
    def firm(self) -> bool:
        return self.kind in FIRM

    @property
    def own_voice(self) -> bool:
        """Whether it is an article that gives no source, not even "reportedly"."""
        return self.kind == "unknown" and self.key[0] != "withheld"

    @property
    def newsroom(self) -> str:
        """Of a root that one newsroom vouches for, that newsroom (or document without an outlet); else ""."""
        if self.firm:
            return ""
        return self.key[-1] if self.kind == "unknown" else self.key[0]

    @property
    def of_unknown_outlet(self) -> bool:
        return self.own_voice and self.key[0] == "document"


def chain(attribution_id: str | None, attributions: Mapping[str, Attribution]) -> tuple[Attribution, ...]:
    """The attributions above an event, innermost first; a broken or circular parent ends it."""
    found: list[Attribution] = []
    while attribution_id is not None and attribution_id in attributions:
        attribution = attributions[attribution_id]
        if attribution in found:
            break
        found.append(attribution)
        attribution_id = attribution.parent_id
    return tuple(found)


def bodies(actors: Iterable[Actor], actor_of: Mapping[str, str]) -> dict[str, str]:
    """Normal name or alias → account id of each of a document's actors that is no person. An affiliation is
    words, a statement's source an actor: this makes both one. A name of two bodies stands for neither."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        if actor.kind != "person":
            for name in (actor.name, *actor.aliases):
                found.setdefault(normal_name(name), set()).add(actor_of.get(actor.actor_id, actor.actor_id))
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def root_of(
    links: tuple[Attribution, ...],
    document: Document,
    actors: Mapping[str, Actor],
    actor_of: Mapping[str, str],
    body: Mapping[str, str],
    *,
    report: str | None = None,
    agency: str | None = None,
    outlets: Set[str] = frozenset(),
    newsrooms: Set[str] = frozenset(),
) -> Root:
    """The root of a chain (innermost first); of the article's own voice if it is empty. ``actors`` are the
    document's by id, ``body`` is their :func:`bodies`; ``report`` is the document that this is a later
    capture of, ``agency`` the one that the document is credited to, ``outlets`` the normal names of
    those whose reports are read: what is called so and was taken for a person is one of them. ``newsrooms``
    are those of what some report calls an outlet.

    One newsroom's own voice is one origin in all its reports: it may repeat itself."""
    outlet = normal_name(agency or document.outlet or "")
    room = ("outlet", outlet) if outlet else ("document", report or document.document_id)
    printed = _outlet(document)
    if agency and normal_name(agency) != normal_name(printed):
        printed = f"{agency}, printed by {printed}"
    if not links or _is_thing(links[0].source):
        return Root("unknown", room, printed)
    source = links[0].source
    name = source.name or source.text or ""
    key = actor_of.get(source.actor_id, source.actor_id) if source.actor_id else normal_name(name)
    if source.naming == "withheld":
        return Root("unknown", ("withheld", *room), f"source withheld ({printed})")
    if source.kind == "document":
        if _HEARSAY.issuperset(normal_name(name).split()):
            return Root("unknown", ("withheld", *room), f"source withheld ({printed})")
        visual = source.naming == "described" and not _VISUAL.isdisjoint(normal_name(name).split())
        return Root("document", ("video",) if visual else (key,), name)
    published = source.kind in ("person", "unspecified") and normal_name(name) in outlets
    known = source.kind == "organization" and normal_name(name) in newsrooms
    if source.kind == "outlet" or published or known:
        return Root("newsroom", (_newsroom_key(key, source, actors),), name)
    if source.naming == "named":
        affiliation = normal_name(source.affiliation or "")
        affiliation = body.get(affiliation, affiliation)
        if source.kind != "person":
            return Root("statement", (key if source.actor_id else body.get(key, key),), name)
        if _speaks_for_institution(source):
            return Root("statement", (affiliation,), source.affiliation or name)
        return Root("person", (key,), name, affiliation, source.affiliation or "")
    actor = actors.get(source.actor_id or "")
    if actor and actor.country and (source.kind, source.number) == ("government", "one"):
        # "The government said" describes a body whose state is known: whoever prints it, it is its word.
        return Root("statement", (key,), name)
    described = source.naming == "described" and source.kind in ("government", "organization")
    if described and (body_noun := _body_noun(name)):
        return Root("statement", (body_noun,), name)
    newsroom = next((link.source for link in links[1:] if link.source.kind == "outlet"), None)
    where = normal_name(newsroom.name or newsroom.text or "") if newsroom else room[1]
    told = (newsroom.name or newsroom.text or "") if newsroom else printed
    affiliation = normal_name(source.affiliation or "")
    role = body.get(affiliation, affiliation) or _role(source)
    return Root("anonymous", (where, role), f"{_described(source)} ({told})", referring=_refers(source))


def _is_thing(source: Source) -> bool:
    """Whether what is given as a source could not have known: "the standoff underscores …" is the article's
    own word."""
    nobody = source.actor_id is None and (source.kind, source.naming) == ("unspecified", "described")
    words = (source.name or "").split()
    return nobody and source.number == "one" and not all(word[:1].isupper() for word in words)


def _refers(source: Source) -> bool:
    text = (source.text or "").lower()
    definite = text.startswith("the ") and (source.kind, source.number) == ("person", "one")
    return definite or (source.naming == "bare" and text in _PRONOUNS)


def _outlet(document: Document) -> str:
    return document.outlet or document.title or document.path or document.document_id


def _newsroom_key(key: str, source: Source, actors: Mapping[str, Actor]) -> str:
    """Newsrooms are compared with documents' outlets by name, so the canonical name is the key."""
    actor = actors.get(source.actor_id or "")
    return normal_name(actor.name if actor else source.name or source.text or key)


def _speaks_for_institution(source: Source) -> bool:
    """A spokesperson's words are the institution's statement, whoever of them speaks."""
    return bool(source.affiliation) and "spokes" in f"{source.text or ''} {source.name or ''}".lower()


def _body_noun(name: str) -> str:
    """The noun that "police" or "the airline" describes a body by, in the singular; "" if it names no body.
    One that is not named speaks for itself no less than one that is; its people ("officials") are unnamed."""
    words = normal_name(name).split()
    noun = words[-1] if words else ""
    return next((form for form in (noun, noun.removesuffix("s")) if form in _bodies()), "")


@cache
def _bodies() -> frozenset[str]:
    folder = files("whence").joinpath("data/actors")
    nouns = set[str]()
    for name in ("institutions.tsv", "group_nouns.tsv"):
        rows = [line.split("\t") for line in (folder / name).read_text(encoding="utf-8").splitlines()[1:]]
        nouns |= {row[0] for row in rows if name == "institutions.tsv" or row[1] == "organization"}
    return frozenset(nouns)


def _described(source: Source) -> str:
    """An unnamed source as worded, or where one word stands for it ("they"), as described elsewhere."""
    text = source.text or "unnamed source"
    return text if " " in text else source.name or text


def _role(source: Source) -> str:
    """The last word of an unnamed source's description, in the singular: "defense officials" and "one
    official" may be one person."""
    words = normal_name(source.name or source.text or "").split()
    if source.naming == "bare" or not words:
        return ""
    return words[-1].removesuffix("s")
