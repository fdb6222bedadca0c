"""``whence gazetteer build`` and ``whence read --gazetteer``."""

from collections.abc import Callable
from pathlib import Path

from whence.store import Store

Command = Callable[..., tuple[int, str, str]]
ROW = (
    "90000001\tQarqur Zahra\tQarqur Zahra\t\t35.3\t36.6\tP\tPPL\tSY\t\t28\t\t\t\t0\t\t300\tAsia/Damascus\t"
    "2020-01-01\n"
)


def test_a_gazetteer_is_built_and_read_with(tmp_path: Path, command: Command) -> None:
    dump, places, account = tmp_path / "SY.txt", tmp_path / "places.sqlite", tmp_path / "account.db"
    dump.write_text(ROW, encoding="utf-8")
    report = tmp_path / "report.txt"
    report.write_text("Syrian forces shelled the village of Qarqur Zahra on Monday.\n", encoding="utf-8")
    code, out, err = command("gazetteer", "build", str(dump), "--into", str(places))
    assert (code, err) == (0, "")
    assert "1 place" in out
    read = ("read", str(report), "--into", str(account), "--published", "2015-10-02")
    assert command(*read, "--gazetteer", str(places))[0] == 0
    with Store.open(account) as store:
        assert 90000001 in {place.geonames for place in store.table("places")}
        assert [run.gazetteer is not None for run in store.table("runs")] == [True]
    assert command("recode", str(account))[0] == 0
    with Store.open(account) as store:
        assert 90000001 not in {place.geonames for place in store.table("places")}


def test_a_file_that_is_no_gazetteer_ends_the_command(tmp_path: Path, command: Command) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Rebels left.\n", encoding="utf-8")
    code, _, err = command("read", str(report), "--into", str(tmp_path / "a.db"), "--gazetteer", str(report))
    assert code == 1
    assert "whence gazetteer build" in err
