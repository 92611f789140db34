"""Whom a figure is about, while an article is read from top to bottom.

云岚高新区 … 园区 17户 …       a pointer means the last name of its sort, or the main body
兴安盟今年将有 … ， 总投资 …    the subject holds until another takes its place
(a new paragraph)              begins with the main body of the article again
总投资25亿元的青山船机项目      what the figure describes may stand behind it
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from summarizer.analysis.anaphora import meant
from summarizer.analysis.chunks import Name
from summarizer.analysis.figures import Figure
from summarizer.analysis.lexicon import ALONE, WHOLE_COUNTRY, Sort
from summarizer.analysis.names import names_of
from summarizer.analysis.sentences import Clause, Sentence
from summarizer.analysis.words import MARK
from summarizer.binding.ellipsis import Phrase
from summarizer.binding.speakers import aside_of, speakers_of
from summarizer.binding.subjects import candidates, tells_part
from summarizer.binding.topic import main_of
from summarizer.lexicon import pattern, word_list, word_set
from summarizer.quantity import Kind
from summarizer.summary import Measure

BUILDING = word_set("verbs.builds")
SITE = pattern("measures.site")
PARTING = ("p", "c", "uj", MARK)
OWNERS = (Sort.PROJECT, Sort.FIRM, Sort.ZONE)
EXAMPLE = pattern("parts.told_apart")
QUOTES = '“「『"'
MANAGER = pattern("bodies.quoted_manager")
NEAREST = word_set("tagging.nearest")
AGAINST = word_list("verbs.set_against")
LONGEST_LABEL = 8
"""Characters of a name before a colon."""


class How(StrEnum):
    """How one knows whom a figure is about, the surest first."""

    LIST = "list"  # 分别 shares the figures out
    BEHIND = "behind"  # 投资3亿元的霁川项目
    AGAINST = "against"  # 低于霁川的 3亿元
    LABEL = "label"  # 霁川电器：销量增长 5%
    CLAUSE = "clause"  # its own clause names it
    BASE = "base"  # the figure it leans on is about it
    SENTENCE = "sentence"  # a clause before it does
    SPEAKER = "speaker"  # it is said by somebody about himself
    TOPIC = "topic"  # a sentence of the paragraph does
    ARTICLE = "article"  # the article is about it


class Coreference:
    """Remembers who was named, and who is being spoken of."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        """Look for the main body of the article: the first in its headline, else in its text."""
        self._seen: list[Name] = []
        self._here: list[Name] = []
        self._topic: Name | None = None
        self._line = -1
        self._main = main_of(sentences)
        self._spoken = {s.line for s in sentences if MANAGER.search(s.text)}
        self._speakers = speakers_of(sentences)

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence; a new paragraph begins with the main body again.

        Where it opens with what a manager says, it goes on with whom that one manages.
        """
        if sentence.line != self._line:
            speech = sentence.text[0] in QUOTES and sentence.line in self._spoken
            self._topic = self._topic if speech else None
            self._line, self._here = sentence.line, []

    def leave(self, sentence: Sentence) -> None:
        """End a sentence: remember who was named, and its subject."""
        subjects = []
        aside = aside_of(sentence)
        for clause in sentence.clauses:
            names = [n for n in candidates(clause.words) if _leads(n, clause, sentence)]
            if clause is not aside:
                subjects += [self._resolve(name, ()) for name in names]
            named = [name for name in clause.names if not name.pointer]
            self._seen += named
            self._here += named
        topic = next((s for s in subjects if s and self._counts(s)), None)
        if topic:
            traded = topic.text in WHOLE_COUNTRY  # 我国 轮胎行业
            self._topic = topic if traded else replace(topic, end=topic.core)

    def who(self, figure: Figure, phrase: Phrase, base: Name | None) -> tuple[Name | None, How]:
        """Return the body a figure is about, and how one knows; `base` is whom it leans on."""
        if owner := _owner_behind(figure):
            return owner, How.BEHIND
        if phrase.measure is Measure.LEVEL and (other := _set_against(figure)):
            return other, How.AGAINST
        if base and figure.quantity.kind is Kind.MULTIPLE:
            return base, How.BASE
        return self._named(figure, phrase, base) or self._understood(figure)

    def _named(
        self, figure: Figure, phrase: Phrase, base: Name | None
    ) -> tuple[Name | None, How] | None:
        """Look for whom the sentence of a figure names, its own clause first."""
        clauses = figure.sentence.clauses[: figure.clause]
        stretches = [figure.lead, *(c.words for c in reversed(clauses) if not tells_part(c.words))]
        earlier = [name for words in reversed(stretches) for name in names_of(words)]
        for words in stretches:
            names = candidates(words)
            if words is figure.lead:
                found = self._in_clause(figure, phrase, names, earlier)
                if found or base:
                    return (found, How.CLAUSE) if found else (base, How.BASE)
            elif found := self._first(filter(_is_subject, names), earlier):
                return found, How.SENTENCE
        return None

    def _understood(self, figure: Figure) -> tuple[Name | None, How]:
        """Return who is meant where the sentence names nobody."""
        if label := _label(figure):
            return label, How.LABEL
        speaker = self._speakers.get(figure.sentence)
        if speaker or self._topic:
            return (speaker, How.SPEAKER) if speaker else (self._topic, How.TOPIC)
        return self._main, How.ARTICLE

    def _in_clause(
        self, figure: Figure, phrase: Phrase, names: Sequence[Name], earlier: Sequence[Name]
    ) -> Name | None:
        """Look in the figure's own clause: its subject, a trade that acts, the owner beside it."""
        names = [name for name in names if not _is_part(name, figure, phrase)]
        if figure.quantity.kind is Kind.COUNT:
            told = {name.start for name in names_of((*figure.lead, figure.word))}
            names = [name for name in names if name.start in told]
        acting = (n for n in names if n.subject and (self._counts(n) or _acts(n, figure, phrase)))
        resolved = (self._resolve(name, earlier) for name in acting)
        found = next(filter(None, resolved), None)
        return found or self._first(_neighbours(figure, names), earlier)

    def _trade(self) -> Name | None:
        """Return the trade that was named last: 全行业 after 霁川轮胎行业."""
        named = (n for n in reversed(self._seen) if not (n.pointer or n.compared))
        return next((n for n in named if n.end > n.core or n.sort is Sort.TRADE), None)

    def _first(self, names: Iterator[Name], earlier: Sequence[Name]) -> Name | None:
        found = (self._resolve(name, earlier) for name in names)
        return next((name for name in found if name and self._counts(name)), None)

    def _counts(self, name: Name) -> bool:
        """Let a trade be spoken of only where the article is about a trade."""
        return name.proper or not (self._main and self._main.proper)

    def _resolve(self, name: Name, earlier: Sequence[Name]) -> Name | None:
        """Return whom a name means; a pointer means the last of its sort, or the main body."""
        if not name.pointer:
            return name
        if name.sort is Sort.TRADE and name.text not in ALONE:
            return self._trade() or name
        nearby = tuple(n for n in earlier if n.end <= name.start)
        known = (meant(name, names) for names in self._known(name, nearby))
        found = next(filter(None, known), None)
        if not found and name.sort is Sort.PROJECT and name.text[0] in NEAREST:
            found = _park((*self._here, *nearby))  # 总投资15亿元的 … 产业园 ; 该项目
        return found or (None if name.text in ALONE else name)

    def _known(self, name: Name, nearby: Sequence[Name]) -> Iterator[Sequence[Name]]:
        """Yield among whom is looked for the one that a pointer means, the nearest first."""
        alone = name.text in ALONE
        yield nearby
        if name.text[0] in NEAREST and not alone:
            yield self._here
        yield (self._main,) if self._main else ()
        yield self._here if alone and self._topic else self._seen


