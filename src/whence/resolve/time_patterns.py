"""Regular expressions for English time expressions, one per construction.

Every pattern is anchored in closed word classes and has no nested repetition, so matching is linear in
the window it is given. Group names say what a part is: ``weekday``, ``month``, ``day``, ``year``,
``part`` (early, mid, late), ``direction`` (last, this, next …), ``count``, ``unit``, ``daypart``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from whence.resolve.time_words import alternatives

_POINT = r"(?:(?<=\b[a-z]{3})(?<!may)\.|(?<=sept)\.|(?<=tues)\.|(?<=thur)\.|(?<=thurs)\.)?"
"""The point of an abbreviation; the one after a full name ends the sentence."""


_NOT_GOVERNING = r"(?:(?<!before)(?<!after)|(?!\s+\w))"
"""
"Two weeks before the vote" counts from the vote, not from what was told."""


@cache
def patterns() -> Mapping[str, re.Pattern[str]]:
    """Construction → pattern, all case-insensitive, in order of preference between equally long matches."""
    weekday = rf"(?P<weekday>{alternatives('weekday')})\b{_POINT}"
    month = rf"(?P<month>{alternatives('month')})\b{_POINT}"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    year = r"(?P<year>1\d{3}|20\d{2})"
    number = rf"\[?(?P<count>\d{{1,4}}|(?:{alternatives('number')})(?:[- ](?:{alternatives('number')}))?)\]?"
    unit = rf"(?P<unit>{alternatives('unit')})\b"
    part = (
        r"(?:(?:the\s+)?(?P<part>(?:early|mid|late)(?=\s+(?:in|on)\b|-|\s)|"
        rf"(?:{alternatives('part')})(?=\s+of\b))(?:\s+(?:of|in|on)\b|-)?\s*(?:the\s+)?)?"
    )
    direction = rf"(?P<direction>{alternatives('direction')})"
    daypart = rf"(?P<daypart>{alternatives('daypart')})"
    clock = r"(?:\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\.?|\d{1,2}:\d{2})"
    of_year = rf"(?:,?\s+(?:(?:of|in)\s+)?(?:{year}|(?P<year_direction>last|this|next)\s+year))?"
    clock_before = rf"(?:{clock},?\s+(?:on\s+)?)?"
    clock_after = rf"(?:,?\s+(?:at\s+)?{clock}|\s+{daypart})?"
    weekday_before = rf"(?:(?:(?P<next_weekday>next|last|this)\s+)?{weekday},?\s+(?:the\s+)?)?"
    table = {
        "iso": r"(?P<year>\d{4})-(?P<month_number>\d{2})-(?P<day>\d{2})(?:T[\d:.]+Z?)?",
        "numeric": r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>1\d{3}|20\d{2})",
        "month_day": rf"{clock_before}{weekday_before}{month}\s+{day}"
        rf"(?:\s?(?:-|–|—|to|and|through|until)\s?(?P<day_to>\d{{1,2}})(?:st|nd|rd|th)?)?(?![\d:]){of_year}{clock_after}",
        "day_month": rf"{clock_before}{weekday_before}{day}"
        rf"(?:\s?(?:-|–|—|to|and|through|until)\s?(?P<day_to>\d{{1,2}})(?:st|nd|rd|th)?)?\s+(?:of\s+)?{month}{of_year}{clock_after}",
        "month": rf"{part}(?:{direction}\s+)?(?:(?P<second_direction>past)\s+)?{month}{of_year}",
        "year": rf"{part}(?:the\s+year\s+)?{year}",
        "decade": rf"{part}(?:the\s+)?(?:(?P<decade>1\d{{2}}0|20\d0)['’]?s|"
        rf"(?P<decade_name>{alternatives('decade_name')}))",
        "century": rf"{part}(?:the\s+)?(?P<ordinal>{alternatives('ordinal')}|\d{{1,2}}(?:st|nd|rd|th))"
        r"[\s-]century",
        "deictic": rf"{clock_before}{part}(?:the\s+day\s+(?P<beside>before|after)\s+)?"
        rf"(?P<deictic>{alternatives('deictic')})\b{clock_after}",
        "overnight": r"overnight",
        "weekday": rf"{clock_before}{part}(?:{direction}\s+)?{weekday}{clock_after}"
        r"(?:,?\s+(?:of\s+)?(?P<week_direction>last|this|next)\s+week)?",
        "directed": rf"(?:(?P<within>earlier|later)\s+)?(?:{part}(?:(?:the|this|these)\s+)?{direction}\s+)"
        rf"(?:{number}[\s-]+)?{unit}",
        "within": rf"(?P<within>earlier|later)\s+(?:in\s+)?(?:the|this)\s+{unit}",
        "weekend": r"(?:the\s+)?(?P<unit>weekend)\b",
        "part_of_unit": rf"(?:the\s+)?(?P<part>{alternatives('part')})\s+of\s+the\s+"
        r"(?P<unit>week|month|year|decade)\b",
        "directed_daypart": rf"(?:the\s+)?{direction}\s+{daypart}",
        "season": rf"{part}(?:the\s+)?(?:{direction}\s+)?(?:(?P<second_direction>past)\s+)?"
        rf"(?P<season>{alternatives('season')}){of_year}",
        "offset": rf"(?:the\s+)?{number}[\s-]+{unit}\s+(?P<offset>{alternatives('offset')})\b"
        + _NOT_GOVERNING,
        "beside": rf"the\s+(?P<unit>day|week|month|year)\s+(?P<offset>before|after)\b{_NOT_GOVERNING}",
        "attacks": r"9/11",
        "ahead": rf"(?P<ahead>in|within)\s+(?:the\s+next\s+)?{number}[\s-]+{unit}(?:['’]s?)?(?:\s+time)?",
        "fraction": r"(?:the\s+)?(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)\s+"
        r"(?P<unit>quarter|half)\b"
        rf"(?:\s+(?:of\s+)?(?:{year}|(?P<year_direction>last|this|next|the)\s+year))?",
        "daypart": r"(?:the|that)\s+(?P<daypart>morning|afternoon|evening|night)",
        "clock": rf"{clock}|noon|midnight",
    }
    return {name: re.compile(rf"\b(?:{text})(?!\w)", re.IGNORECASE) for name, text in table.items()}


CONNECTIVE = re.compile(
    r"\b(?P<word>since|until|till|by|before|prior to|after|from|between|starting|beginning|as of|week of)\s+"
    r"(?:(?:in|on|at|the|about|around|late on|early on)\s+){0,2}$",
    re.IGNORECASE,
)
"""What may stand before an expression and opens or closes its interval."""

RANGE = re.compile(
    r"\s*(?P<word>to|until|till|through|and|-|–|—|/)\s*(?:(?:in|on|the)\s+){0,2}", re.IGNORECASE
)
"""What may stand between the two ends of a range."""
