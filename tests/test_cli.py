"""The door: what a user types, sees and gets."""

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import jsonschema
import pytest
from conftest import SAMPLES

PAGE = SAMPLES / "zone-news.txt"


def summarize(*words: str | Path, stdin: bytes | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "summarizer", *map(str, words)],
        input=stdin,
        capture_output=True,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def test_a_page_appears_in_the_terminal() -> None:
    """The one command most people need: headline, summary and table."""
    done = summarize(PAGE)
    assert done.returncode == 0, done.stderr
    assert "星槎光电产业园开工" in done.stdout
    assert "104.6亿元" in done.stdout


def test_a_page_explains_whose_money_it_prints() -> None:
    """What decided on a bare 元 is told with the joins."""
    page = "港鐵擴建\n本報訊　本港碼頭擴建，總額為800萬元。\n"
    done = summarize("-", "--explain", "--date", "2020-05-04", stdin=page.encode())
    assert "元 = HKD  HKD 港铁 1  HKD 本港 1" in done.stderr


def test_the_suffix_chooses_the_format(tmp_path: Path) -> None:
    """Several outputs may be asked for at once."""
    done = summarize(PAGE, "-o", tmp_path / "r.json", "-o", tmp_path / "r.md")
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((tmp_path / "r.json").read_text())["articles"]
    assert "星槎光电产业园" in (tmp_path / "r.md").read_text()


def test_the_json_keeps_its_promise() -> None:
    """It validates against schemas/issue-report.json."""
    done = summarize(PAGE, "-o", "-", "--format", "json")
    schema = json.loads((SAMPLES.parent / "schemas" / "issue-report.json").read_text())
    jsonschema.validate(json.loads(done.stdout), schema)


def test_standard_input_is_an_issue() -> None:
    """`-` reads a page from a pipe, in whatever usual encoding."""
    done = summarize("-", "--format", "json", stdin=PAGE.read_text().encode("gb18030"))
    assert json.loads(done.stdout)["issue"]["source"] == "<stdin>"


def archive(folder: Path) -> Path:
    """Pack two pages into a zip."""
    path = folder / "pages.zip"
    with ZipFile(path, "w") as pages:
        pages.write(PAGE, "1.txt")
        pages.write(SAMPLES / "briefs.txt", "2.txt")
    return path


def test_every_page_of_a_zip_appears(tmp_path: Path) -> None:
    """One after the other."""
    done = summarize(archive(tmp_path))
    assert done.returncode == 0
    assert done.stdout.index("星槎光电产业园") < done.stdout.index("泠水化肥厂")


def test_a_zip_goes_on_after_a_page_that_cannot_be_read(tmp_path: Path) -> None:
    """It is told in a line, the others are shown, and the exit says that something failed."""
    path = archive(tmp_path)
    with ZipFile(path, "a") as pages:
        pages.writestr("0.txt", "")
    done = summarize(path)
    assert (done.returncode, done.stderr.count("0.txt: no text in it")) == (1, 1)
    assert "泠水化肥厂" in done.stdout


def test_one_output_takes_one_page(tmp_path: Path) -> None:
    """For several there is the batch command; nothing is written."""
    done = summarize(archive(tmp_path), "-o", tmp_path / "r.json")
    assert (done.returncode, "summarize batch" in done.stderr) == (1, True)
    assert not (tmp_path / "r.json").exists()


def test_options_may_stand_before_the_file() -> None:
    """The command without a verb takes its options on either side."""
    assert summarize("--format", "csv", PAGE).returncode == 0


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "no text in it"),
        ("blank.txt", b"\n \n", "no text in it"),
        ("binary.txt", bytes(range(256)) * 40, "not text"),
        ("missing.txt", None, "no such file"),
        (".", None, "directory"),
    ],
    ids=["empty", "blank", "binary", "missing", "directory"],
)
def test_bad_input_is_one_line_that_says_what_to_do(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    """No traceback, exit code 1, the file named."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = summarize(tmp_path / name)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert message in done.stderr
    assert str(tmp_path) in done.stderr


def test_an_unknown_encoding_is_named() -> None:
    """The message repeats it and says what else there is."""
    done = summarize(PAGE, "--encoding", "utf-9")
    assert done.returncode == 1
    assert "utf-9" in done.stderr


def test_an_output_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """And nothing is left half written."""
    done = summarize(PAGE, "-o", tmp_path / "no" / "such" / "r.json")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr


def test_an_output_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    """A page is not summarised, nor a model paid, for a name that no format goes with."""
    done = summarize(PAGE, "-o", tmp_path / "r.json", "-o", tmp_path / "r.bogus")
    assert done.returncode == 2
    assert "no format goes with this name" in done.stderr
    assert not list(tmp_path.iterdir())


def test_only_a_file_is_ever_replaced(tmp_path: Path) -> None:
    """A pipe or a device is never moved away to make room for a report."""
    os.mkfifo(tmp_path / "pipe.json")
    done = summarize(PAGE, "-o", tmp_path / "pipe.json")
    assert (done.returncode, "not a file" in done.stderr) == (1, True)
    assert (tmp_path / "pipe.json").is_fifo()


def test_the_page_itself_is_never_overwritten(tmp_path: Path) -> None:
    """`-o page.txt` would put the terminal's page in the place of the newspaper's."""
    page = tmp_path / "page.txt"
    page.write_text("青岚高新区完成工业总产值12.6亿元。")
    done = summarize(page, "-o", page)
    assert (done.returncode, "is the page itself" in done.stderr) == (1, True)
    assert page.read_text().startswith("青岚")


def test_a_full_disk_is_one_line() -> None:
    """Where standard output takes no more, that is said without a traceback."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "summarizer", PAGE],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode().splitlines()[0].endswith("no space left on the device")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk"])
