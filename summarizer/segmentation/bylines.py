"""Who wrote it: the forms in which newspapers print their authors.

    ► 肖远 刘文 · □ 本报记者 肖远        a mark, an office, names
    【記者林遠／南屏報導】               with the place, as in Hong Kong and Taiwan
    文/本报记者 肖远 图/本报记者 刘文      who did what
    （本报通讯员 刘文）                  in brackets, below the text
    肖远 刘文                          nothing but names: what they are, the neighbours tell

A byline is cut at its marks and offices, and each piece that is left must be a name or a word of
the trade: names are few characters behind one of some six hundred surnames.
"""

import re

from summarizer.lexicon import pattern

LONGEST = 60
MARKS = "►▶▷▲△▼▽■□◆◇●○◎⊙★☆※◀"
OPENERS = f"{MARKS}(【[〔"
GAP = re.compile(rf"[ 、,;:/|()【】〔〕\[\]{MARKS}]+")


def is_byline(text: str) -> bool:
    """Say whether a folded line names its authors by office or mark, and says nothing else."""
    if len(text) > LONGEST or not (text[0] in OPENERS or pattern("bylines.hint").search(text)):
        return False
    if pattern("bylines.supplied").fullmatch(text) or pattern("bylines.reader").fullmatch(text):
        return True
    credited = pattern("bylines.credit").search(text) and "文" not in text
    return not credited and _names_authors(text)


def _names_authors(text: str) -> bool:
    rest, offices = pattern("bylines.office").subn(" ", text)
    if not (offices or text[0] in MARKS or text.startswith(("文/", "文:", "图/"))):
        return False
    pieces = [piece for piece in GAP.split(rest) if piece]
    named = any(
        could_be_name(piece) or pattern("bylines.foreign").fullmatch(piece) for piece in pieces
    )
    sure = named or (bool(pieces) and pattern("bylines.ours").match(text) is not None)
    return sure and all(
        pattern("bylines.short").fullmatch(piece) or pattern("bylines.piece").fullmatch(piece)
        for piece in pieces
    )


def is_pen_name(text: str) -> bool:
    """Say whether a folded line is a mark and a few words: authors, or the name of a column."""
    return pattern("bylines.pen").fullmatch(text) is not None


def is_names(text: str) -> bool:
    """Say whether a folded line could be nothing but names, and is no word (金融, 公 告)."""
    return pattern("bylines.names").fullmatch(text) is not None and not _is_word(
        text.replace(" ", "")
    )


def could_be_name(text: str) -> bool:
    """Say whether a folded line could be a name, even one that is a word too (常乐)."""
    return pattern("bylines.names").fullmatch(text) is not None


def is_phrase(text: str) -> bool:
    """Say whether what could be a name also is a verb and its object: 惠民生."""
    import rjieba

    given = text[1:]
    return len(given) == 2 and rjieba.has_word(given) and rjieba.tag(given)[0][1] == "n"  # noqa: PLR2004 - 民生


def _is_word(text: str) -> bool:
    """Say whether a line is a word of the language and not a name (金融, 简讯)."""
    import rjieba

    words = rjieba.tag(text)
    return len(words) == 1 and rjieba.has_word(text) and not words[0][1].startswith("nr")


def names_reporter(text: str) -> bool:
    """Say whether a folded line is an office and perhaps a name: 记者林远, 南屏新闻记者."""
    return pattern("bylines.reporter").fullmatch(text) is not None


def is_column_name(text: str) -> bool:
    """Say whether a folded line could be the name of a column or of those who write it."""
    return pattern("bylines.column").fullmatch(text) is not None
