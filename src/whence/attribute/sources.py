"""Sources: the local noun phrase, the full name it resolves to, and how much it identifies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from typing import Literal

from whence.attribute.outlets import is_outlet, names_outlet
from whence.attribute.subjects import case_of
from whence.attribute.tables import bases, reasons, source_noun
from whence.handover import Extraction, Name, ParsedDocument, Referent, Resolution, Sentence, Word, WordRef
from whence.records import Actor, Naming, Range, Source, SourceKind

_KINDS: dict[str, SourceKind] = {
    "person": "person",
    "organization": "organization",
    "government": "government",
    "armed_group": "organization",
    "outlet": "outlet",
    "country": "government",
    "group": "group",
}
_REASON_TAIL = r"[^.;,\n]{0,80}"
"""What follows a reason up to the next mark belongs to it: "… to speak to the press"."""
_NEAR = 80
"""Characters after a source in which its basis is worded."""
_LEFT_OUT = ("acl:relcl", "parataxis", "cc", "dep", "advcl", "orphan", "punct", "ccomp", "discourse")

WITHHELD = Source(
    text=None,
    start=None,
    end=None,
    actor_id=None,
    actor_ids=(),
    name=None,
    kind="unspecified",
    naming="withheld",
    affiliation=None,
    number=None,
    basis=None,
    reason=None,
)


def phrase_range(sentence: Sentence, head: Word, *, without: tuple[str, ...] = ()) -> Range:
    """The noun phrase at ``head`` with titles, appositions and joint speakers, without relative clauses and
    relations in ``without``: one unbroken run of words."""
    keep = {head.index}
    queue = [head]
    while queue:
        current = queue.pop()
        for child in sentence.children(current):
            if child.relation == "nmod" and current is head and case_of(sentence, child) == "to":
                continue
            if child.relation in ("acl", "appos") and _apart(sentence, child):
                continue
            if (
                child.deprel in _LEFT_OUT
                or child.relation in without
                or (child.relation in ("case", "mark", "cop", "nsubj", "aux") and current is head)
            ):
                continue
            if child.relation in ("punct", "cc") or (
                child.relation == "conj" and child.upos not in ("NOUN", "PROPN", "PRON")
            ):
                continue
            if child.relation in ("advmod", "obl") and current is head and head.upos in ("VERB", "AUX"):
                continue
            keep.add(child.index)
            queue.append(child)
    low = high = head.index
    words = sentence.words
    while low > 1 and (low - 1 in keep or (low - 2 in keep and _joins(words[low - 2]))):
        low -= 1
    while high < len(words) and (high + 1 in keep or (high + 2 in keep and _joins(words[high]))):
        high += 1
    while low < head.index and _joins(words[low - 1]):
        low += 1
    while high > head.index and _joins(words[high - 1]) and words[high - 1].text not in (")", "]"):
        high -= 1
    if low > 2 and words[low - 2].text == "The" and words[low - 1].upos == "PROPN":
        low -= 1
    inside = [w.text for w in words[low - 1 : high]]
    if high < len(words) and (opened := {"]": "[", ")": "("}.get(words[high].text)) is not None:
        high += inside.count(opened) > inside.count(words[high].text)
    return words[low - 1].start, words[high - 1].end


def _apart(sentence: Sentence, word: Word) -> bool:
    """Whether a verb's clause is set off from the noun before it: by a comma ("Reuters, citing …") or a
    colon."""
    first = sentence.subtree(word)[0]
    before = first.text if first.upos == "PUNCT" or first.index == 1 else sentence.word(first.index - 1).text
    return word.upos == "VERB" and before in (",", ":")


def _joins(word: Word) -> bool:
    return word.upos in ("PUNCT", "CCONJ")


def seen_sources(parsed: ParsedDocument) -> Mapping[WordRef, Range]:
    """The unbroken stretch of a source that the model sees around each of its words: with it, sources reach
    what their phrase leaves out ("residents *who had fled*"; source tokens on PolNeAR dev 72.5 to 75.9)."""
    found: dict[WordRef, Range] = {}
    for score in parsed.cues:
        for _, pairs in groupby(enumerate(score.source), key=lambda pair: (pair[1][0], pair[1][1] - pair[0])):
            places = [place for _, place in pairs]
            words = [parsed.sentences[sentence].word(word) for sentence, word in places]
            inside = [word for word in words if word.upos != "PUNCT"]
            if inside:
                last = words[-1] if words[-1].text in (")", "]") else inside[-1]
                found |= dict.fromkeys(places, (inside[0].start, last.end))
    return found


class Sources:
    """Builds the sources of one document."""

    def __init__(self, parsed: ParsedDocument, extraction: Extraction, resolution: Resolution) -> None:
        self._parsed = parsed
        self._extraction = extraction
        self._resolution = resolution
        named: set[str] = set()
        affiliations: dict[str, str] = {}
        for phrase in extraction.phrases:
            referent = resolution.referents.get(phrase.index)
            if phrase.form == "name" and referent is not None and referent.actor_id is not None:
                named.add(referent.actor_id)
            if referent is not None and referent.actor_id is not None and referent.affiliation is not None:
                affiliations.setdefault(referent.actor_id, referent.affiliation)
        self._affiliations: Mapping[str, str] = affiliations
        self._named = frozenset(named)
        self._seen = seen_sources(parsed)

    def outlet(self, sentence: Sentence, word: Word) -> bool:
        return is_outlet(self._parsed, self._extraction, self._resolution, sentence, word)

    def of(self, sentence: Sentence, head: Word, *, extent: Range | None = None) -> Source:
        """The source whose noun phrase is headed by ``head``; ``extent`` is its name where that was read
        from the words alone, and it is an outlet's."""
        start, end = extent or phrase_range(sentence, head)
        seen = self._seen.get((sentence.index, head.index))
        if seen is not None and extent is None:
            start, end = min(start, seen[0]), max(end, seen[1])
        text = self._parsed.text[start:end]
        heads = [head, *(w for w in sentence.children(head, "conj") if w.end <= end)]
        referents = [r for r in (self._referent(sentence, w) for w in heads) if r is not None]
        actors = tuple(dict.fromkeys(r.actor_id for r in referents if r.actor_id is not None))
        actor = self._resolution.actor.get(actors[0]) if actors else None
        joint = len(heads) > 1
        naming = self._naming(sentence, head, actor)
        noun = source_noun(head)
        kind = "group" if joint and len(actors) > 1 else self._kind(sentence, head, actor)
        if extent is not None:
            kind, naming = "outlet", "named"
        reason = _reason(self._parsed.text, sentence.start, sentence.end) if naming != "named" else None
        return Source(
            text=text,
            start=start,
            end=end,
            actor_id=actors[0] if actors and not joint else None,
            actor_ids=actors,
            name=text.removeprefix("the ")
            if extent is not None and not referents
            else self._name(sentence, head, referents, joint=joint),
            kind=kind,
            naming=naming,
            affiliation=self._affiliation(sentence, head, referents),
            number=_number(head, joint=joint),
            basis=_basis(text, self._parsed.text[start : sentence.end], noun.basis if noun else None, kind),
            reason=reason,
        )

    def _referent(self, sentence: Sentence, word: Word) -> Referent | None:
        """What ``word``'s phrase refers to; a proper name in apposition says it better."""
        names = [w for w in sentence.children(word, "appos", "flat") if w.upos == "PROPN"]
        noun = source_noun(word)
        titled = word.upos != "PROPN" or (noun is not None and noun.kind == "person")
        for candidate in (*names, word) if titled else (word, *names):
            phrase = self._extraction.phrase_at(sentence.index, candidate.index)
            referent = self._resolution.referents.get(phrase.index) if phrase is not None else None
            if referent is not None and referent.actor_id is not None:
                return referent
        return None

    def _name(self, sentence: Sentence, head: Word, referents: list[Referent], *, joint: bool) -> str:
        """The resolved full name, else the description without its article and participles."""
        if referents and not joint:
            return referents[0].name
        start, end = phrase_range(sentence, head, without=("acl",))
        words = self._parsed.text[start:end].split()
        return " ".join(words[1:]) if len(words) > 1 and words[0].lower() == "the" else " ".join(words)

    def _kind(self, sentence: Sentence, head: Word, actor: Actor | None) -> SourceKind:
        if self.outlet(sentence, head):
            return "outlet"
        noun = source_noun(head)
        one = head.lemma.lower() == "one" or any(
            w.lemma.lower() in ("one", "another") for w in sentence.children(head, "nummod", "det")
        )
        if one and (actor is None or actor.kind == "group"):
            return "person" if noun is None or noun.kind in ("person", "government", "group") else noun.kind
        if noun is not None and (head.upos == "NOUN" or self._name_at(sentence, head) is None):
            plural = head.feature("Number") == "Plur" and noun.kind == "person"
            return "group" if plural else noun.kind
        if noun is not None and noun.kind == "person" and (actor is None or actor.kind != "person"):
            return "person"
        if noun is not None and noun.kind == "government" and (actor is None or actor.kind == "organization"):
            return "government"
        if head.upos == "NOUN" and head.head_type == "person" and (actor is None or actor.kind == "group"):
            return "group" if head.feature("Number") == "Plur" else "person"
        if actor is not None:
            return _KINDS[actor.kind]
        name = self._name_at(sentence, head)
        if name is not None:
            return {"PER": "person", "ORG": "organization", "LOC": "government"}[name.kind]  # type: ignore[return-value]
        if any(w.upos == "PROPN" for w in sentence.children(head, "appos")):
            return "person"
        plural = head.feature("Number") == "Plur"
        if head.upos == "NOUN" and head.head_type == "person":
            return "group" if plural else "person"
        if head.upos == "PROPN" or head.head_type == "organization":
            return "organization"
        if head.upos == "PRON":
            return "group" if head.feature("Number") == "Plur" else "person"
        return "group" if head.feature("Number") == "Plur" else "unspecified"

    def _name_at(self, sentence: Sentence, word: Word) -> Name | None:
        return next((n for n in self._parsed.names_in(sentence) if n.first <= word.index <= n.last), None)

    def _naming(self, sentence: Sentence, head: Word, actor: Actor | None) -> Naming:
        if head.upos == "PROPN" or (actor is not None and actor.actor_id in self._named):
            return "named"
        if any(w.upos == "PROPN" for w in sentence.children(head, "appos", "flat")):
            return "named"
        noun = source_noun(head)
        if noun is None or noun.naming == "described":
            return "described"
        qualified = sentence.children(head, "amod", "compound", "nmod", "nmod:poss", "acl")
        return "described" if qualified and noun.kind != "unspecified" else "bare"

    def _affiliation(self, sentence: Sentence, head: Word, referents: list[Referent]) -> str | None:
        for referent in referents:
            known = referent.affiliation or self._affiliations.get(referent.actor_id or "")
            if known is not None:
                return known
        for word in sentence.children(head, "nmod", "nmod:poss", "compound"):
            if head.upos == "NOUN" and word.upos == "PROPN":
                start, end = phrase_range(sentence, word)
                return self._parsed.text[start:end]
        return None


def _number(head: Word, *, joint: bool) -> Literal["one", "several"] | None:
    if joint or head.feature("Number") == "Plur":
        return "several"
    return "one" if head.feature("Number") == "Sing" else None


def _basis(
    text: str, following: str, of_noun: Literal["witness", "document"] | None, kind: SourceKind
) -> Literal["witness", "direct", "briefed", "document", "remote"] | None:
    if of_noun is not None:
        return of_noun
    if kind == "document":
        return "document"
    for pattern, basis in bases():
        if pattern.search(text if basis in ("remote", "document") else following[: len(text) + _NEAR]):
            return basis
    return None


def _reason(text: str, start: int, end: int) -> str | None:
    """Why an unnamed source of the sentence ``text[start:end]`` is not named, as it is worded."""
    for pattern in reasons():
        match = re.compile(f"(?:{pattern}){_REASON_TAIL}", re.IGNORECASE).search(text, start, end)
        if match is not None:
            return match.group().strip()
    return None


__all__ = ["WITHHELD", "Sources", "names_outlet", "phrase_range"]
