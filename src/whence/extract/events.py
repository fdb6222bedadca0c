"""The extraction of one document, put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from whence.extract import arguments
from whence.extract.clusters import clustered, dated
from whence.extract.codebook import UNLISTED, Codebook, own
from whence.extract.coding import code, recode
from whence.extract.confidence import evidence
from whence.extract.contexts import nearby
from whence.extract.frame import Coding, Frame
from whence.extract.frames import frames
from whence.extract.learned import OUTSIDE, described, probability
from whence.extract.nominal import compound
from whence.extract.phrases import phrases, thing
from whence.extract.polarity import polarity
from whence.extract.principal import principal
from whence.extract.quantities import quantities, with_text
from whence.extract.realis import UNSURE, realis
from whence.extract.refusal import refused, refuses
from whence.extract.relations import offices, relations
from whence.extract.selection import selected
from whence.extract.sharing import shared
from whence.extract.topics import topics
from whence.extract.weighed import weighed
from whence.handover import EventCandidate, Extraction, ParsedDocument, Sentence, TriggerScore, Word
from whence.records import Range, Span


def extract(parsed: ParsedDocument, codebook: Codebook | None = None) -> Extraction:
    """Phrases, event candidates and relation candidates of a document; ``codebook`` is the user's own."""
    sentences = tuple(sentence for sentence in parsed.sentences if sentence.analysed)
    referring = phrases(parsed.text, sentences, parsed.names)
    at = {(phrase.sentence, phrase.head): phrase for phrase in referring}
    about = topics(parsed)
    scores = {(score.sentence, score.word): score for score in parsed.triggers}
    coded = [
        one for sentence in sentences for one in selected(tuple(_coded(sentence, about, scores, codebook)))
    ]
    with_things = _with_things(parsed.text, coded, at)
    found = [
        _candidate(parsed, frame, coding, with_things, index) for index, (frame, coding) in enumerate(coded)
    ]
    said = [
        arguments.parties(frame.sentence, arguments.content_parties(frame, coding.type), with_things)
        for frame, coding in coded
    ]
    pronouns = {phrase.index for phrase in at.values() if phrase.form == "pronoun"}
    found = shared(coded, found, pronouns, said)
    ours = [event for event in found if event.other != UNLISTED] or found
    chief = principal(ours, {sentence.index: sentence for sentence in sentences})
    found = [replace(event, principal=event.index in chief) for event in found]
    held = offices(parsed.text, sentences, at, len(with_things))
    everything = tuple(sorted((*with_things.values(), *held.values()), key=lambda phrase: phrase.index))
    return Extraction(
        phrases=everything,
        events=dated(clustered(tuple(found), everything, sentences)),
        relations=relations(sentences, at, held),
    )


def _with_things(
    text: str, coded: Iterable[tuple[Frame, Coding]], at: arguments.Phrases
) -> arguments.Phrases:
    """``at`` and the things that slots of the events need."""
    found = dict(at)
    for frame, coding in coded:
        for word in arguments.acted_on(frame, coding, at):
            key = (frame.sentence.index, word.index)
            if key not in found:
                found[key] = thing(text, frame.sentence, word, len(found))
    return found


def _coded(
    sentence: Sentence,
    about: frozenset[str],
    scores: Mapping[tuple[int, int], TriggerScore],
    codebook: Codebook | None,
) -> Iterator[tuple[Frame, Coding]]:
    """Frames that tell events; one that only the user's codebook knows is an event outside PLOVER."""
    for frame in frames(sentence):
        score = scores.get((sentence.index, frame.head.index))
        coding = code(frame, topics=about, score=score)
        if coding is not None and coding.type == "NONE" and probability(score) < OUTSIDE:
            coding = None
        codes = codebook.codes(frame, topics=about) if codebook is not None else ()
        if coding is None and codes:
            coding = own(frame, codes[0])
        if coding is not None:
            seen = {"model": described(score)} if score is not None else {}
            yield frame, replace(coding, codes=codes, score=score, why={**coding.why, **seen})


