from dataclasses import replace

from training.annotated import gold
from training.document import UNKNOWN, LabelledDocument
from training.events import SILVER_WEIGHT, silver
from training.words import Words

from training_builders import TALKS, TWO, article, event, parsed, roles, value, where
from whence.handover import EventCandidate, Extraction, Phrase
from whence.records import Span


def phrase(index, sentence, head):
    return Phrase(
        index=index, sentence=sentence, head=head, start=0, end=1, text="x", kind="thing", form="common",
        name=None,
    )  # fmt: skip


ASSAULT = EventCandidate(
    index=0, sentence=1, head=2, trigger=Span(text="saw", start=0, end=3), lemma="see", type="ASSAULT",
    mode="aerial", contexts=(), other=None, cameo=None, actors=(0,), recipients=(1, 2), place=None, time=3,
    realis="future", polarity="+", polarity_cue=None, purpose=None, quantities=(), cluster=0, why={},
)  # fmt: skip
PHRASES = (phrase(0, 1, 1), phrase(1, 1, 3), phrase(2, 0, 1), phrase(3, 0, 3))


def with_silver(labels, *events):
    words = Words.of(parsed(*TWO))
    made = LabelledDocument(corpus="polnear", forms=words.forms, sentences=words.sentences)
    silver(made, Extraction(phrases=PHRASES, events=events, relations=()), words, labels)
    return made


def test_events_of_the_lexicon_are_likely_and_count_less(labels):
    made = with_silver(labels, ASSAULT)
    assert made.trigger == [0, 0, 0, 0, 0.9, 0]
    assert made.trigger_weight == SILVER_WEIGHT < 1
    assert value(made, "event_type", 4, labels) == "ASSAULT"
    assert value(made, "event_mode", 4, labels) == "ASSAULT aerial"
    assert value(made, "realis", 4, labels) == "future"
    assert made.tags["sign"] == made.tags["certainty"] == [UNKNOWN] * 6


def test_arguments_of_the_lexicon_may_stand_in_another_sentence(labels):
    made = with_silver(labels, ASSAULT)
    assert roles(made, 4) == {(3, "actor"), (5, "recipient"), (0, "recipient"), (2, "time")}


def test_a_time_taken_from_another_mention_is_no_argument(labels):
    made = with_silver(labels, replace(ASSAULT, time_inherited=True, place=2, recipients=()))
    assert roles(made, 4) == {(3, "actor"), (0, "place")}


def test_a_text_without_events_has_none_anywhere(labels):
    made = with_silver(labels)
    assert made.trigger == [0] * 6
    assert made.roles == {}


def test_the_head_of_a_trigger_of_several_words_is_the_trigger(labels):
    document = parsed(TALKS)
    row = article(
        event(
            where(document, "have taken part"),
            "CONSULT",
            "visit",
            realis="ongoing",
            sign="-",
            certainty="probable",
        )
    )
    made = gold(row, document, labels, added={})
    assert made.corpus == "gold"
    assert made.trigger == [0, 0, 1, 0, 0, 0, 0]
    assert made.trigger_weight == 1.0
    assert value(made, "event_type", 2, labels) == "CONSULT"
    assert value(made, "event_mode", 2, labels) == "CONSULT visit"
    assert value(made, "realis", 2, labels) == "ongoing"
    assert value(made, "sign", 2, labels) == "-"
    assert value(made, "certainty", 2, labels) == "probable"
    for layer in ("event_type", "event_mode", "realis", "sign", "certainty"):
        assert [made.tags[layer][word] for word in (0, 1, 3, 4, 5, 6)] == [UNKNOWN] * 6


def test_an_event_without_a_mode_is_known_to_have_none(labels):
    document = parsed(TALKS)
    made = gold(article(event(where(document, "talks"), "NONE")), document, labels, added={})
    assert made.trigger == [0, 0, 0, 0, 0, 1, 0]
    assert value(made, "event_type", 5, labels) == "NONE"
    assert value(made, "event_mode", 5, labels) == "-"


def test_a_value_that_is_not_learned_is_unknown(labels):
    document = parsed(TALKS)
    made = gold(
        article(event(where(document, "talks"), "CONSULT", certainty="none")), document, labels, added={}
    )
    assert made.tags["certainty"] == [UNKNOWN] * 7
    assert value(made, "event_type", 5, labels) == "CONSULT"


ATTACK = ("On/2 Friday/5 the/4 army/5 shelled/0 the/7 town/5 of/9 Karm/7 in/12 the/12 Bala/5 Valley/12 ./5",)


def test_arguments_are_heads_of_their_phrases(labels):
    document = parsed(*ATTACK)
    shelled = event(
        where(document, "shelled"),
        actors=[where(document, "the army")],
        recipients=[where(document, "the town of Karm")],
        place=where(document, "the Bala Valley"),
        date={"text": "on friday"},
    )
    made = gold(article(shelled), document, labels, added={})
    # "On Friday": Friday is the head of "On".
    assert roles(made, 4) == {(3, "actor"), (6, "recipient"), (11, "place"), (1, "time")}


def test_an_event_whose_arguments_are_not_expressed_has_none(labels):
    document = parsed(*ATTACK)
    bare = event(where(document, "shelled"), place={"name": "Karm", "start": None}, date={"text": None})
    made = gold(article(bare), document, labels, added={})
    assert made.roles == {4: []}


def test_every_actor_is_an_argument(labels):
    document = parsed("Novak/4 and/3 Khan/1 met/0")
    met = event(where(document, "met"), "CONSULT", actors=[where(document, "Novak"), where(document, "Khan")])
    assert roles(gold(article(met), document, labels, added={}), 3) == {(0, "actor"), (2, "actor")}


def test_a_date_is_looked_for_in_the_sentence_of_its_event_only(labels):
    document = parsed("On/2 Friday/3 Karm/0 fell/3", "Rebels/2 left/0 on/4 Friday/2", "They/2 fled/0")
    left = event(where(document, "left"), "RETREAT", date={"text": "Friday"})
    fled = event(where(document, "fled"), "RETREAT", date={"text": "Friday"})
    made = gold(article(left, fled), document, labels, added={})
    assert roles(made, 5) == {(7, "time")}
    assert roles(made, 9) == set()


def test_a_date_with_a_comma_is_found(labels):
    document = parsed("They/2 fled/0 on/4 July/2 1/4 ,/4 2020/4 ./2")
    row = article(event(where(document, "fled"), "RETREAT", date={"text": "July 1, 2020"}))
    assert "July 1, 2020" in document.text
    assert roles(gold(row, document, labels, added={}), 1) == {(3, "time")}


def test_an_event_that_is_no_word_is_left_out(labels):
    document = parsed(*TWO)
    made = gold(article(event({"start": 13, "end": 15})), document, labels, added={})
    assert made.trigger == [0] * 6
    assert made.roles == {}
