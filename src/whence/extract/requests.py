"""Appeals and demands: two roots of CAMEO that PLOVER has in one type."""

from __future__ import annotations

from whence.extract.frame import Frame
from whence.extract.tables import mapping


def asked(kind: str, frame: Frame) -> str | None:
    """The CAMEO code of a request, which PLOVER has in one type and CAMEO parts by the verb: an appeal
    ("urge", 020) or a demand ("insist", 100)."""
    if kind != "REQUEST":
        return None
    codes = mapping("events/requests.tsv", "lemma", "cameo")
    return codes.get(frame.lemma) or codes.get(frame.lemma.partition("_")[0])
