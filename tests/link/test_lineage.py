from whence.link.fingerprints import fingerprint
from whence.link.lineage import lineage

FIRST = [f"first{n}" for n in range(40)]
SECOND = [f"second{n}" for n in range(40)]


def of(texts: dict[str, list[str]], **known: set[str]) -> dict[str, tuple[str, ...]]:
    """Lineage of texts that all share something with all others."""
    prints = {key: fingerprint(" ".join(words), [(0, 9999)]).distinct for key, words in texts.items()}
    pairs = [(a, b) for a in texts for b in texts if a < b and set(texts[a]) & set(texts[b])]
    return lineage(prints, pairs, **known)


def test_what_is_cut_is_explained_by_the_whole() -> None:
    assert of({"cut": FIRST[:20], "whole": FIRST}) == {"cut": ("whole",)}


def test_of_two_equal_texts_one_is_the_origin() -> None:
    assert of({"a": FIRST, "b": FIRST}) == {"a": ("b",)}
    assert of({"a": FIRST, "b": FIRST}, later={"b"}) == {"b": ("a",)}


def test_a_merged_text_is_explained_by_both_and_explains_neither() -> None:
    merged = [*FIRST[:24], *SECOND[10:34]]
    found = of({"a": FIRST, "b": SECOND, "merged": merged, "a cut": FIRST[:30], "b cut": SECOND[:30]})
    assert {"merged": {"a", "b"}, "a cut": {"a"}, "b cut": {"b"}} == {k: set(v) for k, v in found.items()}


def test_a_merged_text_that_holds_all_of_both_is_known_by_its_date() -> None:
    texts = {"a": FIRST, "b": SECOND, "merged": [*FIRST, *SECOND]}
    assert set(of(texts, later={"merged"})["merged"]) == {"a", "b"}


def test_texts_that_share_a_little_are_both_origins() -> None:
    assert of({"a": [*FIRST, *SECOND[:9]], "b": SECOND}) == {}


def test_a_brief_that_names_its_publisher_is_no_origin_however_little_it_shares() -> None:
    brief = [*FIRST[:9], *SECOND]
    assert of({"brief": brief, "whole": FIRST}) == {}
    assert of({"brief": brief, "whole": FIRST}, briefs={"brief"}) == {"brief": ("whole",)}
