"""The account: one file that keeps what the stages found, and what changed between runs."""

from whence.store.account import Store
from whence.store.error import StoreError
from whence.store.judgements import read as read_judgements
from whence.store.judgements import written as written_judgements
from whence.store.linked import Linking
from whence.store.query import Query
from whence.store.search import Hit

__all__ = ["Hit", "Linking", "Query", "Store", "StoreError", "read_judgements", "written_judgements"]
