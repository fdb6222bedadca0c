from pathlib import Path

import pytest

from whence.export.delimited import Outside, cell, write_events
from whence.export.gathered import Gathered
from whence.export.view import View
from whence.store import Store


def written(view: View, out: Path, outside: str = "") -> list[list[str]]:
    """The rows of each file, of events named by their ids; ``outside`` has no row."""

    def row(found: Gathered) -> dict[str, str]:
        if found.event.event_id == outside:
            raise Outside("no row")
        return {"id": found.event.event_id}

    out.mkdir(exist_ok=True)
    paths = write_events(view, out, name="test", suffix="csv", delimiter=",", columns=("id", "none"), row=row)
    return [path.read_text(encoding="utf-8").splitlines() for path in paths]


def test_each_event_is_in_a_file_or_counted(world: Store, tmp_path: Path) -> None:
    for include in ((), ("planned",), ("planned", "hypothetical", "denied")):
        view = View(world, include=include)
        head, *rest = written(view, tmp_path / "out")[0]
        assert head == "id,none"
        assert len(rest) == view.written["events"] == 5
        assert view.written["events"] + view.left_out.total() == world.count("events")
        assert view.written.get("left_out", 0) == sum(view.left_out[why] for why in include)


def test_an_event_without_a_row_is_counted_with_what_it_is(world: Store, tmp_path: Path) -> None:
    view = View(world, include=("planned",))
    plain, apart = written(view, tmp_path / "out", outside="e-planned")
    assert apart == ["Status,id,none"]
    assert view.left_out["planned, no row"] == 1 and "planned" not in view.left_out
    assert len(plain) == 6
    view = View(world)
    written(view, tmp_path / "out", outside="e-reported")
    assert view.left_out["no row"] == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, ""), (0, "0"), (-9.5, "-9.5"), ("-9", "'-9"), ("a\tb\nc", "a b c"), ("", "")],
)
def test_a_number_is_left_as_it_is_and_a_text_is_inert(value: str | float | None, expected: str) -> None:
    assert cell(value) == expected
