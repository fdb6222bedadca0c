"""Verbs that report: from a verb of the cue table to a source, its words and their content."""

from __future__ import annotations

from whence.attribute.constructions import complement_of
from whence.attribute.cue_contents import telling_content
from whence.attribute.hearers import Link, told
from whence.attribute.outlets import Outlet
from whence.attribute.subjects import agent, beside, inside, is_negated, is_passive, subject
from whence.attribute.tables import CueRule, verb_rules_of, words
from whence.attribute.telling import Telling
from whence.handover import Sentence, Word
from whence.records import Range

_ADJUNCTS = ("nsubj", "aux", "advmod", "obl", "iobj", "cop", "expl", "compound:prt", "obj", "mark", "cc")


def verb_tellings(sentence: Sentence, text: str, outlet: Outlet) -> list[Telling]:
    """Every reporting verb of a sentence, in text order."""
    found = []
    for word in sentence.words:
        if word.upos not in ("VERB", "AUX", "NOUN", "ADJ") or _unreal(sentence, word):
            continue
        rules = verb_rules_of(word.text, word.lemma)
        if rules and (word.upos == "VERB" or sentence.child(word, "ccomp", "nsubj")):
            telling = _match(sentence, word, rules, text, outlet)
            if telling is not None:
                found.append(telling)
    return found


def _unreal(sentence: Sentence, word: Word) -> bool:
    """Whether ``word`` is something wanted or avoided, not told ("to say", "refrain from saying"); unless it
    goes on with what was told ("went on to say")."""
    marks = {mark.lemma.lower() for mark in sentence.children(word, "mark", "case")}
    if word.xpos == "VBG" and marks & words("leaving undone"):
        return True
    if "to" not in marks:
        return False
    head = sentence.head(word)
    return head is None or head.lemma.lower() not in words("going on")


def _match(
    sentence: Sentence, verb: Word, rules: tuple[CueRule, ...], text: str, outlet: Outlet
) -> Telling | None:
    for rule in rules:
        for frame in rule.frames:
            complement = complement_of(sentence, verb, frame)
            if complement is not None:
                return _telling(sentence, verb, rule, complement, text, outlet)
    for rule in rules:
        if "clause" in rule.frames or "quote" in rule.frames:
            return _telling(sentence, verb, rule, None, text, outlet)
    return None


def _telling(
    sentence: Sentence, verb: Word, rule: CueRule, complement: Word | None, text: str, outlet: Outlet
) -> Telling | None:
    own = sentence.child(verb, "nsubj")
    passive = is_passive(sentence, verb) and (own is None or own.deprel == "nsubj:pass")
    speaker = agent(sentence, verb) if passive else subject(sentence, verb)
    if passive and speaker is None and verb.relation in ("acl", "parataxis"):
        speaker = beside(sentence, verb)
    if speaker is not None and speaker.lemma.lower() in ("it", "there") and sentence.child(verb, "expl"):
        speaker = None
    if speaker is None and not passive:
        return None
    if speaker is not None and complement is not None and speaker.index == complement.index:
        return None
    if passive and speaker is None and complement is None:
        return None
    clause_words = _clause_words(sentence, verb, speaker, complement, passive=passive)
    link = told(sentence, verb, speaker, outlet)
    if link is not None and speaker is not None and _inside(speaker, link):
        subjects = sentence.children(verb, "nsubj")
        before = [w for w in subjects if w.index < verb.index and not _inside(w, link)]
        speaker = before[0] if before else beside(sentence, verb)
        if speaker is None:
            return None
    heard = link.extent or (link.head.start, link.head.end) if link is not None else None
    content = telling_content(
        sentence, verb, rule, complement, clause_words, text, passive=passive, heard=heard
    )
    return Telling(
        sentence=sentence,
        rule=rule,
        cue=verb,
        cue_range=_cue_range(sentence, verb, complement),
        source=speaker,
        source_sentence=sentence,
        content=content,
        clause=(clause_words[0].start, clause_words[-1].end),
        complement=complement,
        link=link,
        negated=is_negated(sentence, verb)
        and not (passive and complement is sentence.child(verb, "nsubj:pass")),
        awaits_quote=not content,
    )


def _inside(word: Word, link: Link) -> bool:
    start, end = link.extent or (link.head.start, link.head.end)
    return start <= word.start and word.end <= end


def _clause_words(
    sentence: Sentence, verb: Word, speaker: Word | None, complement: Word | None, *, passive: bool
) -> list[Word]:
    """The telling's own words: verb, subject and adjuncts, one unbroken run around the verb."""
    own = {verb.index}
    children = list(sentence.children(verb, *_ADJUNCTS))
    if speaker is not None and not inside(sentence, verb, speaker):
        children.append(speaker)
    for child in children:
        if complement is not None and inside(sentence, complement, child):
            continue
        if passive and child.relation == "nsubj":
            continue
        own.update(w.index for w in sentence.subtree(child, "acl:relcl", "parataxis"))
    low = high = verb.index
    while low - 1 in own or (low > 2 and low - 2 in own and sentence.word(low - 1).upos == "PUNCT"):
        low -= 1
    while high + 1 in own:
        high += 1
    while sentence.word(low).upos == "PUNCT" and low < verb.index:
        low += 1
    while sentence.word(high).upos == "PUNCT" and high > verb.index:
        high -= 1
    return list(sentence.words[low - 1 : high])


def _cue_range(sentence: Sentence, verb: Word, complement: Word | None) -> Range:
    """The verb with its particle, and its preposition if that governs the content ("called for")."""
    end = verb.end
    particle = sentence.child(verb, "compound:prt")
    if particle is not None and particle.index == verb.index + 1:
        end = particle.end
    following = sentence.words[verb.index] if verb.index < len(sentence.words) else None
    if complement is not None and following is not None and complement.relation in ("obl", "advcl"):
        case = sentence.child(complement, "case", "mark")
        if case is not None and case.index == following.index:
            end = case.end
    return verb.start, end
