"""Three tools for assistants, asked by the SDK's own client over standard input and output."""

import sys
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import ClientSession, StdioServerParameters, stdio_client

TEXT = """青篱园区首季产值破百亿元

本报讯 2023年一季度，青篱园区实现工业总产值104.6亿元，同比增长12.3%。
园区新签约项目26个，其中亿元以上项目11个。

到2025年，青篱园区工业总产值将达到600亿元。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a page, beside a file that nobody named."""
    (tmp_path / "secret.txt").write_text(TEXT, encoding="utf-8")
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "page.txt").write_text(TEXT, encoding="utf-8")
    (pages / "link.txt").symlink_to(tmp_path / "secret.txt")
    return pages


def ask_often(folder: Path, tool: str, *calls: dict[str, Any]) -> list[Any]:
    """Call a tool of a server that is started for it, once or several times."""

    async def asked() -> list[Any]:
        command = StdioServerParameters(
            command=sys.executable, args=["-m", "summarizer", "mcp", str(folder)]
        )
        async with stdio_client(command) as streams, ClientSession(*streams) as session:
            await session.initialize()
            return [await session.call_tool(tool, arguments) for arguments in calls]

    return anyio.run(asked)


def ask(folder: Path, tool: str, **arguments: object) -> Any:  # noqa: ANN401 - a tool's reply
    """Call a tool once."""
    return ask_often(folder, tool, arguments)[0]


def test_a_page_is_summarised(folder: Path):
    """Every figure with its place in the text and how it stands."""
    (article,) = ask(folder, "summarize_page", path="page.txt").structured_content["articles"]
    figure = next(each for each in article["figures"] if each["printed"] == "104.6亿元")
    assert (figure["value"], figure["unit"], figure["time_period"]) == (
        "10460000000",
        "CNY",
        "2023-Q1",
    )
    assert TEXT[figure["place"]["start"] : figure["place"]["end"]] == "104.6亿元"


def test_claims_are_judged_with_tier_and_places(folder: Path):
    """The places are those of the page, not of the article."""
    claims = [f"2023年一季度，青篱园区实现工业总产值{value}亿元。" for value in ("104.6", "140.6")]
    reply = ask(folder, "check_claims", path="page.txt", claims=claims)
    right, wrong = judged = reply.structured_content["claims"]
    assert (right["verdict"], wrong["verdict"]) == ("supported", "refuted")
    assert {each["tier"] for each in judged} <= {"number", "reading"}
    assert all(TEXT[p["start"] : p["end"]] == p["text"] for j in judged for p in j["evidence"])


def test_claims_that_are_too_many_are_counted(folder: Path):
    """What was not judged is told, so that it can be asked for again."""
    reply = ask(folder, "check_claims", path="page.txt", claims=["产值104.6亿元。"] * 203)
    told = reply.structured_content
    assert (len(told["claims"]), told["not_judged"]) == (200, 3)


def test_a_figure_is_explained(folder: Path):
    """Where it stands, in which sentence, and what the row says of it."""
    (told,) = ask(folder, "explain_figure", path="page.txt", figure="600亿元").structured_content[
        "figures"
    ]
    assert "到2025年" in told["sentence"]
    assert [(row["status"], row["time_period"]) for row in told["rows"]] == [("target", "2025")]


def test_nothing_outside_the_folders_is_read(folder: Path):
    """Neither by a way up, nor by a link, nor by its full name; the server goes on."""
    outside = ["../secret.txt", "link.txt", str(folder.parent / "secret.txt"), "nothing.txt", "."]
    calls = [{"path": path} for path in (*outside, "page.txt")]
    *refused, given = ask_often(folder, "summarize_page", *calls)
    assert all("no such file in the folders" in reply.content[0].text for reply in refused)
    assert [reply.is_error for reply in (*refused, given)] == [*[True] * len(outside), False]


def test_a_wrong_day_is_an_error_of_the_call(folder: Path):
    """What to write is said."""
    reply = ask(folder, "summarize_page", path="page.txt", date="yesterday")
    assert reply.is_error
    assert "write YYYY-MM-DD" in reply.content[0].text
