"""What is in doubt, and in which order it is shown."""

from hashlib import sha256

import pytest

from summarizer.desk.doubts import Reason, row_doubts
from summarizer.desk.pages import Opened
from summarizer.desk.speech import catalogue, preferred
from summarizer.desk.view import Item, lay_sheet
from summarizer.document import Issue
from summarizer.report import ArticleReport, Certainty, Confidence, Origin, Verdict
from tests.invented_page import TEXT, report

SURE = Confidence(
    ref_area=Certainty.EXPLICIT, indicator=Certainty.EXPLICIT, status=Certainty.EXPLICIT, p=0.97
)


def article(row: int = 0, **said: object) -> ArticleReport:
    """Return the second article with one of its rows changed."""
    whole = report().articles[1]
    rows = list(whole.observations)
    rows[row] = rows[row].model_copy(update=said)
    return whole.model_copy(update={"observations": tuple(rows), "checks": ()})


def reasons(article: ArticleReport, row: int = 0) -> list[Reason]:
    """Return why a row is in doubt."""
    return [doubt.reason for doubt in row_doubts(article)[row]]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({}, []),
        ({"verdict": Verdict.REFUTED}, [Reason.REFUTED]),
        ({"verdict": Verdict.NOT_ENOUGH_INFO}, [Reason.UNSUPPORTED]),
        ({"ref_area": None}, [Reason.NOBODY]),
        ({"confidence": SURE}, []),
        (
            {"confidence": SURE.model_copy(update={"ref_area": Certainty.AMBIGUOUS})},
            [Reason.AMBIGUOUS],
        ),
        ({"confidence": SURE.model_copy(update={"ref_area": Certainty.CARRIED})}, [Reason.CARRIED]),
        ({"confidence": SURE.model_copy(update={"p": 0.4})}, [Reason.UNSURE]),
        ({"verdict": Verdict.REFUTED, "origin": Origin.PERSON}, []),
    ],
)
def test_a_row_is_in_doubt_for_a_reason(said: dict[str, object], why: list[Reason]):
    """By its verdict, its confidence, its owner; what a person vouches for is not."""
    assert reasons(article(**said)) == why


def test_two_values_of_the_same_thing_are_both_in_doubt():
    """Unless the scope or the period tells them apart."""
    first = report().articles[1].observations[0]
    same = {name: getattr(first, name) for name in ("indicator", "status", "unit", "time_period")}
    assert reasons(article(2, **same), 2) == reasons(article(2, **same)) == [Reason.CLASH]
    assert reasons(article(2, **same, scope="二期"), 2) == []


def items() -> tuple[Item, ...]:
    """Return what is in doubt on the invented page."""
    digest = sha256(TEXT.encode()).hexdigest()
    issue = Issue(f"sha256:{digest[:16]}", "page.txt", TEXT, digest)
    return lay_sheet(Opened("page", issue, report(), ())).doubts


def test_the_worst_comes_first():
    """What does not add up before what is nobody's before what a check asks to look at."""
    found = [(item.printed, item.doubts[0].reason) for item in items()]
    assert found == sorted(found, key=lambda pair: pair[1])
    assert found[0][1] is Reason.MISMATCH
    assert ("12345", Reason.UNCLAIMED) in found


def test_an_item_says_where_its_figure_stands():
    """In code points of the text, though the page has a character beyond the BMP."""
    assert all(TEXT[item.start : item.end] == item.text for item in items())


def test_both_languages_say_the_same_things():
    """No word is missing in one of them."""
    zh, en = catalogue("zh"), catalogue("en")
    assert {group: set(words) for group, words in zh.items()} == {
        group: set(words) for group, words in en.items()
    }


@pytest.mark.parametrize("group", ["doubt", "measure", "status", "op"])
def test_every_code_has_a_word(group: str):
    """So that none is shown raw."""
    from summarizer.summary import Measure, Status

    codes = {
        "doubt": {reason.name for reason in Reason},
        "measure": set(Measure),
        "status": set(Status),
        "op": {"set", "reject", "add", "split", "join", "role", "note"},
    }
    assert set(catalogue("zh")[group]) == codes[group]


@pytest.mark.parametrize(
    ("asked", "accepted", "language"),
    [("en", "zh-CN", "en"), (None, "en-US,en", "en"), (None, "fr", "zh"), ("xx", "", "zh")],
)
def test_the_language_is_the_one_asked_for_or_the_browsers(
    asked: str | None, accepted: str, language: str
):
    """Chinese where neither is known."""
    assert preferred(asked, accepted) == language
