import pytest
from jinja2 import UndefinedError

from whence.show.web.environment import counted, environment, stylesheet


def test_everything_is_escaped_and_a_name_that_is_not_given_is_an_error() -> None:
    made = environment()
    assert made.from_string("<p>{{ word }}</p>").render(word="<b>") == "<p>&lt;b&gt;</p>"
    with pytest.raises(UndefinedError):
        made.from_string("{{ nothing }}").render()


def test_a_query_keeps_what_is_asked_and_changes_what_is_given() -> None:
    made = environment().from_string("{{ asked|query(offset=20, mark=None) }}")
    assert made.render(asked={"actor": "A & B", "mark": "denied"}) == "?actor=A+%26+B&amp;offset=20"
    assert environment().from_string("{{ {}|query }}").render() == ""


def test_numbers_and_nouns_agree() -> None:
    assert [counted(1, "report"), counted(1204, "report"), counted(0, "story", "stories")] == [
        "1 report",
        "1,204 reports",
        "0 stories",
    ]


def test_no_style_is_loaded_from_elsewhere() -> None:
    assert "url(" not in stylesheet() and "@import" not in stylesheet()
