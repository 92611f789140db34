"""Full-text search: a Chinese word of two characters is found, and so is everything else."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.store.fulltext import query, words

TEXT = "青岚高新区5G产业园揭牌，總產值１２.５亿元。Robot Park 同日开工。"
HAN = st.text(alphabet="高新区青岚产业园揭牌", min_size=1, max_size=12)


def finds(sought: str, text: str) -> bool:
    """Ask SQLite itself."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE f USING fts5 (words, content='')")
    connection.execute("INSERT INTO f (rowid, words) VALUES (1, ?)", (words(text),))
    found = connection.execute("SELECT 1 FROM f WHERE f MATCH ?", (query(sought),)).fetchone()
    connection.close()
    return found is not None


@pytest.mark.parametrize(
    "sought",
    ["高新", "高新区", "区", "5G", "产业园", "揭牌 高新", "总产值", "12.5", "robot", "5G产业"],
)
def test_what_stands_there_is_found(sought: str):
    """Two characters, one, more, Latin, digits, several words; forms and widths are folded."""
    assert finds(sought, TEXT)


@pytest.mark.parametrize("sought", ["新高", "岚区", "业园牌", "6G", "高新 低新"])
def test_what_does_not_stand_there_is_not_found(sought: str):
    """Characters that stand apart are no word."""
    assert not finds(sought, TEXT)


@pytest.mark.parametrize("sought", ["", "。", '"', "高新*", "NOT", "a OR b", "(", "高新^区"])
def test_search_syntax_is_only_text(sought: str):
    """Nothing a person types is an error of the search engine."""
    assert finds(sought, TEXT) in (True, False)


@given(before=HAN, word=HAN, after=HAN)
def test_every_word_is_found_wherever_it_stands(before: str, word: str, after: str):
    """A run of characters is found in every text that holds it."""
    assert finds(word, before + word + after)


@given(text=HAN, word=HAN.filter(lambda word: len(word) > 1))
def test_nothing_else_is_found(text: str, word: str):
    """The search finds a word exactly where a plain search in the text does."""
    assert finds(word, text) == (word in text)
