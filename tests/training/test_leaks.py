import json
import sys
from pathlib import Path

import pytest

from training import leaks

LONG = "The army shelled two villages north of Karm."


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    for folder in ("gold", "data/ud", "data/events", "data/attribution"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("ewt-train.conllu", "ewt-dev.conllu", "gum-train.conllu", "gum-dev.conllu"):
        (tmp_path / "data/ud" / name).write_text("", encoding="utf-8")
    for name in ("ewt-train.first.iob2", "ewt-dev.iob2"):
        (tmp_path / "data/ud" / name).write_text("", encoding="utf-8")
    for name in leaks.TRAINED:
        write(tmp_path / name, "Nothing of the kind was said by anybody there.")
    return tmp_path


def write(path: Path, *texts: str) -> None:
    path.write_text("\n".join(json.dumps({"text": text}) for text in texts) + "\n", encoding="utf-8")


def test_a_sentence_is_found_whatever_its_case_and_stops(shared: Path) -> None:
    write(shared / "gold/train.jsonl", f"Before that nothing had happened. {LONG}")
    write(shared / "data/events/plv_dev.jsonl", "the army shelled two villages, north of Karm!", "He fled.")
    found = leaks.leaks(shared)
    assert found["data/events/plv_dev"] == {"the army shelled two villages north of karm"}
    assert found["data/ud"] == set()


def test_short_sentences_recur_and_do_not_count() -> None:
    assert leaks.sentences("He denied the charges.\nShe left.") == set()


@pytest.mark.parametrize(("dev", "status"), [("gold/dev.jsonl", 1), ("data/attribution/p_dev.jsonl", 0)])
def test_only_a_sentence_of_a_set_of_events_is_an_error(
    shared: Path, dev: str, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(shared / "gold/train.jsonl", LONG)
    write(shared / dev, LONG)
    monkeypatch.setattr(sys, "argv", ["leaks", "--shared", str(shared)])
    assert leaks.main() == status
    assert f"{dev.removesuffix('.jsonl')}: 1" in capsys.readouterr().out
