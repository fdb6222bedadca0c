from dataclasses import replace
from pathlib import Path

import pytest

from whence.extract import Codebook, CodebookError, extract, load

HEAD = "phrase\tupos\tslots\tcode\texample\tcounterexample\n"
TORCH = "torch|burn_down\tVERB\tpatient=@building\tP-1\tRebels torched the school.\tRebels torched it.\n"


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str, name: str = "own.tsv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def codes_of(read, text: str, codebook: Codebook) -> dict[str, list[tuple[str, str, str]]]:
    found = extract(read(text).parsed, codebook)
    return {e.trigger.text: [(c.scheme, c.code, c.why) for c in e.codes] for e in found.events}


def test_an_event_has_the_codes_of_the_rows_it_fits(read, written) -> None:
    codebook = load(written(HEAD + TORCH + "torch\t\t\tP-2\tRebels torched it.\t\n", "mine.tsv"))
    told = codes_of(read, "Rebels torched a school on Friday.", codebook)
    assert told == {"torched": [("mine", "P-1", "line 2: torch"), ("mine", "P-2", "line 3: torch")]}


def test_what_only_the_codebook_knows_is_an_event_outside_plover(read, written) -> None:
    codebook = load(written(HEAD + "serenade\tVERB\t\tM-1\tSingers serenaded the mayor.\t\n"))
    parsed = replace(read("Singers serenaded the mayor.").parsed, triggers=())  # the model sees nothing
    found = extract(parsed, codebook)
    (event,) = found.events
    assert (event.type, event.other, event.trigger.text) == ("NONE", "own code", "serenaded")
    assert event.why["type"] == "own line 2: serenade"
    assert [found.phrases[i].text for i in (*event.actors, *event.recipients)] == ["Singers", "the mayor"]


def test_columns_may_be_left_out_and_lines_left_blank(written) -> None:
    codebook = load(written("phrase\tcode\texample\n\ntorch\tP-1\tRebels torched it.\n"))
    (row,) = codebook.rows
    assert (row.line, row.phrases, row.constraints) == (3, ("torch",), ())
    assert row.parts == ("VERB", "NOUN", "ADJ")


def test_the_digest_is_that_of_the_file(written) -> None:
    one, same, other = load(written(HEAD + TORCH)), load(written(HEAD + TORCH)), load(written(HEAD))
    assert one.digest == same.digest != other.digest
    assert len(one.digest) == 64


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("phrase\tcode\nx\ty\n", "has no column example"),
        (HEAD + "torch\tVERB\t\t\tRebels torched it.\t\n", "line 2: no code"),
        (HEAD + "torch\tADV\t\tP\tx\t\n", "upos is 'ADV'"),
        (HEAD + TORCH + "torch\t\tpatient\tP\tx\t\n", "line 3: constraint 'patient' has no '='"),
        (HEAD + "torch|\t\t\tP\tx\t\n", "an empty alternative"),
        (HEAD + TORCH + f"torch\t\t\tP\t{'x' * 10_001}\t\n", "line 3: a cell of more than 10,000"),
        (HEAD + "torch\t\tpatient=@nowhere\tP\tx\t\n", "no word class @nowhere"),
    ],
)
def test_a_row_that_means_nothing_is_refused_with_its_line(written, text: str, message: str) -> None:
    with pytest.raises(CodebookError, match=message):
        load(written(text))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CodebookError, match="not UTF-8"):
        load(tmp_path / "own.tsv")
    with pytest.raises(CodebookError, match="cannot be read"):
        load(tmp_path / "none.tsv")


def test_any_line_end_is_one(tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_bytes((HEAD + TORCH).replace("\n", "\r").encode())
    assert [row.code for row in load(tmp_path / "own.tsv").rows] == ["P-1"]
