"""Has it happened? past, ongoing, future, conditional or generic, from tense, aspect, modals and governors.

Follows the gold guidelines (decision 5): ordered, planned, promised or announced is future; requested,
threatened, possible is conditional.
"""

from __future__ import annotations

from whence.extract import unreal
from whence.extract.frame import Frame
from whence.extract.frames import is_passive
from whence.extract.nominal import occurrence
from whence.extract.phrases import is_nationality
from whence.extract.polarity import negation_beside
from whence.extract.tree import preposition
from whence.extract.unreal import Judged
from whence.handover import Sentence, Word
from whence.records import Realis

FOR = frozenset({"call", "ask", "press", "push", "plead", "appeal"})
"""Governors that want an event only "for" it ("*called for* an inquiry", but "called it a coup")."""
WANTING = frozenset({"for", "to", "of", "about", "against", "on", "with"})
"""Prepositions of what somebody wants, plans or promises; "told *in a meeting*" is where."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MAX_DEPTH = 6
"""Governors looked at above an event; longer chains do not occur in news sentences."""
DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
UNTOLD = "noun"
"""Reason of a noun of which no word says whether it has happened."""
UNSURE = (UNTOLD, "as its verb", "auxiliary would", "auxiliary could")
"""How reasons begin after which the model judges, if it has a view: on dev it is right of 141 of 182 such
events, these rules of 124."""
ONGOING: Judged = ("ongoing", "progressive")
PRESENT_STATE = "present state"
PRESENT: Judged = ("past", "tense")
"""The present of headlines."""


def realis(frame: Frame) -> Judged:
    """Realis of the event a frame tells, and why."""
    if frame.nominal:
        return _of_noun(frame.sentence, frame.head, frame.light_verb, MAX_DEPTH)
    return _of_verb(frame.sentence, frame.head, MAX_DEPTH)


def _of_verb(sentence: Sentence, verb: Word, depth: int) -> Judged:
    if conditional := _condition(sentence, verb):
        return "conditional", conditional
    auxiliaries = sentence.children(verb, "aux", "aux:pass", "cop")
    finite = any(a.xpos in FINITE for a in auxiliaries)
    infinitive = any(m.text.lower() == "to" for m in sentence.children(verb, "mark"))
    if infinitive and finite:
        return "future", "is to"
    if modal := _modal(sentence, verb, auxiliaries):
        return modal
    if generic := unreal.generic(sentence, verb, auxiliaries):
        return "generic", generic
    lemmas = {a.lemma.lower() for a in auxiliaries}
    if verb.xpos == "VBG" and "be" in lemmas:
        return _progressive(sentence, verb, auxiliaries)
    if infinitive or (auxiliaries and not finite):
        return _non_finite(sentence, verb, depth)
    if any(a.text.lower() == "being" for a in auxiliaries):
        return _progressive(sentence, verb, auxiliaries)
    if "have" in lemmas or verb.xpos in {"VBD"} or any(a.xpos == "VBD" for a in auxiliaries):
        return "past", "past or perfect tense"
    if verb.upos in {"NOUN", "PROPN"}:
        return unreal.aimed(sentence, verb) or ("past", UNTOLD)
    if verb.upos == "ADJ" or (auxiliaries and verb.upos != "VERB"):
        present = any(a.xpos in {"VBP", "VBZ"} for a in auxiliaries)
        return ("ongoing", PRESENT_STATE) if present else ("past", "state")
    if verb.xpos in {"VB", "VBG", "VBN"} and not auxiliaries:
        return _non_finite(sentence, verb, depth)
    if verb.xpos == "VBN":
        return "ongoing", "present passive"
    if ordered := unreal.ordered(sentence, verb):
        return ordered
    if verb.xpos in unreal.PRESENT_TENSES and (ahead := unreal.ahead(sentence, verb)):
        return ahead
    adverb = next((c for c in sentence.children(verb, "advmod") if unreal.cue("adverb", c)), None)
    if adverb is not None:
        return "ongoing", f"adverb {adverb.lemma}"
    return PRESENT


def _progressive(sentence: Sentence, verb: Word, auxiliaries: tuple[Word, ...]) -> Judged:
    if verb.lemma == "go" and sentence.child(verb, "xcomp") is not None:
        return "future", "going to"
    background = verb.deprel == "acl:relcl" and not is_passive(sentence, verb)
    if background or verb.relation == "advcl" or sentence.child(verb, "advcl") is not None:
        return ("past", "past progressive") if any(a.xpos == "VBD" for a in auxiliaries) else ONGOING
    return ONGOING


def _condition(sentence: Sentence, verb: Word) -> str | None:
    clause: Word | None = verb
    for _ in range(3):
        if clause is None:
            return None
        mark = next(
            (c for c in sentence.children(clause, "mark") if unreal.cue("marker", c) == "conditional"), None
        )
        if mark is not None:
            return f"conjunction {mark.lemma}"
        if clause.relation not in {"conj", "xcomp"}:
            return None
        clause = sentence.head(clause)
    return None


def _modal(sentence: Sentence, verb: Word, auxiliaries: tuple[Word, ...]) -> Judged | None:
    for auxiliary in auxiliaries:
        value = unreal.cue("auxiliary", auxiliary)
        if value is None:
            continue
        if (
            auxiliary.lemma == "would"
            and verb.relation == "ccomp"
            and not any(a.lemma == "have" for a in auxiliaries)
        ):
            return "future", "would in reported speech"
        if auxiliary.text.lower() == "could" and negation_beside(sentence, verb) is not None:
            return "past", "could not"
        if auxiliary.lemma == "would" and unreal.habitual(sentence, verb):
            return "past", "habitual would"
        if any(a.lemma == "have" for a in auxiliaries) and auxiliary.lemma in {"may", "might", "must"}:
            return "past", f"modal perfect {auxiliary.lemma}"
        return value, f"auxiliary {auxiliary.lemma}"
    if verb.relation == "conj" and not auxiliaries and verb.xpos in {"VB", "VBN"}:
        head = sentence.head(verb)
        if head is not None and head.upos == "VERB":
            return _modal(sentence, head, sentence.children(head, "aux", "aux:pass"))
    return None


def _non_finite(sentence: Sentence, verb: Word, depth: int) -> Judged:
    """Infinitives and participles take their value from what they hang on."""
    head = sentence.head(verb)
    if head is None or depth == 0:
        return ("future", "bare infinitive") if verb.xpos == "VB" else ("past", "participle")
    if aimed := unreal.aimed(sentence, verb):
        return aimed
    relation = verb.relation
    if relation == "conj":
        return _of_word(sentence, head, depth - 1)
    infinitive = any(m.text.lower() == "to" for m in sentence.children(verb, "mark"))
    if verb.xpos == "VBN" and relation in {"acl", "amod", "advcl"} and not infinitive:
        return "past", "past participle"
    if relation in {"xcomp", "ccomp", "acl", "csubj", "advcl"}:
        value = unreal.cue("noun" if head.upos in {"NOUN", "PROPN"} else "governor", head)
        governed = relation != "advcl" or (verb.xpos == "VBG" and sentence.child(verb, "mark") is not None)
        if infinitive and (implied := unreal.implied(sentence, head)):
            return implied
        if value is not None and governed:
            return value, f"governor {head.lemma}"
        if relation == "advcl" and infinitive and verb.xpos == "VB" and unreal.cue("purpose", head) is None:
            aim: Realis = "future" if value == "future" else "conditional"
            perfect = any(a.text.lower() == "have" for a in sentence.children(verb, "aux"))
            return ("past", "perfect infinitive") if perfect else (aim, f"purpose of {head.lemma}")
        if relation == "acl" and verb.xpos == "VBG":
            return "ongoing" if _of_word(sentence, head, depth - 1)[0] == "ongoing" else "past", "participle"
        inherited, why = _of_word(sentence, head, depth - 1)
        if infinitive and why == PRESENT_STATE:
            return "future", f"infinitive of a state: {head.lemma}"
        return inherited, f"as its governor: {why}"
    return ("future", "bare infinitive") if verb.xpos == "VB" else ("past", "participle")


def _of_word(sentence: Sentence, word: Word, depth: int) -> Judged:
    if word.upos in {"VERB", "ADJ", "AUX"} or sentence.child(word, "cop") is not None:
        return _of_verb(sentence, word, depth)
    return _of_noun(sentence, word, None, depth)


def _of_noun(sentence: Sentence, noun: Word, light_verb: Word | None, depth: int) -> Judged:
    for child in sentence.children(noun, "amod", "advmod", "det", "compound"):
        value = unreal.cue("modifier", child)
        if value is not None:
            return value, f"modifier {child.lemma}"
        if unreal.cue("generic", child) == "generic":
            return "generic", f"determiner {child.lemma}"
    if light_verb is not None:
        return _of_verb(sentence, light_verb, depth)
    head = sentence.head(noun)
    for verb in occurrence(sentence, noun, noun.relation, head):
        if (judged := _of_verb(sentence, verb, depth)) != PRESENT:
            return judged
    if sentence.child(noun, "cop") is not None and depth:
        return _of_verb(sentence, noun, depth)
    if aimed := unreal.aimed(sentence, noun):
        return aimed
    if head is None or depth == 0:
        return "past", UNTOLD
    if noun.relation == "conj":
        return _of_word(sentence, head, depth - 1)
    if told := _by_governor(sentence, noun, head):
        return told
    if noun.relation == "nsubj" and sentence.child(head, "expl") is not None and head.xpos in {"VBZ", "VBP"}:
        return "ongoing", "there is"
    if noun.relation in {"obj", "nsubj"} and head.upos == "VERB" and not _is_given(sentence, noun):
        inherited, why = _of_verb(sentence, head, depth - 1)
        if inherited in {"future", "conditional", "generic"}:
            return inherited, f"as its verb: {why}"
    if noun.relation == "nsubj" and is_passive(sentence, head):
        return _of_verb(sentence, head, depth - 1)
    if unreal.cue("state", noun) == "ongoing" and noun.feature("Number") != "Plur":
        return "ongoing", f"state {noun.lemma}"
    return "past", UNTOLD


def _by_governor(sentence: Sentence, noun: Word, head: Word) -> Judged | None:
    """What a verb or noun above says of a noun's event: "*announced* his resignation", "*calls* for strikes",
    "a *threat* of war", "the trial is *scheduled*"."""
    kind = "noun" if head.upos in {"NOUN", "PROPN"} else "governor"
    value = unreal.cue(kind, head)
    if value not in {"future", "conditional"}:
        return None
    if noun.deprel == "nsubj:pass":
        return (value, f"governor {head.lemma}") if value == "future" else None
    aimed = noun.relation == "nmod" if kind == "noun" else noun.relation in {"obj", "obl", "iobj"}
    case = preposition(sentence, noun)
    if (head.lemma.lower() in FOR and case != "for") or (noun.relation == "obl" and case not in WANTING):
        aimed = False
    known = any(d.text.lower() in DEFINITE for d in sentence.children(noun, "det"))
    return (value, f"governor {head.lemma}") if aimed and not known else None


def _is_given(sentence: Sentence, noun: Word) -> bool:
    """Whether a noun presents its event as known ("the attack", "his arrest", "Russian airstrikes")."""
    known = any(d.text.lower() in DEFINITE for d in sentence.children(noun, "det", "nmod:poss"))
    return known or any(is_nationality(c) for c in sentence.children(noun, "amod", "nmod:poss"))