def _candidate(
    parsed: ParsedDocument, frame: Frame, coding: Coding, at: arguments.Phrases, index: int
) -> EventCandidate:
    sentence = frame.sentence
    value, why_realis = realis(frame)
    if why_realis.startswith(UNSURE) and coding.score is not None:
        value, why_realis = coding.score.realis, "model"
    sign, cue = polarity(frame)
    if coding.polarity == "-":
        sign = "+" if sign == "-" else "-"
    if sign == "-" and refuses(frame, coding):
        coding, value, why_realis, sign, cue = refused(coding), "past", "told refusal", "+", None
    coding = recode(coding, value)
    acting = arguments.parties(sentence, coding.actors, at)
    actors, seen_actor = weighed(coding.type, "actor", acting, coding.score, at)
    through = arguments.reach(coding.type)
    reached = arguments.parties(sentence, coding.recipients, at, through=through)
    reached, seen_recipient = weighed(coding.type, "recipient", reached, coding.score, at)
    recipients = tuple(i for i in reached if i not in actors)
    where = arguments.place(frame, coding.type, (*actors, *recipients), at)
    when = arguments.time(frame, at)
    why = {**coding.why, "realis": why_realis}
    for role, filled, seen in (
        ("actor", actors, seen_actor),
        ("recipient", recipients, seen_recipient),
    ):
        why[role] = (seen or why[role]) if filled else f"not told ({seen or why[role]})"
    if where:
        why["place"] = where[1]
    if when:
        why["time"] = when[1]
    roles = {
        "actor": actors,
        "recipient": recipients,
        "place": where and where[:1],
        "date": when and when[:1],
    }
    return EventCandidate(
        index=index,
        sentence=sentence.index,
        head=frame.head.index,
        trigger=_span(parsed, frame, coding.trigger),
        lemma=frame.lemma,
        type=coding.type,
        mode=coding.mode,
        contexts=coding.contexts or nearby(sentence, _neighbours(parsed, sentence)),
        other=coding.other,
        cameo=coding.cameo,
        actors=actors,
        recipients=recipients,
        place=where[0] if where else None,
        time=when[0] if when else None,
        realis=value,
        polarity=sign,
        polarity_cue=parsed.span(cue.start, cue.end) if cue else None,
        purpose=purpose(frame),
        quantities=tuple(with_text(q, parsed.text) for q in quantities(frame, frame.lemma)),
        cluster=index,
        codes=coding.codes,
        evidence=evidence(coding, value, {role: held for role, held in roles.items() if held}, at),
        why=why,
    )


def _neighbours(parsed: ParsedDocument, sentence: Sentence) -> tuple[Sentence, ...]:
    """The analysed sentences before and after one."""
    around = (*parsed.sentences[max(0, sentence.index - 1) : sentence.index],)
    around += parsed.sentences[sentence.index + 1 : sentence.index + 2]
    return tuple(each for each in around if each.analysed)


def _span(parsed: ParsedDocument, frame: Frame, trigger: tuple[Word, ...]) -> Span:
    """The head with its particle or the other half of its compound, if nothing stands between ("shot *down*",
    "*cease*-fire"); else the head alone."""
    parts = compound(frame.sentence, frame.head)[1] if frame.nominal else trigger
    between = frame.sentence.words[parts[0].index : parts[-1].index - 1]
    if any(word.text != "-" for word in between):
        parts = (frame.head,)
    return parsed.span(parts[0].start, parts[-1].end)


def purpose(frame: Frame) -> Range | None:
    """Span of the purpose clause of an event ("*to recapture territory*")."""
    sentence = frame.sentence
    anchors = (frame.head,) if frame.light_verb is None else (frame.head, frame.light_verb)
    for anchor in anchors:
        for child in sentence.children(anchor, "advcl", "acl"):
            mark = sentence.child(child, "mark")
            if (
                child.xpos == "VB"
                and mark is not None
                and mark.text.lower() == "to"
                and child.index > anchor.index
            ):
                words = sentence.subtree(child)
                last = words[-1] if words[-1].upos != "PUNCT" else words[-2]
                return mark.start, last.end
    return None
