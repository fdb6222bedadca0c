import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")

from safetensors.torch import save_file  # noqa: E402
from torch.nn import functional  # noqa: E402
from training.batches import Batcher  # noqa: E402
from training.document import LabelledDocument, Window  # noqa: E402
from training.network import RELATION_WIDTH, Dropout  # noqa: E402

SHORT = ["NATO", "shelled", "."]
LONG = ["The", "army", "shelled", "Karm", ".", "The", "army", "shelled", "a", "army", "."]
PER_WORD_AND_NODE = ("arc", "source_cue", "content_cue")


@pytest.fixture
def collate(encoder):
    """``collate(words, …)``: the inputs of windows of these words."""

    def of(*windows):
        documents = [LabelledDocument(corpus="c", forms=forms, sentences=[0]) for forms in windows]
        made = [Window(document, 0, len(document.forms)) for document in documents]
        return Batcher([], {}, encoder).collate(made).inputs

    return of


def cut(outputs, row, words):
    """What is said of the words of one window of a batch, without the padding."""
    found = {}
    for name, values in outputs.items():
        if name == "role":
            found[name] = values[row, :, :words, :words]
        elif name in PER_WORD_AND_NODE:
            found[name] = values[row, :words, : words + 1]
        else:
            found[name] = values[row, : words + 1 if name == "governor" else words]
    return found


def assert_same(one, other):
    assert one.keys() == other.keys()
    for name in one:
        assert torch.allclose(one[name], other[name], atol=1e-5), name


@torch.no_grad()
def test_every_head_answers_for_every_word(small_network, collate, labels):
    outputs = small_network(*collate(LONG, SHORT))
    for head, values in labels.items():
        if head not in ("relation", "role"):
            assert outputs[head].shape == (2, 11, len(values)), head
    for head in PER_WORD_AND_NODE:
        assert outputs[head].shape == (2, 11, 12), head
    assert outputs["dependent"].shape == (2, 11, RELATION_WIDTH)
    assert outputs["governor"].shape == (2, 12, RELATION_WIDTH)
    assert outputs["trigger"].shape == (2, 11)
    assert outputs["role"].shape == (2, 4, 11, 11)
    assert outputs["mention"].shape[:2] == (2, 11)


@torch.no_grad()
def test_padding_changes_nothing_for_the_words_of_a_window(small_network, collate):
    alone = cut(small_network(*collate(SHORT)), 0, 3)
    padded = cut(small_network(*collate(LONG, SHORT)), 1, 3)
    assert_same(alone, padded)


@torch.no_grad()
def test_the_order_of_windows_is_the_order_of_outputs(small_network, collate):
    windows = [SHORT, LONG, ["A", "army"], ["Karm"]]
    turned = [2, 0, 3, 1]
    outputs = small_network(*collate(*windows))
    others = small_network(*collate(*(windows[i] for i in turned)))
    assert_same({name: values[turned] for name, values in outputs.items()}, others)


@torch.no_grad()
def test_every_word_matters_to_every_other(small_network, collate):
    one = small_network(*collate(["The", "army", "shelled", "Karm"]))
    other = small_network(*collate(["A", "army", "shelled", "Karm"]))
    assert (one["upos"][0, 3] - other["upos"][0, 3]).abs().max() > 1e-4


@torch.no_grad()
def test_the_case_of_a_word_matters(small_network, collate):
    one, other = small_network(*collate(["the", "army"])), small_network(*collate(["THE", "army"]))
    assert (one["name"] - other["name"]).abs().max() > 1e-4


@torch.no_grad()
def test_a_word_is_read_at_its_first_and_its_last_piece(small_network, collate):
    ids, shapes, mask, first, last = collate(["shelled", "Karm"])
    plain = small_network(ids, shapes, mask, first, last)["upos"][0]
    moved = first.clone(), last.clone()
    moved[0][0, 1], moved[1][0, 1] = last[0, 1], first[0, 1]
    assert torch.allclose(small_network(ids, shapes, mask, *moved)["upos"][0], plain, atol=1e-6)
    assert not torch.allclose(small_network(ids, shapes, mask, last, last)["upos"][0, 0], plain[0], atol=1e-3)
    assert not torch.allclose(
        small_network(ids, shapes, mask, first, first)["upos"][0, 0], plain[0], atol=1e-3
    )


@torch.no_grad()
def test_trees_and_links_are_scored_by_the_formula_of_their_module(small_network):
    biaffine = small_network.tree
    a, b = torch.randn(1, 2, 24), torch.randn(1, 3, 24)
    scores = biaffine(a, b, torch.nn.Identity())
    for i in range(2):
        for j in range(3):
            left = functional.gelu(biaffine.dependent(a[0, i]))
            right = functional.gelu(biaffine.head(b[0, j]))
            expected = left @ biaffine.bilinear.weight.T @ right / 4  # the square root of 16 columns
            expected = expected + biaffine.prior(right)[0]
            assert scores[0, i, j].item() == pytest.approx(expected.item(), abs=1e-4)


