from hypothesis import given
from hypothesis import strategies as st

from whence.link.fingerprints import candidate_pairs, fingerprint, run_spans, shared_runs

PARAGRAPH = (
    "The ministry of transport closed the northern bridge on Monday after engineers found two new cracks "
    "in its eastern pier, and ferries carried commuters across the river until late in the evening."
)


def whole(text: str):  # type: ignore[no-untyped-def]
    return fingerprint(text, [(0, len(text))])


def test_a_text_holds_itself_in_one_run() -> None:
    prints = whole(PARAGRAPH)
    words = len(PARAGRAPH.split())
    assert shared_runs(prints, prints, shortest=8) == [(0, 0, words)]


def test_runs_are_found_where_they_stand() -> None:
    a, b = f"Traffic news. {PARAGRAPH}", f"{PARAGRAPH} It was the third time this year."
    (span,) = run_spans(whole(a), whole(b), shared_runs(whole(a), whole(b), shortest=8))
    assert a[span[0] : span[1]] == b[span[2] : span[3]] == PARAGRAPH.rstrip(".")


def test_case_and_spacing_do_not_matter() -> None:
    other = PARAGRAPH.upper().replace(" ", "  ")
    assert len(shared_runs(whole(PARAGRAPH), whole(other), shortest=8)) == 1


def test_texts_that_share_proposes_them_as_a_pair() -> None:
    prints = {
        "a": whole(PARAGRAPH),
        "b": whole(f"Update. {PARAGRAPH}"),
        "c": whole("Something else entirely."),
    }
    assert candidate_pairs({key: item.distinct for key, item in prints.items()}, shared=1, run=8) == [
        ("a", "b")
    ]


@given(st.text(), st.text())
def test_any_text_has_a_fingerprint(a: str, b: str) -> None:
    left, right = whole(a), whole(b)
    for low, high, of_low, of_high in run_spans(left, right, shared_runs(left, right, shortest=5)):
        assert 0 <= low < high <= len(a)
        assert 0 <= of_low < of_high <= len(b)


def test_words_inside_quotation_marks_are_counted() -> None:
    prints = whole("The mayor said “no bridge is safe” and left.")
    assert prints.quoted.tolist() == [0, 0, 0, 0, 1, 2, 3, 4, 4, 4]


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=40), st.lists(st.sampled_from("abc"), max_size=40))
def test_runs_are_words_that_both_texts_have(a: list[str], b: list[str]) -> None:
    for i, j, length in shared_runs(whole(" ".join(a)), whole(" ".join(b)), shortest=5):
        assert a[i : i + length] == b[j : j + length]


def test_containment_is_of_distinct_shingles_and_asymmetric() -> None:
    short, long = whole("a b c d e f"), whole("a b c d e f g h")
    assert (short.containment(long), long.containment(short)) == (1.0, 0.5)
    assert whole("a b c d e " * 9).containment(whole("a b c d e a b c d e")) == 1.0
    assert whole("").containment(short) == 0.0


def test_a_text_of_few_words_is_found_by_one_shingle() -> None:
    words = PARAGRAPH.split()
    texts = {f"{n}": whole(" ".join(words[n:])) for n in range(12)}
    for other in ("a", "b"):
        texts[other] = whole(f"{PARAGRAPH} {other} note was added.")
    found = set(candidate_pairs({key: item.distinct for key, item in texts.items()}, shared=2, run=8))
    assert all(len(texts[key].distinct) and (key, "a") in found for key in map(str, range(4)))
