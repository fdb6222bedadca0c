"""``rows`` are written "form upos xpos head relation [entity]", one word a line."""

import pytest
from training.document import NOWHERE, UNKNOWN, Mention
from training.treebanks import english_web, georgetown, labelled

NON_COMMERCIAL = ("fiction", "whow", "essay", "letter", "podcast")
SHARED = (
    "academic",
    "bio",
    "conversation",
    "court",
    "interview",
    "news",
    "speech",
    "textbook",
    "vlog",
    "voyage",
)


def conllu(*sentences, doc_id="GUM_news_karm", entities=True):
    lines = [f"# newdoc id = {doc_id}"]
    if entities:
        lines.append("# global.Entity = GRP-etype")
    for number, rows in enumerate(sentences):
        lines.append(f"# sent_id = {doc_id}-{number}")
        for index, row in enumerate(rows.strip().splitlines(), start=1):
            form, upos, xpos, head, relation, *entity = row.split()
            misc = f"Entity={entity[0]}" if entity else "_"
            cells = (str(index), form, form.lower(), upos, xpos, "_", head, relation, "_", misc)
            lines.append("\t".join(cells))
        lines.append("")
    return "\n".join(lines) + "\n"


PRESIDENT = """
    The DET DT 2 det (1-person
    president NOUN NN 5 nsubj
    of ADP IN 4 case
    France PROPN NNP 2 nmod (2-place)1)
    left VERB VBD 0 root
"""
HE = """
    He PRON PRP 2 nsubj (1-person)
    won VERB VBD 0 root
"""


@pytest.fixture
def read(tmp_path, labels):
    """``read(*sentences)``: the labelled document of GUM with these sentences."""

    def of(*sentences, **how):
        (tmp_path / "gum-train.conllu").write_text(conllu(*sentences, **how), encoding="utf-8")
        (made,) = labelled(georgetown(tmp_path, "train"), labels, "gum")
        return made

    return of


def tags(made, layer, labels):
    return [None if value == UNKNOWN else labels[layer][value] for value in made.tags[layer]]


def test_words_of_all_sentences_stand_in_one_row(read, labels):
    made = read(PRESIDENT, HE)
    assert made.corpus == "gum"
    assert made.forms == ["The", "president", "of", "France", "left", "He", "won"]
    assert made.sentences == [0, 5]
    assert made.links["head"] == [1, 4, 3, 1, NOWHERE, 6, NOWHERE]
    assert tags(made, "sentence_start", labels) == ["1", "0", "0", "0", "0", "1", "0"]


def test_a_tag_that_is_not_learned_is_unknown(read, labels):
    # The inventory has no ADP, IN, PRON, PRP, "case" and "nmod".
    made = read(PRESIDENT, HE)
    assert tags(made, "upos", labels) == ["DET", "NOUN", None, "PROPN", "VERB", None, "VERB"]
    assert tags(made, "xpos", labels) == ["DT", "NN", None, "NNP", "VBD", None, "VBD"]
    assert tags(made, "relation", labels) == ["det", "nsubj", None, None, "root", "nsubj", "root"]


def test_lemmas_are_edit_scripts(read, labels):
    # The lemmas of this file are its forms in lower case.
    assert tags(read("Karm PROPN NNP 0 root"), "lemma", labels) == ["l0+"]


def test_mentions_have_their_head_their_words_and_their_entity(read):
    made = read(PRESIDENT, HE)
    assert made.mentions == [
        Mention(head=1, first=0, last=3, entity=0),
        Mention(head=3, first=3, last=3, entity=1),
        Mention(head=5, first=5, last=5, entity=0),
    ]


def test_the_root_of_a_sentence_heads_its_mention(read):
    made = read("A DET DT 2 det (7-event\nshelling NOUN NN 0 root\nnow ADV RB 2 advmod 7)")
    assert made.mentions == [Mention(head=1, first=0, last=2, entity=0)]


def test_the_first_of_two_heads_is_the_head(read):
    made = read("Karm PROPN NNP 3 obj (1-place\nBala PROPN NNP 3 dep 1)\nfell VERB VBD 0 root")
    assert made.mentions == [Mention(head=0, first=0, last=1, entity=0)]


def test_heads_have_the_type_of_their_mention_and_other_words_none(read, labels):
    made = read(PRESIDENT)
    assert tags(made, "head_type", labels) == ["O", "person", "O", "place", "O"]


def test_a_word_that_heads_two_mentions_has_the_type_of_the_smaller(read, labels):
    made = read("The DET DT 3 det (1-place\nold ADJ JJ 3 amod (2-object\nmill NOUN NN 0 root 2)1)")
    assert tags(made, "head_type", labels) == ["O", "O", "object"]


def test_a_type_that_is_not_learned_leaves_the_larger_mention_its_head(read, labels):
    made = read("The DET DT 3 det (1-place\nold ADJ JJ 3 amod (2-thing\nmill NOUN NN 0 root 2)1)")
    assert tags(made, "head_type", labels) == ["O", "O", "place"]


