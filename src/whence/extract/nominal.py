"""Frames of nouns: "the rebels' shelling of the town", "US airstrikes on X", "carried out an attack"."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from whence.extract.frame import Frame
from whence.extract.phrases import agent_nouns, is_adjectival_name, is_nationality
from whence.extract.tables import mapping, rows, words
from whence.extract.tree import argument_relation, conjuncts, preposition
from whence.handover import Sentence, Word

Slots = Callable[[Sentence, Word], tuple[tuple[Word, ...], tuple[Word, ...], tuple[Word, ...]]]
ACTING_TYPES = frozenset({"person", "organization"})


def nominal_frame(sentence: Sentence, noun: Word, *, slots: Slots) -> Frame:
    """The frame of a noun; ``slots`` fills those of a verb."""
    agents: list[Word] = []
    patients: list[Word] = []
    obliques: list[tuple[str, Word]] = []
    modifiers: list[Word] = []
    fills = {"agent": agents, "patient": patients}
    lemma, _ = compound(sentence, noun)
    possessor = mapping("frames/nouns.tsv", "lemma", "possessor").get(lemma, "agent")
    of = mapping("frames/nouns.tsv", "lemma", "of").get(lemma, "patient")
    of_words = [w for w in sentence.children(noun, "nmod") if preposition(sentence, w) == "of"]
    for child in sentence.children(noun, "nmod", "obl", "amod", "compound"):
        case = preposition(sentence, child)
        each = conjuncts(sentence, child)
        if child.deprel == "nmod:poss":
            fills["agent" if of_words and of == "patient" else possessor].extend(each)
        elif child.deprel in {"nmod:desc", "nmod:unmarked", "obl:unmarked"}:
            continue
        elif case == "of" and not is_place_or_time(child):
            fills[of].extend(each)
        elif case == "by":
            agents.extend(each)
        elif case:
            obliques.extend((case, w) for w in each)
        elif is_acting_modifier(sentence, child):
            fills[possessor if possessor == "patient" and child.relation == "compound" else "agent"].extend(
                each
            )
        elif child.head_type == "place" and child.upos == "PROPN":
            obliques.extend(("in", w) for w in each)
        else:
            modifiers.extend(each)
    relation, head = argument_relation(sentence, noun)
    verb = light_verb(sentence, noun, relation, head)
    happens = occurrence(sentence, noun, relation, head)
    for clause in happens:
        obliques.extend(obliques_of(sentence, clause, noun))
    if verb is not None:
        subject = light_subject(sentence, verb, relation, slots)
        role = mapping("frames/light_verbs.tsv", "lemma", "subject")[verb_lemma(sentence, verb)]
        if subject:  # "Ford started its investigation": the possessor is the subject again
            fills[role][:] = [w for w in fills[role] if w.upos != "PRON"]
        fills[role].extend(w for w in subject if w not in fills[role] and w.index != noun.index)
        obliques.extend(obliques_of(sentence, verb, noun))
        patients.extend(w for w in sentence.children(verb, "iobj") if w not in patients)
    elif not agents and head is not None and relation == "obj" and does(sentence, head):
        agents.extend(w for w in slots(sentence, head)[0] if w.index != noun.index)
    return Frame(
        sentence=sentence,
        head=noun,
        lemma=lemma,
        nominal=True,
        passive=False,
        light_verb=verb,
        agents=tuple(agents),
        patients=tuple(patients),
        indirect=(),
        obliques=tuple(sorted(obliques, key=lambda pair: pair[1].index)),
        complement=next(iter(sentence.children(noun, "acl")), None),
        modifiers=tuple(modifiers),
        governor=head if head is not None and head.upos in {"VERB", "NOUN", "ADJ"} else None,
    )


def compound(sentence: Sentence, noun: Word) -> tuple[str, tuple[Word, ...]]:
    """Lemma and words of a noun; a compound written apart gets the lemma the lexicon has ("cease-fire",
    "build up")."""
    known = mapping("frames/compounds.tsv", "key", "lemma")
    beside = [w for w in sentence.words[max(0, noun.index - 3) : noun.index + 2] if w.text != "-"]
    for first, second in pairwise(beside):
        key = f"{first.lemma} {second.lemma}".lower()
        if noun in (first, second) and key in known:
            return known[key], (first, second)
    return noun.lemma.lower(), (noun,)


def is_place_or_time(word: Word) -> bool:
    """Whether an "of" phrase says where or when, not who ("the attack of 1995")."""
    return word.head_type == "time" or word.upos == "NUM"


def is_acting_modifier(sentence: Sentence, word: Word) -> bool:
    """Whether a modifier before a noun of action names who acts: "*police* raid", "*Russian* airstrikes",
    "*US* strikes" (but not "*Syria* airstrikes")."""
    if is_nationality(word) or is_adjectival_name(word):
        return True
    if word.relation != "compound":
        return False
    if word.upos == "NOUN":
        return word.lemma.lower() in agent_nouns()
    return word.upos == "PROPN" and word.head_type in ACTING_TYPES and not sentence.children(word, "case")


def light_verb(sentence: Sentence, noun: Word, relation: str, head: Word | None) -> Word | None:
    """The light verb whose noun this is, also in a passive ("an attack was carried out") or a relative or
    participial clause ("the attack carried out by")."""
    candidates: list[tuple[Word, str]] = []
    if head is not None and head.upos == "VERB":
        if relation in {"obj", "nsubj:pass"}:
            candidates.append((head, "obj"))
        elif relation in {"obl", "xcomp"}:  # "remained *on alert*"
            candidates.append((head, preposition(sentence, noun)))
    candidates.extend((c, "obj") for c in sentence.children(noun, "acl") if c.xpos == "VBN")
    for verb, slot in candidates:
        lemma = verb_lemma(sentence, verb)
        if any(row["lemma"] == lemma and row["slot"] == slot for row in rows("frames/light_verbs.tsv")):
            return verb
    return None


def does(sentence: Sentence, verb: Word) -> bool:
    """Whether the subject of a verb does what its object names, though the verb says more than that it does
    ("*threatened* sanctions")."""
    return verb.upos == "VERB" and verb_lemma(sentence, verb) in words("frames/doers.tsv", "lemma")


def occurrence(sentence: Sentence, noun: Word, relation: str, head: Word | None) -> tuple[Word, ...]:
    """Verbs that say of the noun that it happens, as its clause or in a relative clause ("a meeting, which
    *took* place in July")."""
    candidates = [head] if head is not None and relation == "nsubj" else []
    candidates.extend(sentence.children(noun, "acl"))
    known = {(row["lemma"], row["object"]) for row in rows("frames/occurrence.tsv")}
    found: list[Word] = []
    for verb in candidates:
        obj = sentence.child(verb, "obj")
        if (verb_lemma(sentence, verb), obj.lemma.lower() if obj else "") in known:
            found.append(verb)
    return tuple(found)


def obliques_of(sentence: Sentence, verb: Word, noun: Word) -> list[tuple[str, Word]]:
    """What hangs on a light or occurrence verb by a preposition and belongs to its noun."""
    return [
        (preposition(sentence, w), each)
        for w in sentence.children(verb, "obl")
        if w.deprel not in {"obl:agent", "obl:unmarked", "obl:tmod"} and w.index != noun.index
        for each in conjuncts(sentence, w)
    ]


def verb_lemma(sentence: Sentence, verb: Word) -> str:
    """Lemma of a verb with its particle ("carry_out")."""
    particle = sentence.child(verb, "compound:prt")
    return f"{verb.lemma}_{particle.lemma}".lower() if particle else verb.lemma.lower()


def light_subject(sentence: Sentence, verb: Word, relation: str, slots: Slots) -> tuple[Word, ...]:
    """Who does what the light verb and its noun say."""
    agents, _, _ = slots(sentence, verb)
    return agents if relation != "nsubj" else ()
