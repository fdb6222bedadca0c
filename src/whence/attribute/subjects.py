"""Who does the telling, read from the tree around a cue."""

from __future__ import annotations

from whence.attribute.tables import words
from whence.handover import Sentence, Word

_NOMINAL = ("NOUN", "PROPN", "PRON")
_SET_OFF = frozenset({",", "”", '"', "’", "—", "–"})
_NEAR = 6
"""Words: longest title and name between a cue and its speaker."""
_LIMIT = 6
"""Steps up the tree that a participle may lie below the clause whose subject it shares."""


def is_passive(sentence: Sentence, verb: Word) -> bool:
    """Whether ``verb`` is a passive: marked so in the tree, or a bare past participle after a noun."""
    if verb.xpos == "VBD" and not sentence.children(verb, "aux", "aux:pass", "obl:agent"):
        return False
    return bool(
        sentence.children(verb, "nsubj:pass", "aux:pass", "csubj:pass", "obl:agent")
        or verb.feature("Voice") == "Pass"
        or (verb.relation == "acl" and verb.deprel != "acl:relcl" and verb.xpos == "VBN")
    )


def agent(sentence: Sentence, verb: Word) -> Word | None:
    """The "by" phrase of a passive."""
    for oblique in sentence.children(verb, "obl:agent", "obl", "nmod"):
        if any(case.lemma == "by" for case in sentence.children(oblique, "case")):
            return oblique
    return None


def subject(sentence: Sentence, verb: Word) -> Word | None:
    """The noun that speaks: the verb's own subject, a relative pronoun's antecedent, or the subject it
    shares as a conjunct, participle or open complement; ``None`` if the text gives none."""
    current = verb
    for _ in range(_LIMIT):
        own = sentence.child(current, "nsubj")
        if own is not None and current is verb and _quoted_apart(sentence, own, verb):
            own = beside(sentence, verb) or own
        if own is not None:
            if own.lemma.lower() in words("relative") and own.upos in ("PRON", "SCONJ", "DET"):
                return sentence.head(current) if current.relation == "acl" else own
            return own
        if current is verb and (near := beside(sentence, verb)) is not None:
            return near
        head = sentence.head(current)
        if head is None:
            return None
        if current.relation == "acl":
            return head if current.xpos == "VBG" else None
        if current.relation not in ("conj", "xcomp", "advcl", "parataxis", "cop", "ccomp"):
            return None
        current = head
    return None


def _quoted_apart(sentence: Sentence, own: Word, verb: Word) -> bool:
    """Whether a quotation ends between a word and the verb after it: then the word is part of what is
    said."""
    between = sentence.words[own.index : verb.index - 1]
    return sum(w.text in ('"', "”", "“") for w in between) % 2 == 1


def beside(sentence: Sentence, verb: Word) -> Word | None:
    """The noun phrase right before a finite verb, or right after one that follows a comma or quotation
    mark, where the tree hung it elsewhere: "…,” the captain said", "…, says minister"."""
    if verb.upos != "VERB" or verb.xpos in ("VBG", "VB"):
        return None
    at = verb.index - 1
    while at > 0 and sentence.word(at).upos in ("ADV", "AUX"):
        at -= 1
    before = sentence.word(at) if at else None
    if before is not None and before.upos in _NOMINAL:
        head = _phrase_head(sentence, before)
        first = sentence.subtree(head)[0].index
        if first == 1 or sentence.word(first - 1).upos in ("PUNCT", "CCONJ"):
            return head
    if before is None or before.text not in _SET_OFF:
        return None
    for word in sentence.words[verb.index : verb.index + _NEAR]:
        if word.upos in _NOMINAL:
            following = sentence.words[word.index] if word.index < len(sentence.words) else None
            if following is None or following.upos not in ("NOUN", "PROPN"):
                return _phrase_head(sentence, word)
        elif word.upos not in ("DET", "ADJ", "NUM"):
            return None
    return None


def _phrase_head(sentence: Sentence, word: Word) -> Word:
    """The head of the name or compound that ``word`` is part of."""
    head = sentence.head(word)
    while head is not None and word.relation in ("flat", "compound") and abs(head.index - word.index) < _NEAR:
        word, head = head, sentence.head(head)
    return word


def is_negated(sentence: Sentence, verb: Word) -> bool:
    """Whether "not", "never" or "n't" modifies ``verb`` (or its negative subject: "nobody said")."""
    words = sentence.children(verb, "advmod", "neg")
    own = sentence.child(verb, "nsubj")
    return any(w.lemma.lower() in ("not", "never", "n't", "n’t", "neither", "nor") for w in words) or (
        own is not None
        and (
            own.lemma.lower() in ("nobody", "none")
            or any(d.lemma.lower() == "no" for d in sentence.children(own, "det"))
        )
    )


def case_of(sentence: Sentence, word: Word) -> str:
    """The preposition of a noun phrase, lower case, with what is fixed to it ("according to")."""
    case = sentence.child(word, "case", "mark")
    if case is None:
        return ""
    fixed = sentence.children(case, "fixed")
    return " ".join([case.text.lower(), *(w.text.lower() for w in fixed)])


def inside(sentence: Sentence, word: Word, head: Word) -> bool:
    """Whether ``word`` is ``head`` or below it."""
    return word.index == head.index or any(a.index == head.index for a in sentence.ancestors(word))
