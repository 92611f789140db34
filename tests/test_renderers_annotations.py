"""The figures as W3C Web Annotations."""

import base64
import json

from summarizer.renderers.annotations import CONTEXT, render
from tests.invented_page import TEXT, report

Json = object

TERMS = {
    *("@context", "id", "type", "items", "generated", "generator", "name", "motivation", "body"),
    *("target", "value", "format", "language", "purpose", "source", "selector", "label"),
    *("exact", "prefix", "suffix", "start", "end"),
}
TYPES = {
    *("AnnotationPage", "Annotation", "Software", "TextualBody", "SpecificResource"),
    *("TextPositionSelector", "TextQuoteSelector"),
}
PAGE = json.loads(render(report(), TEXT))


def _objects(node: Json) -> list[dict[str, Json]]:
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    found = [each for value in inner for each in _objects(value)]
    return [node, *found] if isinstance(node, dict) else found


def _targets() -> list[dict[str, Json]]:
    return [each for each in _objects(PAGE) if each.get("type") == "SpecificResource"]


def test_every_word_is_one_of_the_vocabulary():
    """The official context knows all keys and all types."""
    assert PAGE["@context"] == CONTEXT
    assert {key for each in _objects(PAGE) for key in each} <= TERMS
    assert {each["type"] for each in _objects(PAGE)} <= TYPES


def test_position_and_quote_select_the_same_characters():
    """In code points of the text, behind a character beyond the BMP."""
    for target in _targets():
        position, quote = target["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT


def test_the_text_is_named_by_its_hash():
    """Whoever has the text can tell that it is this one."""
    (source,) = {target["source"] for target in _targets()}
    digest = base64.urlsafe_b64decode(source.partition(";")[2] + "=")
    assert digest.hex() == report().issue.sha256


def test_a_figure_is_described_and_tagged():
    """A sentence for people, codes for machines."""
    sentence, *tags = PAGE["items"][7]["body"]
    assert sentence["value"] == "云岫高新区 · 营业收入 · 2024：突破180亿元（目标）"
    assert [tag["value"] for tag in tags] == ["target", "level", "supported"]


def test_what_does_not_agree_and_what_nobody_claims_is_a_question():
    """With all the places it is about."""
    questions = [each for each in PAGE["items"] if each["motivation"] == "questioning"]
    assert [len(each["target"]) for each in questions] == [3, 2, 1]


def test_every_annotation_has_a_name_of_its_own():
    """They can be cited."""
    names = [each["id"] for each in PAGE["items"]]
    assert len(set(names)) == len(names) == 15
