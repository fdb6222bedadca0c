"""What of the inputs is new; repeats and gaps are losses, and losses that no longer hold go."""

from pathlib import Path

import pytest

import whence


@pytest.mark.parametrize("order", [["a", "b"], ["b", "a"]])
@pytest.mark.parametrize("at_once", [True, False])
def test_a_repeat_under_another_path_is_a_loss(tmp_path: Path, order: list[str], at_once: bool) -> None:
    for name in order:
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / f"{name}.csv").write_text(
            "url,text\nhttps://example.org/1,The army left Karm on Monday.\n", encoding="utf-8"
        )
    inputs = [tmp_path / "in" / name for name in order]
    for batch in [inputs] if at_once else [[item] for item in inputs]:
        whence.read(*batch, into=tmp_path / "x.db").close()
    with whence.open(tmp_path / "x.db") as account:
        assert [d.path for d in account.documents] == ["a.csv#1"]
        assert {(loss.reason, loss.path) for loss in account.losses} == {
            ("duplicate", "b.csv#1"),
            ("undated", "a.csv#1"),
        }


def test_a_loss_goes_when_its_cause_does(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("", encoding="utf-8")
    with whence.read(report, into=tmp_path / "x.db") as account:
        assert [loss.reason for loss in account.losses] == ["empty"]
    report.write_text("The army left Karm on Monday.\n", encoding="utf-8")
    with whence.read(report, into=tmp_path / "x.db") as account:
        assert [loss.reason for loss in account.losses] == ["undated"]
    with whence.read(report, into=tmp_path / "x.db", published="2020-01-01") as account:
        assert len(account.losses) == 0


def test_the_account_in_a_folder_that_is_read_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("The army left Karm on Monday.\n", encoding="utf-8")
    for _ in range(2):
        with whence.read(tmp_path, into=tmp_path / "x.db", published="2020-01-01") as account:
            assert len(account.documents) == 1
            assert len(account.losses) == 0
