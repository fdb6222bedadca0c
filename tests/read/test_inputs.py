import pytest

from whence.read.inputs import InputError, check_columns, check_inputs, check_published


@pytest.mark.parametrize("url", ["https://example.org/a", "http:/x.org", "www.example.org/a", "ftp://x/y"])
def test_an_address_says_what_to_do_instead(url):
    with pytest.raises(InputError, match=r"(?s)never fetches.*Save the page.*page\.json"):
        check_inputs([url])


def test_a_missing_path_is_named(tmp_path):
    with pytest.raises(InputError, match=r"nowhere\.txt does not exist"):
        check_inputs([tmp_path / "nowhere.txt"])


def test_nothing_at_all():
    with pytest.raises(InputError, match="at least one"):
        check_inputs([])


def test_a_path_with_a_nul_byte():
    with pytest.raises(InputError):
        check_inputs(["a\0b"])


def test_one_path_may_stand_for_a_list(tmp_path):
    assert check_inputs(str(tmp_path)) == [tmp_path]


@pytest.mark.parametrize("date", ["2015", "2015-10", "2015-10-01", "2015-10-01T06:00", None])
def test_iso_dates_are_taken(date):
    check_published(date)


@pytest.mark.parametrize("date", ["", "yesterday", "1/10/2015", "2015-13-01", "2015-02-30", "0000"])
def test_other_dates_are_refused(date):
    with pytest.raises(InputError, match="write it as"):
        check_published(date)


def test_a_column_map_names_fields():
    check_columns({"text": "body_plain"})
    with pytest.raises(InputError, match="names txt"):
        check_columns({"txt": "body_plain"})
