"""The outlet that was told, spoke to the source or saw the document: a link of the chain."""

from __future__ import annotations

from dataclasses import dataclass

from whence.attribute.outlets import Outlet, ends_as_outlet
from whence.attribute.subjects import agent, case_of
from whence.attribute.tables import outlet_words, words
from whence.handover import Sentence, Word
from whence.records import Range

_TOLD = ("to", "with")
_ON_AIR = ("on", "in")
"""Where one speaks to all who watch or read: "spoke *on* Fox News"."""
_NAME_LIMIT = 7
"""Words: the longest name of an outlet that is read from the words alone."""
_NAME_PARTS = ("PROPN", "NOUN", "ADJ", "DET", "PUNCT", "ADP", "X")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An outlet on the way of a telling; ``extent`` is its name where the words give it, not the tree."""

    head: Word
    extent: Range | None


def told(sentence: Sentence, verb: Word, speaker: Word | None, outlet: Outlet) -> Link | None:
    """The outlet that was told: named right after "told", object of the verb, in a "to"/"with" phrase
    ("confirm to", "in an interview with"), the one the source is "speaking to" or was interviewed by, or
    the one that saw a document."""
    opening = _opening(sentence, verb)
    if opening is not None:
        return opening
    if verb.lemma.lower() in words("hearer"):
        named = _named(sentence, verb.index)
        if named is not None and not _crowd(sentence, named.head):
            return named
    candidates = [*sentence.children(verb, "iobj", "obj"), *sentence.children(verb, "obl", "nsubj:pass")]
    participles = [
        *(sentence.children(speaker, "acl") if speaker is not None else ()),
        *(w for w in sentence.children(verb, "advcl") if w.lemma.lower() in words("conversing")),
    ]
    for participle in participles:
        candidates.extend(sentence.children(participle, "obl", "obj"))
    for word in candidates:
        preposition = case_of(sentence, word)
        aired = preposition in _ON_AIR and (
            word.head != verb.index or verb.lemma.lower() in words("conversing")
        )
        is_told = word.relation != "obl" or preposition in _TOLD or aired
        if _crowd(sentence, word) or (speaker is not None and word.index == speaker.index):
            continue
        if is_told and (_titled(sentence, word) or outlet(sentence, word)):
            return _link(sentence, word)
        for nested in sentence.children(word, "nmod") if word.relation == "obl" else ():
            asked = word.lemma.lower() in words("occasion") and nested.upos == "PROPN"
            if case_of(sentence, nested) in _TOLD and (asked or outlet(sentence, nested)):
                return _link(sentence, nested)
    return (
        _on_occasion(sentence, verb, outlet)
        or (_speaker_met(sentence, speaker, outlet) if speaker is not None else None)
        or (_hearer(sentence, verb, outlet) if verb.lemma.lower() in words("hearer") else None)
    )


def _opening(sentence: Sentence, verb: Word) -> Link | None:
    """The outlet of a sentence that begins with "Speaking to X, …", whatever the tree makes of it."""
    if verb.index < 4 or sentence.words[0].lemma.lower() not in words("conversing"):
        return None
    if sentence.words[0].xpos != "VBG" or sentence.words[1].text.lower() not in (*_TOLD, *_ON_AIR):
        return None
    return _named(sentence, 2)


def _link(sentence: Sentence, word: Word) -> Link:
    """``word`` with the whole name it stands in, where the tree broke that apart."""
    first = word.index
    while (
        first > 1 and sentence.word(first - 1).upos in ("PROPN", "DET") and word.index - first < _NAME_LIMIT
    ):
        first -= 1
    named = _named(sentence, first - 1)
    inside = named is not None and named.extent is not None and word.end <= named.extent[1]
    return named if inside and named is not None else Link(head=word, extent=None)


def _named(sentence: Sentence, before: int) -> Link | None:
    """The outlet's name that begins right after the word with index ``before``, as long as it goes."""
    found: Link | None = None
    name = ""
    start = sentence.words[before].start if before < len(sentence.words) else 0
    end = start
    for word in sentence.words[before : before + _NAME_LIMIT]:
        if word.upos not in _NAME_PARTS or (word.upos == "PUNCT" and word.text not in "-–.&'’"):
            break
        if not name and not (word.upos in ("DET", "PROPN", "X", "ADJ") or word.text[0].isupper()):
            break
        name += (" " if word.start > end and name else "") + word.text
        end = word.end
        if word.text[:1].isupper() and ends_as_outlet(name):
            found = Link(head=word, extent=(start, _with_place(sentence, word)))
    return found


