from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.records import TABLES, Loss
from whence.store import Store, StoreError
from whence.store.database import names
from whence.store.definition import APPLICATION_ID, FORMAT


def changed(path: Path, *statements: str) -> Path:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


@pytest.fixture
def account(tmp_path: Path) -> Path:
    Store.open(tmp_path / "account.db", create=True).close()
    return tmp_path / "account.db"


def test_an_account_is_one_file_with_an_application_id_of_its_own(account: Path) -> None:
    assert list(account.parent.iterdir()) == [account]
    assert account.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big") == b"whnc"


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"whence read .* --into .*none\.db"):
        Store.open(tmp_path / "none.db")
    with pytest.raises(StoreError, match="does not exist"):
        Store.open(tmp_path / "no" / "folder.db", create=True)
    assert list(tmp_path.iterdir()) == []


def test_an_account_of_a_newer_whence_says_to_upgrade_and_is_left_alone(account: Path) -> None:
    changed(account, f"PRAGMA user_version = {FORMAT + 1}")
    before = account.read_bytes()
    for create in (False, True):
        with pytest.raises(StoreError, match=r"newer whence.*pip install --upgrade whence"):
            Store.open(account, create=create)
    assert account.read_bytes() == before


@pytest.mark.parametrize(
    "change", ["UPDATE layout SET fingerprint = 'f-0'", f"PRAGMA user_version = {FORMAT - 1}"]
)
def test_an_account_with_other_columns_or_of_an_older_format_says_so(account: Path, change: str) -> None:
    changed(account, change)
    with pytest.raises(StoreError, match=r"another version.*Read the reports again"):
        Store.open(account)


@pytest.mark.parametrize("create", [False, True])
def test_a_file_that_is_no_account_is_refused_and_left_alone(tmp_path: Path, create: bool) -> None:
    text, other = tmp_path / "notes.txt", changed(tmp_path / "other.db", "CREATE TABLE t (a)")
    text.write_text("Not a database, but longer than the header of one. " * 10)
    for path in (text, other):
        before = path.read_bytes()
        with pytest.raises(StoreError, match="not a whence account"):
            Store.open(path, create=create)
        assert path.read_bytes() == before
    with pytest.raises(StoreError, match="is a folder"):
        Store.open(tmp_path, create=create)


def test_an_empty_file_is_room_for_an_account(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    with pytest.raises(StoreError, match="not a whence account"):
        Store.open(tmp_path / "new.db")
    Store.open(tmp_path / "new.db", create=True).close()
    Store.open(tmp_path / "new.db").close()


def test_a_path_with_signs_of_a_uri_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=ro#b %20.db"
    Store.open(path, create=True).close()
    assert path.exists()


def test_a_crash_loses_the_step_it_happens_in_and_nothing_else(account: Path) -> None:
    program = f"""
import os
from whence.records import TABLES, Loss
from whence.store import Store
from whence.store.database import writing
store = Store.open({str(account)!r})
store.replace_losses([Loss(path="kept", document_id=None, stage="read", reason="r", detail="")], paths=())
with writing(store._engine) as connection:
    connection.exec_driver_sql("DELETE FROM losses")
    os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 9
    with Store.open(account) as store:
        assert [loss.path for loss in store.table("losses")] == ["kept"]


def test_readers_see_the_account_as_it_was_while_another_writes(account: Path) -> None:
    def lost(path: str) -> Loss:
        return Loss(path=path, document_id=None, stage="read", reason="r", detail="")

    with Store.open(account) as writer, Store.open(account) as reader:
        writer.replace_losses([lost("a"), lost("b")], paths=())
        found = reader.table("losses")
        assert next(found).path == "a"
        writer.replace_losses([lost("c")], paths=())
        assert [loss.path for loss in found] == ["b"]
        assert reader.count("losses") == 3


def test_an_account_that_cannot_be_written_is_read(account: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Store.open(account) as store:
        assert list(store.table("losses")) == []
        assert list(account.parent.iterdir()) == [account], "not even a log beside it"
        with pytest.raises(StoreError, match="readonly"):
            store.replace_losses(
                [Loss(path="a", document_id=None, stage="read", reason="r", detail="")], paths=()
            )


@pytest.mark.parametrize("pages", [2, 40])
def test_a_damaged_account_is_an_error_that_says_so(account: Path, pages: int) -> None:
    with account.open("r+b") as file:
        file.seek(4096 * pages)
        file.write(b"\xff" * (account.stat().st_size - 4096 * pages))
    with pytest.raises(StoreError, match="malformed"), Store.open(account) as store:
        for name in TABLES:
            list(store.table(name))


@pytest.mark.parametrize(
    ("text", "wanted", "held"),
    [
        ("Russia's air force", "russia", True),
        ("the Russian air force", "Russia", False),
        ("Nigeria", "Niger", False),
        ("Nigeria and Niger", "Niger", True),
        ("İstanbul", "i̇stanbul", True),
        ("U.S. Army", "u.s.", True),
        ("anything", " ", False),
        (None, "a", False),
    ],
)
def test_names_are_whole_words(text: str | None, wanted: str, held: bool) -> None:
    assert names(text, wanted) is held


@given(st.text(), st.text(max_size=3))
def test_any_texts_can_be_compared(text: str, wanted: str) -> None:
    if wanted.strip():
        assert names(f"{text} {wanted} {text}", wanted)
    names(text, wanted)
