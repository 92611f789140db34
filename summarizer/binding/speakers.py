"""Who speaks where the words come before the name: “…6万元。” 茶农李桂兰说.

What is said is about the speaker, or about the firm the speaker manages, where it names nobody.
An official or an expert only tells of others.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from summarizer.analysis.chunks import OFFICES, POINTS_TO, Name, sort_of
from summarizer.analysis.lexicon import Sort
from summarizer.analysis.names import names_of
from summarizer.analysis.sentences import Clause, Sentence
from summarizer.analysis.words import CLOSING, MARK, Word
from summarizer.lexicon import pattern

SAID = pattern("verbs.said")
POSTS = pattern("bodies.speaker_posts")
PART = "nagszjb"
"""How the tags of words begin that a firm's name may be made of."""
ACTING = (Sort.FIRM, Sort.PERSON)


def speakers_of(sentences: Sequence[Sentence]) -> dict[Sentence, Name]:
    """Return who says a sentence, for each that stands in a quote before its speaker."""
    spoken: dict[Sentence, Name] = {}
    for at, sentence in enumerate(sentences):
        clause = aside_of(sentence)
        speaker = _speaker(clause.words) if clause else None
        if speaker:
            behind = clause is sentence.clauses[0]
            said = _quoted(sentences[:at], sentence.line) if behind else ()
            spoken.update(dict.fromkeys((*said, sentence), speaker))
    return spoken


def aside_of(sentence: Sentence) -> Clause | None:
    """Return the clause that only tells who has spoken, right behind the end of a quote."""
    if not CLOSING & set(sentence.text):
        return None
    ended = ""
    for clause in sentence.clauses:
        if CLOSING & {ended, clause.text[0]} and SAID.match(clause.text):
            return clause
        ended = clause.text[-1]
    return None


def _quoted(before: Sequence[Sentence], line: int) -> Iterator[Sentence]:
    """Yield the sentences of the quote that has just been closed, the last first."""
    for sentence in reversed(before):
        if sentence.line != line:
            return
        yield sentence
        if re.search(r"[“「『]", sentence.text):
            return


def _speaker(words: tuple[Word, ...]) -> Name | None:
    """Return the person or the firm that a clause begins with, if it is one that acts itself."""
    words = words[words[0].tag == MARK :]
    post = next((i for i, word in enumerate(words) if POSTS.search(word.text)), 0)
    firm = (*takewhile(_may_name, reversed(words[:post])),)[::-1]
    whole = len(firm) == post or (bool(firm) and words[post - len(firm) - 1].tag == "uj")
    if firm and whole and not any(map(_is_other, firm)):
        start, end = firm[0].start, firm[-1].end
        return Name(start, end, end, "".join(word.text for word in firm), Sort.FIRM)
    name = next(iter(names_of(words)), None)
    return name if name and name.sort in ACTING and not name.pointer else None


def _may_name(word: Word) -> bool:
    """Say whether a word can be part of a firm's name: 睿 联 科技, but not 附近 的."""
    syllable = len(word.text) == 1 and word.tag == "v"
    return word.tag != MARK and (word.tag[0] in PART or syllable)


def _is_other(word: Word) -> bool:
    """Say whether a word is an office, a pointer, or a body of another sort than a firm."""
    other = sort_of(word.text) not in (None, Sort.FIRM)
    return other or word.text in POINTS_TO or bool(OFFICES.search(word.text))