@torch.no_grad()
def test_relations_are_scored_by_the_formula_of_their_module(small_network, labels):
    relation, size = small_network.relation, RELATION_WIDTH
    a, b = torch.randn(2, size), torch.randn(2, size)
    scores = relation(a, b)
    for label in range(len(labels["relation"])):
        matrix = relation.bilinear.weight[label * size : (label + 1) * size]
        row = relation.linear.weight[label]
        for i in range(2):
            expected = (
                a[i] @ matrix.T @ b[i] + row[:size] @ a[i] + row[size:] @ b[i] + relation.linear.bias[label]
            )
            assert scores[i, label].item() == pytest.approx(expected.item(), rel=1e-4, abs=1e-3)


def test_dropout_takes_the_same_columns_from_all_words_of_a_window():
    torch.manual_seed(1)
    dropout = Dropout(0.2).train()
    for shape in ((3, 5, 500), (3, 2, 5, 500)):
        dropped = dropout(torch.ones(shape)).flatten(1, -2)
        assert set(dropped.unique().tolist()) == {0.0, 1.25}
        assert (dropped == dropped[:, :1]).all()
        assert not torch.equal(dropped[0], dropped[1])
        assert 0.14 < (dropped == 0).float().mean() < 0.26


def test_nothing_is_dropped_when_the_network_is_used():
    x = torch.randn(2, 3, 4)
    assert torch.equal(Dropout(0.5).eval()(x), x)


@pytest.fixture
def base(tmp_path):
    """Random weights of a BERT of 2 layers of 24 columns, and the folder of its checkpoint."""
    shapes = {
        "embeddings.word_embeddings.weight": (120, 24),
        "embeddings.position_embeddings.weight": (512, 24),
        "embeddings.token_type_embeddings.weight": (2, 24),
        "embeddings.LayerNorm.weight": (24,),
        "embeddings.LayerNorm.bias": (24,),
        "pooler.dense.weight": (24, 24),
    }
    linear = {
        **{f"attention.self.{part}": (24, 24) for part in ("query", "key", "value")},
        "attention.output.dense": (24, 24),
        "intermediate.dense": (96, 24),
        "output.dense": (24, 96),
    }
    for layer in ("encoder.layer.0.", "encoder.layer.1."):
        for name, shape in linear.items():
            shapes |= {f"{layer}{name}.weight": shape, f"{layer}{name}.bias": shape[:1]}
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            shapes |= {f"{layer}{name}.weight": (24,), f"{layer}{name}.bias": (24,)}
    torch.manual_seed(3)
    return {name: 0.3 * torch.randn(shape) for name, shape in shapes.items()}, tmp_path


def bert(weights, ids):
    """Devlin et al. 2019, for one text of segment 0 and three heads of 8 columns."""

    def norm(x, name):
        return functional.layer_norm(x, (24,), weights[name + ".weight"], weights[name + ".bias"], 1e-12)

    def linear(x, name):
        return x @ weights[name + ".weight"].T + weights[name + ".bias"]

    x = weights["embeddings.word_embeddings.weight"][ids]
    x = x + weights["embeddings.position_embeddings.weight"][: len(ids)]
    x = norm(x + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    for layer in ("encoder.layer.0.", "encoder.layer.1."):
        query, key, value = (
            linear(x, f"{layer}attention.self.{part}").split(8, 1) for part in ("query", "key", "value")
        )
        heads = [(query[i] @ key[i].T / 8**0.5).softmax(1) @ value[i] for i in range(3)]
        mixed = linear(torch.cat(heads, 1), layer + "attention.output.dense")
        x = norm(x + mixed, layer + "attention.output.LayerNorm")
        up = functional.gelu(linear(x, layer + "intermediate.dense"))
        x = norm(x + linear(up, layer + "output.dense"), layer + "output.LayerNorm")
    return x


@pytest.mark.parametrize("prefix", ["", "bert."])
@torch.no_grad()
def test_the_layers_of_a_base_model_are_those_of_bert(small_network, collate, base, prefix):
    weights, folder = base
    save_file({prefix + name: weight for name, weight in weights.items()}, folder / "model.safetensors")
    small_network.load_base(folder)
    small_network.shapes.weight.zero_()
    found = []
    small_network.blocks[-1].register_forward_hook(lambda _module, _given, output: found.append(output))
    inputs = collate(LONG)
    small_network(*inputs)
    assert torch.allclose(found[0][0], bert(weights, inputs[0][0]), atol=1e-4)
