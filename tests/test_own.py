"""What a user adds to a reading tells in the key of a document and in its run."""

from builders import document
from whence.own import NOTHING, Own
from whence.resolve import ActorFile, GazetteerFile


def test_each_file_changes_the_key_and_none_leaves_it() -> None:
    read = document("d-1")
    actors, places = ActorFile("", "digest"), GazetteerFile("places.sqlite", "digest")
    keys = [own.key(read) for own in (NOTHING, Own(actors=actors), Own(gazetteer=places))]
    assert keys[0] == read.analysis_key
    assert len(set(keys)) == 3


def test_digests_are_those_of_the_files_given() -> None:
    assert set(NOTHING.digests.values()) == {None}
    assert Own(actors=ActorFile("", "abc")).digests["actors"] == "abc"
