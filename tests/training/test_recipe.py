import pytest

pytest.importorskip("torch")
pytest.importorskip("safetensors")

import torch
from training.document import LabelledDocument
from training.recipe import Recipe, fewer, without


def documents(**count: int) -> list[LabelledDocument]:
    return [
        LabelledDocument(corpus=corpus, forms=[str(i)], sentences=[0])
        for corpus, n in count.items()
        for i in range(n)
    ]


def forms(found: list[LabelledDocument], corpus: str) -> list[str]:
    return [d.forms[0] for d in found if d.corpus == corpus]


def test_a_share_of_the_gold_articles_is_kept_and_all_of_the_rest():
    found = fewer(documents(gold=8, ewt=3), 0.25)
    assert len(forms(found, "gold")) == 2
    assert len(forms(found, "ewt")) == 3


def test_the_same_articles_are_kept_every_time():
    assert forms(fewer(documents(gold=40), 0.5), "gold") == forms(fewer(documents(gold=40), 0.5), "gold")


def test_all_of_the_gold_articles_are_kept_in_order():
    assert forms(fewer(documents(gold=8), 1.0), "gold") == [str(i) for i in range(8)]


@pytest.fixture
def recipe(tmp_path):
    """A recipe where the shared folder holds empty treebanks only."""
    (tmp_path / "data/ud").mkdir(parents=True)
    for name in ("ewt-train.conllu", "ewt-train.first.iob2", "gum-train.conllu"):
        (tmp_path / "data/ud" / name).write_text("", encoding="utf-8")
    return lambda **given: Recipe(tmp_path, tmp_path / "work", seed=1, **given)


def test_open_only_leaves_out_what_may_not_be_shared(recipe):
    assert recipe(open_only=False)._may("polnear")
    assert not recipe(open_only=True)._may("polnear")
    for corpus in ("ewt", "gum", "gum-attribution", "gold"):
        assert recipe(open_only=True)._may(corpus)


def test_every_stage_reads_corpora_that_there_are(recipe):
    from training import annotated, substitution, weblogs

    made = recipe(open_only=False)
    known = {
        "ewt",
        "gum",
        substitution.CORPUS,
        weblogs.CORPUS,
        "polnear-events",
        *annotated.corpora(made.shared),
    }
    for stage in made.stages.values():
        assert set(stage["rates"]) <= known


def test_the_weights_of_stages_are_averaged_by_their_shares(recipe):
    made = recipe(open_only=False)
    made.shares = {"first": 0.25, "second": 0.75}
    for name, value in (("first", 4.0), ("second", 8.0)):
        (made.work / name).mkdir()
        torch.save({"network": {"weight": torch.tensor([value, 0.0])}}, made.work / name / "average.pt")
    mixed = torch.load(made.mixed(), weights_only=True)["network"]
    assert mixed["weight"].tolist() == [7.0, 0.0]


def test_the_shares_are_of_stages_and_make_a_whole(recipe):
    made = recipe(open_only=False)
    assert set(made.shares) <= set(made.stages)
    assert sum(made.shares.values()) == pytest.approx(1)


def test_a_stage_can_leave_out_a_layer_and_keeps_the_rest():
    whole = LabelledDocument(corpus="gum", forms=["Karm"], sentences=[0], tags={"name": [1], "upos": [2]})
    assert without(whole, ["name"]).tags == {"upos": [2]}
    assert without(whole, []) is whole
    assert whole.tags == {"name": [1], "upos": [2]}
