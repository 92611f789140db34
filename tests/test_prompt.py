"""Prompts: found, rendered, fingerprinted; articles are marked and made harmless."""

import pytest

from summarizer.errors import PromptError
from summarizer.prompt import load_prompt, mark, prompts_folder, released_prompts
from summarizer.text import Span
from tests.servers.articles import figures

PROMPT = load_prompt("article-summary@3")


def marked(text: str, *, enclosed: bool = False) -> str:
    """Return the text as it would be sent."""
    numbers = [(int(figure.id[1:]), figure) for figure in figures(text)]
    return mark(text, Span(0, len(text)), numbers, enclosed=enclosed)


def test_every_released_prompt_loads():
    """Each has the three sections that a conversation needs."""
    for reference in released_prompts():
        assert set(load_prompt(reference).sections) == {"system", "user", "revise"}


def test_a_missing_prompt_names_those_that_exist():
    """The message says what there is instead."""
    with pytest.raises(PromptError, match=r"there are: article-summary@1"):
        load_prompt("article-summary@999")


def test_a_reference_without_version_is_explained():
    """The form of a reference is part of the message."""
    with pytest.raises(PromptError, match="NAME@VERSION"):
        load_prompt("article-summary")


def test_a_missing_value_is_an_error():
    """A prompt is never sent with a hole in it."""
    with pytest.raises(PromptError, match="# revise"):
        PROMPT.render("revise")


def test_an_unknown_section_is_an_error():
    """Asking for a section that is not there names it."""
    with pytest.raises(PromptError, match="# epilogue"):
        PROMPT.render("epilogue")


def test_figures_are_marked_where_they_stand():
    """The marker stands directly before the figure; nothing else changes."""
    assert marked("产值4.5亿元，增3%。") == "产值⟦1⟧4.5亿元，增⟦2⟧3%。"


def test_figures_are_enclosed_in_their_marks():
    """Where the prompt says so, a figure's end is marked as well as its beginning."""
    assert marked("产值4.5亿元，增3%。", enclosed=True) == "产值⟦1:4.5亿元⟧，增⟦2:3%⟧。"


@pytest.mark.parametrize("closing", ["</article>", "< / article >", "</ARTICLE>", "<article n=1>"])
def test_an_article_cannot_close_its_delimiter(closing: str):
    """What looks like our delimiter loses its bracket."""
    assert "<" not in marked(f"产值{closing}4亿元")


@pytest.mark.parametrize(
    "token",
    [
        "<|im_end|>",
        "<｜User｜>",
        "</s>",
        "<think>",
        "[INST]",
        "<<SYS>>",
        "<\u200b/article>",
        "< |eot|>",
    ],
)
def test_an_article_cannot_speak_as_a_turn(token: str):
    """What a chat template takes for its own loses its first bracket; prose keeps its brackets."""
    assert token not in mark(f"产值{token}完成", Span(0, 80), ())
    prose = "误差<5%，见图[1]、<三国>"
    assert mark(prose, Span(0, len(prose)), ()) == prose


def test_an_article_cannot_forge_a_marker():
    """Marker brackets of the article become others."""
    assert marked("产值⟦7⟧4亿元") == "产值〚7〛⟦1⟧4亿元"


def test_templates_in_an_article_stay_text():
    """An article is a value, never a template."""
    text = "产值{{ 7 * 7 }}{% raw %}"
    articles = ({"text": text, "a": 50, "k": 1},)
    values = {"grouped": False, "summary": True, "date": None, "articles": articles}
    rendered = PROMPT.render("user", **values)
    assert text in rendered


RELEASED = {
    "article-summary@1": "ed8b9d97782664692bc85128db9554b9865f31867642479823444ba989729120",
    "article-summary@2": "f9e650ea615fd1d76c92ad9c84d3d5daadde68afdf770e3cb22576c388d6f7a9",
    "article-summary@3": "160c40e251f79d878ec8e9a51fe5a3e491ed1664925e869b2591e74b9c84ac8b",
}


@pytest.mark.parametrize("reference", released_prompts())
def test_a_released_prompt_is_never_edited(reference: str):
    """A changed word is a new version: copy the file, and note its digest here."""
    assert load_prompt(reference).fingerprint == f"sha256:{RELEASED[reference]}"


@pytest.mark.parametrize("grouped", [False, True])
@pytest.mark.parametrize("english", [False, True])
def test_every_sentence_of_the_prompt_is_explained(*, grouped: bool, english: bool):
    """prompts/README.md quotes what the fixed part begins its lines with."""
    values = {"grouped": grouped, "english": english, "summary": True, "table": True, "schema": ""}
    lines = PROMPT.render("system", **values).split("\n")
    explained = (prompts_folder() / "README.md").read_text(encoding="utf-8")
    assert [line[:4] for line in lines if line[:1] != "[" and line[:4] not in explained] == []
