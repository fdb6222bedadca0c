"""``whence find``: words and conditions."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]


def hits(command: Command, account: Path, *arguments: str) -> list[dict]:  # type: ignore[type-arg]
    status, page, _ = command("find", account, *arguments, "--json")
    assert status == 0
    return json.loads(page)  # type: ignore[no-any-return]


def test_json_hits_hold_the_telling_its_document_and_its_sentence(
    command: Command, example_account: Path
) -> None:
    found = hits(command, example_account, "extradition")
    assert found
    for hit in found:
        assert set(hit) == {"document", "event_mention", "snippet"}
        assert "extradit" in hit["snippet"].lower()


def test_nothing_found_is_an_empty_list(command: Command, example_account: Path) -> None:
    assert hits(command, example_account, "xylophone") == []


def test_every_condition_holds_for_every_hit(command: Command, example_account: Path) -> None:
    for hit in hits(command, example_account, "--type", "protest"):
        assert hit["event_mention"]["type"] == "PROTEST"
    for hit in hits(command, example_account, "--outlet", "Wikinews"):
        assert hit["document"]["outlet"] == "Wikinews"
    found = hits(command, example_account, "--actor", "police", "--type", "ASSAULT")
    for hit in found:
        parties = (*hit["event_mention"]["actors"], *hit["event_mention"]["recipients"])
        assert any("police" in f"{p['name']} {p['text']}".lower() for p in parties)
    assert found, "police shoot a protester in one of the reports"


def test_a_later_first_day_finds_no_more(command: Command, example_account: Path) -> None:
    everything = hits(command, example_account, "--most", "1000")
    late = hits(command, example_account, "--from", "2019-11-24", "--most", "1000")
    assert 0 < len(late) < len(everything)
    assert hits(command, example_account, "--from", "2150") == []


@pytest.mark.parametrize("option", ["--from", "--to"])
@pytest.mark.parametrize(
    "value", ["yesterday", "2015-13-45", "2015-02-30", "2015-9-1", "30.9.2015", "20150930", "2015-W40-3", ""]
)
def test_what_is_no_date_is_a_usage_error(
    command: Command, example_account: Path, option: str, value: str
) -> None:
    status, page, said = command("find", example_account, option, value)
    assert (status, page) == (2, "")
    assert "2015-09-30" in said


@pytest.mark.parametrize("value", ["2019", "2019-06", "2019-06-21"])
def test_a_year_a_month_and_a_day_are_dates(command: Command, example_account: Path, value: str) -> None:
    assert command("find", example_account, "--from", value)[0] == 0


def test_most_cuts_and_says_so(command: Command, example_account: Path) -> None:
    assert len(hits(command, example_account, "--most", "2")) == 2
    assert "More than 2 found" in command("find", example_account, "--most", "2")[1]
    assert command("find", example_account, "--most", "0")[0] == 2


def test_a_page_names_where_each_hit_stands(command: Command, example_account: Path) -> None:
    (hit,) = hits(command, example_account, "extradition", "--most", "1")
    trigger = hit["event_mention"]["trigger"]
    page = command("find", example_account, "extradition", "--most", "1")[1]
    assert f"{hit['document']['path']}:{trigger['start']}-{trigger['end']}" in page.splitlines()[0]
    assert hit["event_mention"]["event_id"] in page.splitlines()[0]


def test_words_that_are_only_punctuation_find_nothing(command: Command, example_account: Path) -> None:
    status, page, _ = command("find", example_account, '"!!!')
    assert status == 0 and "Nothing found" in page


def test_an_unknown_naming_and_a_missing_account(
    command: Command, example_account: Path, no_account: Path
) -> None:
    status, _, said = command("find", example_account, "--naming", "loud")
    assert status == 2 and "withheld" in said
    status, _, said = command("find", no_account, "extradition")
    assert status == 1 and "whence read" in said


@pytest.fixture
def own_account(example_account: Path, tmp_path: Path) -> Path:
    """An account to write to."""
    return Path(shutil.copy(example_account, tmp_path / "own.db"))


def test_a_saved_filter_finds_what_its_conditions_find(command: Command, own_account: Path) -> None:
    given = ("--actor", "police", "--type", "ASSAULT")
    status, page, said = command("find", own_account, *given, "--save", "police", "--json")
    found = json.loads(page)
    assert (status, found) == (0, hits(command, own_account, *given)) and found
    assert f"whence find {own_account} --saved police" in said
    assert hits(command, own_account, "--saved", "police") == found


def test_further_conditions_narrow_a_saved_filter_and_never_widen_it(
    command: Command, own_account: Path
) -> None:
    command("find", own_account, "--actor", "police", "--save", "police")
    wide = hits(command, own_account, "--saved", "police", "--most", "1000")
    for further in (["--type", "ASSAULT"], ["--actor", "protesters"], ["shot"], ["--from", "2019-10-01"]):
        narrow = hits(command, own_account, "--saved", "police", *further, "--most", "1000")
        alone = hits(command, own_account, *further, "--most", "1000")
        assert narrow == [hit for hit in alone if hit in wide], further
        assert len(narrow) < len(wide), further
    command("find", own_account, "--saved", "police", "--type", "ASSAULT", "--save", "assaults")
    both = hits(command, own_account, "--saved", "police", "--type", "ASSAULT")
    assert hits(command, own_account, "--saved", "assaults") == both


def test_filters_are_listed_and_forgotten(command: Command, own_account: Path) -> None:
    assert "--save NAME" in command("find", own_account, "--list")[1]
    command("find", own_account, "shelling", "--from", "2019", "--naming", "bare", "--save", "mine")
    assert command("find", own_account, "--list")[1] == (
        "mine  words shelling, event date from 2019, source is bare\n"
    )
    listed = json.loads(command("find", own_account, "--list", "--json")[1])
    assert listed["mine"]["text"] == "shelling" and listed["mine"]["from"] == "2019"
    status, page, _ = command("find", own_account, "--forget", "mine", "--json")
    assert (status, json.loads(page)) == (0, {})


@pytest.mark.parametrize("option", ["--saved", "--forget"])
def test_a_filter_that_is_not_there_is_an_error_with_those_that_are(
    command: Command, own_account: Path, option: str
) -> None:
    command("find", own_account, "--actor", "police", "--save", "police")
    status, page, said = command("find", own_account, option, "polise")
    assert (status, page) == (1, "")
    assert "There are: police" in said


def test_what_asks_for_nothing_is_not_kept(command: Command, own_account: Path) -> None:
    status, _, said = command("find", own_account, "--save", "empty")
    assert status == 1 and "needs a condition" in said


def test_a_saved_filter_changes_no_export(command: Command, own_account: Path, tmp_path: Path) -> None:
    def exported(name: str) -> dict[str, bytes]:
        assert command("export", own_account, "--to", "jsonl", "-o", tmp_path / name)[0] == 0
        return {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}

    before = exported("before")
    command("find", own_account, "--actor", "police", "--save", "police")
    assert exported("after") == before
