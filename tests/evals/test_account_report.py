"""The table, its floors, and what happens without data."""

import json
import subprocess
import sys
from pathlib import Path

from evals.account.counts import Tally, overlap, share
from evals.account.report import as_json, density, floors, measures, table_rows, text, types

TALLY: Tally = {
    "trigger": overlap(5, 8, 10),
    "typed: ASSAULT": overlap(1, 2, 4),
    "words": overlap(0, 1000, 1000),
    "realis": share(3, 4),
    "date told where gold has none": share(1, 4),
}
NONE: dict[str, Tally] = {"plain": {"realis": share(2, 4)}, "verbs": {}}


def test_scores_stand_beside_ceiling_baseline_and_floor() -> None:
    rows = {row.measure.measure: row for row in table_rows(TALLY, NONE, {"realis": 75.0, "trigger": 60.0})}
    assert (rows["realis"].score, rows["realis"].baseline, rows["realis"].measure.human) == (75, 50, 90.1)
    assert not rows["realis"].below, "at the floor is not below it"
    assert rows["trigger"].below
    assert rows["typed"].score is None
    assert not rows["typed"].below


def test_a_measure_where_less_is_better_has_a_limit() -> None:
    name = "date told where gold has none"
    over = {row.measure.measure: row for row in table_rows(TALLY, NONE, {name: 24.0})}
    under = {row.measure.measure: row for row in table_rows(TALLY, NONE, {name: 25.0})}
    assert over[name].below
    assert not under[name].below


def test_the_table_shows_every_measure_and_marks_what_is_below() -> None:
    shown = text(table_rows(TALLY, NONE, {"trigger": 60.0}), TALLY)
    assert all(measure.measure in shown for measure in measures())
    assert shown.count("BELOW") == 1
    assert density(TALLY) == "events per 1,000 words: gold 10.0, told 8.0"
    assert "ASSAULT" in types(TALLY)


def test_json_can_be_read_back() -> None:
    read = json.loads(json.dumps(as_json(table_rows(TALLY, NONE, {}), TALLY)))
    assert read["counts"]["trigger"] == [5, 8, 5, 10]
    assert [row["measure"] for row in read["measures"]] == [measure.measure for measure in measures()]


def test_floors_name_measures_and_lie_under_what_people_agree_on() -> None:
    named = {measure.measure: measure for measure in measures()}
    assert len(named) == len(measures())
    for name, floor in floors().items():
        assert 0 <= floor <= 100
        assert name in named


def test_without_gold_it_says_so_and_exits_well(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "evals.account", "--data", str(tmp_path)]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith("Skipped: no gold articles at")
