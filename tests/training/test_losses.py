from math import exp, log, log1p

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")

from training.batches import Batch  # noqa: E402
from training.document import LINK_LAYERS, TAG_LAYERS, UNKNOWN  # noqa: E402
from training.losses import WEIGHTS, losses, total  # noqa: E402
from training.network import MENTION_WIDTH, RELATION_WIDTH  # noqa: E402

WORDS = 4
"""Of a window with padding; where nothing else is said all are words."""
LINKS = {"head": "arc", "source_cue": "source_cue", "content_cue": "content_cue"}
"""Layer → the scores it is learned by."""


def batch(
    *, words=(WORDS,), tags=None, links=None, trigger=None, weights=None, rows=(), marks=(), mentions=None
):
    """Windows of which only what is given is annotated."""
    unknown = [[UNKNOWN] * WORDS for _ in words]
    return Batch(
        inputs=(torch.empty(0),) * 5,
        words=torch.tensor(words),
        tags={layer: torch.tensor((tags or {}).get(layer, unknown)) for layer in TAG_LAYERS},
        links={layer: torch.tensor((links or {}).get(layer, unknown)) for layer in LINK_LAYERS},
        trigger=torch.tensor(trigger or unknown, dtype=torch.float32),
        trigger_weight=torch.tensor(weights or [1.0] * len(words)),
        role_rows=list(rows),
        role_marks=list(marks),
        mentions=mentions or [[] for _ in words],
    )


@pytest.fixture
def outputs(labels):
    """All scores zero, of one window; every label is as likely as any other."""
    heads = [head for head in labels if head not in ("relation", "role")]
    return {
        **{head: torch.zeros(1, WORDS, len(labels[head])) for head in heads},
        **{scores: torch.zeros(1, WORDS, WORDS + 1) for scores in LINKS.values()},
        "dependent": torch.zeros(1, WORDS, RELATION_WIDTH),
        "governor": torch.zeros(1, WORDS + 1, RELATION_WIDTH),
        "trigger": torch.zeros(1, WORDS),
        "role": torch.zeros(1, 4, WORDS, WORDS),
        "mention": torch.zeros(1, WORDS, MENTION_WIDTH),
    }


@pytest.fixture
def found(small_network, outputs):
    """``found(batch)``: losses as numbers."""
    with torch.no_grad():
        for module in (
            small_network.relation.bilinear,
            small_network.relation.linear,
            small_network.antecedent,
        ):
            for weight in module.parameters():
                weight.zero_()
    return lambda given: {head: loss.item() for head, loss in losses(small_network, outputs, given).items()}


def test_a_window_without_labels_has_no_loss(found):
    assert found(batch()) == {}


@pytest.mark.parametrize("layer", [layer for layer in TAG_LAYERS if layer != "relation"])
def test_only_an_annotated_layer_has_a_loss(found, labels, layer):
    # All labels are equally likely: the loss is the logarithm of their number.
    given = batch(tags={layer: [[UNKNOWN, 1, UNKNOWN, UNKNOWN]]})
    assert found(given) == {layer: pytest.approx(log(len(labels[layer])), abs=1e-5)}


def test_the_loss_of_a_layer_is_the_mean_over_its_labels(found, outputs):
    # Word 0 is right by a score of log 3 over one other label (p = 3/4), word 1 wrong by it (p = 1/4).
    outputs["sentence_start"] = torch.tensor([[[log(3), 0.0], [log(3), 0.0], [9.0, 0.0], [0.0, 9.0]]])
    given = batch(tags={"sentence_start": [[0, 1, UNKNOWN, UNKNOWN]]})
    assert found(given) == {"sentence_start": pytest.approx((log(4 / 3) + log(4)) / 2)}


@pytest.mark.parametrize("layer", LINK_LAYERS)
def test_links_are_chosen_from_the_root_and_the_words_of_the_window(found, outputs, layer):
    # A window of 2 words: root or either word, whatever the scores of the padding.
    outputs[LINKS[layer]][:, :, 3:] = 50.0
    given = batch(words=(2,), links={layer: [[0, 1, UNKNOWN, UNKNOWN]]})
    assert found(given) == {LINKS[layer]: pytest.approx(log(3), abs=1e-5)}


