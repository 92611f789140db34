"""`summarize explain`: why a row reads as it does.

    summarize explain page.txt --figure 12.5亿元

    第3段 …完成工业总产值12.5亿元…
      owner       柳湾高新区 .81     in the clause +1.2, titled True zone +0.6 …
                  柳湾市 .11        …
      indicator   工业总产值 .97     read +0.8 …
      likely right .84

Cues have the names that they have in `binding/weights.toml`, each with its weight there; who reads
Chinese is told them in the words of `locale/zh/cues.toml`.
"""

from collections.abc import Iterable, Iterator, Sequence
from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import tongue
from summarizer.cli.options import DateOption, EncodingOption, issue_date
from summarizer.errors import ReadingError

if TYPE_CHECKING:
    from summarizer.binding import Row
    from summarizer.document import Article

SHOWN, CUES = 4, 6
"""So many candidates are shown, and so many cues of each: those that weigh most."""
BEFORE, AFTER = 24, 8
"""Characters of the text that are shown around a figure."""
WIDTH = 16


def explain(
    source: Annotated[str, typer.Argument(metavar="ISSUE", help="A page of text; - is stdin.")],
    figure: Annotated[
        str | None,
        typer.Option(
            "--figure", help="The figure as printed: 12.5亿元; all of them where none is named."
        ),
    ] = None,
    date: DateOption = None,
    encoding: EncodingOption = None,
) -> None:
    """Say why a row reads as it does: the candidates, what speaks for them, the margin."""
    from summarizer.analysis import analyse
    from summarizer.binding import read_rows
    from summarizer.reading import read_issue
    from summarizer.segmentation import segment
    from summarizer.text import fold

    issue = read_issue(source, encoding=encoding, date=issue_date(date))
    asked = None if figure is None else fold(figure)
    told = False
    for article in segment(issue):
        for row in read_rows(analyse(article, issue.date)):
            if asked is None or asked in fold(row.claim.printed):
                typer.echo("\n".join(explained(row, article)) + "\n")
                told = True
    if not told:
        raise ReadingError(
            "{source}: no row has the figure {figure}", source=source, figure=figure or "–"
        )


def explained(row: "Row", article: "Article") -> Iterator[str]:
    """Yield the lines that explain a row."""
    from summarizer.wording import MEASURE, STATUS

    claim, reading = row.claim, row.reading
    place = reading.figure.quantity.span
    before = article.text[max(0, place.start - BEFORE) : place.start].replace("\n", " ")
    behind = article.text[place.end : place.end + AFTER].replace("\n", " ")
    yield f"{before}⟦{article.text[place.start : place.end]}⟧{behind}"
    name = reading.who.text if reading.who else _("nothing")
    weighed = [(w.candidate.text, w.share, w.cues) for w in row.owned.candidates]
    yield from _choice("owner", _("owner"), claim.ref_area, weighed)
    said = _("read from top to bottom: {name}, by {how}").format(
        name=name, how=tongue.say_cue("owner", reading.how)
    )
    yield f"{'':{WIDTH}}{said}"
    wordings = [("".join(each.wording.said), each.share, each.cues) for each in reading.wordings]
    scoped = " ".join(filter(None, (claim.scope, claim.indicator)))
    yield from _choice("indicator", _("indicator"), scoped, wordings)
    yield _line(_("measure"), tongue.say_code(MEASURE, claim.measure))
    yield _line(_("period"), claim.time_period_text or _("nothing"))
    yield _line(_("status"), tongue.say_code(STATUS, claim.status))
    yield _line(_("likely right"), f"{row.confidence.p}")


def _choice(
    table: str,
    title: str,
    chosen: str | None,
    weighed: Sequence[tuple[str, float, tuple[str, ...]]],
) -> Iterator[str]:
    """Yield what was chosen, how far ahead it is, and the candidates with what speaks for them."""
    shares = sorted((share for _, share, _ in weighed), reverse=True)
    margin = shares[0] - shares[1] if len(shares) > 1 else 1.0
    yield _line(title, f"{chosen or _('nothing')}  ({_('margin')} {margin:.2f})")
    for name, share, cues in weighed[:SHOWN]:
        yield f"{'':{WIDTH}}{share:.2f} {name or '–'}  {_because(table, cues)}"


def _because(table: str, cues: Iterable[str]) -> str:
    """Return the cues that weigh most, each with its weight."""
    from summarizer.binding.weights import weights_of

    weights = weights_of(table)
    heard = sorted(((cue, weights.get(cue, 0.0)) for cue in cues), key=lambda each: -abs(each[1]))
    told = ((tongue.say_cue(table, cue), weight) for cue, weight in heard[:CUES] if weight)
    return "; ".join(f"{cue} {weight:+.2f}" for cue, weight in told)


def _line(title: str, said: str) -> str:
    return f"  {title:{WIDTH - 2}}{said}"
