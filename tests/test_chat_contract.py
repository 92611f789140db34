"""The contract loses nothing: who answers from gold scores as gold does, through the whole wire."""

from collections.abc import Iterator

from eval.dataset import load
from eval.gold import GoldArticle, GoldRow, Sample
from eval.metrics.tally import Overlap, total
from eval.scorers.indicators import score
from eval.systems.pipeline import gold_layout
from summarizer.document import Article
from summarizer.models.chat.reply.shapes import plain, word_of
from summarizer.pipeline import Policy, ask_about, summarize_issue
from summarizer.text import Span
from tests.servers.chat import chat_model
from tests.servers.scripted import Answer, Body, ScriptedServer, reply

(INVENTED,) = load(["invented-2"])
ONCE = Policy(revisions=0)


def told(sample: Sample, article: Article, gold: GoldArticle) -> Answer:
    """Answer about an article from its gold rows, citing the figures that lie on them."""
    request = ask_about(article, sample.date)
    homes = {q.id: article.locate(q.span) for q in request.quantities if q.is_figure}
    rows: list[list[str]] = []
    for row in gold.rows:
        place = Span(row.start, row.end)
        cited = [identity for identity, home in homes.items() if home.overlaps(place)]
        rows += [written(row, identity) for identity in cited[:1]]
    return reply(a="如题。", r=rows)


def written(row: GoldRow, identity: str) -> list[str]:
    """Write a gold row as the contract asks for it."""
    entity, *_ = (*row.names, "")
    cells = [row.text, entity, row.indicator, "", word_of(row.measure), "", row.period or ""]
    return [identity.lstrip("Q"), *cells, word_of(row.status[0])]


def answered(sample: Sample) -> Iterator[tuple[str, Overlap]]:
    """Have a page summarised by a reader who knows the gold; yield the scores of its table."""
    layout = gold_layout(sample)
    answers = {
        article.text.strip()[:40]: told(sample, article, gold)
        for article, gold in zip(layout.articles, sample.articles, strict=True)
    }

    def answer(body: Body) -> Answer:
        sent = plain(body["messages"][1]["content"])
        return next(each for start, each in answers.items() if start in sent)

    with ScriptedServer(answer) as server:
        report = summarize_issue(sample.issue, chat_model(server), layout=layout, policy=ONCE)
    yield from ((each.measure, each.tally) for each in score(sample, report))


def test_a_reader_who_knows_the_gold_loses_nothing_on_the_wire():
    """Every row of ten pages comes back, as what it is."""
    found: dict[str, list[Overlap]] = {}
    for page in INVENTED.samples:
        for measure, tally in answered(page):
            found.setdefault(measure, []).append(tally)
    assert total(found["rows F, value only"]).value >= 0.98
    assert total(found["rows F, relaxed names"]).value >= 0.98
