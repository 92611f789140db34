"""What a model says, and leaving some of it out."""

import pytest
from pydantic import ValidationError

from summarizer.summary import ArticleSummary, KeyPoint, ObservationClaim


def summary() -> ArticleSummary:
    """Make a summary with two key points and two rows."""
    rows = tuple(
        ObservationClaim(quantity=f"Q{n}", printed=f"{n}家", ref_area=None, indicator="企业")
        for n in (1, 2)
    )
    points = (KeyPoint(text="其一"), KeyPoint(text="其二"))
    return ArticleSummary(abstract="摘要", key_points=points, observations=rows)


def test_claims_are_left_out_by_their_subject() -> None:
    """The rest keeps its order."""
    left = summary().without(["key_points/0", "observations/1"])
    assert [point.text for point in left.key_points] == ["其二"]
    assert [row.quantity for row in left.observations] == ["Q1"]
    assert left.abstract == "摘要"


def test_an_abstract_that_is_left_out_is_empty() -> None:
    """A summary always has one, if need be without words."""
    assert summary().without(["abstract"]).abstract == ""


def test_leaving_out_nothing_changes_nothing() -> None:
    """Nor does a subject that is not there."""
    assert summary().without(["key_points/9"]) == summary()


def test_nothing_unknown_crosses_the_border() -> None:
    """A misspelt field is an error, not silence."""
    with pytest.raises(ValidationError, match="abstracts"):
        ArticleSummary.model_validate({"abstract": "", "abstracts": ""})
