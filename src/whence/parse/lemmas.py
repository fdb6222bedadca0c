"""Lemmas: attested ones first, regular inflection second, the model's edit script last.

The model proposes an edit script per word, which is right in case and in closed classes but makes up stems
of verbs ("announc"). A form seen in the treebanks has the lemma it had there; another form of a verb, noun
or adjective is taken back to a stem that is attested, is a verb of the event and cue tables, or is a word of
the model's vocabulary.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from importlib import resources

_INFLECTED = {
    "VBD": ("VERB", ("ed", "d")),
    "VBN": ("VERB", ("ed", "d")),
    "VBG": ("VERB", ("ing",)),
    "VBZ": ("VERB", ("s",)),
    "NNS": ("NOUN", ("s",)),
    "JJR": ("ADJ", ("er",)),
    "JJS": ("ADJ", ("est",)),
}
"""Penn tag → class and endings of regular inflection."""
_UNCHANGED = frozenset({"VB", "VBP", "NN", "JJ"})
_VERB_PREFIXES = ("under", "over", "with", "fore", "mis", "out", "re", "un", "up")
_VOWELS = frozenset("aeiouy")
_DOUBLED = frozenset("bdfgklmnprstvz")
"""Consonants that are doubled before an ending."""
_STEMS_WITH_E = (
    *("ad", "id", "od", "ud", "ag", "dg", "eng", "rg", "ung"),
    *("bl", "cl", "dl", "fl", "gl", "kl", "pl", "tl", "zl"),
    *("at", "ut", "is", "ps", "rs", "ir", "ur"),
)
"""Ends of stems whose verb mostly has a final "e": invad-, enlarg-, struggl-, separat-, organis-."""


class Lemmatizer:
    """Lemmas for words tagged by the model. ``vocabulary`` holds English words (any container)."""

    def __init__(self, vocabulary: Container[str]) -> None:
        folder = resources.files("whence.data") / "lemmas"
        self._vocabulary = vocabulary
        self._attested: dict[tuple[str, str], list[str]] = {}
        for line in (folder / "attested.tsv").read_text(encoding="utf-8").splitlines():
            form, upos, *lemmas = line.split("\t")
            self._attested[form, upos] = [form if lemma == "=" else lemma for lemma in lemmas]
        self._stems = {(lemmas[0], upos) for (_form, upos), lemmas in self._attested.items()}
        verbs = (folder / "verbs.tsv").read_text(encoding="utf-8").split()
        self._stems |= {(verb, "VERB") for verb in verbs}
        self._irregular: dict[str, list[str]] = {}
        for line in (folder / "irregular.tsv").read_text(encoding="utf-8").splitlines():
            lemma, *forms = line.split("\t")
            for form in forms:
                self._irregular.setdefault(form, []).append(lemma)

    def lemma(self, form: str, upos: str, xpos: str, script: str) -> str:
        """The lemma of ``form`` with its UPOS and Penn tag and the model's edit script."""
        proposed = apply_script(form, script)
        low = form.lower()
        if xpos in ("VBD", "VBN") and upos == "VERB" and (known := self._irregular_verb(low)):
            return proposed if proposed in known else known[0]
        known = [*self._attested.get((form, upos), ()), *self._attested.get((low, upos), ())]
        if known and xpos == "NNS" and low in known:
            # "troops" is "troop" in one treebank and "troops" in the other: the frequent one, always.
            return known[0]
        if known:
            return proposed if proposed in known else known[0]
        if upos == "PROPN":
            return _proper(form, xpos, proposed)
        if upos not in ("VERB", "NOUN", "ADJ"):
            return proposed
        if xpos in _UNCHANGED:
            return low if proposed.islower() else proposed
        # "re-emerged": what is inflected is the part after the hyphen
        prefix, hyphen, word = low.rpartition("-")
        if xpos not in _INFLECTED or not word.isalpha():
            return proposed
        return prefix + hyphen + (self._stem(word, proposed, *_INFLECTED[xpos]) or word)

    def _irregular_verb(self, low: str) -> list[str]:
        """Lemmas of an irregular past form, with or without a prefix ("overthrew", "withdrawn")."""
        if low in self._irregular:
            return self._irregular[low]
        for prefix in _VERB_PREFIXES:
            rest = low.removeprefix(prefix)
            if rest != low and len(rest) > 3 and rest in self._irregular:
                return [prefix + lemma for lemma in self._irregular[rest]]
        return []

    def _stem(self, low: str, proposed: str, upos: str, endings: tuple[str, ...]) -> str | None:
        """The likeliest base form: attested in its class, then in the vocabulary, then by spelling."""
        candidates = list(dict.fromkeys(c for ending in endings for c in _bases(low, ending)))
        for candidate in candidates:
            if (candidate, upos) in self._stems:
                return candidate
        for candidate in candidates:
            if candidate in self._vocabulary:
                return candidate
        if upos == "NOUN" and proposed in candidates:
            return proposed  # "calories": spelling cannot tell
        return candidates[0] if candidates else None


