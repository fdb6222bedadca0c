import io
from pathlib import Path

from rich.console import Console, RenderableType

import whence
from whence.show import profiles
from whence.store import Store


def plain(page: RenderableType) -> str:
    console = Console(width=300, record=True, file=io.StringIO())
    console.print(page)
    return console.export_text()


def test_every_actor_and_document_has_a_page(example_account: Path) -> None:
    with Store.open(example_account) as store:
        for actor in list(store.table("actors"))[:30]:
            assert actor.name in plain(profiles.actor_page(store, actor.actor_id))
        for document in store.table("documents"):
            assert "Wikinews" in plain(profiles.document_page(store, document.document_id))


def test_a_tie_is_shown_with_who_tells_of_it(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("General Igor Lund, who leads the Karm Brigade, met reporters.", encoding="utf-8")
    with whence.read(report, into=tmp_path / "account.db", outlet="The Gazette") as account:
        (tie,) = account.relations
        page = plain(profiles.actor_page(account.store, tie.subject.actor_id or ""))
    assert "Igor Lund leads Karm Brigade (told by The Gazette)" in page
