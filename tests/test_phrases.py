"""Sentences known again by their templates; and what errors say in Chinese is complete."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import errors
from summarizer.batch.sources import UNREAD
from summarizer.errors import SummarizerError, worded
from summarizer.phrases import Phrasebook, phrasebook
from summarizer.reading.kinds import REFUSED
from summarizer.store.database import ADVICE

ROOT = Path(__file__).parent.parent
HAN = re.compile(r"[\u4e00-\u9fff]")
CHINESE = phrasebook("zh")
FROM_ELSEWHERE = {"system", "usage"}
"""Sections with sentences of the machine and of typer, which nobody here writes."""


def sources() -> Iterator[ast.Module]:
    """Yield every file of the program."""
    for folder in ("summarizer", "eval"):
        for path in (ROOT / folder).rglob("*.py"):
            yield ast.parse(path.read_text("utf-8"))


def names_of_errors() -> set[str]:
    """Return what the classes of the tree are called, and those below them elsewhere."""
    names = {name for name, kind in vars(errors).items() if isinstance(kind, type)}
    classes = [
        each for tree in sources() for each in ast.walk(tree) if isinstance(each, ast.ClassDef)
    ]
    for _ in range(3):  # the tree is no deeper
        names |= {c.name for c in classes if {ast.unparse(base) for base in c.bases} & names}
    return names


def sentences() -> Iterator[ast.expr]:
    """Yield the first argument of every error that is made."""
    makers = names_of_errors() | {"worded"}
    for tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in makers and node.args:
                yield node.args[0]


def templates() -> set[str]:
    """Return every sentence that an error may say."""
    parts = {what for _mark, what in REFUSED} | {*UNREAD.values(), *ADVICE.values()}
    return parts | {
        node.value for node in sentences() if isinstance(node, ast.Constant) and node.value
    }


def test_an_error_is_a_template_with_values():
    """Never a sentence put together where it is raised: nobody would know it again."""
    assert [ast.unparse(node) for node in sentences() if isinstance(node, ast.JoinedStr)] == []


def test_every_error_is_said_in_chinese():
    """What is missing belongs into `summarizer/locale/zh/phrases.toml`."""
    there = {text for text, chinese in CHINESE.translations.items() if HAN.search(chinese)}
    assert {each for each in templates() - there if _has_words(each)} == set()


def test_a_translation_has_the_names_of_all_values():
    """Without what formats them: they are words by then."""
    for template, chinese in CHINESE.translations.items():
        assert sorted(set(re.findall(r"{.*?}", chinese))) == sorted(
            {f"{{{name}}}" for _, name, _, _ in string.Formatter().parse(template) if name}
        )


@given(st.sampled_from(sorted(templates() & CHINESE.translations.keys())), st.data())
def test_an_error_is_known_again(template: str, data: st.DataObject):
    """Whatever stands in it: the values stand in the translation too."""
    names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    plain = re.sub(r"{(\w+)[^}]*}", r"{\1}", template)
    values = {name: data.draw(st.text("甲乙丙./_", min_size=1, max_size=8)) for name in names}
    said = CHINESE.say(plain.format_map(values))
    assert said == CHINESE.translations[template].format_map(values) or not _has_words(plain)


def _has_words(template: str) -> bool:
    return any(map(str.isalpha, re.sub(r"{.*?}", "", template)))


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("a.txt: no such file; check the path, or pass - for stdin", "a.txt：没有这个文件"),
        (
            "x.db: database is locked; another program holds it",
            "x.db：数据库被占用；另一个程序正占用它",
        ),
        ("a.rar: a RAR archive; unpack it, or pack it as .zip", "a.rar：是 RAR 压缩包；请解压"),
        ("http://h/v1 (m): something else: 7", "http://h/v1 (m): something else: 7"),
    ],
)
def test_what_stands_in_a_sentence_is_said_too(english: str, chinese: str):
    """And what nobody knows is shown as it is."""
    assert CHINESE.say(english).startswith(chinese)


def test_the_sentence_with_most_words_of_its_own_goes_first():
    """A general one would take its words for values."""
    book = Phrasebook({"{a}: {b}": "{a}：{b}", "{a}: gone; make {b}": "{a}没有了，请做{b}"})
    assert book.say("page: gone; make it") == "page没有了，请做it"


def test_an_error_can_be_sent_to_another_process():
    """It is its sentence; braces in a value do no harm."""
    error = SummarizerError("{path}: no {what}", path="{a}", what="{b}")
    again = type(error)(*error.args)
    assert str(again) == str(error) == worded("{path}: no {what}", path="{a}", what="{b}")