def test_every_window_has_its_own_padding(small_network, outputs):
    both = {name: torch.cat([values, values]) for name, values in outputs.items()}
    given = batch(
        words=(2, 4), links={"head": [[0, UNKNOWN, UNKNOWN, UNKNOWN], [2, UNKNOWN, UNKNOWN, UNKNOWN]]}
    )
    loss = losses(small_network, both, given)["arc"].item()
    assert loss == pytest.approx((log(3) + log(5)) / 2, abs=1e-5)


def test_relations_are_scored_at_the_right_head(small_network, outputs, labels):
    size, count = RELATION_WIDTH, len(labels["relation"])
    with torch.no_grad():
        small_network.relation.bilinear.weight.zero_()
        small_network.relation.linear.bias.zero_()
        small_network.relation.linear.weight.zero_()
        # The score of relation 1 is the first number of the head's vector.
        small_network.relation.linear.weight[1, size] = 1.0
    outputs["governor"][0, :, 0] = torch.tensor([0.0, 0.0, 0.0, log(3), 0.0])
    given = batch(tags={"relation": [[1, 1, UNKNOWN, 1]]}, links={"head": [[3, 0, 3, UNKNOWN]]})
    loss = losses(small_network, outputs, given)["relation"].item()
    # Word 0 hangs on the third word: 3 of 3 + (count - 1). Word 1 is the root: 1 of count. The others lack
    # a relation or a head.
    assert loss == pytest.approx((log((count + 2) / 3) + log(count)) / 2, abs=1e-5)


def test_relations_without_a_tree_have_no_loss(found):
    assert found(batch(tags={"relation": [[1, 1, 1, 1]]})) == {}


def test_triggers_without_a_leaning_cost_the_logarithm_of_two(found):
    given = batch(trigger=[[1.0, 0.0, 0.5, UNKNOWN]])
    assert found(given) == {"trigger": pytest.approx(log(2), abs=1e-6)}


def test_a_trigger_that_is_half_sure_is_best_left_half_sure(found, outputs):
    outputs["trigger"][0] = torch.tensor([4.0, -4.0, 0.0, 0.0])
    given = batch(trigger=[[0.5, 0.5, UNKNOWN, UNKNOWN]])
    # -½ log σ(4) - ½ log σ(-4) = log(1 + e⁴) - 2, from either side.
    assert found(given) == {"trigger": pytest.approx(log1p(exp(4)) - 2, abs=1e-5)}


def test_silver_triggers_count_less(small_network, outputs):
    both = {name: torch.cat([values, values]) for name, values in outputs.items()}
    given = batch(
        words=(4, 4), trigger=[[1.0, 0.0, UNKNOWN, UNKNOWN], [0.9, 0.0, 0.0, 0.0]], weights=[1.0, 0.25]
    )
    loss = losses(small_network, both, given)["trigger"].item()
    assert loss == pytest.approx(log(2) * (2 * 1.0 + 4 * 0.25) / 6, abs=1e-6)


def test_roles_are_asked_of_the_words_of_the_window_only(found):
    # Four roles of three words at log 2 each, over four roles: three of them for either trigger.
    given = batch(words=(3,), rows=[(0, 1), (0, 2)], marks=[(0, 0, 1)])
    assert found(given) == {"role": pytest.approx(3 * log(2), abs=1e-5)}


def test_a_role_is_learned_of_its_trigger_and_its_argument(found, outputs):
    outputs["role"] -= 30.0
    outputs["role"][0, 2, 1, 3] = 30.0  # role 2, trigger 1, argument 3
    assert found(batch(rows=[(0, 1)], marks=[(0, 3, 2)]))["role"] == pytest.approx(0, abs=1e-6)
    # What is wanted is not there, and what is there is not wanted: 30 each, over four roles.
    assert found(batch(rows=[(0, 1)], marks=[(0, 2, 3)]))["role"] == pytest.approx(60 / 4)
    assert found(batch(rows=[(0, 3)], marks=[(0, 1, 2)]))["role"] == pytest.approx(30 / 4)
    assert found(batch(rows=[(0, 0)]))["role"] == pytest.approx(0, abs=1e-6)


