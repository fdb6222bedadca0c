from dataclasses import replace

from training.document import UNKNOWN, LabelledDocument
from training.events import SILVER_WEIGHT, silver
from training.words import Words

from training_builders import TWO, parsed, roles, value
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
