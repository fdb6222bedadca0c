"""The vocabulary of an account: one frozen dataclass per table.

These names and fields are the public contract of whence: the store has one table, and an export one
file, per class in :data:`TABLES`. Conventions:

* A *span* is ``text``, ``start``, ``end`` (characters of ``document.text``, end exclusive) with
  ``document.text[start:end] == text``. Unknown is ``None``, never a guess.
* Dates are ISO 8601 strings, inclusive on both sides; ``None`` on one side is open.
* ``from_`` is written ``from`` outside Python (see :func:`to_dict`).
* Ids are stable hashes of content (see :func:`stable_id`), never counters.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal

PassageKind = Literal[
    "headline", "body", "dateline", "byline", "caption", "credit", "related", "promotion", "truncation"
]
Precision = Literal["hour", "day", "week", "month", "season", "year", "range"]
Form = Literal["name", "nominal", "pronoun"]
Flag = Literal["historical", "future", "hypothetical", "negation"]
Realis = Literal["past", "ongoing", "future", "conditional", "generic"]
Sign = Literal["+", "-", "?"]
Certainty = Literal["certain", "probable", "possible", "none"]
ActorKind = Literal["person", "organization", "government", "armed_group", "outlet", "country", "group"]
PlaceKind = Literal[
    "continent", "region", "country", "admin1", "admin2", "city", "site", "sea", "river", "mountain"
]
PlacePrecision = Literal["point", "city", "admin", "country", "region"]
SourceKind = Literal["person", "organization", "outlet", "government", "document", "group", "unspecified"]
Naming = Literal["named", "described", "bare", "withheld"]
Act = Literal[
    "asserts",
    "denies",
    "doubts",
    "asks",
    "orders",
    "plans",
    "promises",
    "threatens",
    "evaluates",
    "hypothesises",
    "no_comment",
]
RelationType = Literal[
    "leads",
    "member_of",
    "part_of",
    "ally_of",
    "opposes",
    "supports",
    "proxy_of",
    "family_of",
    "holds_office",
    "located_in",
]
QuantityRole = Literal["killed", "injured", "arrested", "displaced", "size", "other"]
Party = Literal["actor", "recipient", "ally", "none", "unknown"]
Verdict = Literal["same", "different", "unsure", "right", "wrong", "corrected", "added"]
Range = tuple[int, int]

COORDINATES = ("lat", "lon")
"""Fields that are measures, not scores: written as they are."""


def stable_id(prefix: str, *parts: object) -> str:
    """A short id that depends on ``parts`` only, e.g. ``e-3f9ac81b02d4`` (48 bits of SHA-256)."""
    key = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def own_actor_id(document_id: str, start: int, name: str) -> str:
    """Id of an actor that is known from one document alone, where it is first mentioned at ``start``."""
    return stable_id("a", document_id, start, name)


def to_dict(value: Any) -> Any:
    """``value`` as plain dicts, lists and scalars; scores rounded to two decimals, ``from_`` as ``from``."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            f.name.rstrip("_"): getattr(value, f.name)
            if f.name in COORDINATES
            else to_dict(getattr(value, f.name))
            for f in fields(value)
        }
    if isinstance(value, Mapping):
        return {str(key): to_dict(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_dict(item) for item in value]
    if isinstance(value, float):
        return round(value, 2)
    return value


# --- what people decided, beside what they decided on ------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a person decided about a row or one field of it. ``value`` is what was read there, as text; null
    if nothing was, or if the verdict is on the row as a whole."""

    field: str
    verdict: Verdict
    value: str | None
    who: str | None
    when: str | None


# --- one document ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One captured report. ``text`` is the decoded text as it was; the title is never prepended."""

    document_id: str
    path: str | None
    url: str | None
    outlet: str | None
    title: str | None
    byline: str | None
    published: str | None
    published_precision: Precision | None
    captured: str | None
    language: str
    translated_from: str | None
    version_of: str | None
    text: str
    sha256: str
    analysis_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a document. Events and attributions are read from ``headline`` and ``body`` only."""

    document_id: str
    start: int
    end: int
    kind: PassageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A syntactic word (Universal Dependencies); ``head`` is an ``index`` of the sentence, 0 = root."""

    document_id: str
    sentence: int
    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: str | None
    head: int
    deprel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeValue:
    """A closed interval of days; either side open when unknown."""

    from_: str | None
    to: str | None
    precision: Precision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that refers to an actor, place, time or quantity."""

    mention_id: str
    document_id: str
    start: int
    end: int
    text: str
    kind: Literal["actor", "place", "time", "quantity"]
    form: Form | None
    refers_to: str | None
    value: TimeValue | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A title held, with the dates it was held."""

    title: str
    organization: str | None
    from_: str | None
    to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, organisation, group or country."""

    actor_id: str
    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    wikidata: str | None
    roles: tuple[Role, ...]
    candidates: tuple[str, ...] = ()
    """Actors of the account that may be this one: the name speaks for it, nothing else does."""
    reviewed: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place; ``precision`` says how much the coordinates can bear."""

    place_id: str
    name: str
    kind: PlaceKind | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision | None
    geonames: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of ``document.text``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who speaks: the local mention at the cue. A ``withheld`` source has a null span."""

    text: str | None
    start: int | None
    end: int | None
    actor_id: str | None
    actor_ids: tuple[str, ...]
    name: str | None
    kind: SourceKind
    naming: Naming
    affiliation: str | None
    number: Literal["one", "several"] | None
    basis: Literal["witness", "direct", "briefed", "document", "remote"] | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One speech act reported in a document: source, cue, content (PARC/PolNeAR terms)."""

    attribution_id: str
    document_id: str
    parent_id: str | None
    source: Source
    cue: Span | None
    content: tuple[Range, ...]
    act: Act
    form: Literal["direct", "indirect", "mixed"]
    reviewed: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An actor or recipient of an event, as of the event's date."""

    text: str
    start: int
    end: int
    actor_id: str | None
    name: str | None
    country: str | None
    sectors: tuple[str, ...]
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    text: str
    start: int
    end: int
    place_id: str | None
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """``anchor`` says what the value was computed from; ``inherited`` has ``text`` null."""

    from_: str | None
    to: str | None
    text: str | None
    start: int | None
    end: int | None
    precision: Precision | None
    anchor: Literal["explicit", "published", "document", "inherited"] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as a range: "dozens" is 24–null, "at least 20" 20–null, "about a dozen" 12–12 approximate."""

    role: QuantityRole
    text: str
    start: int
    end: int
    low: int | None
    high: int | None
    approximate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code of the user's own scheme."""

    scheme: str
    code: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One telling of an event, coded in PLOVER 2021; ``other`` names an event outside it (type NONE)."""

    event_mention_id: str
    event_id: str
    document_id: str
    sentence: Range
    trigger: Span
    lemma: str
    """Lemma of the trigger, with its particle ("shoot_down")."""
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    other: str | None
    cameo: str | None
    actors: tuple[Argument, ...]
    recipients: tuple[Argument, ...]
    place: EventPlace | None
    date: EventDate | None
    realis: Realis
    quantities: tuple[Quantity, ...]
    attribution_id: str | None
    restated: bool
    codes: tuple[Code, ...]
    why: Mapping[str, str]
    factuality: tuple[Flag, ...] = ()
    """PLOVER's auxiliary modes."""
    principal: bool = False
    """Whether it is the event its sentence chiefly tells: what coders take who take one from a sentence."""
    confidence: Mapping[str, float] = field(default_factory=dict)
    """``event``: how likely it is one, as calibrated; any other field that is told: how likely it is right if
    the event is one."""
    political: bool = False
    """Whether a party is of a known country or has a political role: what event coders ask of an event."""
    reviewed: tuple[Review, ...] = ()
    """What people decided about it, field by field, with what was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What one holder is committed to about one event mention, as that mention is worded."""

    stance_id: str
    event_mention_id: str
    attribution_id: str | None
    sign: Sign
    certainty: Certainty
    scope: Literal["event", "actor", "recipient", "place", "date", "quantity", "purpose"]
    argument: Range | None
    cue: Span | None
    why: str
    reviewed: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationParty:
    """One side of a relation."""

    text: str
    start: int
    end: int
    actor_id: str | None
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A standing tie, as reported."""

    relation_id: str
    document_id: str
    subject: RelationParty
    type: RelationType
    object: RelationParty
    start: int
    end: int
    attribution_id: str | None
    sign: Sign
    from_: str | None
    to: str | None


# --- across documents -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprint:
    """Text that ``document_id`` took from ``of_document_id``."""

    document_id: str
    of_document_id: str
    direction: Literal["known", "undecided"]
    kind: Literal["verbatim", "edited", "excerpt"]
    share: float
    """Of the distinct word 5-grams of ``document_id``, those that ``of_document_id`` has too."""
    spans: tuple[tuple[int, int, int, int], ...]
    evidence: str
    probability: float
    primary: bool = False
    """Whether it explains where the text is from: what is shared with parents that are not primary is shared
    with a primary one too."""
    reviewed: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """Why one telling depends on another, or on an origin: an edge of the graph behind the count."""

    event_id: str
    event_mention_id: str
    of_event_mention_id: str | None
    origin_id: str | None
    basis: Literal["span", "credit", "utterance", "detail"]
    probability: float
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Documents about one developing story; each document is in exactly one."""

    story_id: str
    title: str
    from_: str | None
    to: str | None
    document_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventParty:
    actor_id: str | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSite:
    place_id: str | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginInterval:
    """How many independent origins stand behind a sign, in the texts read."""

    low: int
    expected: float
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuantity:
    """One value told for an event and the origins that give it."""

    role: QuantityRole
    low: int | None
    high: int | None
    approximate: bool
    origin_ids: tuple[str, ...]
    event_mention_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event across documents."""

    event_id: str
    story_id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    other: str | None
    cameo: str | None
    actors: tuple[EventParty, ...]
    recipients: tuple[EventParty, ...]
    place: EventSite | None
    date: TimeValue | None
    realis: Realis
    status: Literal["denied", "disputed", "planned", "hypothetical", "corroborated", "reported"]
    quantities: tuple[EventQuantity, ...]
    document_ids: tuple[str, ...]
    reports: int
    outlets: int
    origins: OriginInterval
    denials: OriginInterval
    disputed_fields: tuple[str, ...]
    follows: str | None
    first_reported: str | None
    reviewed: tuple[Review, ...] = ()
    """What people decided about it as a whole, about its tellings and about who holds what of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Someone who could have known."""

    origin_id: str
    event_id: str
    sign: Sign
    kind: Literal["person", "statement", "document", "newsroom", "anonymous", "unknown"]
    source: str
    party: Party
    event_mention_ids: tuple[str, ...]
    attribution_ids: tuple[str, ...]
    document_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRange:
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the accounts that differ."""

    value: str | float | ValueRange
    sign: Sign
    origin_ids: tuple[str, ...]
    document_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Accounts that differ as read."""

    conflict_id: str
    kind: Literal["contradiction", "revision", "precision", "labelling"]
    why: str
    probability: float
    field: Literal["occurrence", "actor", "recipient", "place", "date", "quantity", "purpose"]
    event_ids: tuple[str, ...]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where a judgement holds: a span of a text, never an id that a model can change."""

    sha256: str
    start: int
    end: int
    field: str
    """What stands there (see :mod:`whence.judge.anchors`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided."""

    anchors: tuple[Anchor, ...]
    verdict: Verdict
    field: str | None
    value: str | None
    who: str | None
    when: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a run changed."""

    run_id: str
    kind: Literal["new", "merged", "split", "renamed", "gone"]
    table: str
    old_id: str | None
    new_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Something not read or not understood."""

    path: str | None
    document_id: str | None
    stage: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    run_id: str
    started: str
    finished: str | None
    version: str
    counts: Mapping[str, int]
    codebook: str | None = None
    """SHA-256 of the user's own codebook, if one was given."""
    actors: str | None = None
    """SHA-256 of the user's own file of actors, if one was given."""
    gazetteer: str | None = None
    """SHA-256 of what the user's own gazetteer was built of, if one was given."""


TABLES: Mapping[str, type] = {
    "documents": Document,
    "passages": Passage,
    "tokens": Token,
    "mentions": Mention,
    "actors": Actor,
    "places": Place,
    "attributions": Attribution,
    "event_mentions": EventMention,
    "stances": Stance,
    "relations": Relation,
    "reprints": Reprint,
    "derivations": Derivation,
    "stories": Story,
    "events": Event,
    "origins": Origin,
    "conflicts": Conflict,
    "judgements": Judgement,
    "changes": Change,
    "losses": Loss,
    "runs": Run,
}
"""Table name → record class, in the order tables are created and exported."""
