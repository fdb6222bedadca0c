"""The pages that people follow: what their commands print stands below them, and links lead somewhere."""

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from docs_scripts import ROOT, script

console = script("console")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*.md"))]


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", console.pages(), ids=name)
def test_commands_print_what_stands_below_them(page: Path) -> None:
    written = page.read_text(encoding="utf-8")
    if "$ datasette" in written and find_spec("datasette") is None:
        pytest.skip("Datasette is not installed: pip install '.[docs]'")
    assert console.filled(written) == written, "Write it anew: python compile/console.py"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_a_console_block_is_filled_by_running_its_commands() -> None:
    page = "<!-- file: a.txt -->\n```\nx\n```\n```console\n$ cat a.txt\nold\n$ echo y\n```\n"
    assert console.filled(page) == page.replace("old\n", "x\n").replace("$ echo y\n", "$ echo y\ny\n")
    with pytest.raises(RuntimeError):
        console.filled("```console\nwhence\n```\n")


def test_a_feed_becomes_reports_as_the_page_says(tmp_path: Path) -> None:
    pytest.importorskip("feedparser", reason="feedparser is not installed: pip install '.[docs]'")
    page = (ROOT / "docs/how-to/reports.md").read_text(encoding="utf-8")
    code = re.search(r"<!-- file: feed_to_jsonl.py -->\n```python\n(.*?)```", page, re.DOTALL)
    assert code is not None
    (tmp_path / "feed_to_jsonl.py").write_text(code[1], encoding="utf-8")
    (tmp_path / "feed.xml").write_text(
        """<rss version="2.0"><channel><title>Talun Coast Gazette</title><item>
        <title>Two shells hit market</title><link>https://talun-gazette.example/1</link>
        <pubDate>Tue, 11 Mar 2031 17:00:00 +0200</pubDate>
        <description>&lt;p&gt;Two shells hit the fish market on Tuesday, the stallholder Khaled Bouzrira told
        the Gazette. He said that his brother had been wounded in the arm.&lt;/p&gt;</description>
        </item></channel></rss>""",
        encoding="utf-8",
    )
    command = [sys.executable, "feed_to_jsonl.py", "feed.xml"]
    rows = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    (tmp_path / "feed.jsonl").write_text(rows, encoding="utf-8")
    import whence

    with whence.read(tmp_path / "feed.jsonl", into=tmp_path / "feed.db") as account:
        (document,) = account.documents
        assert (document.outlet, document.title) == ("Talun Coast Gazette", "Two shells hit market")
        assert document.published is not None and document.published.startswith("2031-03-11")
        assert "Khaled Bouzrira" in document.text and "<p>" not in document.text


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_r_reads_an_account_as_the_page_says(example_account: Path, tmp_path: Path) -> None:
    page = (ROOT / "docs/how-to/r.md").read_text(encoding="utf-8")
    code = re.search(r"<!-- file: account.R -->\n```r\n(.*?)```", page, re.DOTALL)
    assert code is not None
    shutil.copy(example_account, tmp_path / "account.db")
    (tmp_path / "account.R").write_text(code[1], encoding="utf-8")
    done = subprocess.run(["Rscript", "account.R"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "reported" in done.stdout and "origins_low" in done.stdout


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("sphinx", reason="Sphinx is not installed: pip install '.[docs]'")
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-W",
        "--keep-going",
        "-q",
        "-b",
        "html",
        "docs",
        str(tmp_path),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Independent origins" in (tmp_path / "how-it-decides.html").read_text(encoding="utf-8")
