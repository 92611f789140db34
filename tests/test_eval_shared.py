"""Gold that lies beside the project, where it is there."""

import pytest

from eval.dataset import BESIDE, Dataset, load
from eval.gold import Question
from eval.harness import evaluate
from eval.scorers import Better
from eval.tasks import TASKS

DATASETS = load(BESIDE)
pytestmark = pytest.mark.skipif(not DATASETS, reason="no shared folder beside the project")


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
@pytest.mark.parametrize("question", TASKS)
def test_gold_fed_in_as_a_report_is_perfect(dataset: Dataset, question: Question):
    """The harness measures what it says: gold against gold loses no point."""
    result = evaluate(TASKS[question]("extractive"), dataset, "gold")
    for measured in result.measures:
        perfect = 0 if measured.better is Better.LOWER else 1
        ideal = measured.better is Better.NEITHER or measured.tally.value in (perfect, None)
        assert ideal, measured.measure