def _proper(form: str, xpos: str, proposed: str) -> str:
    """The lemma of a proper noun: capitalised as its form is, singular of "-ies" repaired."""
    if xpos == "NNPS" and form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form[:1].isupper():
        return proposed[:1].upper() + proposed[1:]
    return proposed


def _bases(low: str, ending: str) -> Iterator[str]:
    """Base forms that ``low`` may be inflected from with a regular ``ending``, likeliest first."""
    base = low.removesuffix(ending)
    if base == low or len(base) < 2:
        return
    if ending == "s":
        yield from _singulars(low)
    elif base.endswith("i") and ending != "ing":
        yield base[:-1] + "y"
    elif base.endswith("e"):
        if ending == "ing" or base.endswith("ee"):
            yield base
    elif len(base) > 3 and base[-1] == base[-2] and base[-1] in _DOUBLED:
        # "stopped", "barred"; but "killed", "passed"
        yield from (base, base[:-1]) if base[-1] in "lsfz" else (base[:-1], base)
    elif _short_syllable(base):
        yield base + "e"
    elif _wants_e(base):
        yield from (base + "e", base)
    else:
        yield from (base, base + "e")


def _singulars(low: str) -> Iterator[str]:
    if low.endswith("men"):
        yield low[:-2] + "an"
    if low.endswith("ies") and len(low) > 4:
        yield low[:-3] + "y"
    if low.endswith(("ises", "izes", "yses")):
        yield low[:-1]
    if low.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        yield low[:-2]
    yield low if low.endswith("ss") else low[:-1]


def _short_syllable(base: str) -> bool:
    """One vowel before one final consonant: had no "e" followed, it would have been doubled ("hop-ed")."""
    vowels = [letter in _VOWELS for letter in base]
    return len(base) > 1 and sum(vowels) == 1 and vowels[-2] and base[-1] not in "wxy"


def _wants_e(base: str) -> bool:
    """Whether a longer stem is likely to be spelled with a final "e"."""
    if base.endswith(("iat", "uat")):
        return True  # "retaliat-ed", "evacuat-ed"; not "treat-ed"
    if len(base) > 2 and base[-2] in "aeiou" and base[-3] in "aeiou":
        return base[-1] in "cgsvz"  # "releas-ed", "receiv-ed"; not "explain-ed"
    return base[-1] in "cuvz" or base.endswith(_STEMS_WITH_E)


def apply_script(form: str, script: str) -> str:
    """``form`` edited by a script: how to treat case, then ``=whole`` or ``cut+suffix``.

    Case: ``l`` lower, ``u`` upper, ``t`` title, ``k`` as in the form. ``l2+e``: lower, drop two, add "e".
    """
    case, body = script[0], script[1:]
    if body.startswith("="):
        base = body[1:]
    else:
        cut, _, suffix = body.partition("+")
        if int(cut) > len(form):
            return form
        base = (form if case == "k" else form.lower())[: len(form) - int(cut)] + suffix
    match case:
        case "l":
            return base.lower()
        case "u":
            return base.upper()
        case "t":
            return base.capitalize()
        case _:
            return base