def test_without_entities_nothing_is_said_of_names_types_and_mentions(read, labels):
    made = read(PRESIDENT, entities=False)
    assert tags(made, "name", labels) == tags(made, "head_type", labels) == [None] * 5
    assert made.mentions is None


def test_names_are_read_off_mentions(read, labels):
    made = read("""
        Barack PROPN NNP 3 nsubj (1-person
        Obama PROPN NNP 1 flat 1)
        left VERB VBD 0 root
        Paris PROPN NNP 3 obj (2-place)
        with ADP IN 6 case
        friends NOUN NNS 3 obl (3-person)
    """)
    assert tags(made, "name", labels) == ["B-PER", "I-PER", "O", "B-LOC", "O", "O"]


def test_a_proper_noun_outside_every_person_organisation_and_place_may_be_a_name(read, labels):
    made = read("""
        Titanic PROPN NNP 2 nsubj
        sank VERB VBD 0 root
        in ADP IN 4 case
        April PROPN NNP 2 obl (1-time)
    """)
    assert tags(made, "name", labels) == [None, "O", "O", None]


def test_a_name_is_the_proper_nouns_around_the_head_of_its_mention(read, labels):
    made = read("""
        the DET DT 3 det (1-organization
        Karm PROPN NNP 3 compound
        Council PROPN NNP 0 root
        led VERB VBN 3 acl
        by ADP IN 6 case
        Novak PROPN NNP 4 obl (2-person)1)
    """)
    assert tags(made, "name", labels) == ["O", "B-ORG", "I-ORG", "O", "O", "B-PER"]


def test_a_common_head_makes_no_name_of_its_mention(read, labels):
    made = read("the DET DT 3 det (1-person\nKarm PROPN NNP 3 compound\nfighters NOUN NNS 0 root 1)")
    assert tags(made, "name", labels) == ["O", None, "O"]


def test_a_hyphen_does_not_cut_a_name(read, labels):
    made = read("Jean PROPN NNP 0 root (1-person\n- PUNCT HYPH 3 punct\nPierre PROPN NNP 1 flat 1)")
    assert tags(made, "name", labels) == ["B-PER", "I-PER", "I-PER"]


def test_names_that_are_joined_by_a_conjunction_are_two(read, labels):
    made = read("""
        Novak PROPN NNP 0 root (1-person(2-person)
        and CCONJ CC 3 cc
        Khan PROPN NNP 1 conj (3-person)1)
    """)
    assert tags(made, "name", labels) == ["B-PER", "O", "B-PER"]


def test_a_name_inside_a_longer_name_is_part_of_it(read, labels):
    made = read("""
        Ohio PROPN NNP 3 compound (1-organization(2-place
        State PROPN NNP 1 flat 2)
        University PROPN NNP 0 root 1)
    """)
    assert tags(made, "name", labels) == ["B-ORG", "I-ORG", "I-ORG"]


@pytest.mark.parametrize(("part", "names"), [("train", "ewt-train.first.iob2"), ("dev", "ewt-dev.iob2")])
def test_names_of_the_english_web_treebank_are_those_of_uner(tmp_path, labels, part, names):
    rows = (
        "Barack PROPN NNP 3 nsubj\nObama PROPN NNP 1 flat\nleft VERB VBD 0 root",
        "May PROPN NNP 2 nsubj\nended VERB VBD 0 root",
    )
    text = conllu(*rows, doc_id="weblog", entities=False)
    (tmp_path / f"ewt-{part}.conllu").write_text(text, encoding="utf-8")
    tagged = (
        "# sent_id = weblog-0\n1\tBarack\tB-PER\t-\t-\n2\tObama\tI-PER\t-\t-\n3\tleft\tO\t-\t-\n\n"
        "# sent_id = weblog-1\n1\tMay\tO\t-\t-\n2\tended\tO\t-\t-\n"
    )
    (tmp_path / names).write_text(tagged, encoding="utf-8")
    (made,) = labelled(english_web(tmp_path, part), labels, "ewt")
    assert tags(made, "name", labels) == ["B-PER", "I-PER", "O", "O", "O"]
    assert tags(made, "head_type", labels) == [None] * 5
    assert made.mentions is None


def test_texts_under_a_non_commercial_licence_are_never_in_the_training_part(tmp_path):
    genres = [*NON_COMMERCIAL, *SHARED]
    text = "".join(conllu(HE, doc_id=f"GUM_{genre}_one") for genre in genres)
    for part in ("train", "dev"):
        (tmp_path / f"gum-{part}.conllu").write_text(text, encoding="utf-8")
    assert {d.doc_id for d in georgetown(tmp_path, "train")} == {f"GUM_{genre}_one" for genre in SHARED}
    assert len(georgetown(tmp_path, "dev")) == len(genres)
