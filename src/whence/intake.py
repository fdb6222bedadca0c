"""What of the inputs is new: known reports are skipped, repeats and gaps become losses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from whence.clean import losses
from whence.handover import CleanDocument
from whence.records import Document, Loss

if TYPE_CHECKING:
    from whence.store import Store

ENGLISH = "en"


class Intake:
    """Passes on what an account does not hold yet, and keeps count of the rest.

    Of one report under several paths the first in alphabetical order is the document's, whichever was read
    first, so that the account does not depend on the order of reading.
    """

    def __init__(self, store: Store, key: Callable[[Document], str]) -> None:
        """``key``: the ``analysis_key`` a document gets in this run."""
        self._store = store
        self._key = key
        self._known = store.known()
        self._kept: dict[str, str] = {key: path or "" for key, (_, path) in self._known.items()}
        self._seen: set[str] = set()
        self.known = 0
        """Documents that were there already, unchanged."""
        self.losses: list[Loss] = []
        self.paths: list[str] = []
        """Paths that were read anew: their losses of earlier runs no longer hold. Those of a report that is
        known and unchanged still do."""

    def fresh(self, found: Iterable[CleanDocument | Loss]) -> Iterator[CleanDocument]:
        for result in found:
            if isinstance(result, Loss):
                self.paths += [result.path] if result.path else []
                self.losses.append(result)
            elif self._is_new(result.document):
                yield result

    def _is_new(self, document: Document) -> bool:
        key, path = document.document_id, document.path or ""
        other = self._kept.setdefault(key, path)
        if key in self._seen or other != path:
            first, second = sorted((path, other))
            self.losses.append(_repeat(key, second, first))
            if path != first or other == path:
                self.paths.append(path)
                return False
            self._give_way(key, other)
            self._kept[key] = path
        self._seen.add(key)
        self.losses += losses(document)
        if document.language != ENGLISH:
            self.losses.append(_unread_language(document))
        if key in self._known and self._known[key][0] == self._key(document):
            self.known += 1
            return False
        self.paths.append(path)
        return True

    def _give_way(self, key: str, path: str) -> None:
        """Forget the document under an earlier choice of path, with what was said of it there."""
        self._store.remove(key)
        self._known.pop(key, None)
        self.losses = [
            loss
            for loss in self.losses
            if (loss.document_id, loss.path) != (key, path) or loss.reason == "duplicate"
        ]


def _unread_language(document: Document) -> Loss:
    return Loss(
        path=document.path,
        document_id=document.document_id,
        stage="parse",
        reason="language",
        detail=f"Stored and searchable, but events are read from English only, not {document.language}.",
    )


def without_own_files(
    account: Path, found: Iterable[CleanDocument | Loss], inputs: Sequence[str | Path]
) -> Iterator[CleanDocument | Loss]:
    """``found`` without the account's own files, which may lie in a folder that is read."""
    own = {account.resolve().with_name(account.name + end) for end in ("", "-wal", "-shm", "-journal")}
    roots = [Path(item) for item in inputs]
    for item in found:
        if isinstance(item, Loss) and item.path and any((r / item.path).resolve() in own for r in roots):
            continue
        yield item


def _repeat(document_id: str, path: str, first: str) -> Loss:
    return Loss(
        path=path,
        document_id=document_id,
        stage="read",
        reason="duplicate",
        detail=f"The same report as {first}.",
    )
