"""Whom a figure is about, weighed: candidates, cues, weights, and how sure a row is."""

import pytest
from bound_rows import DATE, article_of

from summarizer.analysis import analyse
from summarizer.binding import Row, read_rows
from summarizer.binding.weights import weights_of
from summarizer.report import Certainty

BODY = "一季度，青山高新区完成工业总产值42亿元，同比增长8%。云岭县新增企业37家。"


def rows(body: str = BODY) -> dict[str, Row]:
    """Read an article of one paragraph; rows by the figure as printed."""
    read = read_rows(analyse(article_of(body), DATE))
    return {row.claim.printed: row for row in read}


def test_the_candidates_of_a_figure_share_out_what_is_sure() -> None:
    """The shares of all candidates make up the whole, the owner's among them."""
    for row in rows().values():
        assert abs(sum(each.share for each in row.owned.candidates) - 1) < 1e-6
        assert 0 < row.owned.share <= 1


def test_figures_that_lean_on_one_another_have_one_owner() -> None:
    """What grows is whose growth is told."""
    read = rows()
    assert read["8%"].claim.ref_area == read["42亿元"].claim.ref_area == "青山高新区"
    assert read["8%"].owned.share == read["42亿元"].owned.share


def test_every_candidate_tells_its_cues() -> None:
    """The cues are the explanation: none is without a name, and the reading's pick says so."""
    told = rows()["37家"].owned.candidates
    assert all(each.cues for each in told)
    assert [each.candidate.text for each in told if "read" in each.cues] == ["云岭县"]


def test_a_row_says_how_it_was_come_by() -> None:
    """What the clause of the figure says is explicit; what was said before is carried."""
    read = rows()
    assert read["42亿元"].confidence.ref_area is Certainty.EXPLICIT
    assert read["42亿元"].confidence.indicator is Certainty.EXPLICIT
    assert read["8%"].confidence.indicator is Certainty.CARRIED
    assert read["37家"].confidence.time_period in (None, Certainty.CARRIED)


def test_a_figure_that_nothing_names_is_ambiguous_and_less_likely() -> None:
    """A bare amount is nobody's for sure."""
    read = rows("青山高新区完成工业总产值42亿元。另有9亿元。")
    sure, open_ = read["42亿元"].confidence, read["9亿元"].confidence
    assert (sure.p or 0) > (open_.p or 0)


def test_the_weights_are_few_enough_to_be_read() -> None:
    """A table that a person can read, each weight of a size that says something."""
    for what in ("owner", "sure"):
        weights = weights_of(what)
        assert 10 < len(weights) < 500
        assert all(0.02 <= abs(weight) < 5 for weight in weights.values())


@pytest.mark.parametrize(
    ("body", "figure", "owner"),
    [
        ("云岭县出口3亿元,低于柳湾县的4亿元。", "4亿元", "柳湾县"),
        ("粮食大省河北去年产粮5亿吨。", "5亿吨", "河北"),
        ("广西推进工业振兴,全区工业投资8亿元。", "8亿元", "广西"),
        (
            "江滩汽车有限公司(下称江滩汽车)去年扩产。江滩汽车营收8亿元。",
            "8亿元",
            "江滩汽车有限公司",
        ),
    ],
)
def test_an_owner_is_called_by_its_own_full_name(body: str, figure: str, owner: str) -> None:
    """Whose figure it is compared with, without what describes it, as the text first gives it."""
    assert rows(body)[figure].claim.ref_area == owner


@pytest.mark.parametrize("body", ["第六届中国船舶博览会签约3亿元。", "数字中国建设投入3亿元。"])
def test_an_event_and_an_aim_own_nothing(body: str) -> None:
    """The country in their names is not whom the figure is about."""
    assert rows(body)["3亿元"].claim.ref_area != "全国"


@pytest.mark.parametrize("source", ["（江州电台消息）", "【江州讯】", "〔江州报导〕"])
def test_whose_news_it_is_owns_nothing(source: str) -> None:
    """A broadcaster in brackets before the news is no body of it."""
    (row,) = rows(f"{source} 美国佐治亚州舷梯坍塌，导致约20人落水。").values()
    assert row.claim.ref_area == "美国佐治亚州"
    assert row.claim.indicator == "落水人数"


PRICES = (
    "受价格回落影响,6月份全省工业生产者出厂价格(PPI)同比下降4.6%,"
    "降幅比上月扩大0.7个百分点;环比下降0.9%。"
)


@pytest.mark.parametrize(
    ("body", "figure"), [(PRICES, "4.6%"), ("点票超时选委到场1200人。", "1200人")]
)
def test_an_index_and_those_who_vote_are_not_owners(body: str, figure: str) -> None:
    """PPI in brackets is a price, and 选委 are people, no office such as 发改委."""
    owner = rows(body)[figure].claim.ref_area
    assert owner in {"全省", "青山高新区"}


def test_a_verb_that_the_tagger_takes_for_a_name_is_in_no_name() -> None:
    """价格 有所 回落 is of prices; 警方 落案 has the police for its owner."""
    assert rows("涨势放缓，价格有所回落，跌幅为3%。")["3%"].claim.indicator == "价格"
    assert rows("警方落案，罚款5万元。")["5万元"].claim.ref_area == "警方"
