"""Whether a sentence speaks the article's words at all.

A sentence without a figure or a name offers nothing to refute. But a paraphrase keeps more than
half of its pairs of characters (0.57 to 1 in sentences of annotators); what keeps hardly any is
not about this article. Across languages nothing can be said this way.
"""

import re
from collections.abc import Iterator

from summarizer.matching.contexts import words
from summarizer.matching.reasons import Judgement, Reason

LEAST = 0.35
"""The share of a sentence's words that the article must have."""
LETTER = re.compile(r"[^\W\d_]")
NUMERAL = re.compile(r"[\d〇零一二三四五六七八九十百千万亿两]+")
SHOWN = 30


def judge_vocabulary(sentence: str, article_text: str) -> Iterator[Judgement]:
    """Leave a folded sentence undecided whose words are not the article's."""
    if is_foreign(sentence, article_text):
        shown = sentence.strip()[:SHOWN]
        message = f"“{shown}”的用词不见于原文，无从核实，请只写原文所述，或删去。"
        yield Judgement(Reason.UNVERIFIED, message)


def is_foreign(sentence: str, article_text: str) -> bool:
    """Say whether hardly a word of a sentence stands in the article, or it has none to say."""
    wording = NUMERAL.sub("|", sentence)
    said = words(wording) or LETTER.findall(wording)
    if not said:
        return wording == sentence
    text = article_text.lower()
    return sum(word.lower() in text for word in said) < LEAST * len(said)
