"""Tokens as in the UD English treebanks (EWT and GUM 2.16), with character offsets.

Clitics (``'s``, ``n't``, ``'ll``), hyphens between words, currency signs, units and brackets are tokens
of their own; abbreviations keep their full stop; URLs, addresses, numbers and names with an apostrophe stay
whole. Every token is a slice of the text; together they cover every character that is not blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from whence.records import Range

BLANK = r"\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
"""Characters (inside a class) that are white space or cannot be seen: no token has to cover them."""

_WORD = r"[\w\u00ad\u0300-\u036f]"
_LETTER = r"[^\W\d_]"
_CLITIC = re.compile(r"(?:n['’`]t|['’`](?:s|m|re|ve|ll|d))$", re.IGNORECASE)
_RUN = re.compile(rf"{_WORD}+")


@lru_cache(maxsize=1)
def word_lists() -> dict[str, Any]:
    """``data/tokens/tokens.yaml``: plain lists as sets, ``contractions`` as a mapping."""
    source = resources.files("whence.data") / "tokens" / "tokens.yaml"
    raw: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return {
        name: frozenset(value.split()) if isinstance(value, str) else value for name, value in raw.items()
    }


def kind_of(form: str) -> str | None:
    """Which list of abbreviations a word (without its stop) is on, ``None`` for none.

    An entry with a capital ("Gen", "Mar") stands for capitalised and upper-case words only.
    """
    capital = form.capitalize() if form[:1].isupper() else form
    for name in ("titles", "saints", "inner", "numbered", "either"):
        entries = word_lists()[name]
        if form in entries or capital in entries or form.lower() in entries:
            return name
    return None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """One token, alternatives by priority. Quantifiers that could rescan a long run are bounded or
    possessive, so that hostile text takes linear time."""
    prefixes = "|".join(sorted(map(re.escape, word_lists()["prefixes"]), key=lambda p: (-len(p), p)))
    visible = f'[^{BLANK}<>"“”]'
    return re.compile(
        rf"""
          (?P<address>(?:(?i:https?|ftp)://|www\.){visible}{{1,2000}}
            |(?:[A-Za-z0-9-]{{1,63}}\.){{1,5}}(?:com|org|net|gov|edu|info|co\.uk)(?!\w)(?:/{visible}{{0,2000}})?)
        | (?P<mail>[A-Za-z0-9][\w.+%-]{{0,63}}@(?:[\w-]{{1,63}}\.){{1,8}}[A-Za-z]{{2,24}})
        | (?P<tag>[@\#]{_LETTER}\w*)
        | (?P<smiley>[:;=]-?[()DP](?!\w)|<3(?!\w))
        | (?P<decade>['’]\d\ds?(?!\w))
        | (?P<digits>\d{{3}}-\d{{3}}-\d{{4}}(?![\w-])|\d{{3}}-\d{{4}}(?![\w-])
            |\d{{1,2}}-\d{{1,2}}-\d{{2,4}}(?![\w-])|\d{{4}}-\d\d-\d\d(?![\w-]))
        | (?P<number>[+]?\d++(?:[.,:/]\d++)*+(?:(?:(?i:st|nd|rd|th|s)|(?<=0)['’]s)(?!\w))?
            |(?<![\w.])\.\d++)
        | (?P<acronym>(?:{_LETTER}\.){{2,12}}(?:{_LETTER}(?!\w))?|[A-Z]\.[A-Z](?![\w.])|Ph\.?D\.)
        | (?P<firm>[A-Z]{{1,5}}(?:&[A-Z]{{1,5}})+(?!\w))
        | (?P<currency>(?:US|U|A|C|CA|NZ|HK|S|R)\$)
        | (?P<clitic>(?<=[^{BLANK}'‘’“”"])['’](?i:s|m|re|ve|ll|d)(?!\w))
        | (?P<word>(?:(?i:{prefixes})-(?={_LETTER}|\d+s?(?![\w/]))){{0,2}}{_WORD}+(?:['’`]{_WORD}+)*)
        | (?P<cut>\[(?:\.{{3}}|…)\])
        | (?P<repeated>\.{{2,}}|…+|[.!?…]{{2,}}|[!?]+|-{{2,}}|—+|\*+|=+|~+|\++|''|’’|‘’|‘‘|``|<<|>>)
        | (?P<emoji>[\u2190-\u2bff\u3030\u303d\U0001f000-\U0001faff]
            [\u200d\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U0001f1e6-\U0001f1ff]*+
            (?:(?<=\u200d)[\u2190-\u2bff\U0001f000-\U0001faff][\u200d\ufe0f\U0001f3fb-\U0001f3ff]*+)*)
        | (?P<other>[^{BLANK}])
        """,
        re.VERBOSE,
    )


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Range]:
    """Tokens of ``text[start:end]`` as offsets into ``text``, in order, never overlapping."""
    stop = len(text) if end is None else end
    pattern, tokens, position = _pattern(), list[Range](), start
    while match := pattern.search(text, position, stop):
        tokens.extend(_divide(text, match, stop))
        position = tokens[-1][1]
    return tokens


def _divide(text: str, match: re.Match[str], stop: int) -> Iterator[Range]:
    """The tokens that one match of the pattern stands for."""
    start, end = match.span()
    match match.lastgroup:
        case "address":
            yield start, _without_closing(text, start, end)
        case "number":
            glued = _RUN.match(text, end, stop)
            if glued and not _is_unit(glued[0]):
                end = glued.end()  # "3D", "4chan"; "500km" is two words
            yield start, end
        case "word":
            yield from _divide_word(text, start, end, stop)
        case _:
            yield start, end


def _is_unit(letters: str) -> bool:
    units = word_lists()["units"]
    return letters in units or (len(letters) > 1 and letters.lower() in units)


def _without_closing(text: str, start: int, end: int) -> int:
    """End of an address without the punctuation of the sentence around it."""
    while end - start > 1 and text[end - 1] in ".,;:!?'’)]}":
        if text[end - 1] == ")" and "(" in text[start : end - 1]:
            break
        end -= 1
    return end


def _divide_word(text: str, start: int, end: int, stop: int) -> Iterator[Range]:
    """A word with its full stop, or divided before its clitic."""
    low = text[start:end].lower() if end - start <= 32 else ""
    if low and text.startswith(".", end, stop) and _is_abbreviation(text, start, end, stop):
        yield start, end + 1
        return
    divide = start + word_lists()["contractions"].get(low, 0)
    clitic = _CLITIC.search(text, max(start, end - 3), end)
    if divide == start and clitic:
        divide = clitic.start()
    if divide > start:
        yield start, divide
        yield divide, end
    else:
        yield start, end


def _is_abbreviation(text: str, start: int, end: int, stop: int) -> bool:
    """Whether the full stop at ``end`` belongs to the word before it."""
    form, after, follow = (
        text[start:end],
        text[end + 1 : min(end + 2, stop)],
        text[end + 2 : min(end + 3, stop)],
    )
    match kind_of(form):
        case "titles" | "saints" | "inner":
            return after != "."
        case "numbered":
            return after.isdigit() or (after.isspace() and follow.isdigit())
        case "either":
            # At the end of a line the stop is the sentence's ("etc .", as in the treebanks).
            return bool(after) and after not in ".\r\n" and not (form == "etc" and follow.isupper())
    # An initial: one capital letter before another name ("J. Smith").
    return len(form) == 1 and form.isupper() and after == " " and follow.isupper()
