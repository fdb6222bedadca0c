"""The tail of a sentence that says whose words it is ("…, trawler captain Hadi Mersal told the Dispatch")."""

from __future__ import annotations

from dataclasses import replace

from whence.handover import Sentence, Word

TELLING = frozenset(
    {"say", "tell", "add", "report", "write", "recall", "explain", "note", "confirm", "announce", "testify"}
)
"""Verbs that end a sentence so; what they report stands before them."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LOST = frozenset({"acl:relcl", "acl", "advcl", "conj", "appos", "dep"})
"""Relations by which the parser hangs such a tail on a noun or clause before it; as ``ccomp`` under the tail
and as ``parataxis`` the reading of cues knows it."""
_WITHIN = frozenset({"iobj", "obj", "obl", "obl:unmarked", "advmod", "punct", "nmod:unmarked"})
"""What may follow such a verb: who was told, when and where."""


def with_tail(sentence: Sentence) -> Sentence:
    """``sentence`` with the verb of its tail as root and the clause before it as what is told, if the tree
    has that verb below a word of the clause, or the subjects of both at one verb; else as it was.

    No relative clause begins with its subject after a comma, so a noun phrase and a finite verb of telling
    without a word that joins them are a tail.
    """
    verb = next((w for w in sentence.words if _is_tail(sentence, w)), None)
    if verb is None or sentence.root is None:
        return sentence
    changed = _under(sentence, verb) if verb.head else _own_subject(sentence, verb)
    return replace(sentence, words=tuple(changed.get(w.index, w) for w in sentence.words))


def _under(sentence: Sentence, verb: Word) -> dict[int, Word]:
    """The verb is below a word of the clause."""
    root = sentence.root
    assert root is not None
    if root.index > verb.index:
        return {}
    changed = _before(sentence, verb, root)
    changed[verb.index] = replace(verb, head=0, deprel="root")
    changed[root.index] = replace(root, head=verb.index, deprel="ccomp")
    return changed


def _own_subject(sentence: Sentence, verb: Word) -> dict[int, Word]:
    """The verb is the root and has the clause's subject beside its own; the clause's verb is taken for a
    participle ("Two *shells* hit the market, a *captain* told the Gazette")."""
    subjects = sentence.children(verb, "nsubj")
    if len(subjects) != 2:
        return {}
    clause = next(
        (
            w
            for w in sentence.children(subjects[0], "acl")
            if w.index == subjects[0].index + 1 and w.xpos in {"VBD", "VBN"}
        ),
        None,
    )
    if clause is None:
        return {}
    changed = _before(sentence, verb, clause)
    changed[clause.index] = replace(clause, head=verb.index, deprel="ccomp")
    return changed


def _is_tail(sentence: Sentence, verb: Word) -> bool:
    if verb.lemma.lower() not in TELLING or verb.xpos not in FINITE:
        return False
    if verb.deprel not in _LOST and (verb.head or len(sentence.children(verb, "nsubj")) < 2):
        return False
    subjects = sentence.children(verb, "nsubj")
    if not subjects or subjects[-1].index > verb.index or subjects[-1].feature("PronType") == "Rel":
        return False
    tail = sentence.subtree(verb)
    before = _begin(sentence, verb)
    after = [child for child in sentence.children(verb) if child.index > verb.index]
    whole = sentence.words[before - 1 :]
    return (
        before > 1
        and sentence.word(before - 1).text == ","
        and not sentence.children(verb, "mark", "cc", "ccomp", "xcomp")
        and all(child.relation in _WITHIN or child.deprel in _WITHIN for child in after)
        and {w.index for w in whole if w.upos != "PUNCT"} <= {w.index for w in tail}
    )


def _begin(sentence: Sentence, verb: Word) -> int:
    """Index of the first word of a verb's own subject."""
    return sentence.subtree(sentence.children(verb, "nsubj")[-1])[0].index


def _before(sentence: Sentence, verb: Word, clause: Word) -> dict[int, Word]:
    """What stands before the tail and hangs on its verb, hung on the clause's."""
    begin = _begin(sentence, verb)
    held = (child for child in sentence.children(verb) if child.index < begin)
    return {child.index: replace(child, head=clause.index) for child in held}
