"""``python -m evals``: what an eval's exit code and output come to."""

import re
from pathlib import Path

from evals.__main__ import Run, carried_out, judged, page, runs, table

RUN = Run(name="syntax", needs="somewhere", numbers={"LAS": {"find": r"^las +([\d.]+)", "floor": 80.0}})


def test_a_number_at_its_floor_is_ok() -> None:
    outcome = judged(RUN, 0, "uas 90\nlas  80.0\n", 1.0)
    assert outcome.status == "ok"
    assert outcome.notes == ("LAS 80.0 (floor 80)",)


def test_a_number_below_its_floor_is_below() -> None:
    assert judged(RUN, 0, "las 79.9", 1.0).status == "below"


def test_an_eval_that_says_below_itself_is_below() -> None:
    outcome = judged(RUN, 1, "las 85\nlemma 90  BELOW the floor 95", 1.0)
    assert outcome.status == "below"
    assert "lemma 90  BELOW the floor 95" in outcome.notes


def test_a_crash_is_a_failure() -> None:
    outcome = judged(RUN, 1, "las 85\nValueError: no", 1.0)
    assert outcome.status == "failed"
    assert outcome.notes[-1] == "exit code 1: ValueError: no"


def test_a_number_that_is_not_printed_is_a_failure() -> None:
    assert judged(RUN, 0, "", 1.0).status == "failed"


def test_an_exit_code_that_asks_for_perfection_does_not_count() -> None:
    run = Run(
        name="seeds", needs="x", exit_counts=False, numbers={"held": {"find": r"^(\d+) of", "floor": 22}}
    )
    assert judged(run, 1, "22 of 24", 1.0).status == "ok"
    assert judged(run, 1, "21 of 24", 1.0).status == "below"
    assert judged(run, 1, "ValueError: no", 1.0).status == "failed"


def test_absent_data_is_skipped() -> None:
    outcome = carried_out(Run(name="syntax", needs="no/such/file"))
    assert outcome.status == "skipped"
    assert outcome.notes == ("skipped: no no/such/file",)
    assert judged(RUN, 0, "Skipped: there is no x.\n", 1.0).status == "skipped"


def test_the_table_has_a_line_per_number() -> None:
    lines = table([judged(RUN, 0, "las 85", 12.3)]).splitlines()
    assert lines[1] == "syntax       ok          12s  LAS 85 (floor 80)"


def test_the_page_says_what_was_wanted_and_what_people_reach_beside_what_was_measured() -> None:
    numbers = {"LAS": {"find": r"^las +([\d.]+)", "floor": 80.0, "wanted": "at least 90", "people": 95}}
    run = Run(name="syntax", about="Trees", needs="x", arguments=["--check"], numbers=numbers)
    silent = Run(name="repeatability", about="The same bytes", needs="x")
    lines = page([run, silent], [judged(run, 0, "las 85.0", 1.0), judged(silent, 1, "no", 1.0)]).splitlines()
    assert lines[lines.index("## Trees") + 2] == "`python -m evals.syntax --check`"
    assert "| LAS | **85.0** | 95 | at least 90 | 80 |" in lines
    assert lines[-1] == "Not held."


def test_every_eval_is_run_and_its_expressions_compile() -> None:
    listed = runs()
    folders = {path.parent.name for path in (Path(__file__).parents[2] / "evals").glob("*/__main__.py")}
    assert folders <= {run.name for run in listed}
    for run in listed:
        assert run.about
        assert all(re.compile(sought["find"]).groups == 1 for sought in run.numbers.values())