def _with_place(sentence: Sentence, word: Word) -> int:
    """End of a paper's name with the place it is named after: "The Times of Malta"."""
    end = word.end
    following = sentence.words[word.index : word.index + 4]
    if outlet_words().get(word.text) == "last" and following and following[0].text == "of":
        for part in following[1:]:
            if part.upos != "PROPN":
                break
            end = part.end
    return end


def _on_occasion(sentence: Sentence, verb: Word, outlet: Outlet) -> Link | None:
    """ "in remarks to X", "in an interview with X" before or after ``verb`` with no other verb between,
    wherever the tree hung it."""
    for word in sentence.words:
        if word.lemma.lower() not in words("occasion") or word.index + 1 >= len(sentence.words):
            continue
        carried = _carrier(sentence, word, outlet)
        if carried is not None:
            return carried
        preposition = sentence.words[word.index]
        if preposition.text.lower() not in (*_TOLD, "for", "by") or preposition.upos == "PART":
            continue
        low, high = sorted((word.index, verb.index))
        between = sentence.words[low : high - 1]
        if any(w.upos in ("VERB", "AUX") or w.text in '“”"' for w in between):
            continue
        named = _named(sentence, preposition.index)
        if named is not None:
            return named
        for nested in sentence.children(word, "nmod", "obl"):
            if outlet(sentence, nested) and not _crowd(sentence, nested):
                return _link(sentence, nested)
    return None


def _carrier(sentence: Sentence, noun: Word, outlet: Outlet) -> Link | None:
    """The outlet by which a statement was passed on: "a statement carried by X"."""
    for clause in sentence.children(noun, "acl"):
        passed = agent(sentence, clause) if clause.lemma.lower() in words("passing") else None
        if passed is not None and outlet(sentence, passed):
            return _link(sentence, passed)
    return None


def _speaker_met(sentence: Sentence, speaker: Word, outlet: Outlet) -> Link | None:
    """The outlet that interviewed the speaker or saw the document that speaks: "protesters X interviewed",
    "a memo seen by X"."""
    for noun in (speaker, *sentence.children(speaker, "nmod")):
        for clause in sentence.children(noun, "acl"):
            lemma = clause.lemma.lower()
            if lemma in words("interviewing") or lemma in words("passing"):
                met = agent(sentence, clause) or sentence.child(clause, "nsubj")
                if met is not None and outlet(sentence, met):
                    return _link(sentence, met)
    return None


def _hearer(sentence: Sentence, verb: Word, outlet: Outlet) -> Link | None:
    """The outlet right after the verb, where the tree made it part of what was told."""
    for at in range(verb.index, min(verb.index + 5, len(sentence.words))):
        word = sentence.words[at]
        if word.upos not in ("PROPN", "NOUN", "ADJ", "DET"):
            return None
        if word.upos in ("PROPN", "NOUN") and outlet(sentence, word) and not _crowd(sentence, word):
            following = sentence.words[at + 1] if at + 1 < len(sentence.words) else None
            if following is None or following.upos != "PROPN" or not outlet(sentence, following):
                return Link(head=word, extent=None)
    return None


def _titled(sentence: Sentence, word: Word) -> bool:
    """Whether a name carries a capital "The" inside a sentence, as titles of papers do ("told The Verge")."""
    return word.upos == "PROPN" and word.index > 2 and sentence.word(word.index - 1).text == "The"


def _crowd(sentence: Sentence, word: Word) -> bool:
    """ "the press", "the media": whoever stood there, not an outlet that passes on."""
    return word.lemma.lower() in words("crowd") and not sentence.children(word, "amod", "compound")
