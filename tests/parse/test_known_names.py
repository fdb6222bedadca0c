from whence.parse.known_names import known_places


def named(text: str) -> list[str]:
    forms = text.split()
    return [" ".join(forms[first - 1 : last]) for first, last in known_places(forms)]


def test_the_longest_known_name_is_found_and_none_overlap() -> None:
    assert named("Cases in the Democratic Republic of the Congo and New Hampshire rose") == [
        "Democratic Republic of the Congo",
        "New Hampshire",
    ]
    assert named("the People 's Republic of China") == ["People 's Republic of China"]


def test_capitals_count_and_a_part_is_no_name() -> None:
    assert named("a new hampshire pig in New") == []