def antecedents(network, outputs, *vectors):
    """The score of two mentions becomes the product of their vectors."""
    with torch.no_grad():
        network.antecedent.weight.copy_(torch.eye(MENTION_WIDTH) * MENTION_WIDTH**0.5)
        network.antecedent.bias.zero_()
    for word, vector in enumerate(vectors):
        outputs["mention"][0, word, : len(vector)] = torch.tensor(vector)


def test_antecedents_by_hand(small_network, outputs):
    # Mention 1 before 2 scores log 2; mention 3 scores 0 with both; no antecedent scores 0.
    antecedents(small_network, outputs, (1.0,), (log(2),), (0.0,))
    for entities, expected in (
        # The first has nothing to choose from. The second is right with 2 of 2 + 1, the third with 2 of 3.
        ((7, 7, 7), (0 + log(3 / 2) + log(3 / 2)) / 3),
        # The third has no antecedent: 1 of 3.
        ((7, 7, 8), (0 + log(3 / 2) + log(3)) / 3),
        # The second has none: 1 of 3; the third has the first: 1 of 3.
        ((7, 8, 7), (0 + log(3) + log(3)) / 3),
        # None has any.
        ((7, 8, 9), (0 + log(3) + log(3)) / 3),
    ):
        given = batch(mentions=[list(enumerate(entities))])
        assert losses(small_network, outputs, given)["antecedent"].item() == pytest.approx(expected, abs=1e-5)


def test_mentions_are_taken_at_their_heads(small_network, outputs):
    antecedents(small_network, outputs, (5.0,), (1.0,), (5.0,), (log(2),))
    given = batch(mentions=[[(1, 7), (3, 7)]])
    assert losses(small_network, outputs, given)["antecedent"].item() == pytest.approx(
        log(3 / 2) / 2, abs=1e-5
    )


def test_a_single_mention_has_no_loss(found):
    assert found(batch(mentions=[[(2, 7)]])) == {}


def test_perfect_scores_cost_next_to_nothing(small_network, outputs, labels):
    right = {layer: [[(word + 1) % len(labels[layer]) for word in range(WORDS)]] for layer in TAG_LAYERS}
    links = [[2, 0, 2, 3]]
    for layer in TAG_LAYERS:
        if layer != "relation":
            for word, label in enumerate(right[layer][0]):
                outputs[layer][0, word, label] = 40.0
    for scores in LINKS.values():
        for word, head in enumerate(links[0]):
            outputs[scores][0, word, head] = 40.0
    outputs["trigger"][0] = torch.tensor([-40.0, 40.0, -40.0, -40.0])
    outputs["role"] -= 40.0
    outputs["role"][0, 0, 1, 0] = outputs["role"][0, 1, 1, 2] = 40.0
    antecedents(small_network, outputs, (6.0,), (-6.0,), (6.0,))
    # The vector of a word says its relation.
    with torch.no_grad():
        small_network.relation.bilinear.weight.zero_()
        small_network.relation.linear.bias.zero_()
        small_network.relation.linear.weight.copy_(
            40 * torch.eye(len(labels["relation"]), 2 * RELATION_WIDTH)
        )
    for word, label in enumerate(right["relation"][0]):
        outputs["dependent"][0, word, label] = 1.0
    given = batch(
        tags=right,
        links=dict.fromkeys(LINK_LAYERS, links),
        trigger=[[0.0, 1.0, 0.0, 0.0]],
        rows=[(0, 1)],
        marks=[(0, 0, 0), (0, 2, 1)],
        mentions=[[(0, 7), (1, 8), (2, 7)]],
    )
    found = losses(small_network, outputs, given)
    assert set(found) == set(WEIGHTS)
    assert {head for head, loss in found.items() if loss.item() > 1e-4} == set()


def test_the_total_is_weighted_by_head():
    found = {"upos": torch.tensor(2.0), "trigger": torch.tensor(1.0), "antecedent": torch.tensor(10.0)}
    expected = 2 * WEIGHTS["upos"] + WEIGHTS["trigger"] + 10 * WEIGHTS["antecedent"]
    assert total(found).item() == pytest.approx(expected)
