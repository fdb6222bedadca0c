from whence.assess.namesakes import namesakes
from whence.assess.roots import Root


def person(name: str, affiliation: str = "") -> Root:
    return Root("person", (name.lower(),), name, affiliation.lower(), affiliation)


def body(name: str) -> Root:
    return Root("statement", (name.lower(),), name)


def same(*roots: Root) -> set[tuple[str, str]]:
    return {(root.name, of.name) for root, of in namesakes(roots)}


def test_a_shorter_name_is_the_longer_one() -> None:
    assert same(body("police"), body("Ashford police")) == {("police", "Ashford police")}
    assert len(same(body("Ashford police"), body("Ashford Police Department"))) == 1
    assert same(person("Lund"), person("Igor Lund")) == {("Lund", "Igor Lund")}
    assert same(person("Igor"), person("Igor Lund")) == {("Igor", "Igor Lund")}


def test_a_variant_of_a_name_is_the_same_person() -> None:
    assert len(same(person("Qassem Suleimani"), person("Ghassem Soleimani"))) == 1
    assert same(person("Anna Lund"), person("Igor Lund")) == set()


def test_a_body_whose_officer_speaks_is_that_officer() -> None:
    assert same(body("police"), person("Igor Lund", "Ashford police")) == {("police", "Igor Lund")}


def test_a_name_that_fits_two_stands_for_neither() -> None:
    assert same(body("ministry"), body("interior ministry"), body("health ministry")) == set()


def test_a_country_is_its_government_whoever_speaks_for_that() -> None:
    speaker, minister = person("Igor Lund", "government of Karm"), person("Anna Moe", "government of Karm")
    assert same(body("Karm"), speaker, minister) == {("Karm", "Igor Lund")}
    of_state = Root("statement", ("government of karm",), "government of Karm")
    assert ("Karm", "government of Karm") in same(body("Karm"), of_state, speaker)


def test_different_kinds_are_never_namesakes() -> None:
    assert same(body("Lund"), Root("anonymous", ("gazette", "official"), "Lund official")) == set()
