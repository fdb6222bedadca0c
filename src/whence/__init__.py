"""whence reads news reports and rebuilds from them one sourced account: who did what to whom, where and when,
and who says so.

    account = whence.read("reports/", into="syria.db")
    account.events.df()
    analysis = whence.analyse("Officials told Reuters …", published="2015-10-01")
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

__version__ = "0.1.0"

# The stage of this name is imported first: Python binds a subpackage to its parent when it is first imported,
# and would put it in the place of the function below at some later time.
import whence.read as _read_stage  # noqa: F401

if TYPE_CHECKING:
    from whence.account import Account
    from whence.analysis import Analysis

__all__ = ["Account", "Analysis", "analyse", "open", "read"]


def read(
    *inputs: str | Path,
    into: str | Path,
    published: str | None = None,
    outlet: str | None = None,
    columns: Mapping[str, str] | None = None,
    codes: str | Path | None = None,
    actors: str | Path | None = None,
    gazetteer: str | Path | None = None,
    workers: int = 1,
) -> Account:
    """Read files and folders into the account ``into`` (made if there is none) and open it.

    ``published`` (ISO 8601) and ``outlet`` hold for reports that say nothing themselves; ``columns`` maps
    fields to columns of tables; ``codes`` is a codebook of your own, whose codes stand beside ours;
    ``actors`` are actors of your own, who go before those that the package knows; ``gazetteer`` is one of
    your own, made by ``whence gazetteer build``. Reports that are there already are skipped. What could not
    be read is in ``account.losses``.

    Raises :class:`whence.read.InputError` for an argument that cannot be read at all,
    :class:`whence.extract.CodebookError` for such a codebook, :class:`whence.resolve.ActorFileError` for such
    a file of actors, :class:`whence.resolve.GazetteerError` for such a gazetteer, and
    :class:`whence.store.StoreError` for a file that is no account.
    """
    from whence.extract import usable
    from whence.own import Own
    from whence.pipeline import parse_text, read_into
    from whence.resolve import load_actors, load_gazetteer
    from whence.store import Store

    own = Own(
        codebook=usable(Path(codes), parse_text) if codes is not None else None,
        actors=load_actors(Path(actors)) if actors is not None else None,
        gazetteer=load_gazetteer(Path(gazetteer)) if gazetteer is not None else None,
    )
    with Store.open(into, create=True) as store:
        read_into(
            store,
            inputs,
            published=published,
            outlet=outlet,
            columns=columns,
            own=own,
            workers=workers,
        )
    return open(into)


def open(path: str | Path) -> Account:
    """The account at ``path``. Raises :class:`whence.store.StoreError` if there is none."""
    from whence.account import Account

    return Account(path)


def analyse(
    text: str, *, published: str | None = None, outlet: str | None = None, title: str | None = None
) -> Analysis:
    """Analyse one text, without a store; never raises on any string. Ids are local to the document.

    ``published`` is the date relative times are counted from (ISO 8601; one that cannot be read is as none).
    Should a stage fail on a text, a ``RuntimeWarning`` says so and the analysis holds the document alone.
    """
    from whence.analysis import Analysis
    from whence.clean import document_of
    from whence.pipeline import analyse_or_lose

    records, loss = analyse_or_lose(document_of(text, published=published, outlet=outlet, title=title))
    if loss:
        warnings.warn(loss.detail, RuntimeWarning, stacklevel=2)
    return Analysis(records)


def __getattr__(name: str) -> object:
    """``Account`` and ``Analysis``, loaded when they are first asked for."""
    if name == "Account":
        from whence.account import Account

        return Account
    if name == "Analysis":
        from whence.analysis import Analysis

        return Analysis
    raise AttributeError(f"module 'whence' has no attribute {name!r}")
