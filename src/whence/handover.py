"""What the per-document stages hand one another; never stored, never exported.

``read`` gives a :class:`Capture`, ``clean`` a :class:`CleanDocument`, ``parse`` a :class:`ParsedDocument`,
``extract`` an :class:`Extraction`, ``resolve`` a :class:`Resolution`, ``attribute`` an
:class:`AttributionResult`; ``assembly.assemble`` turns them into records. Nothing here is ever edited
after it was made: a later stage refers to a *phrase* or an *event* of the extraction by its index.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from whence.records import (
    Act,
    Actor,
    Attribution,
    Certainty,
    Code,
    Document,
    EventDate,
    Form,
    Passage,
    PassageKind,
    Place,
    QuantityRole,
    Range,
    Realis,
    RelationType,
    Sign,
    Span,
    TimeValue,
)

ANALYSED: frozenset[PassageKind] = frozenset({"headline", "body"})
"""Kinds of passages that events and attributions are read from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One report as it was found: raw bytes or a record's text, with whatever metadata came along."""

    path: str
    """Relative to the argument given."""
    record: int | None
    """Record number in a container (CSV, JSONL), else ``None``."""
    media_type: Literal["text/plain", "text/markdown", "text/html"]
    data: bytes
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    captured: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanDocument:
    """A document and the passages that cover its text."""

    document: Document
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A syntactic word with its analysis. ``index`` is 1-based in the sentence; ``head`` 0 is the root."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    feats: str | None
    head: int
    deprel: str
    head_type: str | None
    """Type of the smallest mention this word heads (GUM: person, organization, place, time, event …)."""

    @property
    def relation(self) -> str:
        """The universal relation, without a subtype: ``nsubj`` for ``nsubj:pass``."""
        return self.deprel.partition(":")[0]

    def feature(self, name: str) -> str | None:
        """The value of one UD feature, e.g. ``word.feature("Tense") == "Past"``."""
        for pair in (self.feats or "").split("|"):
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return None


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence and its dependency tree. It never crosses a passage."""

    index: int
    start: int
    end: int
    passage: PassageKind
    paragraph: int
    """0-based number of the paragraph (runs of text between blank lines) in the document."""
    words: tuple[Word, ...]

    @property
    def analysed(self) -> bool:
        """Whether events and attributions are read from it."""
        return self.passage in ANALYSED

    @cached_property
    def _children(self) -> Mapping[int, tuple[Word, ...]]:
        found: dict[int, list[Word]] = {}
        for word in self.words:
            found.setdefault(word.head, []).append(word)
        return {head: tuple(children) for head, children in found.items()}

    def word(self, index: int) -> Word:
        return self.words[index - 1]

    @property
    def root(self) -> Word | None:
        roots = self._children.get(0, ())
        return roots[0] if roots else None

    def head(self, word: Word) -> Word | None:
        return self.words[word.head - 1] if word.head else None

    def children(self, word: Word, *relations: str) -> tuple[Word, ...]:
        """Dependents of ``word`` in text order; with ``relations``, those whose full or universal
        relation is among them (``"nsubj"`` matches ``nsubj:pass``; ``"nsubj:pass"`` only itself)."""
        children = self._children.get(word.index, ())
        if not relations:
            return children
        return tuple(c for c in children if c.deprel in relations or c.relation in relations)

    def child(self, word: Word, *relations: str) -> Word | None:
        """The first such dependent."""
        return next(iter(self.children(word, *relations)), None)

    def subtree(self, word: Word, *without: str) -> tuple[Word, ...]:
        """``word`` and everything below it in text order; branches that hang directly on ``word`` by a
        relation in ``without`` are left out."""
        keep, queue = (
            [word],
            [c for c in self.children(word) if c not in self.children(word, *without)]
            if without
            else list(self.children(word)),
        )
        while queue:
            item = queue.pop()
            keep.append(item)
            queue.extend(self._children.get(item.index, ()))
        return tuple(sorted(keep, key=lambda w: w.index))

    def ancestors(self, word: Word) -> Iterator[Word]:
        """Heads of ``word``, nearest first, up to the root."""
        head = self.head(word)
        while head is not None:
            yield head
            head = self.head(head)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name found by the tagger: words ``first``..``last`` (inclusive, 1-based) of a sentence."""

    sentence: int
    first: int
    last: int
    start: int
    end: int
    kind: Literal["PER", "ORG", "LOC"]


