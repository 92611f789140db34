"""A page through a chat model from the command line, over real sockets.

The page has three articles. Of the first replies one is good, one malformed and one cites the wrong
figure; the malformed one is asked for again, the wrong citation is sent back with the reason.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLES

from tests.servers.scripted import Answer, Body, ScriptedServer, changes, completion, reply

KEY = "sk-never-to-be-seen"
CUT_OFF = completion('{"a": "摘要", "k": [')


def row(body: Body, printed: str, *cells: str, cite: str | None = None) -> list[str]:
    """Cite a figure by the number it has in the request (or that of another one)."""
    text = body["messages"][1]["content"]
    match = re.search(rf"⟦(\d+):{re.escape(cite or printed)}⟧", text)
    assert match, f"{cite or printed} has no number in the request"
    return [match[1], printed, *cells]


def good(body: Body) -> Answer:
    """Answer on the first article, rightly."""
    cells = ("云岚高新区", "总产值", "规模以上工业", "值", "2023年一季度", "实际")
    return reply(
        a="云岚高新区一季度规模以上工业企业实现总产值104.6亿元。",
        r=[row(body, "104.6亿元", *cells)],
    )


def wrong(body: Body) -> Answer:
    """Answer on the third article with a figure that is another one's."""
    cells = ("岱屿经开区", "收集问题", "", "值", "今年以来", "实际")
    return reply(a="岱屿经开区收集问题。", r=[row(body, "351件", *cells, cite="375件")])


CELLS = ("岱屿经开区", "收集问题", "", "值", "", "今年以来", "实际")


def right(body: Body) -> Answer:
    """Answer on the third article, rightly."""
    return reply(a="岱屿经开区收集问题375件。", r=[row(body, "375件", *CELLS)])


def put_right(body: Body) -> Answer:
    """Change the row that was wrong in the third article."""
    return changes(["r1", "改", *row(body, "375件", *CELLS)])


def insist(_: Body) -> Answer:
    """Stand by the row that was wrong in the third article."""
    return changes(["r1", "留", "岱屿经开区收集问题351件"])


def second(body: Body) -> Answer:
    """Answer on the second article."""
    cells = ("星槎光电产业园项目", "总投资", "", "值", "", "计划")
    return reply(a="星槎光电产业园项目开工,总投资23亿元。", r=[row(body, "23亿元", *cells)])


def summarize(
    server: ScriptedServer, target: Path, *words: str
) -> subprocess.CompletedProcess[str]:
    """Run the command with one request at a time, so that the script is followed."""
    command = [sys.executable, "-m", "summarizer", str(SAMPLES / "zone-news.txt")]
    command += ["--model", "openai:scripted", "--base-url", server.base_url, "--workers", "1"]
    return subprocess.run(
        [*command, "-o", str(target), *words],
        env=os.environ | {"OPENAI_API_KEY": KEY},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], list[Body], str]:
    """Return the report, the requests it took, and all that was said."""
    target = tmp_path_factory.mktemp("chat") / "report.json"
    with ScriptedServer(good, CUT_OFF, second, wrong, put_right) as server:
        done = summarize(server, target)
        assert done.returncode == 0, done.stderr
        said = done.stdout + done.stderr + target.read_text()
        return json.loads(target.read_text()), server.requests, said


def test_the_good_reply_passes(told: tuple[dict[str, Any], list[Body], str]) -> None:
    """Its row has the value of the cited figure, and its place."""
    first = told[0]["articles"][0]
    (observation,) = first["observations"]
    assert (observation["value"], observation["verdict"]) == ("10460000000", "supported")


def test_the_malformed_reply_is_asked_for_again(
    told: tuple[dict[str, Any], list[Body], str],
) -> None:
    """And the second answer counts."""
    (observation,) = told[0]["articles"][1]["observations"]
    assert (observation["value"], observation["status"]) == ("2300000000", "plan")


def test_the_wrong_citation_is_sent_back_with_the_reason(
    told: tuple[dict[str, Any], list[Body], str],
) -> None:
    """The model is told which figure it cited; what it then says is released."""
    last_word = told[1][-1]["messages"][-1]["content"]
    assert "351件" in last_word
    (observation,) = told[0]["articles"][2]["observations"]
    assert (observation["value"], observation["verdict"]) == ("375", "supported")


def test_every_request_is_counted_and_the_key_is_never_shown(
    told: tuple[dict[str, Any], list[Body], str],
) -> None:
    """Five requests; an unknown price is no price."""
    assert told[0]["usage"]["requests"] == len(told[1]) == 5
    assert told[0]["usage"]["cost"] is None
    assert KEY not in told[2]


def test_an_insisted_wrong_citation_is_marked(tmp_path: Path) -> None:
    """What stays wrong after the revision is released with its verdict, never without."""
    with ScriptedServer(good, second, wrong, insist) as server:
        summarize(server, tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text())
    (observation,) = report["articles"][2]["observations"]
    assert observation["verdict"] == "refuted"


def test_an_article_without_an_answer_fails_alone(tmp_path: Path) -> None:
    """Exit code 1, the article named, the others told."""
    with ScriptedServer(good, CUT_OFF, CUT_OFF, right) as server:
        done = summarize(server, tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text())
    assert (done.returncode, [each["article"] for each in report["failures"]]) == (1, ["A2"])
    assert report["articles"][2]["observations"]


def test_a_kept_answer_is_not_paid_for_again(tmp_path: Path) -> None:
    """With a store the second run asks nobody."""
    kept = ("--store", str(tmp_path / "runs.db"))
    with ScriptedServer(good, second, right) as server:
        summarize(server, tmp_path / "report.json", *kept)
        first = len(server.requests)
        done = summarize(server, tmp_path / "again.json", *kept)
        assert (done.returncode, len(server.requests) - first) == (0, 0)
