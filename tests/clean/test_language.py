import pytest

from whence.clean.language import language_of

GERMAN = (
    "Die Soldaten sind am Donnerstag in der Hauptstadt eingetroffen, sagte der Minister der Zeitung. " * 4
)
ENGLISH = "The soldiers arrived in the capital on Thursday, the minister told the paper in an interview. " * 4


def test_long_texts_are_told_apart():
    assert language_of(ENGLISH) == "en"
    assert language_of(GERMAN) == "de"


@pytest.mark.parametrize("text", ["Iran", "Troops arrive in Homs", "12", "", "…", "OK Merkel"])
def test_short_texts_are_taken_for_english(text):
    assert language_of(text) == "en"


def test_a_short_text_in_another_script_is_clear():
    assert language_of("Войска покинули город в четверг, сообщил министр обороны страны.") == "ru"


@pytest.mark.parametrize(
    ("stated", "code"), [("EN-us", "en"), ("eng", "en"), ("English", "en"), ("de", "de")]
)
def test_a_stated_language_is_kept(stated, code):
    assert language_of(ENGLISH, stated=stated) == code


def test_a_stated_language_that_is_no_code_is_not():
    assert language_of(GERMAN, stated="unknown") == "de"
