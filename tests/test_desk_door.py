"""Who may look at the desk, and who may write: nobody but the page that it has served itself."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.a_corrected_page import PAGE, a_page
from tests.servers.asking import Answer, ask
from tests.servers.desk import running_desk

START = PAGE.index("145家")
HEAD = PAGE[:4]
NOWHERE = {"start": 0, "end": 4, "text": HEAD}
WISH = [{"op": "reject", "start": START, "end": START + 4, "text": "145家"}]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a page."""
    folder: Path = tmp_path_factory.mktemp("door")
    a_page(folder)
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Lay the page on a desk."""
    with running_desk(str(folder / "page.txt")) as address:
        yield address


@pytest.fixture(autouse=True)
def _nothing_kept(folder: Path) -> None:
    (folder / "page.corrections.json").unlink(missing_ok=True)


def write(address: str, wishes: object = WISH, **changed: str | None) -> Answer:
    """Write as the page would, but for some headers."""
    host = urlsplit(address).netloc
    headers = {
        "Host": host,
        "Origin": f"http://{host}",
        "X-Desk-Token": address.partition("token=")[2],
        "Accept-Language": "en",
    }
    kept = {name: value for name, value in (headers | changed).items() if value is not None}
    body = json.dumps(wishes)
    return ask(address, "/page/page/change", method="POST", body=body, **kept)


def test_the_page_itself_may_write(address: str, folder: Path):
    """And what it wrote is on the disk when it is answered."""
    assert write(address).status == 200
    assert "145家" in (folder / "page.corrections.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "changed",
    [
        {"X-Desk-Token": None},
        {"X-Desk-Token": ""},
        {"X-Desk-Token": "guessed"},
        {"Origin": None},
        {"Origin": "null"},
        {"Origin": "https://example.org"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://localhost"},
        {"Host": "example.org"},
        {"Host": "127.0.0.1.example.org"},
        {"Host": ""},
    ],
    ids=str,
)
def test_no_one_else_may_write(address: str, folder: Path, changed: dict[str, str | None]):
    """Without the token, from another site, under another name: nothing is kept."""
    assert write(address, **changed).status in (400, 403, 421)
    assert not (folder / "page.corrections.json").exists()


def test_the_token_in_the_address_does_not_write(address: str, folder: Path):
    """A form of another site could send it there."""
    host = urlsplit(address).netloc
    path = f"/page/page/change?{urlsplit(address).query}"
    said = ask(address, path, method="POST", body=json.dumps(WISH), Origin=f"http://{host}")
    assert (said.status, (folder / "page.corrections.json").exists()) == (403, False)


@pytest.mark.parametrize("path", ["/", "/page/page", "/?token=guessed", "/page/1?token="])
def test_nobody_reads_without_the_token(address: str, path: str):
    """Neither the list nor a page."""
    assert ask(address, path).status == 403


@pytest.mark.parametrize("host", ["example.org", "10.0.0.1", "localhost.example.org:80"])
def test_nobody_reads_under_another_name(address: str, host: str):
    """A name that leads here is not ours (DNS rebinding)."""
    assert ask(address, Host=host).status == 421


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "LOCALHOST"])
def test_its_own_names_are_answered(address: str, name: str):
    """With any port, as a tunnel may have another."""
    assert ask(address, Host=f"{name}:{urlsplit(address).port}").status == 200


def test_a_page_asks_nobody_else_and_is_framed_by_nobody(address: str):
    """Its policy says so."""
    headers = {name.lower(): value for name, value in ask(address).headers.items()}
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy
    assert (headers["referrer-policy"], headers["cache-control"]) == ("no-referrer", "no-store")


@pytest.mark.parametrize(
    ("wishes", "message"),
    [
        ([], "at least 1 item"),
        ({"op": "set"}, "should be"),
        ([WISH[0] | {"text": "146家"}], "text has changed meanwhile"),
        ([WISH[0] | {"value": "146"}], "not permitted"),
        ([WISH[0] | {"op": "add"}], "row needs its indicator"),
        ([NOWHERE | {"op": "add", "row": {"indicator": "编号"}}], "no figure is read there"),
        ([WISH[0] | {"op": "add", "row": {"indicator": " "}}], "at least 1 character"),
        ([WISH[0] | {"op": "join"}], "no article above"),
        ([WISH[0]] * 9, "at most 8 items"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(
    address: str, folder: Path, wishes: object, message: str
):
    """Nothing of it is kept."""
    said = write(address, wishes)
    assert (said.status, message in json.loads(said.body)["message"]) == (422, True)
    assert not (folder / "page.corrections.json").exists()


def test_what_is_refused_is_told_in_the_language_of_the_page(address: str):
    """A browser that reads Chinese is told in Chinese."""
    wishes = [WISH[0] | {"op": "add"}]
    said = write(address, wishes, **{"Accept-Language": "zh-CN"})
    assert "指标" in json.loads(said.body)["message"]


def test_a_request_without_end_is_cut(address: str):
    """Its bytes are counted as they come."""
    assert write(address, ["x" * 300_000]).status == 422


@pytest.mark.parametrize("path", ["/page/0", "/page/99999999999999999999", "/static/none", "/x"])
def test_what_is_not_there_is_not_found(address: str, path: str):
    """A key of nothing, a file of nothing."""
    found = ask(address, f"{path}?{urlsplit(address).query}")
    assert found.status in (200, 404)
    assert "Traceback" not in found.body


def test_a_damaged_file_beside_the_page_is_not_overwritten(address: str, folder: Path):
    """It is told, and stays."""
    (folder / "page.corrections.json").write_text("{", encoding="utf-8")
    said = write(address)
    assert (said.status, "correct it or move it away" in said.body) == (409, True)
    assert (folder / "page.corrections.json").read_text(encoding="utf-8") == "{"


def test_a_desk_without_its_packages_says_what_to_install(tmp_path: Path):
    """In one line: a plain installation has none of them."""
    (tmp_path / "page.txt").write_text("青山区\n\n青山区新增企业37家。\n", "utf-8")
    hidden = "import sys; sys.modules.update(dict.fromkeys(('uvicorn', 'starlette')))"
    call = f"{hidden}; from summarizer.cli import app; app(['desk', 'page.txt'])"
    run = subprocess.run(
        [sys.executable, "-c", call], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "is not installed: pip install newspaper-summarizer[desk]" in run.stderr
    assert "No module named" not in run.stderr.splitlines()[-1]