WordRef = tuple[int, int]
"""Where a word stands: index of its sentence, 1-based index in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentScore:
    """The head word of what may be an argument of an event."""

    role: str
    """``actor``, ``recipient``, ``place`` or ``time``."""
    sentence: int
    word: int
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerScore:
    """What the model sees in a word that may be the head of an event's trigger."""

    sentence: int
    word: int
    probability: float
    types: Mapping[str, float]
    """PLOVER type or ``NONE`` → probability, the likeliest first."""
    mode: str | None
    realis: Realis
    sign: str
    certainty: str
    arguments: tuple[ArgumentScore, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CueScore:
    """What the model takes for a reporting cue, and the words of its source and of its content."""

    cue: tuple[WordRef, ...]
    probability: float
    source: tuple[WordRef, ...]
    content: tuple[WordRef, ...]


@dataclass(frozen=True, kw_only=True)
class ParsedDocument:
    """Syntax of a whole document; offsets refer to ``document.text``."""

    document: Document
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    triggers: tuple[TriggerScore, ...] = ()
    cues: tuple[CueScore, ...] = ()
    entities: tuple[tuple[WordRef, ...], ...] = ()
    """Head words of the phrases of one referent, for every referent with two or more."""

    @property
    def text(self) -> str:
        return self.document.text

    def span(self, start: int, end: int) -> Span:
        return Span(text=self.document.text[start:end], start=start, end=end)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character."""
        return next((s for s in self.sentences if s.start <= offset < s.end), None)

    @cached_property
    def _names_by_sentence(self) -> Mapping[int, tuple[Name, ...]]:
        found: dict[int, list[Name]] = {}
        for name in self.names:
            found.setdefault(name.sentence, []).append(name)
        return {index: tuple(names) for index, names in found.items()}

    def names_in(self, sentence: Sentence) -> tuple[Name, ...]:
        return self._names_by_sentence.get(sentence.index, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A referring expression. The span is the whole noun phrase without relative clauses, appositive
    clauses and parentheses ("Russia's foreign minister Sergey Lavrov"); ``head`` is the 1-based word index
    of its syntactic head in ``sentence``."""

    index: int
    sentence: int
    head: int
    start: int
    end: int
    text: str
    kind: Literal["actor", "place", "time", "thing"]
    """A guess from syntax and names; ``resolve`` decides (a place name acting is an actor too). A ``thing``
    fills a slot of an event or tie but is no actor, place or time ("rejected *the bill*"): it refers to
    nothing that is resolved. Things come after all other phrases."""
    form: Form
    name: Name | None
    """The proper name at its head, when there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityCandidate:
    role: QuantityRole
    start: int
    end: int
    text: str
    low: int | None
    high: int | None
    approximate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCandidate:
    """An event mention before anything is resolved. ``actors`` … ``time`` are indices of phrases."""

    index: int
    sentence: int
    head: int
    """1-based word index of the trigger's head."""
    trigger: Span
    lemma: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    other: str | None
    cameo: str | None
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    place: int | None
    time: int | None
    realis: Realis
    polarity: Literal["+", "-"]
    """``-`` if the event is negated where it is worded ("did not ratify", "no strikes", "failed to")."""
    polarity_cue: Span | None
    purpose: Range | None
    """Span of a purpose clause ("to recapture territory"), if any."""
    quantities: tuple[QuantityCandidate, ...]
    cluster: int
    """Index of the first candidate of the same event in this document (its own index if first)."""
    why: Mapping[str, str]
    time_inherited: bool = False
    """Whether ``time`` dates another mention of the same event, not this one."""
    principal: bool = False
    """Whether it is the event its sentence chiefly tells."""
    codes: tuple[Code, ...] = ()
    """Codes of the user's own scheme."""
    evidence: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    """What speaks for each of its fields (:mod:`whence.extract.confidence`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationCandidate:
    """``subject`` and ``object`` are indices of phrases."""

    subject: int
    type: RelationType
    object: int
    start: int
    end: int
    sentence: int
    sign: Sign = "+"
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Extraction:
    phrases: tuple[Phrase, ...]
    events: tuple[EventCandidate, ...]
    relations: tuple[RelationCandidate, ...]

    @cached_property
    def _at(self) -> Mapping[tuple[int, int], Phrase]:
        return {(p.sentence, p.head): p for p in reversed(self.phrases)}

    def phrase_at(self, sentence: int, head: int) -> Phrase | None:
        """The phrase with this head word."""
        return self._at.get((sentence, head))


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """What a phrase refers to. ``name`` is the resolved full name ("Sergey Lavrov" for "he")."""

    actor_id: str | None
    place_id: str | None
    name: str
    title: str | None
    """The role as of the document's date ("Minister of Foreign Affairs"), if one is known or worded."""
    affiliation: str | None
    antecedent: int | None
    """Index of the phrase it was resolved through, if any."""
    why: str


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """Who, where and when. A phrase that is missing from a mapping was not resolved."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    referents: Mapping[int, Referent]
    """Phrase index → referent (actors and places)."""
    toponyms: Mapping[Range, str]
    """Span → place id of the place names that no phrase is headed by."""
    times: Mapping[int, EventDate]
    """Phrase index → the interval in which what it dates lies ("since March": until publication)."""
    named_times: Mapping[int, TimeValue]
    """Phrase index → what the expression names by itself (March)."""
    countries: Mapping[int, str]
    """Phrase index → country (ISO 3166-1 alpha-3) of a party that is no actor."""

    @cached_property
    def actor(self) -> Mapping[str, Actor]:
        return {actor.actor_id: actor for actor in self.actors}


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceCandidate:
    """One holder's commitment to event ``event`` (index); ``attribution_id`` None is the article."""

    event: int
    attribution_id: str | None
    sign: Sign
    certainty: Certainty
    scope: Literal["event", "actor", "recipient", "place", "date", "quantity", "purpose"]
    argument: Range | None
    cue: Span | None
    why: str


@dataclass(frozen=True, kw_only=True)
class AttributionResult:
    attributions: tuple[Attribution, ...]
    holder: Mapping[int, str | None]
    """Event index → innermost attribution whose content holds it; None = article's own voice."""
    relation_holder: Mapping[int, str | None]
    """Relation index (position in ``Extraction.relations``) → likewise."""
    stances: tuple[StanceCandidate, ...]
    restated: frozenset[int] = field(default_factory=frozenset)
    """Events told by the article without the source they had elsewhere in it."""
    first_persons: Mapping[int, Referent] = field(default_factory=dict)
    """Phrase index of an "I" or "we" in a quotation → its speaker, or the body the speaker belongs to."""


__all__ = [
    "ANALYSED",
    "Act",
    "ArgumentScore",
    "AttributionResult",
    "Capture",
    "CleanDocument",
    "CueScore",
    "EventCandidate",
    "Extraction",
    "Name",
    "ParsedDocument",
    "Phrase",
    "QuantityCandidate",
    "Referent",
    "RelationCandidate",
    "Resolution",
    "Sentence",
    "StanceCandidate",
    "TriggerScore",
    "Word",
    "WordRef",
]
