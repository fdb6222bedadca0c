"""Who, to whom, where and when: words of a coded frame → phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from whence.extract.frame import Coding, Frame
from whence.extract.frames import slots_of_verb
from whence.extract.nominal import occurrence
from whence.extract.phrases import is_adjectival_name, is_nationality, stance_prefix
from whence.extract.tables import words
from whence.extract.times import time_class
from whence.extract.tree import conjuncts, measure, preposition
from whence.handover import Phrase, Sentence, Word

Phrases = dict[tuple[int, int], Phrase]
"""(sentence, head word) → phrase."""
OWN_CLAUSE = "own clause"
"""Where a place or a time stands that is told of the event itself."""
MAX_CLAUSES = 5
"""Clauses looked at above an event for a place or a time."""
SITES = ("at", "inside", "outside", "near", "in", "on", "within", "into", "to", "from", "across", "around")
"""Prepositions of place, the most specific first."""
PLACING = frozenset(
    {
        *SITES,
        "through",
        "throughout",
        "over",
        "off",
        "along",
        "toward",
        "towards",
        "onto",
        "between",
        "behind",
    }
)
OBJECTS = frozenset({"object"})
MATTERS = frozenset({"object", "abstract", "plant", "substance"})
THINGS_ACTING: Mapping[str, frozenset[str]] = {"NONE": OBJECTS, "ASSAULT": OBJECTS}
THINGS_ACTED_ON: Mapping[str, frozenset[str]] = {
    "ASSAULT": OBJECTS,
    "NONE": OBJECTS,
    "AID": OBJECTS,
    "COERCE": MATTERS,
    "CONCEDE": MATTERS,
    "SUPPORT": MATTERS,
    "REJECT": MATTERS,
    "SANCTION": MATTERS,
}
"""Types of mention (GUM) that may fill a slot of a type of event without being an actor; on the training
gold, slots of these were filled about as often as not, all others mostly empty."""
DIRECTED = frozenset({"to", "on", "against", "with", "for"})
"""Prepositions of who a thing is meant for."""
ASKED = frozenset({"from", "by"})
"""Prepositions of who made what is rejected ("declined a request *from the agency*")."""
ANSWERED = frozenset({"by"})
"""Prepositions of who made what is granted or welcomed ("accepted the demands *by the union*")."""
SPOKEN = frozenset({"AGREE", "REJECT", "THREATEN"})
"""Types that say what is done to somebody."""
PASSING = frozenset(
    {"AGREE", "AID", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "SANCTION", "SUPPORT", "THREATEN"}
)
"""Types that reach whom their thing is meant for ("suspended flights *to Armenia*"); who condemns or rejects
a thing does so to whoever made it."""
PHYSICAL = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "NONE"})
"""Types whose recipient, if a place, is where it happened ("bombed Aleppo", "entered Syria")."""
VAGUE = frozenset({"currently", "recently", "earlier", "now", "lately", "nowadays"})
"""Time adverbs that date nothing."""


def parties(
    sentence: Sentence, words: Iterable[Word], phrases: Phrases, *, through: frozenset[str] = frozenset()
) -> tuple[int, ...]:
    """Phrases of the words of a slot; a word that is no actor stands for the actor it belongs to ("*ISIS*
    targets", "members of *the party*"), or that hangs on it by a preposition in ``through`` ("lifted
    restrictions on *the firm*")."""
    found: list[int] = []
    for word in _distinct(sentence, tuple(words)):
        for phrase in _party(sentence, word, phrases, through=through):
            if phrase.index not in found:
                found.append(phrase.index)
    return tuple(found)


def content_parties(frame: Frame, kind: str) -> tuple[Word, ...]:
    """Words of a clause of content by whom an act of a type reaches somebody: who is asked to do it
    ("demanded that *the army* leave"), whom what is refused, agreed or threatened is done to ("refused to
    admit *them*")."""
    clause = frame.complement
    if clause is None or clause.upos != "VERB":
        return ()
    agents, patients, indirect = slots_of_verb(frame.sentence, clause)
    if kind == "REQUEST":
        return tuple(word for word in agents if word not in frame.agents)
    return patients + indirect if kind in SPOKEN else ()


def reach(kind: str) -> frozenset[str]:
    """Prepositions by which who an event of a type reaches may hang on its thing."""
    if kind in PASSING:
        return DIRECTED | ANSWERED if kind in {"CONCEDE", "SUPPORT"} else DIRECTED
    return ASKED if kind in {"REJECT", "ACCUSE"} else frozenset()


def _distinct(sentence: Sentence, slot: tuple[Word, ...]) -> Iterator[Word]:
    """Words of a slot without those that only say again who another one is: "he *himself*", "he, *the
    president*" and "its *ally* Iran", where the tree makes them one slot."""
    for word in slot:
        others = [w for w in slot if w.index != word.index]
        pronouns = [w for w in others if w.upos == "PRON" and w.index < word.index]
        beside = any(w.index == word.head or w.head == word.head for w in pronouns)
        joined = sentence.child(word, "cc") is not None
        described = word.relation == "conj" and any(w.index == word.index + 1 for w in others)
        if others and word.feature("Reflex") == "Yes":
            continue
        if (beside and not joined and len(others) == 1) or (described and word.upos == "NOUN"):
            continue
        yield word


def acted_on(frame: Frame, coding: Coding, phrases: Phrases) -> Iterator[Word]:
    """Words of a frame's slots that stand for no actor, place or time, where the type of the event allows a
    thing: what is attacked, banned, backed, rejected ("rejected *the bill*"); vehicles also act and are
    struck. Types that address somebody (REQUEST, AGREE, ACCUSE …) have people as recipients only."""
    sentence = frame.sentence
    for slot, kinds in (
        (coding.actors, THINGS_ACTING.get(coding.type, frozenset())),
        (coding.recipients, THINGS_ACTED_ON.get(coding.type, frozenset())),
    ):
        for word in slot:
            noun = word.upos in {"NOUN", "PROPN"} and word.head_type in kinds
            through = reach(coding.type) if slot is coding.recipients else frozenset()
            if noun and not any(True for _ in _party(sentence, word, phrases, through=through)):
                yield word


def _owner(sentence: Sentence, word: Word, phrases: Phrases) -> bool:
    """Whether an actor's name stands right in a noun for a place of its ("*ISIS* targets")."""
    inner = (phrases.get((sentence.index, child.index)) for child in sentence.children(word, "compound"))
    return any(phrase is not None and phrase.kind == "actor" for phrase in inner)


def _party(
    sentence: Sentence, word: Word, phrases: Phrases, *, through: frozenset[str] = frozenset(), depth: int = 1
) -> Iterator[Phrase]:
    if several := _nationalities(sentence, word, phrases):
        yield from several
        return
    whole = measure(sentence, word)
    phrase = phrases.get((sentence.index, whole.index)) or phrases.get((sentence.index, word.index))
    owned = phrase is not None and phrase.kind == "place" and phrase.form == "nominal"
    if phrase is not None and not (owned and _owner(sentence, word, phrases)):
        if phrase.kind != "time":
            yield phrase
        return
    for child in sentence.children(word, "nmod", "compound", "amod"):
        inner = phrases.get((sentence.index, child.index))
        case = preposition(sentence, child)
        if stance_prefix(child) or (inner is not None and inner.kind == "time"):
            continue
        if inner is None:
            # What belongs to nobody by itself may belong to whom it is of ("limits on *Chilean* goods").
            if case in through and depth:
                yield from _party(sentence, child, phrases, through=through, depth=depth - 1)
        elif (case in {"", "of"} and inner.kind == "actor") or case in through:
            yield inner
    for clause in sentence.children(word, "acl") if through else ():
        for child in sentence.children(clause, "obl"):
            inner = phrases.get((sentence.index, child.index))
            if inner is not None and inner.kind != "time" and preposition(sentence, child) in through:
                yield inner


def _nationalities(sentence: Sentence, word: Word, phrases: Phrases) -> tuple[Phrase, ...]:
    """The nationalities or countries of a plural noun that is several parties in one ("*Russian* and *US*
    navies", "the armies of *China* and *India*")."""
    if word.feature("Number") != "Plur":
        return ()
    for child in sentence.children(word, "amod", "compound", "nmod"):
        joined = conjuncts(sentence, child)
        states = all(w.head_type == "place" and w.upos == "PROPN" for w in joined)
        if child.relation == "nmod":
            if preposition(sentence, child) != "of" or not states or len(joined) < 2:
                continue
            found = (phrases.get((sentence.index, w.index)) for w in joined)
            return tuple(phrase for phrase in found if phrase is not None)
        hyphened = any(w.index > 1 and sentence.word(w.index - 1).text == "-" for w in joined)
        if (
            len(joined) > 1
            and not hyphened
            and all(is_nationality(w) or is_adjectival_name(w) for w in joined)
        ):
            found = (phrases.get((sentence.index, w.index)) for w in joined)
            return tuple(phrase for phrase in found if phrase is not None)
    return ()


def place(frame: Frame, kind: str, parties_: tuple[int, ...], phrases: Phrases) -> tuple[int, str] | None:
    """The most specific place told of an event of a type, and where it stands; who the event is done to is a
    place only where one goes to it, leaves it or destroys it."""
    for step, anchor in enumerate(_anchors(frame)):
        found = _places_at(frame.sentence, anchor, phrases)
        if not found and step == 0:
            found = _places_in(frame, phrases, physical=kind in PHYSICAL)
        told = [phrase for phrase in found if phrase.index not in parties_ or kind in PHYSICAL]
        if told:
            return told[0].index, OWN_CLAUSE if step == 0 else f"clause of {anchor.lemma}"
    return None


def _places_at(sentence: Sentence, anchor: Word, phrases: Phrases) -> list[Phrase]:
    """Places that hang on a predicate or a noun of action by a preposition of place."""
    ranked: list[tuple[int, int, Phrase]] = []
    for child in sentence.children(anchor, "obl", "nmod", "advmod", "compound"):
        phrase = phrases.get((sentence.index, child.index))
        if phrase is None or phrase.kind != "place":
            continue
        case = preposition(sentence, child)
        if case in PLACING or (case == "" and child.relation == "compound"):
            ranked.append((SITES.index(case) if case in SITES else len(SITES), child.index, phrase))
    return [phrase for _, _, phrase in sorted(ranked, key=lambda item: item[:2])]


def _places_in(frame: Frame, phrases: Phrases, *, physical: bool) -> list[Phrase]:
    """Places among or inside the participants: "bombed *Aleppo*", "troops *in Syria*", "an accident *on a
    highway* killed"."""
    sentence = frame.sentence
    found: list[Phrase] = []
    for word in (*frame.patients, *(w for case, w in frame.obliques if case == "of")):
        phrase = phrases.get((sentence.index, word.index))
        if phrase is not None and (phrase.kind == "place" or (physical and word.head_type == "place")):
            found.append(phrase)
    for word in (*frame.patients, *frame.agents):
        if word.head_type in {"person", "event"}:
            found.extend(
                p
                for p in _places_at(sentence, word, phrases)
                if preposition(sentence, sentence.word(p.head)) in PLACING
            )
    return found


def time(frame: Frame, phrases: Phrases) -> tuple[int, str] | None:
    """The time expression that dates an event, and where it stands."""
    sentence = frame.sentence
    for step, anchor in enumerate(_anchors(frame, timed=True)):
        for child in sentence.children(anchor):
            phrase = _dating(sentence, child, phrases)
            inward = child.head_type != "event" or preposition(sentence, child) in {"in", "at", "during"}
            if phrase is None and child.relation in {"obl", "obj"} and inward:
                inner = (_dating(sentence, c, phrases) for c in sentence.children(child, "nmod", "obl"))
                phrase = next((p for p in inner if p is not None), None)
            if phrase is not None and (
                step == 0 or child.index < frame.head.index or anchor.relation != "conj"
            ):
                return phrase.index, OWN_CLAUSE if step == 0 else f"clause of {anchor.lemma}"
    return None


def _dating(sentence: Sentence, word: Word, phrases: Phrases) -> Phrase | None:
    """The time phrase of a word if it says when: no duration, no subject, nothing vague."""
    phrase = phrases.get((sentence.index, word.index))
    if phrase is None or phrase.kind != "time" or word.relation in {"nsubj", "obj", "conj"}:
        return None
    text = word.text.lower()
    if text in VAGUE:
        return None
    case = preposition(sentence, word)
    if time_class(word) == "unit" and (case == "for" or (case == "" and word.feature("Number") == "Plur")):
        return None  # how long, not when
    return None if case in {"than", "as"} else phrase


def _anchors(frame: Frame, *, timed: bool = False) -> Iterator[Word]:
    """The trigger, its light verb, and the heads above it that it shares its place (``timed``: time) with."""
    sentence, word = frame.sentence, frame.head
    yield word
    if frame.light_verb is not None:
        yield frame.light_verb
    if frame.nominal:
        yield from occurrence(sentence, word, word.relation, None)
    for _ in range(MAX_CLAUSES):
        head = sentence.head(word)
        if head is None or not _shares_setting(sentence, word):
            break
        if timed and not _shares_time(sentence, word, head):
            break
        if head != frame.light_verb:
            yield head
        word = head
    for clause in sentence.children(frame.head, "advcl"):
        if any(
            m.text.lower() in {"when", "as", "while"} for m in sentence.children(clause, "mark", "advmod")
        ):
            yield clause


def _shares_time(sentence: Sentence, word: Word, head: Word) -> bool:
    """Whether a word's event, told in one setting with that of its head, also happens when that does. A deed
    that is told, announced or judged does not ("charged him *in the shooting* on Friday"), a further verb
    only under a time that opens the sentence ("On Friday they came and *left*")."""
    if word.upos in {"NOUN", "PROPN"}:
        if word.relation in {"obl", "nmod"}:
            return preposition(sentence, word) == "during"
        return word.relation != "obj" or head.lemma.lower() not in words(
            "cues/verbs.tsv", "cue", act="asserts"
        )
    if word.relation == "conj":
        return any(c.head_type == "time" and c.index < head.index for c in sentence.children(head))
    return True


def _shares_setting(sentence: Sentence, word: Word) -> bool:
    """Whether a word's event happens where and when that of its head does. Content clauses do not (where
    something is said is not where it happened), nor do causes ("jailed *for* the attack")."""
    case = preposition(sentence, word)
    if word.upos in {"NOUN", "PROPN"}:
        if word.relation in {"obl", "nmod"}:
            return case in {"in", "during", "at", "with", "of", "into", "on"}
        head = sentence.head(word)
        return (
            word.relation in {"obj", "nsubj", "conj"}
            and head is not None
            and head.upos in {"VERB", "NOUN"}
            and (head.upos == "VERB" or word.relation == "conj")
        )
    if word.relation == "advcl":
        mark = sentence.child(word, "mark", "advmod")
        return case in {"", "when", "while", "as", "by"} and (
            mark is None or mark.lemma.lower() in {"when", "while", "as", "to", "by"}
        )
    return word.relation in {"xcomp", "conj"}
