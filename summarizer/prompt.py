"""What we say to a model: loaded from `prompts/`, rendered, and known by its fingerprint.

    prompts/article-summary/1.md
        +++                     TOML: which reply it asks for, at which temperature
        # system                the fixed part, the same bytes in every request of a run
        # user                  the articles
        # revise                what was wrong with the first draft

An article is material, never instructions: `mark` numbers its figures (`⟦12⟧5亿元`) and takes the
meaning from every character of the article that could pass for a marker or for our delimiter.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import PromptError
from summarizer.quantity import Quantity
from summarizer.text import Span

if TYPE_CHECKING:
    from jinja2 import Template

NAME = re.compile(r"([a-z][a-z0-9-]*)@([0-9]+)")
HIDDEN = r"[\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]"
OPENING = re.compile(rf"[<\[](?={HIDDEN}{{0,16}}[/|｜<\[_A-Za-z])")
"""What begins a tag or a control token of a chat template: <|im_end|>, </s>, [INST]."""
HARMLESS = str.maketrans("<[", "＜［")
BRACKETS = str.maketrans("⟦⟧", "〚〛")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A released prompt. `sections` maps a section's name to its Jinja2 source."""

    name: str
    version: int
    meta: Mapping[str, object]
    sections: Mapping[str, str]
    fingerprint: str

    def __str__(self) -> str:
        return f"{self.name}@{self.version}"

    def render(self, section: str, **values: object) -> str:
        """Fill in a section; raises PromptError for a section or a value that is missing."""
        from jinja2 import TemplateError

        try:
            return _template(self.sections[section]).render(values).strip()
        except KeyError as error:
            raise PromptError(
                "{prompt}: has no section “# {section}”", prompt=self, section=section
            ) from error
        except TemplateError as error:
            raise PromptError(
                "{prompt}: “# {section}” does not render: {error}",
                prompt=self,
                section=section,
                error=error,
            ) from error


@cache
def _template(source: str) -> "Template":
    from jinja2 import Environment, StrictUndefined

    return Environment(undefined=StrictUndefined, autoescape=False).from_string(source)  # noqa: S701 - not HTML


@cache
def load_prompt(reference: str) -> Prompt:
    """Return a prompt by name and version, as in `article-summary@1`; raises PromptError."""
    named = NAME.fullmatch(reference)
    if named is None:
        raise PromptError(
            "{reference}: not a prompt; write NAME@VERSION, as in article-summary@1",
            reference=reference,
        )
    path = prompts_folder() / named[1] / f"{named[2]}.md"
    if not path.is_file():
        known = ", ".join(released_prompts()) or "none"
        raise PromptError(
            "{reference}: no such prompt; there are: {known}", reference=reference, known=known
        )
    return _parse(named[1], int(named[2]), path.read_bytes())


def prompts_folder() -> Path:
    """Return where the prompts lie: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "prompts"
    return installed if installed.is_dir() else package.parent / "prompts"


def released_prompts() -> tuple[str, ...]:
    """Return every prompt there is, as `name@version`."""
    paths = prompts_folder().glob("*/*.md")
    return tuple(sorted(f"{path.parent.name}@{path.stem}" for path in paths))


def _parse(name: str, version: int, source: bytes) -> Prompt:
    try:
        _, front, body = source.decode("utf-8").split("+++\n", 2)
        meta = tomllib.loads(front)
    except ValueError as error:
        raise PromptError(
            "{name}@{version}: no TOML between +++ lines: {error}",
            name=name,
            version=version,
            error=error,
        ) from error
    _, *parts = re.split(r"^# ([a-z]+)\n", body, flags=re.MULTILINE)
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    return Prompt(name, version, meta, sections, f"sha256:{sha256(source).hexdigest()}")


def mark(
    text: str, span: Span, numbers: Iterable[tuple[int, Quantity]], *, enclosed: bool = False
) -> str:
    """Return a stretch of an article with its figures numbered and nothing that could deceive.

    A mark stands before its figure (⟦12⟧5亿元) or encloses it, qualifiers and all (⟦12:约5亿元⟧).
    """
    chunks: list[str] = []
    position = span.start
    for number, quantity in sorted(numbers, key=lambda pair: pair[1].start):
        chunks.append(_defused(text[position : quantity.start]))
        within = enclosed and quantity.start >= position
        figure = _defused(text[quantity.start : quantity.end])
        chunks.append(f"⟦{number}:{figure}⟧" if within else f"⟦{number}⟧")
        position = quantity.end if within else max(position, quantity.start)
    chunks.append(_defused(text[position : span.end]))
    return "".join(chunks)


def _defused(text: str) -> str:
    """Return the text without the power to close a tag, to speak as a turn or to forge a marker."""
    return OPENING.sub(lambda match: match[0].translate(HARMLESS), text.translate(BRACKETS))
