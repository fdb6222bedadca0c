import csv
import io
import re

from hypothesis import given
from hypothesis import strategies as st

from whence.export.cells import inert, one_line
from whence.export.delimited import cell

HOSTILE = st.text(st.sampled_from("'=+-@\t\r\n\x85\u2028\"a1|%＝"), max_size=8)


def test_a_cell_is_one_line_of_what_xml_has_characters_for() -> None:
    assert one_line("a\r\n b\x07c\ufffe") == "a b\ufffdc\ufffd"
    assert one_line("") is one_line(None) is None


@given(HOSTILE)
def test_no_text_begins_as_a_formula_and_each_comes_back(text: str) -> None:
    written = inert(text)
    assert not re.match("[=+\\-@\t\r\n|%＝＋－＠]", written)
    assert re.sub(r"^'(?='*[=+\-@\t\r\n|%＝＋－＠])", "", written) == text


@given(st.lists(HOSTILE, min_size=1, max_size=4))
def test_a_row_of_any_texts_is_one_line_of_as_many_cells(texts: list[str]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter="\t", lineterminator="\n").writerow([cell(text) for text in texts])
    line = file.getvalue()
    assert line.count("\n") == 1 and len(line.splitlines()) == 1
    (row,) = csv.reader(io.StringIO(line), dialect="excel-tab")
    assert row == [cell(text) for text in texts]
    assert not any(re.match("[=+\\-@\t|%＝]", one) for one in row)
