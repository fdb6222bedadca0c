"""Mends of the parser's systematic slips, so that every later reading sees one tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from whence.handover import Name, Sentence, Word
from whence.parse.titles import NOUNS, apposed, described, one_person, titled

PARTICLES = frozenset({"up", "off", "out", "down", "away", "back", "apart", "aside"})
"""Words right after a verb that are its particle, where those of no object of a verb are prepositions."""
TAKES = frozenset({"responsibility for", "involvement in", "role in", "part in"})
"""Objects and the preposition of what they are about."""
SHARED = frozenset({"nmod", "obl", "obj", "nsubj", "nsubj:pass"})
"""Relations of which a governor with two of them, joined by "and", has one of two conjuncts."""


def repaired(sentence: Sentence, names: Sequence[Name]) -> Sentence:
    """``sentence`` with titles hung on the names that follow them and agents of passives labelled.

    Word indices and offsets stay as they are, and the heads stay a tree.
    """
    changed: dict[int, Word] = {}
    for name in names:
        changed.update(titled(sentence, name))
    for word in sentence.words:
        changed.update(_objects(sentence, word) or _object(sentence, word))
        changed.update(_perfect(sentence, word))
        if word.index not in changed and word.deprel == "obl" and _is_agent(sentence, word):
            changed[word.index] = replace(word, deprel="obl:agent")
        if word.index not in changed:
            changed.update(_of_small_clause(sentence, word) or _of_participle(sentence, word))
            changed.update(_conjunct(sentence, word) or _between(sentence, word))
            changed.update(_count_of_next(sentence, word))
            changed.update(_of_object(sentence, word))
            changed.update(_inside_phrase(sentence, word) or _phrase(sentence, word))
        if word.deprel == "obl:agent" and not _has_by(sentence, word):
            changed[word.index] = replace(word, deprel="obl")
    for name in names:
        changed.update(apposed(sentence, name, changed) or described(sentence, name))
    mended = _mended(sentence, changed)
    # What a rank took from a name is only seen once the rank is in its place.
    return _mended(mended, {i: word for name in names for i, word in one_person(mended, name).items()})


def _mended(sentence: Sentence, changed: Mapping[int, Word]) -> Sentence:
    """``sentence`` with other words; as it was, if the root were touched or the heads no tree."""
    if not changed or any(sentence.word(index).head == 0 for index in changed):
        return sentence
    mended = replace(sentence, words=tuple(changed.get(w.index, w) for w in sentence.words))
    return mended if _is_tree(mended, changed) else sentence


def _is_tree(sentence: Sentence, changed: Mapping[int, Word]) -> bool:
    """Whether every changed word still reaches the root."""
    for word in changed.values():
        head: Word | None = word
        for _ in sentence.words:
            head = sentence.head(head) if head is not None else None
        if head is not None:
            return False
    return True


def _objects(sentence: Sentence, verb: Word) -> dict[int, Word]:
    """Words of the objects of a verb as Universal Dependencies has them: an object has no preposition
    ("blew *up* the bridge", "called *on* the minister to resign"), and a verb no two of them."""
    changed: dict[int, Word] = {}
    objects = sentence.children(verb, "obj") if verb.upos == "VERB" else ()
    if not objects or verb.index == len(sentence.words):
        return changed
    first, after = objects[0], sentence.word(verb.index + 1)
    begin = sentence.subtree(first)[0].index
    if after.upos == "ADP" and after.head == first.index and after.deprel == "case":
        if after.text.lower() in PARTICLES:
            changed[after.index] = replace(after, head=verb.index, deprel="compound:prt")
        elif first.upos != "NUM" and sentence.child(first, "nummod") is None:  # "killed over 100 people"
            changed[first.index] = replace(first, deprel="obl")
    elif after.upos == "ADP" and after.deprel == "mark" and begin == after.index + 1:
        clause = sentence.head(after)
        if clause is not None and clause.head == verb.index and clause.index > first.index:
            changed[after.index] = replace(after, head=first.index, deprel="case")
            changed[first.index] = replace(first, deprel="obl")
    elif len(objects) == 2 and verb.index < begin and first.upos in NOUNS:
        last, second = sentence.subtree(first)[-1].index, objects[1]
        if sentence.child(second, "case") is not None:  # "imposed sanctions on the *firm*"
            changed[second.index] = replace(second, deprel="obl")
        elif sentence.subtree(second)[0].index == last + 1:
            changed[first.index] = replace(first, deprel="iobj")
    return changed


def _object(sentence: Sentence, word: Word) -> dict[int, Word]:
    """The noun phrase right after an active verb that the tree makes an oblique without a preposition
    ("condemned the *attack* on the market"): the treebanks have no such, but for adverbials that they call
    ``obl:unmarked``."""
    verb = sentence.head(word)
    if word.deprel != "obl" or word.upos not in NOUNS or word.head_type == "time" or verb is None:
        return {}
    if verb.upos != "VERB" or sentence.child(word, "case") is not None:
        return {}
    if sentence.children(verb, "obj", "ccomp", "nsubj:pass", "aux:pass"):
        return {}
    first = sentence.subtree(word)[0]
    particle = sentence.child(verb, "compound:prt")  # "handed over the weapons"
    before = particle.index if particle is not None else verb.index
    if first.index != before + 1 or first.upos in {"ADP", "SCONJ", "ADV"}:
        return {}
    return {word.index: replace(word, deprel="obj")}


def _perfect(sentence: Sentence, verb: Word) -> dict[int, Word]:
    """Subject and object of a perfect that the tree takes for a passive, though "be" is not there
    ("*officials* have deported ten *people*")."""
    if verb.upos != "VERB" or not any(a.lemma == "have" for a in sentence.children(verb, "aux")):
        return {}
    undergone = sentence.children(verb, "nsubj:pass")
    if not undergone or sentence.child(verb, "aux:pass", "obl:agent") is not None:
        return {}
    return {w.index: replace(w, deprel="nsubj" if w.index < verb.index else "obj") for w in undergone}


def _of_small_clause(sentence: Sentence, word: Word) -> dict[int, Word]:
    """Object and predicate of "dubbed the *law* a gag *order*", where the tree makes the object the subject
    of the predicate. What has a verb left out, as in headlines, has no article ("say suspect armed")."""
    verb = sentence.head(word)
    if word.deprel not in {"xcomp", "ccomp"} or word.upos not in {"NOUN", "PROPN", "ADJ"} or verb is None:
        return {}
    if verb.upos != "VERB" or sentence.children(verb, "obj", "nsubj:pass", "aux:pass"):
        return {}
    if len(sentence.children(verb, "xcomp", "ccomp")) > 1:
        return {}
    if sentence.children(word, "cop", "aux", "mark") or not (
        word.deprel == "xcomp" or sentence.child(word, "det")
    ):
        return {}
    own = sentence.children(word, "nsubj")
    if len(own) != 1 or sentence.subtree(own[0])[0].index != verb.index + 1 or own[0].index > word.index:
        return {}
    if own[0].feature("Case") == "Nom" or any(
        w.upos in {"VERB", "AUX"} for w in sentence.words[own[0].index : word.index - 1]
    ):
        return {}
    return {
        own[0].index: replace(own[0], head=verb.index, deprel="obj"),
        word.index: replace(word, deprel="xcomp"),
    }


def _inside_phrase(sentence: Sentence, word: Word) -> dict[int, Word]:
    """The word right after a determiner that the tree hangs beside or above the determiner's noun
    ("the Wadi Front, a *Qatari* and Turkish ally", with two appositions or a compound of "Front")."""
    if word.deprel not in {"appos", "compound", "amod"} or word.index < 2:
        return {}
    determiner = sentence.word(word.index - 1)
    noun = sentence.head(determiner)
    if determiner.deprel != "det" or noun is None or noun.upos not in NOUNS:
        return {}
    if noun.head not in {word.head, word.index} or not 0 < word.head < word.index < noun.index:
        return {}
    relation = "amod" if word.deprel == "appos" else word.deprel
    turned = {noun.index: replace(noun, head=word.head)} if noun.head == word.index else {}
    return turned | {word.index: replace(word, head=noun.index, deprel=relation)}


def _of_participle(sentence: Sentence, word: Word) -> dict[int, Word]:
    """The "by" phrase right after a passive participle that the tree hangs on the clause after it ("as
    reported by *Reuters*, rebels attacked")."""
    by = sentence.child(word, "case")
    if word.deprel not in {"obl", "obl:agent"} or by is None or by.index < 2 or by.text.lower() != "by":
        return {}
    participle = sentence.word(by.index - 1)
    above = participle.head == word.head and participle.relation in {"advcl", "acl"}
    if participle.xpos not in {"VBN", "VBD"} or not above or not by.index < word.index < word.head:
        return {}
    agent = replace(word, head=participle.index, deprel="obl")
    return {word.index: replace(agent, deprel="obl:agent") if _may_act(word) else agent}


def _conjunct(sentence: Sentence, word: Word) -> dict[int, Word]:
    """A noun after "and" that the tree makes a sister of the noun it is joined to ("between Orlov *and*
    President *Berg*")."""
    joint = sentence.child(word, "cc")
    if joint is None or word.upos not in NOUNS or word.deprel not in SHARED or sentence.child(word, "case"):
        return {}
    before = [w for w in sentence.children(sentence.word(word.head), word.deprel) if w.index < joint.index]
    if word.head == 0 or not before or before[-1].upos not in NOUNS:
        return {}
    return {word.index: replace(word, head=before[-1].index, deprel="conj")}


def _count_of_next(sentence: Sentence, word: Word) -> dict[int, Word]:
    """The number before a second participle, which the tree gives to the first ("seven people were killed and
    *19* injured"): it is how many underwent the second."""
    verb, phrase = sentence.head(word), sentence.subtree(word)
    counted = word.upos == "NUM" or sentence.child(word, "nummod") is not None
    if not counted or verb is None or word.deprel not in {"nsubj:pass", "conj", "obj", "obl"}:
        return {}
    words = [w for w in phrase if w.deprel not in {"cc", "punct"} or w.head != word.index]
    first, last = words[0].index, words[-1].index
    if sentence.child(verb, "aux:pass") is None or not verb.index < first - 1 or last == len(sentence.words):
        return {}
    joint, second = sentence.word(first - 1), sentence.word(last + 1)
    if joint.deprel != "cc" or second.xpos not in {"VBN", "VBD"} or second.head != verb.index:
        return {}
    if second.deprel != "conj" or sentence.children(second, "nsubj", "nsubj:pass", "aux", "aux:pass"):
        return {}
    return {
        word.index: replace(word, head=second.index, deprel="nsubj:pass"),
        joint.index: replace(joint, head=second.index),
    }


def _between(sentence: Sentence, word: Word) -> dict[int, Word]:
    """The sides of "the call took place for an hour *between* A and B", which are neither the hour's nor a
    second subject of what took place."""
    case, above = sentence.child(word, "case"), sentence.head(word)
    if case is None or case.text.lower() != "between" or word.head_type == "time" or above is None:
        return {}
    if word.deprel == "nsubj" and len(sentence.children(above, "nsubj")) > 1:
        return {word.index: replace(word, deprel="obl")}
    verb = sentence.head(above)
    if word.deprel != "nmod" or above.head_type != "time" or verb is None or verb.upos != "VERB":
        return {}
    return {word.index: replace(word, head=verb.index, deprel="obl")}


def _phrase(sentence: Sentence, word: Word) -> dict[int, Word]:
    """The phrase with an article that the tree makes a clause ("announced the *withdrawal* of his troops"):
    the verb's object, or what it says of its object ("labelled the group a *gang*")."""
    verb, article = sentence.head(word), sentence.child(word, "det")
    if word.deprel not in {"ccomp", "xcomp"} or verb is None or verb.upos != "VERB" or article is None:
        return {}
    if word.upos != "VERB" and (word.upos not in NOUNS or word.deprel == "xcomp"):  # "became a member"
        return {}
    if not verb.index < article.index < word.index:
        return {}
    if sentence.children(word, "nsubj", "nsubj:pass", "cop", "aux", "aux:pass", "mark", "expl"):
        return {}
    if sentence.children(verb, "obj", "nsubj:pass", "aux:pass"):
        return {word.index: replace(word, deprel="xcomp")} if word.upos in NOUNS else {}
    noun = word if word.upos in NOUNS else replace(word, upos="NOUN", xpos="NN", feats="Number=Sing")
    return {word.index: replace(noun, deprel="obj")}


def _of_object(sentence: Sentence, word: Word) -> dict[int, Word]:
    """What the object is about and the tree hangs on the verb ("claimed responsibility for the *attack*")."""
    case, verb = sentence.child(word, "case"), sentence.head(word)
    if word.deprel != "obl" or case is None or verb is None or case.index < 2:
        return {}
    noun = sentence.word(case.index - 1)
    about = f"{noun.lemma} {case.text}".lower() in TAKES and sentence.subtree(word)[0].index == case.index
    if not about or (noun.head, noun.deprel) != (verb.index, "obj"):
        return {}
    return {word.index: replace(word, head=noun.index, deprel="nmod")}


def _has_by(sentence: Sentence, word: Word) -> bool:
    case = sentence.child(word, "case")
    return case is not None and case.text.lower() == "by"


def _is_agent(sentence: Sentence, word: Word) -> bool:
    """Whether "by X" on a participle or passive verb names who acts, not when or how."""
    head = sentence.head(word)
    if head is None or not _has_by(sentence, word) or head.xpos != "VBN":
        return False
    if any(child.deprel == "nsubj" for child in sentence.children(head)):
        return False
    return _may_act(word)


def _may_act(word: Word) -> bool:
    return word.head_type in {"person", "organization", "place"} or word.lemma.lower() in _agent_nouns()


@cache
def _agent_nouns() -> frozenset[str]:
    """Lemmas of nouns that name people or groups of people."""
    table = (resources.files("whence.data") / "phrases" / "agent_nouns.tsv").read_text(encoding="utf-8")
    return frozenset(line.split("\t", 1)[0] for line in table.splitlines()[1:])
