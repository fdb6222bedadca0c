"""The clock of these tests goes on by a second whenever it is read: a step takes one second."""

import json
from collections import Counter
from itertools import count
from types import SimpleNamespace

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")

from training.batches import Batcher  # noqa: E402
from training.document import LabelledDocument, Window  # noqa: E402
from training.trainer import Stage, run  # noqa: E402

from training import trainer  # noqa: E402

FORMS = ["The", "army", "shelled", "Karm", ".", "NATO", "shelled", "a", "army", "."]
"""One document; every round is one batch with all of its ten words."""


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    ticks = count()
    monkeypatch.setattr(trainer, "time", SimpleNamespace(monotonic=lambda: float(next(ticks))))
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)


@pytest.fixture
def documents():
    """The second is of a corpus that no stage here reads."""
    made = LabelledDocument(
        corpus="c",
        forms=FORMS,
        sentences=[0, 5],
        tags={"upos": [0, 1, 4, 2, 3, 2, 4, 0, 1, 3]},
        links={"head": [1, 2, -1, 2, 2, 6, -1, 8, 6, 6]},
        trigger=[0, 0, 1, 0, 0, 0, 1, 0, 0, 0],
    )
    return [made, LabelledDocument(corpus="other", forms=["a"] * 100, sentences=[0], trigger=[0.0] * 100)]


def stage(seconds=5, **changed):
    given = {
        "name": "s", "minutes": seconds / 60, "rates": {"c": 1}, "room": 1000, "warmup": 1, "average": 0.5,
        "encoder": (1e-3, 1e-3), "heads": (1e-3, 1e-3), "seed": 1, "processes": 1,
    }  # fmt: skip
    return Stage(**(given | changed))


@pytest.fixture
def start(small_network, tmp_path):
    path = tmp_path / "start.pt"
    torch.save({"network": small_network.state_dict()}, path)
    return path


@pytest.fixture
def train(documents, labels, start, encoder, tmp_path):
    """``train(stage)`` into the folder "stage"; returns the final weights."""

    def of(given):
        done = run(given, tmp_path / "stage", labels, documents, start, lambda: encoder)
        assert done == tmp_path / "stage/average.pt"
        return torch.load(done, weights_only=True)["network"]

    return of


@pytest.fixture
def interrupted(train, monkeypatch):
    """``interrupted(stage)``: the stage saves every step and is cut off in the fourth."""

    def of(given):
        learn, steps = trainer._Trainer._learn, count(1)

        def broken(self, batch, log):
            if next(steps) == 4:
                raise KeyboardInterrupt
            learn(self, batch, log)

        with monkeypatch.context() as patch:
            patch.setattr(trainer, "_SAVE", 0)
            patch.setattr(trainer._Trainer, "_learn", broken)
            with pytest.raises(KeyboardInterrupt):
                train(given)

    return of


def summary(folder):
    return json.loads((folder / "stage/summary.json").read_text(encoding="utf-8"))


def test_a_stage_trains_for_its_time(train, tmp_path):
    train(stage(seconds=30))
    assert summary(tmp_path) == {"step": 30, "minutes": 0.5, "words": 300}


def test_a_stage_changes_all_weights_but_the_embeddings_of_pieces(train, start):
    before, after = torch.load(start, weights_only=True)["network"], train(stage())
    assert before.keys() == after.keys()
    assert torch.equal(before["pieces.weight"], after["pieces.weight"])
    for part in (
        "positions.weight",
        "blocks.0.attention.weight",
        "mixtures",
        "out.upos.weight",
        "trigger.bias",
    ):
        assert not torch.equal(before[part], after[part]), part


def test_a_stage_learns_its_documents(train, documents, small_network, encoder):
    weights = train(stage(seconds=150, encoder=(3e-3, 1e-3), heads=(1e-2, 1e-3), warmup=10))
    small_network.load_state_dict(weights)
    batch = Batcher([], {}, encoder).collate([Window(documents[0], 0, 10)])
    with torch.no_grad():
        outputs = small_network.eval()(*batch.inputs)
    assert torch.equal(outputs["upos"].argmax(-1), batch.tags["upos"])
    assert torch.equal(outputs["arc"].argmax(-1), batch.links["head"])
    assert torch.equal(outputs["trigger"] > 0, batch.trigger > 0.5)


def test_the_log_tells_how_far_it_is_and_every_loss(train, tmp_path, monkeypatch):
    monkeypatch.setattr(trainer, "_REPORT", 2)
    train(stage(seconds=5))
    lines = (tmp_path / "stage/log.txt").read_text(encoding="utf-8").splitlines()
    # Ten words a second.
    assert [line.partition(": ")[0] for line in lines] == [
        "  0.0 min, step 2, 10 words/s",
        "  0.1 min, step 4, 10 words/s",
    ]
    for line in lines:
        losses = line.partition(": ")[2].split()
        assert set(losses[::2]) == {"upos", "arc", "trigger"}
        assert all(float(loss) > 0 for loss in losses[1::2])


def test_a_stage_that_is_done_is_not_run_again(tmp_path, labels, documents, encoder):
    (tmp_path / "average.pt").write_bytes(b"weights")
    nowhere = tmp_path / "missing.pt"
    assert run(stage(), tmp_path, labels, documents, nowhere, lambda: encoder) == tmp_path / "average.pt"
    assert [path.name for path in tmp_path.iterdir()] == ["average.pt"]
    assert (tmp_path / "average.pt").read_bytes() == b"weights"


def test_an_interrupted_stage_is_not_done(interrupted, tmp_path):
    interrupted(stage())
    assert sorted(path.name for path in (tmp_path / "stage").iterdir()) == ["last.pt"]
    state = torch.load(tmp_path / "stage/last.pt", weights_only=True)
    assert (state["step"], state["used"], state["words"]) == (3, 3.0, 30)


