import random

import pytest

torch = pytest.importorskip("torch")

from training.batches import Batcher, shards  # noqa: E402
from training.document import (  # noqa: E402
    LINK_LAYERS,
    NOWHERE,
    TAG_LAYERS,
    UNKNOWN,
    LabelledDocument,
    Mention,
    Window,
)

from whence.parse.encode import CLS, MAX_WINDOW_PIECES, SEP, shape  # noqa: E402

THE, ARMY, SHELL, ED, KARM, DOT, NATO = range(103, 110)
FORMS = ["The", "army", "shelled", "Karm", ".", "NATO", "shelled", "."]
"""Two sentences, of 5 words in 6 pieces and of 3 words in 4."""


class Draws:
    """Stands for a ``random.Random`` that draws what it was given."""

    def __init__(self, *values):
        self.random = iter(values).__next__


def document(**layers):
    return LabelledDocument(**{"corpus": "c", "forms": list(FORMS), "sentences": [0, 5]} | layers)


@pytest.fixture
def collate(encoder):
    def of(*windows, chance=None):
        return Batcher([], {}, encoder).collate(windows, chance)

    return of


def test_words_become_pieces_between_the_special_ones(collate):
    ids, shapes, mask, first, last = collate(Window(document(), 0, 5)).inputs
    assert ids.tolist() == [[CLS, THE, ARMY, SHELL, ED, KARM, DOT, SEP]]
    assert shapes.tolist() == [[0, 1, 0, 0, 0, 1, 6, 0]]
    assert mask.tolist() == [[1] * 8]
    assert first.tolist() == [[0, 1, 2, 3, 5, 6]]
    assert last.tolist() == [[0, 1, 2, 4, 5, 6]]


def test_a_shorter_window_is_padded_and_masked(collate):
    made = document()
    batch = collate(Window(made, 5, 8), Window(made, 0, 5))
    ids, shapes, mask, first, last = batch.inputs
    assert ids.tolist()[0] == [CLS, NATO, SHELL, ED, DOT, SEP, 0, 0]
    assert shapes.tolist()[0] == [0, 2, 0, 0, 6, 0, 0, 0]
    assert mask.tolist() == [[1, 1, 1, 1, 1, 1, 0, 0], [1] * 8]
    assert first.tolist()[0] == [0, 1, 2, 4, 0, 0]
    assert last.tolist()[0] == [0, 1, 3, 4, 0, 0]
    assert batch.words.tolist() == [3, 5]


def test_a_window_has_the_inputs_that_the_parser_gives_the_model(collate, encoder):
    made = document(forms=["A", "5th", "army", "of", "NATO", "McX"], sentences=[0])
    given = encoder.inputs(made.forms)
    ids, shapes, _mask, first, last = collate(Window(made, 0, 6)).inputs
    for name, mine in (("ids", ids), ("shapes", shapes), ("first", first), ("last", last)):
        assert mine[0].tolist() == given[name].tolist()


def test_tags_are_those_of_the_words_of_the_window(collate):
    made = document(tags={"upos": [0, 1, 2, 3, 4, 5, UNKNOWN, 7]})
    batch = collate(Window(made, 5, 8), Window(made, 0, 5))
    assert batch.tags["upos"].tolist() == [[5, UNKNOWN, 7, UNKNOWN, UNKNOWN], [0, 1, 2, 3, 4]]


def test_a_layer_that_is_not_annotated_is_unknown(collate):
    batch = collate(Window(document(), 0, 5), Window(document(trigger=[0.5] * 8), 5, 8))
    assert set(batch.tags) == set(TAG_LAYERS)
    assert set(batch.links) == set(LINK_LAYERS)
    for layer in (*batch.tags.values(), *batch.links.values()):
        assert (layer == UNKNOWN).all()
    assert batch.trigger.tolist() == [[UNKNOWN] * 5, [0.5, 0.5, 0.5, UNKNOWN, UNKNOWN]]
    assert batch.role_rows == batch.role_marks == []


