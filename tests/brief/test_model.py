from __future__ import annotations

import json
from typing import get_args

from brief_builders import saying
from whence.brief.model import SectionKey
from whence.brief.words import TITLE
from whence.records import to_dict


def test_a_brief_is_plain_json_in_the_words_of_the_tables() -> None:
    found = json.loads(json.dumps(to_dict(saying("Ada"))))
    line = found["sections"][0]["stories"][0]["lines"][0]
    assert line["event"]["date"] == {"from": "2031-03-11", "to": "2031-03-11", "precision": "day"}
    assert line["origins"][0]["source"] == "Ada"
    assert found["filter"]["from"] is None and found["filter"]["actor"] == "Ada"
    note = found["notes"][0]
    assert len(note["text"]) == note["end"] - note["start"]


def test_every_section_has_a_title() -> None:
    assert set(TITLE) == set(get_args(SectionKey))
