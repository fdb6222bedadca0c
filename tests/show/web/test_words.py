"""No page says of anything that it is so."""

import re
from pathlib import Path

import pytest

WEB = Path(__file__).parents[3] / "src/whence/show/web"
FORBIDDEN = re.compile(
    r"\b(?:confirm(?:ed|s)?|verif(?:ied|ies|y)|true|truth|facts?|fake|false|debunk\w*)\b", re.IGNORECASE
)


@pytest.mark.parametrize(
    "path", sorted(path for path in WEB.rglob("templates/**/*") if path.is_file()), ids=lambda path: path.name
)
def test_words_that_assert_truth_are_in_no_template(path: Path) -> None:
    shown = re.sub(r"{[{%#].*?[}%#]}|<[^>]*>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not FORBIDDEN.findall(shown)


def test_marks_are_shapes_and_words_never_a_colour_alone() -> None:
    parts = (WEB / "templates/parts.html").read_text(encoding="utf-8")
    (mark,) = re.findall(r"macro marks\(found\).*?endmacro", parts)
    assert "mark.shape" in mark and "mark.words" in mark
