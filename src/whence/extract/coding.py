"""Frame → PLOVER event: the first row of the lexicon whose constraints a frame meets, else the model's view.

A row that says a predicate is no event in this use is the last word, and so is one that is certain. There is
no default code. The rules that depend on realis (PLOVER 2021: announced
cooperation is AGREE, announced retreat is CONCEDE) are in :func:`recode`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whence.extract.contexts import contexts
from whence.extract.frame import Coding, Frame
from whence.extract.learned import CLASSIFIED, SEEN, SURE, probability, seen, share
from whence.extract.lexicon import FEATURES, NOT_AN_EVENT, Constraint, Part, Row, WordClass, lexicon
from whence.extract.requests import asked
from whence.extract.tree import measure
from whence.handover import Sentence, TriggerScore, Word
from whence.records import Realis


def code(
    frame: Frame, *, topics: frozenset[str] = frozenset(), score: TriggerScore | None = None
) -> Coding | None:
    """The event a frame tells, or ``None`` if the lexicon has no row that fits and the model (``score``) sees
    none.

    ``topics`` says what the document is about (:func:`whence.extract.topics.topics`): in a report of a crash,
    people "killed" are no victims of an attack.

    A noun that is (part of) a name or classifies another noun tells none: "Typhoon Hagibis", "the
    *impeachment* inquiry" (on the training gold 0 of 40 and 8 of 79 such nouns were events), but for a
    classifier that the model is sure of.
    """
    if is_part_of_name(frame) or (is_classifier(frame) and probability(score) < CLASSIFIED):
        return None
    for lemma, reading in readings(frame):
        for row in lexicon().lookup(part_of(frame), lemma):
            if all(holds(reading, constraint, topics) for constraint in row.constraints):
                if row.type == NOT_AN_EVENT:
                    return None
                coding = _coding(reading, row, topics, score)
                if coding is not None:
                    # Where a row is not certain and the model sees another type, it was right in 5 of 7 cases
                    # on dev, the row in none; where a row puts the event outside PLOVER and the model is
                    # sure of a type, in 13 of 15, the row in 2.
                    open_ = not row.certain or (row.type == "NONE" and share(score) >= SURE)
                    other = seen(frame, score, trigger_of(frame)) if open_ else None
                    return other if other is not None and other.type != coding.type else coding
    return seen(frame, score, trigger_of(frame))


def is_part_of_name(frame: Frame) -> bool:
    """Whether the head is a name or in one ("*United* Nations", tagged as a participle)."""
    if frame.head.upos == "PROPN":
        return True
    over = frame.sentence.head(frame.head)
    return (
        frame.head.deprel == "amod"
        and frame.head.text[:1].isupper()
        and over is not None
        and over.upos == "PROPN"
    )


def is_classifier(frame: Frame) -> bool:
    """Whether a noun only says of which kind or of what another noun is (gold guidelines, decision 11): one
    before it, or a known event without parties ("at the time of *the fire*": 7 of 30 in the train gold)."""
    head = frame.head
    if not frame.nominal:
        return False
    if head.relation == "compound":
        return True
    article = frame.sentence.child(head, "det")
    told = frame.agents or frame.patients or frame.obliques or frame.complement or frame.modifiers
    return head.deprel == "nmod" and article is not None and article.lemma.lower() == "the" and not told


_WHEN_AHEAD = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE"}
"""PLOVER manual, AGREE: cooperative actions in the future tense imply intentions."""


def recode(coding: Coding, realis: Realis) -> Coding:
    """``coding`` by the rules of the PLOVER manual for events that are yet to come.

    Future CONSULT, SUPPORT, COOPERATE and AID become AGREE; future RETREAT becomes CONCEDE, except an
    announced resignation, which stays RETREAT (gold guidelines, decision 17).
    """
    if realis != "future":
        return coding
    new = _WHEN_AHEAD.get(coding.type)
    if coding.type == "RETREAT" and coding.mode != "resign":
        new = "CONCEDE"
    if new is None:
        return coding
    why = {**coding.why, "recoded": f"{coding.type} ahead is {new}"}
    why.pop("mode", None)
    return replace(coding, type=new, mode=None, cameo=None, why=why)


def part_of(frame: Frame) -> Part:
    if frame.nominal:
        return "NOUN"
    return "ADJ" if frame.head.upos == "ADJ" else "VERB"


def readings(frame: Frame) -> Iterator[tuple[str, Frame]]:
    """Lemmas to look a frame up by, and the frame so read, before its lemma alone: a noun with each modifier
    ("air_strike"); a verb with each adverb, and with each preposition, whose phrase is then its object: the
    parser takes many particles for one or the other ("*sealed off* the street")."""
    if frame.nominal:
        yield from ((f"{modifier.lemma}_{frame.lemma}", frame) for modifier in frame.modifiers)
    else:
        yield from ((f"{frame.lemma}_{modifier.lemma}", frame) for modifier in frame.modifiers)
        for name, word in frame.obliques:
            if name and not frame.patients and word.head_type != "time":
                others = tuple(each for each in frame.obliques if each[0] != name)
                patients = tuple(each for preposition, each in frame.obliques if preposition == name)
                yield f"{frame.lemma}_{name}", replace(frame, patients=patients, obliques=others)
    yield frame.lemma, frame


def slot(frame: Frame, name: str) -> tuple[Word, ...]:
    """The words in a slot, by the names that lexicon rows use; any other name is a preposition."""
    match name:
        case "agent":
            return frame.agents
        case "patient":
            # An only object before an infinitive is often parsed as indirect ("told *him* to leave").
            return frame.patients or frame.indirect
        case "indirect":
            return frame.indirect
        case "complement":
            return (frame.complement,) if frame.complement else ()
        case "infinitive":
            return (frame.complement,) if frame.complement and frame.complement.relation == "xcomp" else ()
        case "modifier":
            return frame.modifiers
        case "governor":
            return (frame.governor,) if frame.governor else ()
        case "light":
            return (frame.light_verb,) if frame.light_verb else ()
        case "oblique":
            return tuple(word for _, word in frame.obliques)
        case "argument":
            return (
                *frame.agents,
                *frame.patients,
                *frame.indirect,
                *(word for _, word in frame.obliques),
            )
        case "sentence":
            return tuple(word for word in frame.sentence.words if word.index != frame.head.index)
        case _:
            return tuple(word for preposition, word in frame.obliques if preposition == name)


def holds(frame: Frame, constraint: Constraint, topics: frozenset[str]) -> bool:
    values = constraint.values
    if constraint.slot in FEATURES:
        found = values is None or _feature(frame, constraint.slot) in values.lemmas
    elif constraint.slot == "topic":
        found = bool(topics) if values is None else not topics.isdisjoint(values.lemmas)
    else:
        words = slot(frame, constraint.slot)
        found = bool(words) if values is None else any(_is_a(frame.sentence, word, values) for word in words)
    return found != constraint.negated


def _feature(frame: Frame, name: str) -> str:
    if name == "number":
        return (frame.head.feature("Number") or "").lower()
    if name == "voice":
        return "passive" if frame.passive else "active"
    return frame.head.relation


def _is_a(sentence: Sentence, word: Word, values: WordClass) -> bool:
    """Whether a word is of a class; the type of what a partitive measures stands on the partitive ("*dozens*
    of singers")."""
    if word.lemma.lower() in values.lemmas or word.upos in values.parts:
        return True
    return (word.head_type or measure(sentence, word).head_type) in values.types


def _coding(frame: Frame, row: Row, topics: frozenset[str], score: TriggerScore | None) -> Coding | None:
    actors = _fill(frame, row.actor)
    recipients = tuple(word for word in _fill(frame, row.recipient) if word not in actors)
    if not row.certain and not actors and not recipients and probability(score) < SEEN:
        return None
    mode, why = row.mode, {"type": row.id}
    if mode is None:
        for candidate in lexicon().modes:
            if candidate.type == row.type and all(holds(frame, c, topics) for c in candidate.constraints):
                mode, why["mode"] = candidate.mode, "words around it"
                break
    why |= {"actor": _slots(row.actor), "recipient": _slots(row.recipient)}
    return Coding(
        type=row.type,
        mode=mode,
        other=row.other,
        contexts=contexts(frame, row.contexts),
        cameo=row.cameo or asked(row.type, frame),
        polarity=row.polarity,
        trigger=trigger_of(frame),
        actors=actors,
        recipients=recipients,
        why=why,
        certain=row.certain,
    )


def _slots(names: tuple[str, ...]) -> str:
    return f"slot {' '.join(names)}" if names else "the row has none"


def _fill(frame: Frame, slots: tuple[str, ...]) -> tuple[Word, ...]:
    """Words of the slots that are no times; a slot after ``/`` is only a fallback for the slots before it, so
    that "patient /with" is the patient, else who is met "with"."""
    words: list[Word] = []
    for name in slots:
        if name.startswith("/"):
            if words:
                break
            name = name[1:]
        words.extend(w for w in slot(frame, name) if w not in words and w.head_type != "time")
    return tuple(words)


def trigger_of(frame: Frame) -> tuple[Word, ...]:
    particles = frame.sentence.children(frame.head, "compound:prt")
    return tuple(sorted((frame.head, *particles), key=lambda word: word.index))