def test_an_interrupted_stage_goes_on_from_its_step(interrupted, train, tmp_path, monkeypatch):
    interrupted(stage())
    learned = []
    learn = trainer._Trainer._learn

    def counted(self, batch, log):
        learned.append((self.step, self.used))
        learn(self, batch, log)

    monkeypatch.setattr(trainer._Trainer, "_learn", counted)
    train(stage())
    assert learned == [(3, 3.0), (4, 4.0)]
    assert summary(tmp_path) == {"step": 5, "minutes": 0.1, "words": 50}


def test_an_interrupted_stage_goes_on_from_its_weights(interrupted, train, tmp_path, start):
    # The average does not move any more: it is that of the first steps.
    interrupted(stage())
    state = torch.load(tmp_path / "stage/last.pt", weights_only=True)
    (average,) = (mean for mean in state["average"] if mean.shape == (512, 24))
    positions = train(stage(average=1.0))["positions.weight"]
    assert torch.equal(positions, average)
    assert not torch.equal(positions, state["network"]["positions.weight"])
    assert not torch.equal(positions, torch.load(start, weights_only=True)["network"]["positions.weight"])


def test_an_interrupted_stage_remembers_its_gradients(interrupted, small_network, tmp_path):
    interrupted(stage())
    saved = torch.load(tmp_path / "stage/last.pt", weights_only=True)["optimizer"]["state"]
    small_network.pieces.weight.requires_grad_(False)
    resumed = trainer._Trainer(small_network, stage(), tmp_path / "stage", 0, 1)
    kept = list(resumed.optimizer.state_dict()["state"].values())
    assert {state["step"].item() for state in kept} == {3.0}
    for mine, state in zip(kept, saved.values(), strict=True):
        assert torch.equal(mine["exp_avg"], state["exp_avg"])


def test_a_stage_that_was_cut_off_at_its_end_only_writes_its_average(interrupted, train, tmp_path):
    interrupted(stage())
    train(stage(seconds=3))
    assert summary(tmp_path)["step"] == 3


def test_the_average_moves_every_fourth_step(train, monkeypatch, start):
    # Steps 0 and 4 of 6 move it half of the way to the weights.
    seen = []
    learn = trainer._Trainer._learn

    def noted(self, batch, log):
        learn(self, batch, log)
        seen.append(self.network.positions.weight.detach().clone())

    monkeypatch.setattr(trainer._Trainer, "_learn", noted)
    weights = train(stage(seconds=6))
    before = torch.load(start, weights_only=True)["network"]["positions.weight"]
    expected = ((before + seen[0]) / 2 + seen[4]) / 2
    assert torch.allclose(weights["positions.weight"], expected, atol=1e-6)


@pytest.mark.parametrize(
    ("step", "used", "expected"),
    [
        (0, 0.0, 0.1 * 4e-3),  # a tenth of the way up
        (4, 0.0, 0.5 * 4e-3),
        (9, 0.0, 4e-3),
        (50, 30.0, 3e-3),  # half of the way down
        (99, 60.0, 2e-3),
        (99, 70.0, 2e-3),
    ],
)
def test_rates_rise_and_fall(small_network, documents, encoder, tmp_path, step, used, expected):
    given = stage(seconds=60, warmup=10, encoder=(4e-3, 2e-3), heads=(8e-3, 4e-3))
    made = trainer._Trainer(small_network, given, tmp_path, 0, 1)
    made.step, made.used = step, used
    made._learn(Batcher([], {}, encoder).collate([Window(documents[0], 0, 5)]), Counter())
    assert [group["lr"] for group in made.optimizer.param_groups] == pytest.approx([expected, 2 * expected])


def test_encoder_and_heads_are_trained_at_their_own_rates(train, start):
    before = torch.load(start, weights_only=True)["network"]
    after = train(stage(encoder=(0.0, 0.0)))
    moved = {name.split(".")[0] for name in before if not torch.equal(before[name], after[name])}
    assert moved & {"pieces", "positions", "embedded", "blocks", "shapes"} == set()
    assert {"mixtures", "hidden", "out", "trigger", "tree"} <= moved


def test_processes_share_the_mean_of_their_gradients(small_network, tmp_path, monkeypatch):
    """The other process has a gradient of 3 everywhere, this one of 1 on two of its weights."""
    made = trainer._Trainer(small_network, stage(), tmp_path, 0, 2)
    monkeypatch.setattr(trainer.distributed, "all_reduce", lambda flat: flat.add_(3.0))
    given = {small_network.mixtures, small_network.positions.weight}
    for weight in given:
        weight.grad = torch.ones_like(weight)
    made._share_gradients()
    for weight in made.parameters:
        expected = 2.0 if any(weight is one for one in given) else 1.5
        assert weight.grad.shape == weight.shape
        assert (weight.grad == expected).all()


def test_processes_stop_by_the_clock_of_the_slowest(small_network, tmp_path, monkeypatch):
    made = trainer._Trainer(small_network, stage(), tmp_path, 0, 2)
    made.used = 3.0

    def all_reduce(clock, op):
        assert op == trainer.distributed.ReduceOp.MAX
        clock.clamp_(min=4.0)

    monkeypatch.setattr(trainer.distributed, "all_reduce", all_reduce)
    made._agree()
    assert made.used == 4.0


def test_a_checkpoint_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "last.pt"
    trainer._replace(path, {"step": 1})

    def full(_state, scratch):
        scratch.write_bytes(b"half")
        raise OSError("no space left")

    monkeypatch.setattr(torch, "save", full)
    with pytest.raises(OSError, match="no space"):
        trainer._replace(path, {"step": 2})
    assert torch.load(path, weights_only=True) == {"step": 1}