def test_no_locale_keeps_a_page_from_appearing(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """What goes into a pipe is UTF-8 everywhere."""
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    assert "► 程砚秋 陆知远" in summarize(PAGE).stdout


def test_a_page_without_chinese_is_told() -> None:
    """Its figures would be read by the rules of a language that it is not in."""
    done = summarize("-", stdin=b"Output rose 12.3 percent to 10.4 billion yuan.")
    assert "hardly any Chinese" in done.stderr


def test_claims_come_in_any_encoding(tmp_path: Path) -> None:
    """Yours are read as a page is, and a missing file is one line."""
    (tmp_path / "said.txt").write_bytes("规模以上工业企业实现总产值104.6亿元。".encode("gb18030"))
    assert "104.6亿元" in summarize("check", PAGE, "--claims", tmp_path / "said.txt").stdout
    assert "no such file" in summarize("check", PAGE, "--claims", tmp_path / "none.txt").stderr


def test_claims_about_a_page_without_an_article_are_refused(tmp_path: Path) -> None:
    """Nothing on it could support or refute them."""
    (tmp_path / "page.txt").write_text("第3版")
    done = summarize("check", tmp_path / "page.txt", "--claims", PAGE)
    assert (done.returncode, "no article in it" in done.stderr) == (1, True)


def test_a_prompt_that_is_not_there_is_named() -> None:
    """Before an endpoint is asked."""
    done = summarize(PAGE, "--model", "ollama:x", "--prompt", "nonsense@1")
    assert (done.returncode, "no such prompt" in done.stderr) == (1, True)


def test_a_narrow_terminal_cuts_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cells that are long are folded."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")  # as if somebody looked
    assert "…" not in summarize("check", PAGE).stdout


@pytest.mark.parametrize(
    "words",
    [
        ("--nonsense",),
        (PAGE, "--unsupported", "nonsense"),
        (PAGE, "--format", "nonsense"),
        (PAGE, "--base-url", "http://localhost"),
        (),
    ],
)
def test_wrong_usage_is_exit_code_two(words: tuple[str, ...]) -> None:
    """As every command line does it."""
    assert summarize(*words).returncode == 2


def test_nothing_in_a_page_or_a_name_commands_the_terminal(tmp_path: Path) -> None:
    """Escapes in a page, a file's name or an error are printed as signs."""
    page = tmp_path / "\x1b[31m.txt"
    page.write_text(
        "霁川园产值\x1b[2J\n去年，霁川园产值5亿元\x1b]0;x\x07，占全市的150%。\n", "utf-8"
    )
    said = [summarize("check", page, "--all"), summarize(page), summarize(page, "-o", "x.nothing")]
    assert [done.returncode for done in said][1:] == [0, 2]
    assert not any("\x1b" in done.stdout + done.stderr for done in said)


def test_a_page_without_a_date_says_what_that_costs(tmp_path: Path) -> None:
    """And how to mend it; with the date nothing is said."""
    page = tmp_path / "page.txt"
    page.write_text("霁川园开门红\n今年一季度，霁川园实现产值5亿元。\n", "utf-8")
    assert "1 of 1 rows have no period; pass --date" in summarize(page).stderr
    assert summarize(page, "--date", "2024-04-20").stderr == ""


def test_the_name_of_the_paper_may_be_given() -> None:
    """It stands in the report, and so in every citation."""
    done = summarize(PAGE, "--title", "云岚日报", "--format", "json")
    assert json.loads(done.stdout)["issue"]["title"] == "云岚日报"
