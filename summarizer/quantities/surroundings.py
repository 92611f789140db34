"""What the clause says of a figure that the words touching it do not.

收入要做到1800亿   人口近700万        a head gives the unit
时速40公里         攝氏21至26度       a word ahead gives the rest of it
不到全省的一半     约花4500元         a bound stands over a noun or a verb
列全国前六名       1-2期              a place in an order, not a count
23楼B室            3级能效            a name
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from summarizer.lexicon import only_word, pattern, table, word_list, word_set
from summarizer.quantities.figures import DEGREE, LARGE, UNITS, Magnitude, in_whole, read
from summarizer.quantities.joining import Found
from summarizer.quantities.units import Unit
from summarizer.quantity import Kind, Modifier

REACH = 18
CLAUSE = re.compile("[，,。;；：:!！?？\n]")
ENDS_HERE = pattern("figures.ends_here")
SPEEDS = {"km": "km/h", "m": "m/h", "[mi_i]": "[mi_i]/h", "[nmi_i]": "[nmi_i]/h"}
POINTS = only_word("figures.points")
BASIS_POINTS = 100
COUNTING = pattern("figures.counting")
HINTS = frozenset(word_list("figures.hints"))
"""Some character of each word that bounds from afar: few figures have one nearby."""

HOTLINE = re.compile(r"1\d{4}|9\d{4,5}")


def in_surroundings(plain: str, found: Found) -> Found:
    """Return the figure with what its clause says of it."""
    rule = _rule(found.figure)
    if rule is not None:
        found = rule(plain, _lead(plain, found), found)
    if found.before.modifier is None and found.figure.modifier is None:
        return _bounded(plain, found)
    return found


def _lead(plain: str, found: Found) -> str:
    """Return the words of its clause before a figure."""
    return CLAUSE.split(plain[max(0, found.start - REACH) : found.start])[-1]


Rule = Callable[[str, str, Found], Found]


def _rule(figure: Magnitude) -> Rule | None:
    """Return what may be asked of a figure of this unit."""
    unit = figure.unit
    if unit is None:
        return _by_head if figure.kind in (Kind.AMOUNT, Kind.LABEL) else None
    if unit.code in SPEEDS:
        return _speed
    if unit in (DEGREE, UNITS["度电"]):
        return _degrees
    return _by_code().get(unit.code)


def _by_head(plain: str, lead: str, found: Found) -> Found:
    """Give a bare number in 万 or 亿 the unit of its head, and 前八 its place."""
    if plain.startswith("前", found.start - 1):
        return _rank(plain, lead, found)
    if found.figure.power < LARGE or not ENDS_HERE.match(plain, found.end):
        return found
    heads = [*pattern("figures.people_heads").finditer(lead)]
    sums = [*pattern("figures.money_heads").finditer(lead)]
    last = max((head.end() for head in heads), default=0), max((s.end() for s in sums), default=0)
    if last == (0, 0):
        return found
    unit = UNITS["人"] if last[0] > last[1] else UNITS["元"]
    return replace(found, figure=replace(found.figure, kind=unit.kind, unit=unit))


def _speed(plain: str, lead: str, found: Found) -> Found:
    del plain
    unit = found.figure.unit
    assert unit is not None
    if pattern("figures.speed").search(lead):
        return _measured_in(found, SPEEDS[unit.code])
    if pattern("figures.speed_by_second").search(lead):
        return _measured_in(found, f"{unit.code}/s")
    return found


def _measured_in(found: Found, code: str) -> Found:
    return replace(found, figure=replace(found.figure, unit=Unit(code, "rate")))


def _degrees(plain: str, lead: str, found: Found) -> Found:
    """Read 攝氏21度, and 21度 beside it, as heat."""
    del lead
    scale = plain[max(0, found.start - 2) : found.start]
    if scale not in word_set("figures.scales_of_heat"):
        return found
    unit = UNITS[f"{scale}度"]
    return replace(found, figure=replace(found.figure, kind=Kind.AMOUNT, unit=unit))


def _points(plain: str, lead: str, found: Found) -> Found:
    """Read a point of interest as the hundredth of a percentage point."""
    del plain
    if not pattern("figures.interest").search(lead):
        return found
    point = UNITS["百分点"]
    figure = in_whole(replace(found.figure, unit=point), BASIS_POINTS)
    return replace(found, figure=replace(figure, kind=point.kind))


def _of_exchange(plain: str, lead: str, found: Found) -> Found:
    """Read a basis point of an exchange rate, a ten-thousandth of its money, as its own."""
    points = only_word("figures.basis_points")
    named = (found.figure.unit_text or "").endswith(points)
    if not named or found.ranged or not pattern("figures.exchange").search(lead):
        return found
    printed = plain[found.start + found.before.length : found.end]
    return replace(found, figure=read(printed.replace(points, POINTS)))


def _rank(plain: str, lead: str, found: Found) -> Found:
    """Read 列全国前六名 as a place no lower than the sixth."""
    if not pattern("figures.ahead").search(plain, max(0, found.start - 2), found.start):
        return found
    if found.figure.unit is None and not pattern("figures.top").search(lead):
        return found
    value = found.figure.value
    figure = replace(found.figure, kind=Kind.RANK, modifier=Modifier.LE, low=None, high=value)
    return replace(found, start=found.start - 1, figure=figure)


def _phase(plain: str, lead: str, found: Found) -> Found:
    """Read 1-2期 as the first and the second, where they are not counted."""
    listed = pattern("figures.listed_phase").search(lead) or plain.startswith("、", found.end)
    if not (found.ranged or listed) or COUNTING.search(lead):
        return found
    return replace(found, figure=replace(found.figure, kind=Kind.ORDINAL, modifier=None))


def _place(plain: str, lead: str, found: Found) -> Found:
    """Read a floor, a grade, a train or a hotline as a name."""
    figure = found.figure
    name = figure.unit.code if figure.unit else ""
    printed = plain[found.start : found.end].removesuffix(name)
    if name == "级" and pattern("figures.graded").match(plain, found.end):
        return replace(found, figure=replace(figure, kind=Kind.LABEL))
    if not printed.isdigit() or COUNTING.search(lead) or found.before.length:
        return found
    if name == "医院" and not pattern("figures.house").fullmatch(printed):
        return found
    if name == "平台" and not HOTLINE.fullmatch(printed):
        return found
    if not _places()[name].match(plain, found.end):
        return found
    return replace(found, figure=replace(figure, kind=Kind.LABEL))


@cache
def _places() -> dict[str, re.Pattern[str]]:
    """Map units that follow the number of a floor, a grade or a train to what is behind them."""
    return {row["unit"]: re.compile(row["behind"]) for row in table("figures.place")}


@cache
def _by_code() -> dict[str, Rule]:
    ranks = dict.fromkeys(word_list("figures.ranked"), _rank)
    phases = dict.fromkeys(word_list("figures.phased"), _phase)
    places = dict.fromkeys(_places(), _place)
    return {POINTS: _points, "pp": _of_exchange, **ranks, **phases, **places}


def _bounded(plain: str, found: Found) -> Found:
    """Give a figure the bound that stands over the words between."""
    near = plain[max(0, found.start - REACH) : found.start]
    of_a_whole = found.figure.kind is Kind.PERCENT and near.endswith("的")
    if not of_a_whole and HINTS.isdisjoint(near):
        return found
    modifier = _modifier(_lead(plain, found), of_a_whole=of_a_whole)
    return (
        found
        if modifier is None
        else replace(found, before=replace(found.before, modifier=modifier))
    )


def _modifier(lead: str, *, of_a_whole: bool) -> Modifier | None:
    if of_a_whole:
        over = pattern("figures.over_the_whole").search(lead)
        return Modifier(over.lastgroup) if over and over.lastgroup else None
    if pattern("figures.about").search(lead):
        return Modifier.APPROX
    return Modifier.LE if pattern("figures.upper").search(lead) else None
