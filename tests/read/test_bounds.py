from whence.read import bounds


def test_losses_say_what_to_do():
    for loss in (
        bounds.too_large("a", 30_000_000),
        bounds.too_long("a", 2_000_000),
        bounds.empty("a"),
        bounds.binary("a"),
    ):
        assert loss.stage == "read"
        assert loss.detail.endswith(".")
    assert "30,000,000" in bounds.too_large("a", 30_000_000).detail
