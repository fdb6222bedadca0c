"""The one error of the store."""


class StoreError(Exception):
    """The account cannot be opened, read or written; the message says what to do."""
