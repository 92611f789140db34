"""The vocabulary: indicators, zones and areas."""

import pytest

from summarizer.codelists import (
    areas,
    find_area,
    find_indicator,
    find_zones,
    indicators,
    place_names,
    zones,
)


@pytest.mark.parametrize(
    ("name", "scope", "code"),
    [
        ("营业收入", None, "REV"),
        ("工业总产值", "规上", "GIOV"),
        ("工业企业", "规模以上", "ENT_ABOVE"),
        ("高新技术企业数", None, "ENT_HNTE"),
        ("软件业营业收入", None, "REV"),
        ("“小巨人”企业", None, "ENT_SRDI"),
        ("高層次人才", None, "TALENT"),
        ("党组织", None, "PARTY_ORG"),
    ],
)
def test_an_indicator_is_known_by_its_names_and_by_its_head(
    name: str, scope: str | None, code: str
) -> None:
    """Names, other names, scope put in front, traditional characters, and the tail of a name."""
    found = find_indicator(name, scope)
    assert found is not None
    assert found.code == code


def test_an_unknown_indicator_has_no_code() -> None:
    """The table keeps its printed name instead."""
    assert find_indicator("路灯杆") is None


def test_profit_with_taxes_is_not_profit() -> None:
    """利税 includes taxes; it is an indicator of its own."""
    names = {name: find_indicator(name) for name in ("利税", "利润")}
    assert {name: found and found.code for name, found in names.items()} == {
        "利税": "LIZHI",
        "利润": "PROFIT",
    }


def test_codes_are_unique_and_every_indicator_has_a_dimension() -> None:
    """A code names one indicator."""
    assert len({indicator.code for indicator in indicators()}) == len(indicators())
    assert all(indicator.dimension for indicator in indicators())


def test_three_zones_share_a_name() -> None:
    """火炬高新区 alone is ambiguous; 威海火炬高新区 is not."""
    assert len(find_zones("火炬高新区")) == 3
    assert len(find_zones("威海火炬高新区")) == 1


def test_a_park_inside_a_zone_is_not_the_zone() -> None:
    """Names are looked up whole."""
    assert find_zones("厦门软件园") == ()


@pytest.mark.parametrize("name", ["东湖高新区", "武汉东湖新技术开发区", "武漢東湖高新區"])
def test_a_zone_is_known_by_full_short_and_traditional_names(name: str) -> None:
    """All of them mean one zone."""
    assert [zone.host for zone in find_zones(name)] == ["武汉市"]


@pytest.mark.parametrize(
    ("name", "code"),
    [("湖北", "420000"), ("锦州市", "210700"), ("香港", "810000"), ("吉林", "220000")],
)
def test_an_area_is_known_by_its_full_and_short_name(name: str, code: str) -> None:
    """Where a province and a city share a short name, it means the province."""
    found = find_area(name)
    assert found is not None
    assert found.code == code


def test_every_prefecture_lies_in_a_province_on_the_list() -> None:
    """Codes and parents agree."""
    codes = {area.code for area in areas()} | {""}
    assert all(area.parent in codes for area in areas())
    assert all(area.code[:2] == area.parent[:2] for area in areas() if area.level == "prefecture")


def test_place_names_hold_zones_and_areas() -> None:
    """The binding looks for them in the text."""
    assert {zones()[0].short_name, "广东省", "全国"} <= place_names()
