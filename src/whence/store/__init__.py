"""The account: one file that keeps what the stages found, and what changed between runs."""

from whence.store.account import Store
from whence.store.error import StoreError

__all__ = ["Store", "StoreError"]
