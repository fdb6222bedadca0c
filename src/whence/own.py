"""What a user adds to a reading: a codebook, actors, a gazetteer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from whence.extract import Codebook
from whence.records import Document, stable_id
from whence.resolve import ActorFile, GazetteerFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """Any may be missing. Pickled to the workers, with the text of the file of actors."""

    codebook: Codebook | None = None
    actors: ActorFile | None = None
    gazetteer: GazetteerFile | None = None

    @property
    def digests(self) -> Mapping[str, str | None]:
        """SHA-256 of each, by its field in ``runs``."""
        return {
            "codebook": self.codebook.digest if self.codebook else None,
            "actors": self.actors.digest if self.actors else None,
            "gazetteer": self.gazetteer.digest if self.gazetteer else None,
        }

    def key(self, document: Document) -> str:
        """The ``analysis_key`` of a document that is read with this."""
        parts: list[str] = []
        if self.codebook is not None:
            parts += [self.codebook.scheme, self.codebook.digest]
        if self.actors is not None:
            parts += ["actors", self.actors.digest]
        if self.gazetteer is not None:
            parts += ["gazetteer", self.gazetteer.digest]
        return stable_id("k", document.analysis_key, *parts) if parts else document.analysis_key


NOTHING = Own()
