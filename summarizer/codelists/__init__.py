"""The vocabulary of the table: indicators, high-tech zones, administrative areas.

    indicators.csv   规上工业总产值, 年产值 ──► GIOV, money      printed name → code
    zones.csv        东湖高新区 ──► 武汉东湖高新区               full, short and other names
                     火炬高新区 ──► three zones                  one name of several: all are given
    areas.csv        湖北 ──► 420000 湖北省                      GB/T 2260, prefectures and above

A name is looked up whole: a software park inside a zone is not the zone. An unknown indicator has
no code and keeps its printed name.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from summarizer.text import fold

COUNTING = ("总数", "数量", "个数", "户数", "家数", "件数", "人数", "数")
QUOTES = str.maketrans("", "", "“”‘’「」『』\"' ")
SHORTEST_TAIL = 2


@dataclass(frozen=True, slots=True)
class Indicator:
    """What statisticians count: code, usual name, other names, dimension and usual unit."""

    code: str
    name: str
    name_en: str
    aliases: tuple[str, ...]
    dimension: str
    unit: str


@dataclass(frozen=True, slots=True)
class Zone:
    """A national high-tech zone. `host` is the city it lies in, `codes` GB/T 2260 and NBS codes."""

    name: str
    short_name: str
    aliases: tuple[str, ...]
    province: str
    host: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A country, province or prefecture with its GB/T 2260 code and that of its parent."""

    code: str
    name: str
    short_name: str
    level: str
    parent: str


def find_indicator(name: str, scope: str | None = None) -> Indicator | None:
    """Return the indicator that a printed name means, or None.

    Chinese names carry their head last, so 软件业营业收入 is known by its tail.
    """
    printed = _bare(name)
    for form in (f"{_bare(scope or '')}{printed}", printed):
        known = _by_name().get(form) or _by_name().get(_uncounted(form))
        if known:
            return known
    return _by_tail(printed) or _by_tail(_uncounted(printed))


def find_zones(name: str) -> tuple[Zone, ...]:
    """Return every zone that goes by this name."""
    return _zones_by_name().get(_bare(name), ())


def find_area(name: str) -> Area | None:
    """Return the administrative area of this full or short name."""
    return _areas_by_name().get(_bare(name))


@cache
def place_names() -> frozenset[str]:
    """Return every name that a zone or an area goes by."""
    return frozenset(_zones_by_name()) | frozenset(_areas_by_name())


@cache
def indicators() -> tuple[Indicator, ...]:
    """Return the indicators, in the order of their file."""
    return tuple(
        Indicator(
            row["code"],
            row["name"],
            row["name_en"],
            _several(row["aliases"]),
            row["dimension"],
            row["unit"],
        )
        for row in _rows("indicators")
    )


@cache
def zones() -> tuple[Zone, ...]:
    """Return the national high-tech zones, by province."""
    return tuple(
        Zone(
            row["name"],
            row["short_name"],
            _several(row["aliases"]),
            row["province"],
            row["host"],
            tuple(filter(None, (row["host_code"], row["nbs_code"]))),
        )
        for row in _rows("zones")
    )


@cache
def areas() -> tuple[Area, ...]:
    """Return the country, its provinces and their prefectures."""
    return tuple(Area(**row) for row in _rows("areas"))


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files(__name__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


def _several(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


def _bare(name: str) -> str:
    return fold(name).translate(QUOTES)


def _uncounted(name: str) -> str:
    for suffix in COUNTING:
        if name.endswith(suffix):
            return name.removesuffix(suffix)
    return name


@cache
def _by_name() -> dict[str, Indicator]:
    return {
        form: indicator
        for indicator in indicators()
        for name in (*indicator.aliases, indicator.name)
        for form in (_bare(name), _uncounted(_bare(name)))
    }


def _by_tail(name: str) -> Indicator | None:
    tails = (name[start:] for start in range(1, len(name) - SHORTEST_TAIL + 1))
    return next((_by_name()[tail] for tail in tails if tail in _by_name()), None)


@cache
def _zones_by_name() -> dict[str, tuple[Zone, ...]]:
    by_name: dict[str, list[Zone]] = defaultdict(list)
    for zone in zones():
        for name in dict.fromkeys(_names(zone)):
            by_name[_bare(name)].append(zone)
    return {name: tuple(namesakes) for name, namesakes in by_name.items()}


def _names(zone: Zone) -> Iterable[str]:
    """Yield the names of a zone; with its city left out (滨海高新区) where something remains."""
    host = _stem(zone.host)
    yield from (zone.name, zone.short_name, *zone.aliases)
    for name in (zone.name, zone.short_name):
        rest = name.removeprefix(host)
        if rest != name and not rest.startswith("高新"):
            yield rest


@cache
def _areas_by_name() -> dict[str, Area]:
    """Map names to areas; a short name shared by two goes to the higher (吉林 is the province)."""
    by_name = {area.name: area for area in areas()}
    for area in areas():
        by_name.setdefault(area.short_name, area)
    return by_name


def _stem(place: str) -> str:
    """Return 厦门 for 厦门市, 重庆 for 重庆市璧山区."""
    area = next((area for area in areas() if place.startswith(area.name)), None)
    return area.short_name if area else place.rstrip("市县区")
