"""Quotations given to the tellings they belong to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from whence.attribute.hearers import Link
from whence.attribute.outlets import Outlet
from whence.attribute.quotes import Quotation, trim
from whence.attribute.subjects import case_of
from whence.attribute.tables import CueRule, words
from whence.attribute.telling import Telling, implied_telling, merge, size
from whence.handover import ParsedDocument, Sentence
from whence.records import Range

_GAP = " \t\r\n,:;.–—-“”\"'‘’…()"
_GAP_LIMIT = 6
"""Characters between a quotation and the words that introduce it."""
_FLOATING = 2
"""Sentences a speaker's quotation may be away from the one before it."""
_SIGNATURE_WORDS = 8
_COLON_QUOTE = 20
"""Characters: shorter quotations after a colon are titles and terms."""


def attach(
    parsed: ParsedDocument,
    tellings: list[Telling],
    quotations: tuple[Quotation, ...],
    outlet: Outlet,
    implied: CueRule,
) -> list[Telling]:
    """``tellings`` with the quotations they introduce added to their content, and new ones, by the rule
    ``implied``, for quotations that are signed or follow their speaker. Order and positions are kept;
    new tellings come last."""
    found = list(tellings)
    sentences = tuple(s for s in parsed.sentences if s.analysed)
    last: tuple[int, Quotation] | None = None
    for quotation in quotations:
        owner = _owner(parsed, found, quotation)
        whole = _whole(parsed.text, sentences, quotation)
        if owner is None and _after_colon(parsed.text, quotation):
            owner = _introducing(found, sentences, quotation)
            if owner is None and (new := _announced(sentences, quotation, implied)) is not None:
                found.append(new)
                owner = len(found) - 1
        if (
            owner is None
            and last is not None
            and whole
            and _continues(sentences, found[last[0]], last[1], quotation)
        ):
            owner = last[0]
        if owner is None and whole:
            new = _signed(parsed, sentences, quotation, outlet, implied) or _preceded(
                sentences, found, quotation, implied
            )
            if new is not None:
                found.append(new)
                owner = len(found) - 1
        if owner is None:
            continue
        found[owner] = _extended(parsed.text, found[owner], quotation)
        last = (owner, quotation)
    return found


def _owner(parsed: ParsedDocument, found: list[Telling], quotation: Quotation) -> int | None:
    outside = [
        (at, t)
        for at, t in enumerate(found)
        if not quotation.start <= t.anchor < quotation.end and abs(t.sentence.start - quotation.start) < 5000
    ]
    holding = [
        (size(t.content), at)
        for at, t in outside
        if t.cue is not None and any(a < quotation.end and quotation.start < b for a, b in t.content)
    ]
    if holding:
        return min(holding)[1]
    beside = [
        (
            abs(t.clause[0] - quotation.end)
            if t.clause[0] >= quotation.end
            else quotation.start - t.clause[1],
            at,
        )
        for at, t in outside
        if _beside(parsed.text, t, quotation)
    ]
    return min(beside)[1] if beside else None


def _beside(text: str, telling: Telling, quotation: Quotation) -> bool:
    if not {"clause", "quote"} & set(telling.rule.frames):
        return False
    if telling.clause[0] >= quotation.end:
        gap = text[quotation.end : telling.clause[0]]
        ended = text[quotation.end - 1] == "." and telling.sentence.start >= quotation.end
        if (ended and not telling.awaits_quote) or "\n" in gap:
            return False
        return len(gap) <= _GAP_LIMIT and not gap.strip(_GAP)
    gap = text[telling.clause[1] : quotation.start]
    between = gap.strip(_GAP)
    if len(gap) > _GAP_LIMIT + 5 or between.lower() not in {"", *words("bridge")}:
        return False
    ended = "." in gap or "\n" in gap
    return not ended or (telling.awaits_quote and ":" not in gap)


def _after_colon(text: str, quotation: Quotation) -> bool:
    return text[max(0, quotation.start - 4) : quotation.start].rstrip(" \n“\"'‘").endswith(":")


def _introducing(found: list[Telling], sentences: tuple[Sentence, ...], quotation: Quotation) -> int | None:
    """The last telling of the sentence that ends in a colon before a quotation."""
    sentence = _before(sentences, quotation)
    if sentence is None:
        return None
    own = [
        (t.anchor, at)
        for at, t in enumerate(found)
        if t.sentence.index == sentence.index and t.source is not None and t.anchor < quotation.start
    ]
    return max(own)[1] if own else None


def _before(sentences: tuple[Sentence, ...], quotation: Quotation) -> Sentence | None:
    return next((s for s in reversed(sentences) if s.start < quotation.start - 2), None)


