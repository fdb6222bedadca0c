"""A codebook's examples are coded as reports are before anything is read with it."""

from pathlib import Path

import pytest

from whence.extract import CodebookError, load, tried, usable
from whence.pipeline import parse_text

HEAD = "phrase\tupos\tslots\tcode\texample\tcounterexample\n"
TORCH = "torch\tVERB\tpatient=@building\tP-1\tRebels torched the school.\tRebels torched the deal.\n"
WRONG = "torch\tVERB\t\tP-2\tRebels left.\tRebels torched the deal.\n"


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "own.tsv"
        path.write_text(HEAD + text, encoding="utf-8")
        return path

    return write


def test_a_codebook_that_does_as_it_says_is_usable(written) -> None:
    assert [row.code for row in usable(written(TORCH), parse_text).rows] == ["P-1"]


def test_what_does_not_do_as_it_says_is_told_by_line(written) -> None:
    path = written(TORCH + WRONG)
    problems = [
        "line 3 (torch → P-2): its example gets no code: Rebels left.",
        "line 3 (torch → P-2): its counterexample gets P-2 too: Rebels torched the deal.",
    ]
    assert list(tried(load(path), parse_text)) == problems
    with pytest.raises(CodebookError) as error:
        usable(path, parse_text)
    assert all(problem in str(error.value) for problem in problems)


@pytest.mark.parametrize(
    "row",
    [
        "carry_out\tVERB\t\tC-1\tRebels carried out an attack on the town.\t\n",
        "attack\tNOUN\t\tA-1\tPeople fled after the attack.\t\n",
    ],
)
def test_an_example_counts_only_if_a_report_would_be_coded_so(written, row: str) -> None:
    assert len(list(tried(load(written(row)), parse_text))) == 1


def test_a_row_may_ask_what_the_text_is_about(written) -> None:
    row = "kill\tVERB\ttopic=accident\tK-1\tTwo people were killed when a plane crashed near Lima.\t\n"
    assert not list(tried(load(written(row)), parse_text))


def test_of_many_problems_the_first_are_told(written) -> None:
    with pytest.raises(CodebookError, match="and 2 more"):
        usable(written(WRONG * 6), parse_text)
