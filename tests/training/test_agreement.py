import pytest
from training.agreement import kappa, main


def test_kappa_of_a_hand_worked_table() -> None:
    # 4 yes-yes, 1 yes-no, 1 no-yes, 4 no-no: 0.8 agree, 0.5 by chance.
    pairs = [(True, True)] * 4 + [(True, False)] + [(False, True)] + [(False, False)] * 4
    assert kappa(pairs) == pytest.approx(0.6)


def test_the_second_annotations_are_of_events_that_were_annotated(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    told = capsys.readouterr().out
    assert told.startswith("reviewed: 112 judged twice")
    assert "weblogs: 42 and 39 events" in told
