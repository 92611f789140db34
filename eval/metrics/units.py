"""When two units are one: 平方米 and m2, 人民币 and CNY, 台(套) and 台, 元/吨 and CNY/t."""

from summarizer.text import fold

ALIASES = {
    "m2": "平方米 平米 方米 ㎡ m² m^2 平方",
    "km2": "平方公里 平方千米 km²",
    "km": "公里 千米",
    "m": "米",
    "t": "吨",
    "m3": "立方米 立方 方 m³",
    "MW": "兆瓦",
    "kW": "千瓦 kw",
    "kg": "公斤 千克",
    "TEU": "标准箱 个标准箱 标箱",
    "kW.h": "千瓦时 度 kwh kw.h",
    "mu": "亩 mu_cn [mu_cn] [mu] {亩}",
    "ha": "公顷 har",
    "hp": "马力 [HP]",
    "%": "percent 百分比",
    "pp": "百分点 个百分点",
    "CNY": "元 人民币 rmb",
    "USD": "美元",
    "HKD": "港元 港币",
    "EUR": "欧元",
    "JPY": "日元",
    "a": "年",
    "mo": "月 个月",
    "d": "天 日",
    "h": "小时",
    "人": "名 位 人次",
    "倍": "times",
    "个": "",
}
CANONICAL = {
    alias.lower(): unit for unit, names in ALIASES.items() for alias in (unit, *names.split())
}


def canonical(unit: str | None) -> str | None:
    """Return the one name of a unit; an unknown classifier stays as it is, in simplified form."""
    if not unit:
        return None
    return "/".join(map(_one_name, unit.split("/")))


def _one_name(unit: str) -> str:
    folded = fold(unit).strip("(){}").split("(")[0].lower() or fold(unit).lower()
    return CANONICAL.get(unit.lower(), CANONICAL.get(folded, folded))


def same_unit(left: str | None, right: str | None) -> bool:
    """Say whether two units are one."""
    return canonical(left) == canonical(right)
