from whence.read.fields import Metadata
from whence.read.manifest import is_manifest, read_manifest


def manifest(folder, text):
    path = folder / "reports.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_give_metadata(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("x")
    path = manifest(tmp_path, "path,url,outlet,title,published\nsub/a.txt,https://e.org,O,T,2019-06-23\n")
    found = read_manifest("reports.csv", path)
    assert found.losses == ()
    assert found.metadata == {
        (tmp_path / "sub/a.txt").resolve(): Metadata(
            url="https://e.org", outlet="O", title="T", published="2019-06-23"
        )
    }


def test_rows_that_name_nothing_twice_or_outside(tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.txt").write_text("x")
    (inner / "a.txt").write_text("x")
    (inner / "link.txt").symlink_to(tmp_path / "secret.txt")
    rows = [
        "gone.txt",
        "a.txt",
        "./a.txt",
        "../secret.txt",
        f"{tmp_path}/secret.txt",
        "link.txt",
        "",
        "..\\secret.txt",
    ]
    found = read_manifest("reports.csv", manifest(inner, "path\n" + "".join(f'"{row}"\n' for row in rows)))
    assert list(found.metadata) == [(inner / "a.txt").resolve()]
    assert len(found.losses) == len(rows) - 1
    assert "does not exist" in found.losses[0].detail
    assert "named twice" in found.losses[1].detail
    assert all("not a file inside" in loss.detail for loss in found.losses[2:])


def test_a_table_of_reports_with_this_name_is_no_manifest(tmp_path):
    assert not is_manifest(manifest(tmp_path, "url,date,title,text\n"))
    assert is_manifest(manifest(tmp_path, "\ufeffPath,url\n"))
    assert not is_manifest(tmp_path / "other.csv")
