"""The user's own files that ``--codes``, ``--actors`` and ``--gazetteer`` name, tried before anything is read
with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from whence.cli.output import fail

if TYPE_CHECKING:
    from whence.own import Own


def own_at(codes: str | None, actors: str | None, gazetteer: str | None) -> Own:
    """The codebook, the file of actors and the gazetteer at these paths. One that cannot be used, or a
    codebook whose examples do not get its codes, ends the command with what to mend."""
    from whence.extract import CodebookError, usable
    from whence.own import Own
    from whence.pipeline import parse_text
    from whence.resolve import ActorFileError, GazetteerError, load_actors, load_gazetteer
    from whence.show.card import one_line

    try:
        return Own(
            codebook=usable(Path(codes), parse_text) if codes is not None else None,
            actors=load_actors(Path(actors)) if actors is not None else None,
            gazetteer=load_gazetteer(Path(gazetteer)) if gazetteer is not None else None,
        )
    except (CodebookError, ActorFileError, GazetteerError) as error:
        # What such a file holds is somebody's text: a terminal obeys escapes.
        fail("\n".join(one_line(line, keep=True) for line in str(error).split("\n")))