def test_links_count_from_the_window_and_end_at_its_edges(collate):
    made = document(links={"content_cue": [NOWHERE, 0, 4, 5, UNKNOWN, 5, 7, 4]})
    batch = collate(Window(made, 0, 5), Window(made, 5, 8))
    assert batch.links["content_cue"].tolist() == [
        # 0 is nowhere; word 0 is number 1, word 4 number 5; word 5 is in the other window.
        [0, 1, 5, UNKNOWN, UNKNOWN],
        # Word 5 is number 1, word 7 number 3; word 4 is in the other window.
        [1, 3, UNKNOWN, UNKNOWN, UNKNOWN],
    ]


def test_triggers_count_by_the_weight_of_their_document(collate):
    silver = document(trigger=[0.0, 0.0, 0.9, 0.0, 0.0, 0.0, 1.0, 0.0], trigger_weight=0.25)
    batch = collate(Window(silver, 0, 5), Window(document(), 0, 5))
    assert batch.trigger[0].tolist() == pytest.approx([0, 0, 0.9, 0, 0])
    assert batch.trigger_weight.tolist() == [0.25, 1.0]


def test_arguments_are_marked_by_the_row_of_their_trigger(collate):
    made = document(roles={2: [(1, 0), (3, 1), (5, 2)], 6: [(5, 0)], 4: []})
    batch = collate(Window(document(), 0, 8), Window(made, 0, 8))
    assert batch.role_rows == [(1, 2), (1, 6), (1, 4)]
    assert batch.role_marks == [(0, 1, 0), (0, 3, 1), (0, 5, 2), (1, 5, 0)]


def test_triggers_and_arguments_outside_the_window_are_not_marked(collate):
    made = document(roles={2: [(1, 0), (5, 2)], 6: [(5, 0), (1, 1)]})
    batch = collate(Window(made, 5, 8), Window(made, 0, 5))
    assert batch.role_rows == [(0, 1), (1, 2)]
    assert batch.role_marks == [(0, 0, 0), (1, 1, 0)]


def test_mentions_are_those_headed_in_the_window(collate):
    mentions = [Mention(head=1, first=0, last=1, entity=4), Mention(head=5, first=5, last=5, entity=4)]
    made = document(mentions=mentions)
    batch = collate(Window(made, 0, 8), Window(made, 5, 8), Window(document(), 0, 5))
    assert batch.mentions == [[(1, 4), (5, 4)], [(0, 4)], []]


@pytest.mark.parametrize(
    ("drawn", "recased"),
    [(0.01, str.lower), (0.03, str.upper), (0.05, str.title), (0.07, str), (0.99, str)],
)
def test_a_few_windows_are_read_in_another_case(collate, drawn, recased):
    made = document(forms=["The", "army", "NATO", "McX", "2015", "5th", "."], sentences=[0])
    plain = collate(Window(made, 0, 7)).inputs
    inputs = collate(Window(made, 0, 7), chance=Draws(drawn)).inputs
    shown = [inputs[1][0][place].item() for place in inputs[3][0][1:]]
    assert shown == [shape(recased(word)) for word in made.forms]
    assert all(torch.equal(inputs[i], plain[i]) for i in (0, 2, 3, 4))


@pytest.mark.parametrize("drawn", [0.03, 0.05])
def test_a_word_of_one_letter_has_its_own_shape_in_capitals(collate, drawn):
    made = document(forms=["a", "army"], sentences=[0])
    shapes = collate(Window(made, 0, 2), chance=Draws(drawn)).inputs[1]
    assert shapes[0][1].item() == shape("A")


def test_every_window_draws_its_case_anew(collate):
    made = document()
    shapes = collate(Window(made, 0, 5), Window(made, 0, 5), chance=Draws(0.01, 0.5)).inputs[1]
    assert shapes.tolist() == [[0, 0, 0, 0, 0, 0, 6, 0], [0, 1, 0, 0, 0, 1, 6, 0]]


def length(window):
    """Pieces with the special ones: "shelled" is two, all other words are one."""
    forms = window.document.forms[window.start : window.end]
    return sum(2 if form == "shelled" else 1 for form in forms) + 2


