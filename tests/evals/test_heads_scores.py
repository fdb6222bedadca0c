from types import SimpleNamespace

from evals.heads.scores import Tally, events

from builders import clean
from whence.handover import ArgumentScore, ParsedDocument, Sentence, TriggerScore, Word

TEXT = "Rebels shelled Karm"


def parser(*triggers: TriggerScore) -> SimpleNamespace:
    """A parser that finds the words of ``TEXT`` and these triggers, whatever it is given."""
    words, start = [], 0
    for index, form in enumerate(TEXT.split(), start=1):
        words.append(
            Word(
                index=index,
                start=start,
                end=start + len(form),
                text=form,
                lemma=form,
                upos="X",
                xpos="X",
                feats=None,
                head=0 if index == 2 else 2,
                deprel="root" if index == 2 else "dep",
                head_type=None,
            )
        )
        start += len(form) + 1
    sentence = Sentence(index=0, start=0, end=len(TEXT), passage="body", paragraph=0, words=tuple(words))
    given = clean(TEXT)
    parsed = ParsedDocument(
        document=given.document, passages=given.passages, sentences=(sentence,), names=(), triggers=triggers
    )
    return SimpleNamespace(parse=lambda _document: parsed)


def trigger(word: int, kind: str = "ASSAULT", probability: float = 0.9) -> TriggerScore:
    return TriggerScore(
        sentence=0,
        word=word,
        probability=probability,
        types={kind: 0.8, "NONE": 0.2},
        mode=None,
        realis="past",
        sign="+",
        certainty="certain",
        arguments=(ArgumentScore(role="actor", sentence=0, word=1, probability=0.9),),
    )


ROW = {
    "text": TEXT,
    "published": "2015-10-01",
    "title": None,
    "events": [
        {
            "start": 7,
            "end": 14,
            "type": "ASSAULT",
            "mode": "heavy-weapons",
            "realis": "past",
            "sign": "-",
            "certainty": "certain",
            "actors": [{"start": 0, "end": 6}],
            "recipients": [{"start": 15, "end": 19}],
            "place": None,
        }
    ],
}


def scored(*triggers: TriggerScore) -> Tally:
    tally = Tally()
    events(parser(*triggers), [ROW], tally)
    return tally


def test_a_found_event_is_scored_part_by_part():
    tally = scored(trigger(2))
    assert tally.f1("trigger") == tally.f1("typed") == tally.f1("realis") == tally.f1("actor") == 100
    assert tally.f1("sign") == tally.f1("mode") == 0
    assert (tally.right["recipient"], tally.said["recipient"], tally.true["recipient"]) == (0, 0, 1)


def test_a_word_that_is_no_trigger_costs_precision_and_one_that_is_missed_recall():
    tally = scored(trigger(2, "COERCE"), trigger(3))
    assert (tally.precision("trigger"), tally.recall("trigger")) == (50, 100)
    assert tally.recall("typed") == 0
    nothing = scored()
    assert (nothing.recall("trigger"), nothing.f1("trigger")) == (0, 0)


def test_what_is_less_probable_than_the_threshold_is_not_said():
    assert scored(trigger(2, probability=0.3)).said["trigger"] == 0
