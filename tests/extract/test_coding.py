"""Frames, built by hand, are coded by the row that fits them best."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import filled
from whence.extract.coding import code, recode, slot
from whence.extract.frame import Frame
from whence.extract.lexicon import lexicon
from whence.handover import Sentence, Word


def word(index: int, lemma: str, upos: str = "NOUN", **fields: str | None) -> Word:
    values: dict[str, str | None] = {"feats": None, "deprel": "dep", "head_type": None, **fields}
    return Word(
        index=index,
        start=index * 20,
        end=index * 20 + len(lemma),
        text=lemma,
        lemma=lemma,
        upos=upos,
        xpos="",
        feats=values["feats"],
        head=0 if index == 1 else 1,
        deprel=values["deprel"] or "dep",
        head_type=values["head_type"],
    )


def frame(head: Word, *, nominal: bool = False, **slots: object) -> Frame:
    """A frame of ``head``, whose other words are those in ``slots``."""
    words: list[Word] = [head]
    for value in slots.values():
        for item in value if isinstance(value, tuple) else (value,):
            words.append(item[1] if isinstance(item, tuple) else item)  # type: ignore[arg-type]
    made: Frame = filled(
        Frame,
        sentence=Sentence(
            index=0,
            start=0,
            end=999,
            passage="body",
            paragraph=0,
            words=tuple(sorted((w for w in words if isinstance(w, Word)), key=lambda w: w.index)),
        ),
        head=head,
        lemma=head.lemma,
        nominal=nominal,
        **{"passive": False} | slots,
    )
    return made


MINISTER = word(2, "minister", head_type="person")


def typed(each: Frame) -> tuple[str, str | None] | None:
    coding = code(each)
    return (coding.type, coding.mode) if coding else None


def test_firing_a_person_and_firing_a_rocket() -> None:
    fire = word(1, "fire", "VERB")
    board = word(3, "board", head_type="organization")
    assert typed(frame(fire, agents=(board,), patients=(MINISTER,))) == ("SANCTION", "expel")
    assert typed(frame(fire, agents=(word(3, "rebel"),), patients=(word(2, "rocket"),))) == (
        "ASSAULT",
        "heavy-weapons",
    )


def test_strikes_of_jets_and_of_miners() -> None:
    strike = word(1, "strike")
    assert typed(
        frame(strike, nominal=True, agents=(word(2, "jet"),), obliques=(("on", word(3, "town")),))
    ) == (
        "ASSAULT",
        "aerial",
    )
    assert typed(frame(strike, nominal=True, agents=(word(2, "miner"),))) == ("PROTEST", "strike")
    assert typed(frame(strike, nominal=True, modifiers=(word(2, "air"),))) == ("ASSAULT", "aerial")


def test_troops_arrive_but_guests_visit() -> None:
    arrive = word(1, "arrive", "VERB")
    assert typed(frame(arrive, agents=(word(2, "troop", head_type="person"),))) == ("MOBILIZE", "troops")
    guests = code(frame(arrive, agents=(MINISTER,)))
    assert guests is not None
    assert (guests.type, guests.other) == ("NONE", "travel")


def test_meeting_a_deadline_is_no_event() -> None:
    meet = word(1, "meet", "VERB")
    firm = word(2, "firm", head_type="organization")
    assert code(frame(meet, agents=(firm,), patients=(word(3, "deadline"),))) is None


def test_who_meets_with_whom() -> None:
    rebels = word(3, "rebel", head_type="person")
    coding = code(frame(word(1, "meet", "VERB"), agents=(MINISTER,), obliques=(("with", rebels),)))
    assert coding is not None
    assert coding.actors == (MINISTER,)
    assert coding.recipients == (rebels,)


def test_talks_between_two_sides_have_two_actors() -> None:
    sides = (word(2, "Iran", "PROPN"), word(3, "Oman", "PROPN"))
    talks = word(1, "talk", feats="Number=Plur")
    coding = code(frame(talks, nominal=True, obliques=tuple(("between", side) for side in sides)))
    assert coding is not None
    assert coding.type == "CONSULT"
    assert coding.actors == sides


def test_the_dead_are_recipients() -> None:
    coding = code(frame(word(1, "die", "VERB"), agents=(MINISTER,)))
    assert coding is not None
    assert (coding.type, coding.other) == ("NONE", "death")
    assert (coding.actors, coding.recipients) == ((), (MINISTER,))


def test_a_day_is_no_party() -> None:
    friday = word(3, "Friday", "PROPN", head_type="time")
    coding = code(frame(word(1, "attack"), nominal=True, agents=(friday,), obliques=(("on", friday),)))
    assert coding is not None
    assert (coding.actors, coding.recipients) == ((), ())


def test_a_name_is_no_event() -> None:
    assert code(frame(word(1, "election", "PROPN"), nominal=True)) is None


def test_a_participle_in_a_name_is_no_event() -> None:
    united = word(1, "unite", "VERB", deprel="amod")
    states = word(2, "States", "PROPN")
    part = frame(united, agents=(states,))
    named = replace(
        part.sentence, words=(replace(united, text="United", head=2), replace(states, head=0, deprel="root"))
    )
    assert code(replace(part, sentence=named, head=named.words[0])) is None


def test_a_noun_that_classifies_another_is_no_event() -> None:
    assert code(frame(word(1, "impeachment", deprel="compound"), nominal=True)) is None


def test_reporting_is_no_event() -> None:
    assert (
        code(frame(word(1, "say", "VERB"), agents=(MINISTER,), complement=word(3, "attack", "VERB"))) is None
    )


def test_no_row_is_no_event() -> None:
    assert code(frame(word(1, "sparkle", "VERB"), agents=(MINISTER,))) is None


def test_an_uncertain_row_needs_a_party() -> None:
    offer = word(1, "offer")
    assert code(frame(offer, nominal=True)) is None
    coding = code(frame(offer, nominal=True, agents=(MINISTER,)))
    assert coding is not None
    assert coding.type == "AGREE"


def test_a_particle_parsed_as_a_preposition_is_read_with_the_verb() -> None:
    street = word(3, "street")
    coding = code(frame(word(1, "block", "VERB"), agents=(word(2, "police"),), obliques=(("off", street),)))
    assert coding is not None
    assert (coding.type, coding.recipients) == ("COERCE", (street,))


def test_only_object_parsed_as_indirect_is_the_patient() -> None:
    each = frame(word(1, "tell", "VERB"), agents=(word(3, "judge"),), indirect=(MINISTER,))
    assert slot(each, "patient") == (MINISTER,)


@pytest.mark.parametrize(
    ("lemma", "now", "ahead"),
    [
        ("ratify", "SUPPORT", "AGREE"),
        ("cooperate", "COOPERATE", "AGREE"),
        ("rescue", "AID", "AGREE"),
        ("retreat", "RETREAT", "CONCEDE"),
        ("resign", "RETREAT", "RETREAT"),
        ("condemn", "ACCUSE", "ACCUSE"),
    ],
)
def test_what_is_ahead(lemma: str, now: str, ahead: str) -> None:
    coding = code(frame(word(1, lemma, "VERB"), agents=(MINISTER,), patients=(word(3, "treaty"),)))
    assert coding is not None
    assert coding.type == now
    assert recode(coding, "past") == coding
    assert recode(coding, "future").type == ahead


def test_recoding_says_why_and_drops_the_mode() -> None:
    coding = code(frame(word(1, "visit", "VERB"), agents=(MINISTER,), patients=(word(3, "Oman", "PROPN"),)))
    assert coding is not None
    assert coding.mode == "visit"
    ahead = recode(coding, "future")
    assert (ahead.type, ahead.mode) == ("AGREE", None)
    assert "CONSULT" in ahead.why["recoded"]


@given(
    lemma=st.sampled_from(sorted(lemma for _, lemma in lexicon().by_predicate)) | st.text(),
    nominal=st.booleans(),
    agent=st.text(min_size=1),
)
def test_any_words_give_a_coding_or_none(lemma: str, nominal: bool, agent: str) -> None:
    upos = "NOUN" if nominal else "VERB"
    coding = code(frame(word(1, lemma, upos), nominal=nominal, agents=(word(2, agent),)))
    assert coding is None or coding.why["type"] in {row.id for row in lexicon().rows}