def words_of(batches):
    """(document, word) of every word that a round reads."""
    return sorted(
        (id(window.document), word)
        for batch in batches
        for window in batch
        for word in range(window.start, window.end)
    )


def test_a_corpus_is_read_as_often_as_its_rate_says(encoder):
    once, twice, never = document(corpus="once"), document(corpus="twice"), document(corpus="never")
    batcher = Batcher([once, twice, never], {"once": 1, "twice": 2, "never": 0}, encoder)
    expected = [(id(once), word) for word in range(8)] + [
        (id(twice), word) for word in range(8) for _ in "12"
    ]
    for seed in range(5):
        assert words_of(batcher.round(random.Random(seed), 40)) == sorted(expected)


def test_a_broken_rate_reads_a_share_of_the_documents(encoder):
    documents = [document(corpus="some") for _ in range(1000)]
    batches = Batcher(documents, {"some": 1.3}, encoder).round(random.Random(1), 40)
    # Each once, and 0.3 of 1000 again with a standard deviation of 14.5.
    assert 8 * 1000 + 8 * 230 < len(words_of(batches)) < 8 * 1000 + 8 * 370


@pytest.mark.parametrize("room", [12, 40, 100, 1000])
def test_a_padded_batch_has_about_the_room_it_is_given(encoder, room):
    batches = Batcher([document() for _ in range(50)], {"c": 1}, encoder).round(random.Random(1), room)
    assert all(batches)
    for batch in batches:
        # Lengths are blurred by a twentieth so that batches differ from round to round.
        assert len(batch) == 1 or max(map(length, batch)) * len(batch) <= room / 0.95


def test_batches_are_as_full_as_their_room_allows(encoder):
    # Windows of 6, 8 or 12 pieces, 10 to 30 of which have room: 50 to 100 windows fill 2 to 10 batches.
    batches = Batcher([document() for _ in range(50)], {"c": 1}, encoder).round(random.Random(1), 120)
    assert 2 <= len(batches) <= 10


def test_windows_of_like_length_share_a_batch(encoder):
    short, long = ["NATO", "."], ["army"] * 40
    documents = [document(forms=forms, sentences=[0]) for _ in range(10) for forms in (short, long)]
    batches = Batcher(documents, {"c": 1}, encoder).round(random.Random(1), 84)
    assert len(batches) < 20
    assert all(len({length(window) for window in batch}) == 1 for batch in batches)


def test_a_window_longer_than_the_room_is_a_batch_of_its_own(encoder):
    batches = Batcher([document() for _ in range(3)], {"c": 1}, encoder).round(random.Random(1), 3)
    assert all(len(batch) == 1 for batch in batches)
    assert len(words_of(batches)) == 3 * 8


def test_no_window_is_longer_than_the_model_reads(encoder):
    lengths = [MAX_WINDOW_PIECES, MAX_WINDOW_PIECES + 1, 150, 150]
    made = document(forms=["army"] * sum(lengths), sentences=[sum(lengths[:i]) for i in range(4)])
    batches = Batcher([made], {"c": 1}, encoder).round(random.Random(1), 500)
    found = sorted(window.end - window.start for batch in batches for window in batch)
    assert found == [150, 150, MAX_WINDOW_PIECES]


def test_the_same_chance_gives_the_same_round(encoder):
    batcher = Batcher([document() for _ in range(20)], {"c": 1.5}, encoder)
    assert batcher.round(random.Random(4), 40) == batcher.round(random.Random(4), 40)


@pytest.mark.parametrize(("processes", "each"), [(1, 7), (2, 3), (3, 2), (7, 1)])
def test_every_process_has_as_many_batches_and_none_has_anothers(processes, each):
    batches = [[number] for number in range(7)]
    found = [list(shards(batches, rank, processes)) for rank in range(processes)]
    assert [len(part) for part in found] == [each] * processes
    numbers = [number for part in found for (number,) in part]
    assert sorted(numbers) == list(range(each * processes))