def _announced(sentences: tuple[Sentence, ...], quotation: Quotation, implied: CueRule) -> Telling | None:
    """A quotation after a sentence that names its speaker and ends in a colon ("gave another account:")."""
    sentence = _before(sentences, quotation)
    root = sentence.root if sentence is not None else None
    if sentence is None or root is None or root.start >= quotation.start:
        return None
    speaker = sentence.child(root, "nsubj")
    if speaker is None or speaker.upos not in ("NOUN", "PROPN", "PRON") or speaker.start >= quotation.start:
        return None
    if quotation.end - quotation.start < _COLON_QUOTE:
        return None
    return implied_telling(sentence, speaker, sentence, (speaker.start, root.end), implied, None)


def _whole(text: str, sentences: tuple[Sentence, ...], quotation: Quotation) -> bool:
    """Whether a quotation begins where a sentence begins and is a sentence itself, or more than a phrase."""
    begins = any(s.start <= quotation.start <= s.start + 2 for s in sentences)
    said = text[quotation.start : quotation.end].split()
    return begins and (len(said) >= 4 or (len(said) >= 2 and said[-1][-1] in ".!?…"))


def _index_at(sentences: tuple[Sentence, ...], offset: int) -> int:
    return next((s.index for s in sentences if s.start <= offset < s.end), -1)


def _continues(
    sentences: tuple[Sentence, ...], telling: Telling, before: Quotation, quotation: Quotation
) -> bool:
    """Whether a quotation with no words of its own goes on with the speaker of the one before."""
    if not before.closed and before.end <= quotation.start:
        return True
    from_ = max(_index_at(sentences, before.end - 1), telling.sentence.index)
    return 0 <= _index_at(sentences, quotation.start) - from_ < _FLOATING


def _signed(
    parsed: ParsedDocument,
    sentences: tuple[Sentence, ...],
    quotation: Quotation,
    outlet: Outlet,
    implied: CueRule,
) -> Telling | None:
    """A quotation with a signature: "…” Source to Reuters", "…” – Jane Roe, engineer"."""
    sentence = next(
        (s for s in sentences if s.end > quotation.end + 1 and s.start <= quotation.end + 12), None
    )
    if sentence is None or "\n\n" in parsed.text[quotation.end : sentence.start]:
        return None
    signature = [w for w in sentence.words if w.start > quotation.end and w.upos != "PUNCT"]
    if not 1 <= len(signature) <= _SIGNATURE_WORDS or any(w.upos in ("VERB", "AUX") for w in signature):
        return None
    source = signature[0]
    for word in signature:
        if word.upos in ("NOUN", "PROPN") and word.relation in (
            "root",
            "parataxis",
            "appos",
            "nsubj",
            "conj",
            "dep",
        ):
            source = word
            break
    if source.upos not in ("NOUN", "PROPN"):
        return None
    link = next(
        (w for w in signature if w is not source and case_of(sentence, w) == "to" and outlet(sentence, w)),
        None,
    )
    return implied_telling(
        sentence,
        source,
        sentence,
        (signature[0].start, signature[-1].end),
        implied,
        Link(head=link, extent=None) if link is not None else None,
    )


def _preceded(
    sentences: tuple[Sentence, ...], found: list[Telling], quotation: Quotation, implied: CueRule
) -> Telling | None:
    """A quotation standing alone right after a sentence in which somebody was quoted or spoke."""
    index = _index_at(sentences, quotation.start)
    before = [t for t in found if t.sentence.index == index - 1 and t.source is not None and t.content]
    if not before:
        return None
    last = max(before, key=lambda t: t.anchor)
    here = next(s for s in sentences if s.index == index)
    if last.sentence.paragraph != here.paragraph or last.source is None or last.cue is None:
        return None
    if last.rule.cue in ("according to", "per") or "clause" not in last.rule.frames:
        return None
    return implied_telling(
        here, last.source, last.source_sentence, (quotation.start, quotation.start), implied, None
    )


def _extended(text: str, telling: Telling, quotation: Quotation) -> Telling:
    start, end = trim(text, quotation.start, quotation.end)
    if start >= end:
        return telling
    return replace(telling, content=merge((*telling.content, (start, end)), text), awaits_quote=False)


def form(text: str, content: tuple[Range, ...], quotations: tuple[Quotation, ...]) -> str:
    """``direct`` if all content stands in quotation marks, ``indirect`` if none does, else ``mixed``."""
    inside = outside = False
    starts = [q.start for q in quotations]
    for start, end in content:
        at = start
        for quotation in quotations[max(0, bisect_right(starts, start) - 1) : bisect_left(starts, end)]:
            low, high = max(at, quotation.start), min(end, quotation.end)
            if low < high:
                inside = inside or _wordy(text, low, high)
                outside = outside or _wordy(text, at, low)
                at = high
        outside = outside or _wordy(text, at, end)
    return "mixed" if inside and outside else "direct" if inside else "indirect"


def _wordy(text: str, start: int, end: int) -> bool:
    return any(char.isalnum() for char in text[start:end])
