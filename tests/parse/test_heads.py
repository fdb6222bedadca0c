import numpy as np

from whence.parse.heads import cues, triggers

LABELS = {
    "event_type": ["AGREE", "ASSAULT", "NONE"],
    "event_mode": ["-", "ASSAULT aerial"],
    "realis": ["past", "future"],
    "sign": ["+", "-", "?"],
    "certainty": ["certain", "probable"],
    "role": ["actor", "recipient", "place", "time"],
    "source": ["O", "B", "I"],
    "cue": ["O", "B", "I"],
    "content": ["O", "B", "I"],
}
SURE = 9.0
BOUNDS = [(0, 3), (3, 6)]
"""Two sentences of three words: numbers 7 and 8 of the document."""


def blank(n: int = 6) -> dict[str, np.ndarray]:
    made = {head: np.zeros((n, len(labels)), np.float32) for head, labels in LABELS.items() if head != "role"}
    made["cue"][:, 0] = 1  # rather no cue
    made["trigger"] = np.full(n, -SURE, np.float32)
    made["role"] = np.full((4, n, n), -SURE, np.float32)
    for links in ("source_cue", "content_cue"):
        made[links] = np.zeros((n, n + 1), np.float32)
    return made


def test_a_trigger_is_told_with_its_type_and_its_arguments():
    scores = blank()
    scores["trigger"][4] = SURE
    scores["event_type"][4] = [0, SURE, 0]
    scores["event_mode"][4] = [0, SURE]
    scores["role"][1, 4, 2] = SURE  # the recipient stands in the sentence before
    (found,) = triggers(scores, LABELS, BOUNDS, 7)
    assert (found.sentence, found.word) == (8, 2)
    assert found.probability > 0.99
    assert next(iter(found.types)) == "ASSAULT"
    assert found.mode == "aerial"
    assert [(a.role, a.sentence, a.word) for a in found.arguments] == [("recipient", 7, 3)]


def test_a_mode_is_one_of_the_likeliest_type():
    scores = blank()
    scores["trigger"][4] = SURE
    scores["event_type"][4] = [SURE, 0, 0]
    scores["event_mode"][4] = [0, SURE]
    (found,) = triggers(scores, LABELS, BOUNDS, 7)
    assert (next(iter(found.types)), found.mode) == ("AGREE", None)


def test_no_trigger_is_no_event():
    assert list(triggers(blank(), LABELS, BOUNDS, 0)) == []


def test_a_cue_gathers_the_words_that_lead_to_it():
    scores = blank()
    scores["cue"][1] = [0, SURE, 0]
    for word, part in ((0, "source"), (2, "content"), (3, "content")):
        scores[part][word] = [0, SURE, 0]
        scores[f"{part}_cue"][word, 2] = SURE  # column 0 is for no cue
    (found,) = cues(scores, LABELS, BOUNDS, 7)
    assert found.cue == ((7, 2),)
    assert found.source == ((7, 1),)
    assert found.content == ((7, 3), (8, 1))


def test_what_is_told_inside_a_content_belongs_to_it():
    scores = blank()
    for cue in (1, 3):
        scores["cue"][cue] = [0, SURE, 0]
    for word, leads in ((2, 1), (3, 1), (4, 3)):
        scores["content"][word] = [0, SURE, 0]
        scores["content_cue"][word, leads + 1] = SURE
    outer, inner = cues(scores, LABELS, BOUNDS, 0)
    assert inner.content == ((1, 2),)
    assert outer.content == ((0, 3), (1, 1), (1, 2))


def test_a_word_that_is_no_content_leads_nowhere():
    scores = blank()
    scores["cue"][1] = [0, SURE, 0]
    scores["content_cue"][4, 2] = SURE
    scores["content"][4] = [SURE, 0, 0]
    (found,) = cues(scores, LABELS, BOUNDS, 0)
    assert found.content == ()
