"""Pieces that come from another page → the articles that they go on in.

    A …年产值12（下转第3版）        page 1
    A续 （上接第1版）亿元。          page 3: the pages that both name, words that both titles have,
                                  a sentence that one side opens and the other ends

A piece whose article is not found stays one of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer.lexicon import pattern
from summarizer.numerals import parse_numeral
from summarizer.segmentation.lines import ended, sutured
from summarizer.segmentation.pieces import Entry, Piece
from summarizer.segmentation.shapes import Shape

CUES = {
    "to": 3.0,  # 下转第3版, and it stands on page 3
    "elsewhere": -3.0,  # 下转第3版, and it stands on another
    "from": 2.0,  # 上接第1版, and the article stands on page 1
    "title": 3.0,  # the share of its title's pairs of characters that the article has
    "open": 1.0,  # the article stops in mid-sentence
    "mends": 1.0,  # and its first words complete the last ones
}
ENOUGH = 2.0


Jump = tuple[Entry, str, float]
"""The first entry that was joined to an article, why, and how much speaks for it."""


def rejoined(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], dict[int, Jump]]:
    """Return the pieces with those from other pages joined to theirs.

    With them the joins, by the number of the piece.
    """
    found = [part for piece in pieces for part in _parted(piece)]
    joins: dict[int, Jump] = {}
    whole: list[Piece] = []
    for piece in found:
        if not piece.of(Shape.JUMP_FROM) or not piece.texts:
            whole.append(piece)
            continue
        scores = [_evidence(owner, piece) for owner in whole]
        weights = [sum(CUES[cue] * value for cue, value in each.items()) for each in scores]
        best = max(range(len(whole)), key=weights.__getitem__, default=-1)
        if best < 0 or weights[best] < ENOUGH:
            whole.append(piece)
            continue
        joins[best] = ((*piece.heads, *piece.rest)[0], _because(scores[best]), weights[best])
        whole[best] = _joined(whole[best], piece)
    return tuple(whole), joins


def _parted(piece: Piece) -> Iterator[Piece]:
    """Yield a piece, cut where one from another page begins below its own text."""
    told = False
    for at, entry in enumerate(piece.rest):
        told = told or entry.is_text
        if entry.shape is Shape.JUMP_FROM and told:
            yield replace(piece, rest=piece.rest[:at])
            yield from _parted(Piece((), piece.rest[at:], piece.section))
            return
    yield piece


def _evidence(owner: Piece, piece: Piece) -> dict[str, float]:
    """Return what speaks for a piece going on in an article."""
    leaves = owner.of(Shape.JUMP_TO)
    if not leaves or not owner.texts:
        return {}
    to, come = _page(leaves[-1]), _page(piece.of(Shape.JUMP_FROM)[0])
    last, first = owner.texts[-1].text, piece.texts[0].text
    text = owner.title + "".join(entry.text for entry in owner.texts)
    pairs = {piece.title[at : at + 2] for at in range(len(piece.title) - 1)}
    return {
        "to": to is not None and to == piece.page,
        "elsewhere": to is not None and piece.page is not None and to != piece.page,
        "from": come is not None and come == owner.page,
        "title": sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0,
        "open": not ended(last),
        "mends": not ended(last) and sutured(last, first),
    }


def _page(jump: Entry) -> int | None:
    """Return the page that a jump line names."""
    found = pattern("lines.page_number").search(jump.text)
    return int(parse_numeral(found.group())) if found else None


def _because(evidence: dict[str, float]) -> str:
    return ", ".join(cue for cue, value in evidence.items() if CUES[cue] * value > 0)


def _joined(owner: Piece, piece: Piece) -> Piece:
    """Return an article with a piece of it that was printed elsewhere."""
    return replace(owner, rest=(*owner.rest, *piece.heads, *piece.rest))
