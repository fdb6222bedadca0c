import sys
import time
import unicodedata
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from whence.parse.wordpiece import WordPiece

MODEL = resources.files("whence.data") / "model/vocabulary.txt"
EXAMPLE = Path(__file__).parents[2] / "examples/hong-kong-2019"
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
NOT_ENCODABLE = ("Cs",)
CHARACTERS = st.characters(exclude_categories=NOT_ENCODABLE)
FRAGMENTS = st.sampled_from(
    [
        *("police", "Hong", "un", "##ing", "U.S.", "don't", "$5", "£5", "x²", "½", "…", "—", "”", "#", "_"),
        *(
            "São",
            "Sa\u0303o",
            "ΟΔΟΣ",
            "ΣΑΣ",
            "İstanbul",
            "ıI",
            "Straße",
            "ẞ",
            "ﬁ",
            "Å",
            "ǅ",
            "\u0301",
            "\u0323",
        ),
        *("香港", "\uf900", "\U0002f800", "한국", "ひら", "กำ", "हिन्दी", "العَربية", "\u037e", "\u1fef"),
        *("\x00", "\x1c", "\x85", "\xa0", "\xad", "\u200b", "\u200d", "\u2028", "\u3000", "\ufeff", "\ufffd"),
        *("👩\u200d👧", "🇭🇰", "\ue000", "\U000e0041", "\u07fd", "\u2e43", "\u1734", "\u166d", "\U000111c9"),
        *("a" * 99, "a" * 100, "é" * 50, "\t", "\n", " "),
    ]
)
TEXTS = st.one_of(
    st.text(CHARACTERS, max_size=40),
    st.lists(FRAGMENTS, max_size=8).map("".join),
    st.lists(st.one_of(FRAGMENTS, CHARACTERS), max_size=12).map("".join),
)


def read_vocabulary():
    return MODEL.read_text(encoding="utf-8").split("\n")[:-1]


@pytest.fixture(scope="module")
def vocabulary():
    return read_vocabulary()


@pytest.fixture(scope="module")
def wordpiece(vocabulary):
    return WordPiece(vocabulary)


def tokenizer():
    """The library's tokeniser as BERT uncased has it."""
    vocabulary = {piece: i for i, piece in enumerate(read_vocabulary())}
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=100))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"])
    return made


@pytest.fixture(scope="module")
def library():
    """``library(text)``: the ids that the ``tokenizers`` library gives."""
    loaded = tokenizer()
    return lambda text: loaded.encode(text, add_special_tokens=False).ids


@pytest.fixture(scope="module")
def library_as_text():
    """``library_as_text(text)``: the same, with special tokens in the text read as text."""
    loaded = tokenizer()
    loaded.encode_special_tokens = True
    return lambda text: loaded.encode(text, add_special_tokens=False).ids


@given(TEXTS)
def test_any_text_has_the_ids_of_the_library(wordpiece, library, text):
    assume(not any(token in text for token in SPECIAL))
    assert wordpiece.ids(text) == library(text)


def test_all_words_of_the_example_have_the_ids_of_the_library(wordpiece, library):
    files = sorted(EXAMPLE.glob("*.txt"))
    words = {word for file in files for word in file.read_text(encoding="utf-8").split()}
    assert len(words) > 900
    assert {word: wordpiece.ids(word) for word in words} == {word: library(word) for word in words}


def test_characters_have_the_ids_of_the_library_alone_and_inside_a_word(wordpiece, library):
    """All with a category that counts, all of the scripts in the vocabulary, and every 61st of the others."""
    characters = [
        character
        for code, character in enumerate(map(chr, range(sys.maxunicode + 1)))
        if (category := unicodedata.category(character)) not in NOT_ENCODABLE
        and (code < 0x3200 or code % 61 == 0 or category[0] in "MPZ" or category in ("Cc", "Cf"))
    ]
    words = [word for character in characters for word in (character, f"a{character}b")]
    assert [word for word in words if wordpiece.ids(word) != library(word)] == []


@pytest.mark.parametrize("letter", ["a", "é", "e\u0301", "İ", "한", "ß", "香", "ab", "."])
def test_a_part_of_more_than_a_hundred_characters_is_unknown(wordpiece, library, letter):
    for count in (33, 34, 49, 50, 51, 99, 100, 101, 200):
        word = letter * count
        assert wordpiece.ids(word) == library(word)


@pytest.mark.parametrize("token", SPECIAL)
def test_special_tokens_in_the_text_are_text(wordpiece, vocabulary, token):
    for text in (token, f"a{token}b", f"{token}{token}", f"\u200b{token}"):
        pieces = [vocabulary[number] for number in wordpiece.ids(text)]
        assert "[" in pieces and "]" in pieces
        assert not set(pieces) & set(SPECIAL)


@pytest.mark.parametrize("token", SPECIAL)
def test_special_tokens_are_the_only_difference_from_the_library(wordpiece, library, library_as_text, token):
    for text in (token, f"a{token}b", f"É{token}."):
        assert wordpiece.ids(text) == library_as_text(text) != library(text)


@given(st.text())
def test_no_text_gives_a_special_token_but_unknown(wordpiece, vocabulary, text):
    assert not {vocabulary[number] for number in wordpiece.ids(text)} & (set(SPECIAL) - {"[UNK]"})


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "\x1c\x7f", "\u200b\u200d\ufeff", "\u0301", "\ufffd", "\ue000"]
)
def test_what_cannot_be_read_has_no_ids(wordpiece, text):
    assert wordpiece.ids(text) == []


def test_a_lone_surrogate_is_read_as_a_question_mark(wordpiece):
    assert wordpiece.ids("a\ud800b") == wordpiece.ids("a?b")


def test_pieces_are_the_longest_from_left_to_right():
    small = WordPiece(["[UNK]", "un", "una", "##aff", "##ff", "##able", "##a", "##b", "##l"])
    assert small.ids("Unaffable") == [2, 4, 5]
    assert small.ids("unab") == [2, 7]
    assert small.ids("able") == [0]
    assert small.ids("unabx") == [0]


def test_a_vocabulary_without_the_unknown_piece_is_refused():
    with pytest.raises(ValueError, match="UNK"):
        WordPiece(["a", "##b"])


def test_hostile_words_take_linear_time(wordpiece):
    start = time.process_time()
    for text in ("a" * 1_000_000, "香" * 100_000, "a." * 100_000, "\u0301" * 1_000_000):
        wordpiece.ids(text)
    for code in range(0xF0000, 0x110000):
        wordpiece.ids(chr(code))
    assert time.process_time() - start < 5
