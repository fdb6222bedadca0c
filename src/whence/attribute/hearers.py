"""The outlet that was told: a link of the chain."""

from __future__ import annotations

from whence.attribute.outlets import Outlet
from whence.attribute.subjects import case_of
from whence.handover import Sentence, Word

_TOLD = ("to", "with")
HEARERS = frozenset(
    {"tell", "inform", "notify", "assure", "warn", "advise", "ask", "instruct", "order", "brief"}
)
"""Verbs whose object is the hearer, not a part of what is said."""
_OCCASIONS = frozenset({"interview", "remark", "comment", "statement", "e-mail", "email"})
"""What a source gives an outlet: "in an interview with …"."""


def told(sentence: Sentence, verb: Word, speaker: Word | None, outlet: Outlet) -> Word | None:
    """The outlet that was told: object of "told", "to"/"with" phrase ("confirm to", "in an interview
    with"), or the one the source is "speaking to"."""
    candidates = [*sentence.children(verb, "iobj", "obj"), *sentence.children(verb, "obl", "nsubj:pass")]
    if speaker is not None:
        for participle in sentence.children(speaker, "acl"):
            candidates.extend(sentence.children(participle, "obl"))
    for word in candidates:
        preposition = case_of(sentence, word)
        told = word.relation != "obl" or preposition in _TOLD
        if _crowd(sentence, word):
            continue
        if told and _titled(sentence, word):
            return word
        if told and outlet(sentence, word) and (speaker is None or word.index != speaker.index):
            return word
        for nested in sentence.children(word, "nmod") if word.relation == "obl" else ():
            asked = word.lemma.lower() in _OCCASIONS and nested.upos == "PROPN"
            if case_of(sentence, nested) in _TOLD and (asked or outlet(sentence, nested)):
                return nested
    return _hearer(sentence, verb, outlet) if verb.lemma in HEARERS else None


def _hearer(sentence: Sentence, verb: Word, outlet: Outlet) -> Word | None:
    """The outlet right after the verb, where the tree made it part of what was told ("told Agence
    France-Presse arson was used")."""
    for at in range(verb.index, min(verb.index + 5, len(sentence.words))):
        word = sentence.words[at]
        if word.upos not in ("PROPN", "NOUN", "ADJ", "DET"):
            return None
        if word.upos in ("PROPN", "NOUN") and outlet(sentence, word) and not _crowd(sentence, word):
            following = sentence.words[at + 1] if at + 1 < len(sentence.words) else None
            if following is None or following.upos != "PROPN" or not outlet(sentence, following):
                return word
    return None


def _titled(sentence: Sentence, word: Word) -> bool:
    """Whether a name carries a capital "The" inside a sentence, as titles of papers do ("told The Verge")."""
    return word.upos == "PROPN" and word.index > 2 and sentence.word(word.index - 1).text == "The"


def _crowd(sentence: Sentence, word: Word) -> bool:
    """ "the press", "the media": whoever stood there, not an outlet that passes on."""
    return word.lemma.lower() in ("press", "media") and not sentence.children(word, "amod", "compound")
