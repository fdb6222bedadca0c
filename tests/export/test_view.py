from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import document
from whence.export.redaction import BLOT
from whence.export.view import QUOTE_LIMIT, View, as_exported
from whence.records import TABLES, to_dict
from whence.store import Store

ADA = BLOT * len("Ada Brook")


def holds_one(value: object, runs: set[str], size: int) -> bool:
    """Whether a value holds one of ``runs``, stretches of text of ``size`` characters."""
    if isinstance(value, str):
        return any(value[i : i + size] in runs for i in range(len(value) - size + 1))
    if isinstance(value, dict):
        return any(holds_one(item, runs, size) for item in value.values())
    return isinstance(value, list) and any(holds_one(item, runs, size) for item in value)


def test_a_view_that_does_nothing_is_the_account(store: Store) -> None:
    view = View(store)
    for name in TABLES:
        assert list(view.table(name)) == list(store.table(name))
        assert [list(rows) for _, _, rows in view.rows(name)] == [
            list(rows) for _, _, rows in store.rows(name)
        ]


def test_without_the_text_nothing_holds_more_than_the_limit_in_a_row(example_account: Path) -> None:
    with Store.open(example_account) as store:
        texts = [document.text for document in store.table("documents")]
        runs = {text[i : i + 31] for text in texts for i in range(len(text) - 30)}
        view = View(store, no_text=True, quote_limit=30)
        for name in set(TABLES) - {"tokens", "passages"}:
            for record in view.table(name):
                held = to_dict(record)
                for key in ("path", "url"):
                    held.pop(key, None)
                assert not holds_one(held, runs, 31), held


def test_the_limit_is_two_hundred_and_holds_without_the_text_only(store: Store) -> None:
    assert (View(store).limit, View(store, no_text=True).limit) == (None, QUOTE_LIMIT)
    assert View(store, quote_limit=30).limit is None
    (document,) = View(store, no_text=True).table("documents")
    assert document.text is None
    assert document.title == "-1 is a title"


def test_addresses_paths_and_ids_are_never_cut(world: Store) -> None:
    view = View(world, no_text=True, quote_limit=20)
    assert [d.url for d in view.table("documents")] == [d.url for d in world.table("documents")]
    assert [d.sha256 for d in view.table("documents")] == [d.sha256 for d in world.table("documents")]
    assert all(len(d.title) <= 21 for d in view.table("documents"))


@given(st.integers(20, 60))
def test_a_quote_is_as_long_as_it_may_be(limit: int) -> None:
    view = View.__new__(View)
    view.limit = limit
    quote = view.quote(document("d-1", text="a" * 100), 0, 50)
    assert quote == ("a" * limit + "…" if limit < 50 else "a" * 50)


@pytest.mark.parametrize(
    ("edited", "held", "same"),
    [
        ("Ada Brook", "Ada Brook", True),
        (ADA, "Ada Brook", True),
        (f"{ADA}; army", "Ada Brook; army", True),
        (f"{ADA}; navy", "Ada Brook; army", False),
        (BLOT, "Ada Brook", False),
        ("The mayor of Karm and…", "The mayor of Karm and her brother", True),
        (f"{ADA} of the town …", "Ada Brook of the town of Karm", True),
        ("The mayor of Homs and…", "The mayor of Karm and her brother", False),
        ("Ada…", "Ada Brook", False),
        ("Ada", "Ada Brook", False),
    ],
)
def test_a_cell_that_was_blotted_or_cut_is_no_edit(edited: str, held: str, same: bool) -> None:
    assert as_exported(edited, held) is same