def _park(names: Sequence[Name]) -> Name | None:
    """Return the park that was named last: it may be the project that is built."""
    return next((name for name in reversed(names) if name.text.endswith("园")), None)


def _acts(name: Name, figure: Figure, phrase: Phrase) -> bool:
    """Say whether a verb stands between a trade and the indicator: 医药产业 实现 产值."""
    if phrase.inherited or not phrase.name:
        return False
    start = phrase.name[0].start
    return any(w.tag == "v" for w in figure.lead if name.end <= w.start < start)


def _is_part(name: Name, figure: Figure, phrase: Phrase) -> bool:
    """Say whether a name is one kind of what is counted: 其中 软件公司 占 两成."""
    listed = "其中" in figure.sentence.text[: figure.quantity.start - figure.sentence.start]
    counted = bool(phrase.name) and phrase.name[-1].end == name.end
    return listed and counted and phrase.measure is Measure.SHARE


def _is_subject(name: Name) -> bool:
    return name.subject


def _leads(name: Name, clause: Clause, sentence: Sentence) -> bool:
    """Say whether a name may be the topic of the next sentence: an example is none."""
    return name.subject and not any(EXAMPLE.match(s.text) for s in (clause, sentence))


def _neighbours(figure: Figure, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the owner right before a figure, behind a verb: 推进 青山钛业 3万吨 …."""
    if figure.quantity.kind is Kind.COUNT or not figure.left:
        return
    start = figure.left[0].start
    yield from (n for n in reversed(names) if n.sort in (*OWNERS, Sort.PERSON) and n.start >= start)


def _set_against(figure: Figure) -> Name | None:
    """Return whose figure it is that another one is compared with: 低于 [霁川] 的 3亿元."""
    left = figure.left[:-1] if figure.left and figure.left[-1].tag == "uj" else figure.left
    name = next(reversed(names_of(left)), None)
    ends = name is not None and name.compared and name.end == left[-1].end and not name.pointer
    against = (word.text for word in reversed(left) if name and word.end <= name.start)
    return name if ends and next(against, "").endswith(AGAINST) else None


def _label(figure: Figure) -> Name | None:
    """Return the name that a sentence opens with, up to a colon: [霁川电器]：销量增长 5%."""
    import rjieba

    first = figure.sentence.clauses[0]
    if not figure.clause or first.mark not in (":", "："):
        return None
    words = tuple(
        word for word in first.words if word.tag not in (MARK, "x") or word.text.isalnum()
    )
    coined = words and not any(w.tag[0] in "vpdr" or w.quantity for w in words)
    text = "".join(word.text for word in words)
    if not coined or len(text) > LONGEST_LABEL or all(rjieba.has_word(w.text) for w in words):
        return None
    return Name(words[0].start, words[-1].end, words[-1].end, text, Sort.FIRM)


def _owner_behind(figure: Figure) -> Name | None:
    """Return the project or firm that the figure describes: 总投资25亿元的 … 项目.

    What is built on 3000亩 may do without 的: 规划面积3000亩 建设 … 小镇.
    """
    right, lead = figure.right, figure.left_text
    built = bool(right and right[0].text in BUILDING and SITE.search(lead))
    right = right[built:]
    made = bool(right) and right[0].tag == "uj"
    if not (made or built) or not figure.left:
        return None
    told = tuple(word for word in right[made:] if not built or word.tag != MARK)
    name = next(iter(names_of(told)), None)
    if name is None or name.pointer or name.sort not in OWNERS:
        return None
    parting = PARTING if built and made else (*PARTING, "v")
    apart = any(word.tag in parting for word in told if word.end <= name.start)
    return None if apart else replace(name, start=told[0].start)
