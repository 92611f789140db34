"""Named evidence with weights: what speaks against a figure, and what comes of it."""

import datetime as dt

import an_article
import pytest

from summarizer.analysis import analyse
from summarizer.binding import bind
from summarizer.matching.cues import form_of
from summarizer.matching.ground import Ground
from summarizer.matching.source import prepare
from summarizer.matching.times import days
from summarizer.matching.weights import Surety, table
from summarizer.text import fold
from summarizer.verification.sentences import Reading
from summarizer.verification.wording import read_sentence

TEXT = (
    "一季度，鹭川、柳湾和青杉4家纺织园合计完成销售收入188亿元。"
    "鹭川园区14户规模以上染整企业上缴税金2.6亿元，同比增长9%。"
    "青杉园区出口额由去年的3亿元增加到5亿元。"
    "澜石园区力争新建厂房40万平方米，员工达到1500人。"
    "粮油、副食品业，建材和五金业销售额分别增长4.6%和9.8%。"
)
DATE = dt.date(2024, 5, 1)


def ground() -> Ground:
    """Return the article that is spoken of, as it is read."""
    analysis = analyse(an_article.article(TEXT), DATE)
    return Ground(prepare(analysis, bind(analysis)))


def heard(claim: str) -> set[str]:
    """Return the cues that speak against the figures of a claim."""
    here = ground()
    reading = Reading(read_sentence(fold(claim), here.source), here)
    return {cue for match in reading.matches for cue in match.evidence}


@pytest.mark.parametrize(
    ("claim", "cue"),
    [
        ("鹭川完成销售收入188亿元。", "joint"),
        ("鹭川园区上缴税金2.6亿元。", "scope_dropped"),
        ("青杉园区出口额增加5亿元。", "by_for_level"),
        ("鹭川园区税金环比增长9%。", "basis"),
        ("澜石园区已新建厂房40万平方米。", "done_for_plan"),
        ("青杉园区进口额增加到5亿元。", "opposite"),
        ("青杉园区出口额由5亿元起步。", "from_for_to"),
    ],
)
def test_a_wrong_claim_is_spoken_against_by_its_own_cue(claim: str, cue: str):
    """Each way of misreading a figure has a name."""
    assert cue in heard(claim)


@pytest.mark.parametrize(
    "claim",
    [
        "鹭川、柳湾和青杉4家纺织园完成销售收入188亿元。",
        "鹭川园区14户规模以上染整企业上缴税金2.6亿元，同比增长9%。",
        "青杉园区出口额增加到5亿元。",
        "澜石园区力争新建厂房40万平方米。",
        "粮油、副食品业销售额增长4.6%。",
    ],
)
def test_a_right_claim_holds(claim: str):
    """Nothing that weighs anything speaks against it."""
    here = ground()
    reading = Reading(read_sentence(fold(claim), here.source), here)
    weights = table("sentence")
    assert reading.matches
    for match in reading.matches:
        assert weights.surety(match.evidence) is Surety.HOLDS, weights.because(match.evidence)


@pytest.mark.parametrize("name", ["sentence", "owner", "indicator", "planned", "done"])
def test_a_table_doubts_before_it_refutes(name: str):
    """Without evidence everything holds; what is refuted is near certain."""
    weights = table(name)
    assert weights.surety({}) is Surety.HOLDS
    assert weights.doubt <= weights.refute
    assert weights.refute > 0.75


def test_the_loudest_cue_is_named_first():
    """What explains a doubt are the cues that weigh most."""
    assert table("sentence").because({"nofit": 0.4, "basis": 1.0, "gain": 0.5})[0] == "basis"


@pytest.mark.parametrize(
    ("lead", "form"),
    [
        ("产值增加了", "by"),
        ("产值增加到", "to"),
        ("比上年多", "by"),
        ("降至", "to"),
        ("由去年的", "from"),
        ("产值", None),
    ],
)
def test_level_and_change_are_told_apart_by_what_leads_to_them(lead: str, form: str | None):
    """增长到 is a level, 增长了 a change."""
    assert form_of(f"{lead}5亿元", len(lead)) == form


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-Q2", "2018-04-01", "2018-06-30"),
        ("2018-S2", "2018-07-01", "2018-12-31"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2018-01-01/P4M", "2018-01-01", "2018-04-30"),
        ("2016/2020", "2016-01-01", "2020-12-31"),
        ("2018-02-31", None, None),
        ("soon", None, None),
    ],
)
def test_a_period_is_the_days_it_covers(period: str, first: str | None, last: str | None):
    """Two notations can then be compared."""
    found = days(period)
    assert (found and tuple(map(str, found))) == ((first, last) if first else None)
